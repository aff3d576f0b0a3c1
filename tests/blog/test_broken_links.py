"""The links of a blog that lead nowhere, and their repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.blog import broken_links as module
from editor.blog.broken_links import broken_links, repaired
from editor.blog.edit_making import make
from editor.export.anchors import anchors_of
from tests.blog.sites import links_of, make_site

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ARTICLES = {
    "a.md": "## Part\n",
    "b.md": "é [x](aa.md) [y](/blog/aaa/#q) [z](/blog/a/#parts)\r\n",
    "c.md": "[x](/blog/a)",
}


def anchors(text: str, path: Path) -> frozenset[str]:
    return anchors_of(text, path, links_of(path.parents[3]).blog)


def test_they_are_found_and_repaired_by_what_is_chosen(tmp_path: Path) -> None:
    folder = make_site(tmp_path, ARTICLES)
    links = links_of(tmp_path)
    found = broken_links(links, anchors, lambda: True)
    assert [(it.written, it.choices) for it in found] == [
        ("aa.md", ("a.md",)),
        ("/blog/aaa/#q", ()),
        ("/blog/a/#parts", ("/blog/a/#part",)),
    ]
    make(repaired([(found[2].link, "/blog/a/#part"), (found[0].link, "a.md")], links))
    assert (folder / "b.md").read_bytes() == "é [x](a.md) [y](/blog/aaa/#q) [z](/blog/a/#part)\r\n".encode()
    assert len(broken_links(links_of(tmp_path), anchors, lambda: True)) == 1


def test_labels_that_nothing_defines_are_among_them(tmp_path: Path) -> None:
    text = "---\ntitle: é\n---\n[x][refrence] [y](aaa.md)\n\n![z][1b] [x][]\n\n[Référence]: /\n"
    folder = make_site(tmp_path, {"d.md": text})
    links = links_of(tmp_path)
    found = broken_links(links, anchors, lambda: True)
    told = [(it.written, it.choices, it.link.line) for it in found]
    assert told[:2] == [("[refrence]", ("Référence",), 3), ("aaa.md", (), 3)]
    assert told[2:] == [("[1b]", (), 5)]
    make(repaired([(found[0].link, "Référence")], links))
    assert (folder / "d.md").read_text("utf-8") == text.replace("refrence", "Référence")


def test_the_search_ends_where_it_is_asked_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_site(tmp_path, ARTICLES)
    assert broken_links(links_of(tmp_path), anchors, lambda: False) == ()
    monkeypatch.setattr(module, "MOST", 2)
    assert len(broken_links(links_of(tmp_path), anchors, lambda: True)) == 2
