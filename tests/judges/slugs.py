"""Compares the slugs of titles in many scripts, and of every character, with github-slugger's.

Run by hand: python3 packaging/dev.py judge slugs [--count COUNT] [--seed SEED] [--write]

--write keeps titles and github-slugger's slugs as the examples that the tests compare with.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.text.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPT: Final = Path(__file__).with_suffix(".mjs")
_EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "text" / "github-slugger-2.json"
_MOST_SHOWN: Final = 20
_TITLES: Final = (
    *(
        "Three mornings on the river",
        "C++ & C#",
        "What's new in 2.0?",
        "snake_case -- and more",
        "100 % sure",
    ),
    *("L’été à la mer : c’est « beau » !", "Où va-t-on ?", "Œuvre inachevée", "Les 3 000 pas", "Ça, là-bas…"),
    *("Über Größe und Maß", "Die „Straße“", "ẞ wie GROẞ", "Ärger & Öl"),
    *("İstanbul'da bir gün", "IĞDIR ışığı", "Çay, şeker; gözleme", "ılık İÇİM"),
    *("ΟΔΥΣΣΕΥΣ", "Η Αθήνα το καλοκαίρι;", "ΐ και ΰ", "άλφα·βήτα"),
    *("Война и мир", "Ёлка, ёж — и всё", "Київ: їжак", "Ђорђе у Београду"),
    *("مقال عن البحر؟", "٣ أيام في القاهرة", "كتابٌ جميلٌ", "لا‌اله"),
    *("שלום עולם", "בְּרֵאשִׁית", "5 ספרים, ועוד", "צה״ל"),
    *("हिन्दी में एक लेख", "क्षत्रिय — १२ दिन", "श्री गणेश।"),
    *("สวัสดีชาวโลก", "น้ำใจไทย ๆ", "ตลาดน้ำ ๑๐ แห่ง"),
    *(
        "日本語 タイトル",
        "春・夏・秋・冬",
        "「ノルウェイの森」を読む",
        "你好，世界！",
        "第１章　はじめに",
        "안녕 하세요?",
        "ㄱㄴㄷ",
    ),
    *("emoji 😀 x", "👩‍🍳 cooks", "🇫🇷 France", "1️⃣ first", "⛰️ Mountains", "☕", "❤️‍🔥"),
    *("e\u0301te\u0301", "a\u0308\u0323", "n\u0303o", "\u0301", "Z̷a̸l̵g̶o"),
    *("Ⓐ 🄰 🅐 🅰", "ⅷ ½ ² ٣", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "ﬁne ﬂow", "ǅungla", "ꙮ", "𐐔𐐯𐑅𐐨𐑉𐐯𐐻", "ᏣᎳᎩ", "ⴰⵎⴰⵣⵉⵖ"),
    *("a\nb\tc", "no\u00a0break\u202fspace", "zero\u200bwidth\u200djoin", "soft\u00adhyphen", "\ufeffbom"),
    *("\ud83d", "\ude00 alone", "x\ud800y", "\udfff\ud800"),
    *("   ", "", "---", "???", "a  b", " - a - ", "..", "/etc/passwd", "<b>bold</b>", "`code` *it*"),
)
_RANGES: Final = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x36F), (0x370, 0x52F), (0x530, 0x6FF), (0x700, 0xDFF)),
    *((0xE00, 0x10FF), (0x1100, 0x1FFF), (0x2000, 0x2BFF), (0x2C00, 0x2FFF), (0x3000, 0x30FF)),
    *((0x3100, 0x4DFF), (0x4E00, 0x4EFF), (0xA000, 0xABFF), (0xAC00, 0xACFF), (0xD7B0, 0xDFFF)),
    *((0xF900, 0xFFFD), (0x10000, 0x107FF), (0x10800, 0x11FFF), (0x16800, 0x16FFF), (0x1D000, 0x1D7FF)),
    *((0x1E000, 0x1EFFF), (0x1F000, 0x1FAFF), (0x20000, 0x20100), (0x30000, 0x30100), (0xE0000, 0xE01EF)),
)


_LOWERED_SINCE_UNICODE_16: Final = "\ua7cb\ua7dc"
"""Capitals whose small letters are older: versions of Node and Python differ in whether they know."""


def main() -> int:
    """Compare, print the figures, and answer 1 where a slug differs."""
    parser = argparse.ArgumentParser(prog="judge slugs")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="keep the titles as examples")
    given = parser.parse_args()
    titles = _titles(given.count, random.Random(given.seed))  # noqa: S311 - drawn to be drawn again
    wanted = _slugs(titles)
    if given.write:
        lines = ",\n".join(json.dumps(row) for row in zip(titles, wanted, strict=True))
        _EXAMPLES.write_text(f"[\n{lines}\n]\n", "ascii")
    codes = (chr(code) for code in range(0x110000))
    characters = [f"a{character}a" for character in codes if character not in _LOWERED_SINCE_UNICODE_16]
    rows = [*zip(titles, wanted, strict=True), *zip(characters, _slugs(characters), strict=True)]
    wrong = [(title, right) for title, right in rows if _in_pairs(slug(title)) != right]
    for title, right in wrong[:_MOST_SHOWN]:
        print(f"{title!a}: {slug(title)!a}, github-slugger {right!a}")  # noqa: T201
    print(f"{len(titles)} titles, {len(characters)} characters, {len(wrong)} differ")  # noqa: T201
    return bool(wrong)


def _titles(count: int, drawn: random.Random) -> list[str]:
    """Answer the kept titles, mixtures of their words, and titles of characters of many scripts."""
    titles = dict.fromkeys(_TITLES)
    makers = (_mixture, _characters)
    while len(titles) < count:
        titles[_in_pairs(drawn.choice(makers)(drawn))] = None
    return list(titles)[:count]


def _mixture(drawn: random.Random) -> str:
    words = (word for title in drawn.sample(_TITLES, 3) for word in title.split(" "))
    kept = [word for word in words if drawn.random() < 0.7]
    styled = (drawn.choice((str, str.upper, str.title, _decomposed))(word) for word in kept)
    return drawn.choice((" ", " ", "-", " – ", ": ", "\u00a0")).join(styled)


def _characters(drawn: random.Random) -> str:
    return "".join(_run(drawn, drawn.choice(_RANGES)))


def _run(drawn: random.Random, bounds: tuple[int, int]) -> Iterator[str]:
    while drawn.random() < 0.93:
        character = chr(drawn.randint(*bounds))
        if drawn.random() < 0.1:
            yield drawn.choice((" ", "-", "_"))
        elif character not in _LOWERED_SINCE_UNICODE_16:
            yield character


def _in_pairs(text: str) -> str:
    """Answer text as JavaScript has it, where two halves of a surrogate pair that meet are one character."""
    return str(json.loads(json.dumps(text)))


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _slugs(titles: list[str]) -> list[str]:
    run = subprocess.run(
        ["node", _SCRIPT],
        input=json.dumps(titles),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    answer: list[str] = json.loads(run.stdout)
    return answer


if __name__ == "__main__":
    raise SystemExit(main())
