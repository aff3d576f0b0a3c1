"""The entrances of what works on all articles of a blog: structures, searches, changes of several files."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import read, split, values
from editor.article.source import NotText, Source, decode
from editor.blog.blog_edit import BlogEdit, ChangedSince, FileEdit, FileMove, inverse
from editor.blog.edit_record import Record, record_bytes, record_in
from editor.blog.replacing import Wish, plan_replacing
from editor.blog.tags import plan_retagging
from editor.text import search as search_module
from editor.text.search import BadSearch, Search, matches, replacements
from editor.text.structure import structure_of
from tests.judges.entrances import Entrance, all_seeds, article_seeds, text_seeds

if TYPE_CHECKING:
    from collections.abc import Callable

_PATH: Final = Path("/blog/a.md")


def _structure(*, is_mdx: bool) -> Callable[[bytes], None]:
    def enter(data: bytes) -> None:
        text = _lines(data)
        found = structure_of(text, is_mdx=is_mdx)
        for heading in found.headings:
            assert 0 <= heading.start <= heading.end <= len(text)
        for it in (*found.references, *found.undefined):
            assert 0 <= it.start <= it.end <= len(text)
            assert 0 <= it.address_start <= it.address_end <= len(text)
            assert 0 <= it.words_start <= it.words_end <= len(text)

    return enter


def _search(data: bytes) -> None:
    search_module._LONGEST = 0.2  # type: ignore[misc] # so that four searches have their time here
    words, _, text = _lines(data).partition("\n")
    for is_pattern in (False, True):
        for fold in (False, True):
            search = Search(words, fold_accents=fold, is_pattern=is_pattern)
            try:
                found = matches(text, search)
                replacements(text, search, words)
            except BadSearch:
                continue
            assert all(0 <= it.start <= it.end <= len(text) for it in found)


def _replace(data: bytes) -> None:
    source = _source(data)
    if source is None:
        return
    for words, replacement in (("e", "é"), (": ", " : "), ("---", "")):
        planned = plan_replacing([_PATH], lambda _: source, Wish(Search(words), replacement), lambda: True)
        assert planned is not None
        for edit in planned.edit.edits:
            assert read(source.text).fault or not read(decode(edit.after).text).fault
            back = inverse(planned.edit, lambda _, after=edit.after: decode(after))  # type: ignore[misc]
            assert back.edits[0].after == data


def _retag(data: bytes) -> None:
    source = _source(data)
    if source is None:
        return
    for edit in plan_retagging([_PATH], lambda _: source, {"a", "voyage"}, "été : 😀").edit.edits:
        after = decode(edit.after).text
        assert split(after).body == split(source.text).body
        before = values(read(source.text))
        assert values(read(after)).keys() == before.keys()


def _take_back(data: bytes) -> None:
    parts = data.split(b"\n\n", 2)
    if len(parts) < 3 or any(_source(part) is None for part in parts):
        return
    before, after, now = parts
    try:
        back = inverse(BlogEdit((FileEdit(_PATH, before, after),)), lambda _: decode(now))
    except ChangedSince:
        return
    assert now != after or back.edits[0].after == before


def _record(data: bytes) -> None:
    for packed in (data, zlib.compress(data)):
        try:
            record_in(packed)
        except ValueError:
            continue


def _records() -> list[bytes]:
    edit = BlogEdit((FileEdit(_PATH, b"a", b"b"),), (FileMove(_PATH, Path("/b.md")),))
    packed = record_bytes(Record(edit, "Été"))
    return [packed, zlib.decompress(packed)]


def _lines(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _source(data: bytes) -> Source | None:
    try:
        return decode(data)
    except NotText:
        return None


BLOG_ENTRANCES: Final = (
    Entrance("structure", _structure(is_mdx=False), all_seeds(["hostile/*.txt"])),
    Entrance("structure of MDX", _structure(is_mdx=True), article_seeds),
    Entrance("search", _search, text_seeds("(a|b)+ \\1\nab aab\n", "été\nÉté ete\n", "[ x]{1,3}$\n x\n")),
    Entrance("replace", _replace, article_seeds),
    Entrance("tags", _retag, text_seeds("---\ntags: [a, b]\n---\nc\n", "---\nTags: a, b\n---\n")),
    Entrance("take back", _take_back, text_seeds("a\nb\n\na\nc\n\na\nc\nd\n")),
    Entrance("record of a change", _record, _records),
)
