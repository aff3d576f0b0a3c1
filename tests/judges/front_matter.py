"""Edits the front matter of real articles and asks Astro's own reader what became of it.

Run by hand: python3 packaging/dev.py judge front-matter FOLDER, over every .md and .mdx file of a folder:

- reading: our values are Astro's;
- open and save: no byte changes;
- set: each top-level key gets other values of its kind; Astro reads the old values with that one changed, and
  only lines of that key changed; tables of TOML may become a value elsewhere, but the others' sources stay;
- add, remove and move: Astro reads what was wanted, and the other keys' source texts stay; where TOML has no
  such order, nothing changes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from editor.article.faults import Unreadable
from editor.article.front_matter import (
    Entry,
    RefusedEdit,
    Value,
    move_key,
    read,
    remove_key,
    set_value,
    values,
)
from editor.article.line_ends import LINE_END
from editor.article.loading import read_document
from editor.article.source import BOM, NotText, Source, decode, encode
from editor.article.toml_document import TomlDocument
from editor.article.toml_tables import Leaf
from editor.article.values import is_same, number_of
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SCRIPT: Final = Path(__file__).with_suffix(".mjs")
_NEW: Final[dict[str, Value]] = {
    "zzText": "L'été",
    "zzList": ["a", "b: c"],
    "zzGroup": {"a": [{"b": True}]},
}
_TEXTS: Final = ("Autre valeur", 'L\'été : "vite" 😀', "a: b # c", "2024-02-30", "", "- \\ %@`", "yes")


@dataclass(frozen=True, slots=True)
class Case:
    """An edit of one article: what Astro shall read of its text afterwards, and what went wrong already."""

    kind: str
    name: str
    text: str
    wanted: dict[str, Value]
    fault: str = ""


def main() -> int:
    """Judge the folder named on the command line and print the figures; 1 where something failed."""
    folder = Path(sys.argv[1])
    paths = sorted(path for pattern in ("*.md", "*.mdx") for path in folder.rglob(pattern))
    cases: list[Case] = []
    for path in paths:
        cases += _cases(path, path.relative_to(folder).as_posix())
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for case, answer in zip(cases, _astro([case.text for case in cases]), strict=True):
        fault = case.fault or _difference(case, answer)
        counts[case.kind][not fault] += 1
        if fault:
            _print(f"{case.kind}: {case.name}: {fault}")
    _print(f"{len(paths)} articles")
    for kind, count in counts.items():
        _print(f"{kind:16} {count[True]:6} of {count.total():6}  {count[True] / count.total():.2%}")
    return 1 if any(count[False] for count in counts.values()) else 0


def _cases(path: Path, name: str) -> Iterator[Case]:
    """Yield every edit of one article; one that is no UTF-8 text has none."""
    data = path.read_bytes()
    try:
        source = decode(data)
    except NotText:
        return
    front_matter = read(source.text)
    old = values(front_matter)
    raw = data.decode()
    if front_matter.fault:
        yield Case("refused reading", name, raw, {"": front_matter.fault.reason})
        return
    yield Case("reading", name, raw, old)
    is_kept = encode(source, source.text) == data and encode(source, source.text + "x") == data + b"x"
    yield Case("open and save", name, raw, old, "" if is_kept else "bytes changed")
    if front_matter.format == "none":
        return
    for entry in front_matter.entries:
        yield from _key_cases(source, name, entry, front_matter.entries)
    for key, value in _NEW.items():
        order = [*list(old)[: len(old) // 2], key, *list(old)[len(old) // 2 :]]
        yield _case(
            "add",
            f"{name} {key}",
            source,
            {**old, key: value},
            partial(set_value, source.text, key, value, order),
        )


def _key_cases(source: Source, name: str, entry: Entry, entries: tuple[Entry, ...]) -> Iterator[Case]:
    """Yield the edits of one key."""
    old = {each.key: each.value for each in entries}
    key, text = entry.key, source.text
    label = f"{name} {key}"
    kind = "set scalar" if not isinstance(entry.value, list | dict) else "set collection"
    for value in _others(entry.value):
        case = _case(kind, label, source, {**old, key: value}, partial(set_value, text, key, value))
        if not case.fault and not _changes_only(source, case.text, entry, entries):
            is_of_tables = key in _tables(source.text)
            if not is_of_tables or _changed_sources(case, [each for each in entries if each.key != key]):
                case = Case(kind, label, case.text, case.wanted, "lines of others changed")
        yield case
    rest = {other: value for other, value in old.items() if other != key}
    for kind, wanted, edits in (
        ("remove", rest, lambda: remove_key(text, key)),
        ("move to start", old, lambda: move_key(text, key, entries[0].key)),
        ("move to end", old, lambda: move_key(text, key, None)),
    ):
        case = _case(kind, label, source, wanted, edits)
        if not case.fault and _changed_sources(case, [each for each in entries if each.key in wanted]):
            case = Case(kind, label, case.text, wanted, "sources of others changed")
        yield case


def _case(
    kind: str, name: str, source: Source, wanted: dict[str, Value], edits: Callable[[], tuple[Edit, ...]]
) -> Case:
    try:
        text = apply_edits(source.text, edits())
    except RefusedEdit as refused:
        if refused.reason == "table-order":
            return Case("move refused", name, source.data.decode(), wanted)
        return Case(kind, name, source.data.decode(), wanted, f"refused: {refused.reason}")
    return Case(kind, name, encode(source, text).decode(), wanted)


def _tables(text: str) -> set[str]:
    """Answer the keys of TOML that are made of tables, or of pairs with dots."""
    try:
        document = read_document(text)
    except Unreadable:
        return set()
    members = document.root.members.items() if isinstance(document, TomlDocument) else ()
    return {key for key, member in members if not isinstance(member, Leaf)}


def _changed_sources(case: Case, entries: list[Entry]) -> bool:
    """Whether one of these entries has another source after an edit."""
    found = {each.key: each.raw for each in read(decode(case.text.encode()).text).entries}
    return any(found.get(each.key) != each.raw for each in entries)


def _others(value: Value) -> Iterator[Value]:
    """Yield other values of the same kind."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (number_of(float(value) + 1), -0.5)
    elif isinstance(value, datetime):
        yield from (value + timedelta(days=1), value + timedelta(hours=1, milliseconds=5))
    elif isinstance(value, list):
        group: Value = {"a": 1, "b": [2]}
        lists: list[list[Value]] = [[*value, "nouveau: x"], value[1:], value[::-1], [*value, group], []]
        yield from lists
    elif isinstance(value, dict):
        first = next(iter(value), "zz")
        yield {**value, "zz": "x"}
        yield {**value, first: "y"}
        yield {key: value[key] for key in [*value][1:]}
    else:
        yield from (text for text in _TEXTS if text != value)
        if isinstance(value, str):
            yield from (value[1:] + "e", value + "\nà la ligne\n")


def _changes_only(source: Source, after: str, entry: Entry, entries: tuple[Entry, ...]) -> bool:
    """Whether only lines of the entry's key differ, byte for byte; a next key's lines are not its own."""
    old, new = _lines(source.data.decode()), _lines(after)
    following = [each.line for each in entries if each.line > entry.line]
    fence = next(
        i for i in range(entry.line, len(old)) if old[i].startswith(("---", "+++")) and i > entry.line
    )
    kept_after = len(old) - min([*following, fence])
    return (
        len(new) > entry.line
        and old[: entry.line] == new[: entry.line]
        and old[len(old) - kept_after :] == new[len(new) - kept_after :]
    )


def _lines(text: str) -> list[str]:
    """Answer the lines with their ends, as the program counts them."""
    text = text.removeprefix(BOM)
    ends = [*(match.end() for match in LINE_END.finditer(text)), len(text)]
    starts = [0, *ends[:-1]]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _difference(case: Case, answer: Any) -> str:
    """Answer how Astro's reading differs from what is wanted, nothing where it does not."""
    if isinstance(answer, dict) and "error" in answer:
        return "" if case.kind == "refused reading" else f"Astro: {answer['error']}"
    if case.kind == "refused reading":
        return f"refused ({case.wanted['']}), but Astro reads it"
    found = _value_of(answer)
    return "" if is_same(found, case.wanted) else f"Astro reads {found!r}, wanted {case.wanted!r}"


def _value_of(wire: Any) -> Value:
    match wire:
        case {"$": "date", "v": text}:
            return datetime.fromisoformat(text)
        case {"$": "num", "v": text}:
            return number_of(float(text)) if text not in ("NaN", "Infinity", "-Infinity") else float(text)
        case {"$": "map", "v": pairs}:
            return {key: _value_of(item) for key, item in pairs.items()}
        case list():
            return [_value_of(item) for item in wire]
        case float():
            return number_of(wire)
        case str():
            return wire.replace("\r\n", "\n")  # smol-toml keeps a file's line ends in its texts
        case _:
            value: Value = wire
            return value


def _astro(texts: list[str]) -> list[Any]:
    """Answer what Astro's reader makes of each text."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    result = subprocess.run(
        ["node", str(_SCRIPT)], input=lines, capture_output=True, encoding="utf-8", check=True
    )
    return [json.loads(line) for line in result.stdout.splitlines()]


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
