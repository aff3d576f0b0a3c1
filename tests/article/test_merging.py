"""Two versions of an article merged: fields by key, text by lines, nothing lost and nothing restyled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.article.front_matter import remove_key, set_value
from editor.article.merging import merge_articles
from editor.text.change import apply_edits
from editor.text.merging import Choice, Origin, Region, conflicts_of, merged_text

if TYPE_CHECKING:
    from editor.article.values import Value

ARTICLE = """---
title: 'Bread' # of rye
tags: [bread, slow]
# The day it was baked
pubDate: 2025-07-08
---

First.

Second.
"""


def with_field(text: str, key: str, value: Value) -> str:
    return apply_edits(text, set_value(text, key, value))


def merge(ours: str, theirs: str, base: str = ARTICLE) -> tuple[Region, ...]:
    """Answer the merge; the sides must be treated alike."""
    found = merge_articles(base, ours, theirs)
    turned = merge_articles(base, theirs, ours)
    assert [region.origin for region in conflicts_of(found)] == [it.origin for it in conflicts_of(turned)]
    return found


def test_a_title_and_tags_changed_apart_both_stand() -> None:
    ours = with_field(ARTICLE, "tags", ["bread", "slow", "rye"])
    theirs = with_field(ARTICLE.replace("Second.", "Second!"), "title", "Rye bread")
    regions = merge(ours, theirs)
    assert not conflicts_of(regions)
    assert merged_text(regions) == (
        ARTICLE.replace("'Bread'", "'Rye bread'").replace("slow]", "slow, rye]").replace("Second.", "Second!")
    )


def test_order_and_comments_of_the_disk_are_kept() -> None:
    theirs = ARTICLE.replace("tags: [bread, slow]\n", "").replace(
        "---\n\n", "# moved\ntags: [bread, slow]\n---\n\n"
    )
    ours = with_field(with_field(ARTICLE, "tags", ["a"]), "draft", value=True)
    regions = merge(ours, theirs)
    assert not conflicts_of(regions)
    assert merged_text(regions) == theirs.replace("[bread, slow]", "[a]").replace(
        "07-08\n", "07-08\ndraft: true\n"
    )
    assert not conflicts_of(merge(theirs, ours))


def test_a_field_changed_on_both_sides_is_a_conflict_that_names_it() -> None:
    ours = with_field(ARTICLE, "title", "Mine")
    theirs = with_field(ARTICLE, "title", "Theirs")
    (region,) = conflicts_of(merge(ours, theirs))
    assert region == Region(
        Origin.CONFLICT,
        "'Bread'\n",
        "title: 'Mine' # of rye\n",
        "title: 'Theirs' # of rye\n",
        is_exclusive=True,
        field="title",
    )
    assert merged_text(merge(ours, theirs), [Choice.THEIRS]) == theirs
    assert merged_text(merge(ours, theirs), [Choice.OURS]) == ours


def test_a_field_removed_and_changed_is_a_conflict() -> None:
    ours = apply_edits(ARTICLE, remove_key(ARTICLE, "tags"))
    theirs = with_field(ARTICLE, "tags", ["a"])
    (region,) = conflicts_of(merge(ours, theirs))
    assert (region.field, region.ours, region.theirs) == ("tags", "", "tags: [a]\n")
    (region,) = conflicts_of(merge(theirs, ours))
    assert (region.field, region.ours, region.theirs) == ("tags", "tags: [a]\n", "")


def test_lists_of_both_sides_can_be_put_together() -> None:
    ours = with_field(ARTICLE, "tags", ["bread", "rye", "slow"])
    theirs = with_field(ARTICLE, "tags", ["slow", "oven"])
    regions = merge(ours, theirs)
    (region,) = conflicts_of(regions)
    assert region.choices() == (Choice.OURS, Choice.THEIRS, Choice.BOTH)
    assert "tags: [slow, oven, rye]\n" in merged_text(regions, [Choice.BOTH])


def test_lists_that_come_to_what_the_disk_has_offer_no_more() -> None:
    ours = with_field(ARTICLE, "tags", ["bread"])
    theirs = with_field(ARTICLE, "tags", [])
    (region,) = conflicts_of(merge_articles(ARTICLE, ours, theirs))
    assert region.choices() == (Choice.OURS, Choice.THEIRS)


def test_the_same_value_in_two_styles_is_no_conflict() -> None:
    ours, theirs = ARTICLE.replace("'Bread'", '"Brot"'), ARTICLE.replace("'Bread'", "Brot")
    assert merged_text(merge_articles(ARTICLE, ours, theirs)) == theirs


def test_comments_of_both_sides_are_kept_or_shown() -> None:
    ours = with_field(ARTICLE.replace("# The day", "# Mine: the day"), "tags", ["a"])
    theirs = with_field(ARTICLE.replace("# of rye", "# of wheat"), "title", "Theirs")
    regions = merge(ours, theirs)
    assert [(it.ours, it.theirs) for it in conflicts_of(regions)] == [
        (
            "title: 'Bread' # of rye\ntags: [a]\n# Mine: the day it was baked\n",
            "title: 'Theirs' # of wheat\ntags: [bread, slow]\n# The day it was baked\n",
        )
    ]
    assert not any(Choice.BOTH in it.choices() for it in conflicts_of(regions))


def test_a_field_that_both_sides_added_is_a_conflict_of_one_field() -> None:
    ours = ARTICLE.replace("title:", "draft: true\ntitle:")
    theirs = ARTICLE.replace("---\n\n", "draft: false\n---\n\n")
    (region,) = conflicts_of(merge(ours, theirs))
    assert (region.field, region.theirs, region.ours) == ("draft", "draft: false\n", "draft: true\n")


def test_a_field_that_both_sides_added_alike_stands_once() -> None:
    ours = ARTICLE.replace("title:", "draft: true\ntitle:")
    theirs = ARTICLE.replace("---\n\n", "draft: true\n---\n\n")
    assert merged_text(merge_articles(ARTICLE, ours, theirs)) == theirs


def test_fields_on_one_line_and_fields_with_anchors_are_merged_by_lines() -> None:
    base = "---\n{a: 1, b: 2}\n---\n"
    ours, theirs = "---\n{a: 3, b: 4}\n---\n", "---\n{a: 1, b: 2} # c\n---\n"
    (region,) = conflicts_of(merge(ours, theirs, base))
    assert (region.ours, region.theirs, region.field) == ("{a: 3, b: 4}\n", "{a: 1, b: 2} # c\n", "")
    ours, theirs = with_field(ARTICLE, "title", "Mine"), ARTICLE.replace("'Bread'", "&b 'Bread'")
    (region,) = conflicts_of(merge(ours, theirs))
    assert (region.ours, region.field) == ("title: 'Mine' # of rye\n", "title")


def test_an_empty_field_beside_does_no_harm() -> None:
    base = ARTICLE.replace("tags:", "draft:\ntags:")
    ours, theirs = with_field(base, "title", "Mine"), with_field(base, "tags", ["a"])
    assert merged_text(merge(ours, theirs, base)) == with_field(theirs, "title", "Mine")


def test_lines_that_fit_and_fields_that_do_not_are_shown_as_a_whole() -> None:
    base = "---\na: &x 1\nb: 2\nc: 3\nd: 4\n---\n"
    ours = base.replace("d: 4", "d: *x")
    theirs = base.replace("&x 1", "&x 9")
    (region,) = merge(ours, theirs, base)
    assert (region.origin, region.is_exclusive) == (Origin.CONFLICT, True)
    assert (region.ours, region.theirs) == (ours, theirs)


@pytest.mark.parametrize(
    "theirs",
    [
        "Words without front matter.\n",
        "---\ntitle: [\n---\n\nFirst.\n",
        '+++\ntitle = "Brot"\n+++\n\nFirst.\n',
        "---\ntitle: x\n---First.\n",
    ],
)
def test_another_kind_of_front_matter_is_merged_by_lines(theirs: str) -> None:
    ours = with_field(ARTICLE, "title", "Mine")
    regions = merge(ours, theirs)
    assert "".join(region.theirs for region in regions) == theirs
    assert "".join(region.ours for region in regions) == ours
    assert conflicts_of(regions)


def test_toml_and_json_are_merged_too() -> None:
    base = '+++\ntitle = "a"\ntags = ["b"]\n+++\n'
    ours, theirs = base.replace('"a"', '"c"'), base.replace('["b"]', '["b", "d"]')
    assert merged_text(merge(ours, theirs, base)) == '+++\ntitle = "c"\ntags = ["b", "d"]\n+++\n'
    base = '{\n  "title": "a",\n  "x": 1,\n  "tags": ["b"]\n}\nText\n'
    ours, theirs = base.replace('"a"', '"c"'), base.replace('["b"]', '["d"]')
    regions = merge_articles(base, ours, theirs, takes_json=True)
    assert merged_text(regions) == base.replace('"a"', '"c"').replace('["b"]', '["d"]')
