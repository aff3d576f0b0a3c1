"""Words are replaced in many articles by one change, and no front matter is harmed."""

from pathlib import Path

import pytest

from editor.article.files import FileVanished
from editor.article.source import Source, decode
from editor.blog.blog_edit import BlogEdit, FileEdit
from editor.blog.replacing import Replacing, Wish, plan_replacing
from editor.text.search import BadSearch, Search

TEXTS = {
    "a.md": "\ufeff---\r\ntitle: Un lien\r\n---\r\nUn 🦊\u00a0!\r\n",
    "b.md": "rien\n",
    "c.md": "Un un\n",
}


def _read(path: Path) -> Source:
    if path.name not in TEXTS:
        raise FileVanished(path)
    return decode(TEXTS[path.name].encode())


def _plan(wish: Wish, *names: str, stop: int = 9) -> Replacing | None:
    answers = iter([True] * stop + [False])
    return plan_replacing([Path(name) for name in names or TEXTS], _read, wish, lambda: next(answers))


def _change(name: str, text: str) -> FileEdit:
    return FileEdit(Path(name), TEXTS[name].encode(), text.encode())


def test_words_are_replaced_in_every_article_that_has_them() -> None:
    edit = BlogEdit(
        (
            _change("a.md", TEXTS["a.md"].replace("Un", "Deux")),
            _change("c.md", "Deux Deux\n"),
        )
    )
    assert _plan(Wish(Search("un"), "Deux")) == Replacing(edit, 4)


def test_the_front_matter_can_be_left_out() -> None:
    edit = BlogEdit((_change("a.md", TEXTS["a.md"].replace("Un 🦊", "Deux 🦊")),))
    assert _plan(Wish(Search("un"), "Deux", in_fields=False), "a.md", "b.md") == Replacing(edit, 1)


@pytest.mark.parametrize(("words", "replacement"), [("Un lien", "Un: lien"), ("---\n", "")])
def test_an_article_whose_front_matter_would_be_harmed_stays(words: str, replacement: str) -> None:
    assert _plan(Wish(Search(words), replacement), "a.md") == Replacing(BlogEdit(), 0, harmed=(Path("a.md"),))


def test_a_front_matter_with_a_fault_may_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "d.md", "---\ntitle: a: b\n---\n")
    planned = _plan(Wish(Search("a: b"), "a b"), "d.md")
    assert planned is not None
    assert planned.edit.edits == (_change("d.md", "---\ntitle: a b\n---\n"),)


def test_what_cannot_be_read_is_told() -> None:
    assert _plan(Wish(Search("x"), "y"), "none.md") == Replacing(BlogEdit(), 0, unread=(Path("none.md"),))


def test_it_can_be_stopped() -> None:
    assert _plan(Wish(Search("un"), "Deux"), stop=2) is None


def test_a_bad_pattern_is_told() -> None:
    with pytest.raises(BadSearch):
        _plan(Wish(Search("(", is_pattern=True), ""))
