"""Tags are counted, and renamed or merged all over the blog without touching anything else."""

from pathlib import Path

import pytest

from editor.article.files import FileVanished
from editor.article.source import Source, decode
from editor.blog.blog_edit import BlogEdit
from editor.blog.tags import Retagging, TagCount, count_tags, plan_retagging

ARTICLE = Path("a.md")


def _retagged(front_matter: str, old: set[str], new: str, **options: bool) -> str:
    """Answer the front matter after tags of it are renamed."""
    text = f"---\n{front_matter}\n---\nUn 🦊 a\n"
    planned = plan_retagging([ARTICLE], lambda _: decode(text.encode()), old, new, **options)
    assert not planned.refused
    assert not planned.unread
    after = planned.edit.edits[0].after.decode() if planned.edit else text
    assert after.startswith("---\n")
    assert after.endswith("\n---\nUn 🦊 a\n")
    return after.removeprefix("---\n").removesuffix("\n---\nUn 🦊 a\n")


def test_tags_are_counted_with_those_that_look_alike() -> None:
    assert count_tags([("Été", "pain", "été"), ("pain", "pain"), ("ete", "🦊"), ("!",)]) == (
        TagCount("pain", 2),
        TagCount("!", 1),
        TagCount("ete", 1, ("Été", "été")),
        TagCount("Été", 1, ("ete", "été")),
        TagCount("été", 1, ("ete", "Été")),
        TagCount("🦊", 1),
    )
    assert count_tags([]) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: [a, 'b', c] # ceux-ci", "tags: [x, 'b', c] # ceux-ci"),
        ("title: a\ntags:\n  - b # un\n  - a\n\nmore: a", "title: a\ntags:\n  - b # un\n  - x\n\nmore: a"),
        ("tags: [a, x, b]", "tags: [x, b]"),
        ("tags: [b]", "tags: [b]"),
        ('Keywords: ["a"]', 'Keywords: ["x"]'),
        ("tags: b, a,c", "tags: b, x,c"),
        ("tags: a", "tags: x"),
        ("tags: b,c", "tags: b,c"),
        ("tags: 3", "tags: 3"),
        ("title: a", "title: a"),
    ],
)
def test_a_tag_is_renamed_where_it_is_one(before: str, after: str) -> None:
    assert _retagged(before, {"a"}, "x") == after


def test_tags_are_merged_once_each() -> None:
    assert _retagged("tags: [a, b, A, 2024]", {"a", "A"}, "a") == "tags: [a, b, 2024]"
    assert _retagged("tags: [2024, b]", {"2024"}, "x") == "tags: [x, b]"


def test_a_tag_can_be_taken_away() -> None:
    assert _retagged("tags: [a, b]", {"a"}, "") == "tags: [b]"
    assert _retagged("tags: a, b,c", {"a"}, "") == "tags: b,c"


def test_what_cannot_be_changed_alone_or_read_is_told() -> None:
    def read(path: Path) -> Source:
        if path.name == "none.md":
            raise FileVanished(path)
        return decode(b'{"tags": ["a"]}\n')

    planned = plan_retagging([ARTICLE, Path("none.md")], read, {"a"}, "x", takes_json=True)
    assert planned == Retagging(BlogEdit(), (ARTICLE,), (Path("none.md"),))
