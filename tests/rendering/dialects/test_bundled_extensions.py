"""Which extensions and options of a site are taken."""

from __future__ import annotations

import pytest

from editor.rendering.dialects.bundled_extensions import taken
from editor.text.markdown_extensions import MarkdownExtension, Setting, Untold


@pytest.mark.parametrize(
    ("name", "unknown"),
    [
        ("toc", ()),
        ("markdown.extensions.toc", ()),
        ("markdown.extensions.toc:TocExtension", ()),
        ("extra", ()),
        ("pymdownx.superfences", ("pymdownx.superfences",)),
        ("os", ("os",)),
        ("markdown.extensions.os", ("os",)),
        ("MyExtension()", ("MyExtension()",)),
        ("", ("",)),
    ],
)
def test_only_what_comes_with_the_package_is_taken(name: str, unknown: tuple[str, ...]) -> None:
    assert taken([MarkdownExtension(name), MarkdownExtension(name)]).unknown == unknown


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("toc", {"permalink": True, "toc_depth": 3}, {"permalink": True, "toc_depth": "3"}),
        (
            "toc",
            {"anchorlink": "yes", "permalink_leading": "Off"},
            {"anchorlink": True, "permalink_leading": False},
        ),
        ("toc", {"toc_depth": "2-4", "baselevel": "2"}, {"toc_depth": "2-4", "baselevel": "2"}),
        ("footnotes", {"BACKLINK_TITLE": "n° %d", "UNIQUE_IDS": True}, {"BACKLINK_TITLE": "n° %d"}),
        ("smarty", {"substitutions": {"ellipsis": "…"}}, {"substitutions": {"ellipsis": "…"}}),
        ("codehilite", {"linenums": False, "pygments_style": "x", "css_class": "a"}, {"css_class": "a"}),
    ],
)
def test_options_are_taken_as_they_are_meant(
    name: str, options: dict[str, Setting], expected: dict[str, object]
) -> None:
    found = taken([MarkdownExtension(name, options)])
    assert (found.options[name], found.unknown) == (expected, ())


@pytest.mark.parametrize(
    ("name", "option", "value"),
    [
        ("admonition", "anything", 1),
        ("codehilite", "cssfile", "a.css"),
        ("codehilite", "pygments_formatter", "img"),
        ("codehilite", "linenums", True),
        ("footnotes", "BACKLINK_TITLE", "{0.__class__}"),
        ("footnotes", "SUPERSCRIPT_TEXT", "{:>9999999999}"),
        ("footnotes", "SUPERSCRIPT_TEXT", "{}{}"),
        ("footnotes", "SEPARATOR", 5),
        ("footnotes", "PLACE_MARKER", "a" * 301),
        ("smarty", "smart_quotes", "perhaps"),
        ("smarty", "smart_quotes", None),
        ("smarty", "substitutions", []),
        ("smarty", "substitutions", {"a": 1}),
        ("smarty", "substitutions", {str(number): "" for number in range(201)}),
        ("toc", "baselevel", "1-2"),
        ("toc", "baselevel", True),
        ("toc", "toc_depth", "0"),
        ("toc", "toc_depth", "1-9999999999"),
        ("toc", "title", Untold("f()")),
        ("toc", "permalink", Untold("!!python/name:f")),
        ("toc", "slugify", Untold("my_slugify")),
        ("toc", "slugify", Untold("pymdownx.slugs.slugify(percent_encode=True)")),
        ("toc", "slugify", None),
        ("wikilinks", "build_url", Untold("f")),
    ],
)
def test_what_an_option_is_not_meant_to_be_is_named(name: str, option: str, value: Setting) -> None:
    found = taken([MarkdownExtension(name, {option: value})])
    assert (found.options[name], found.unknown) == ({}, (f"{name} ({option})",))


@pytest.mark.parametrize(
    ("slugify", "slug"),
    [
        ("slugify", None),
        ("markdown.extensions.toc.slugify", "lete-a-paris"),
        ("markdown.extensions.toc.slugify_unicode", "lété-à-paris"),
        ("!!python/name:markdown.extensions.toc.slugify_unicode", "lété-à-paris"),
        ("!!python/name:pymdownx.slugs.uslugify", "lété-à--paris"),
        ("!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}", "lété-à--paris"),
        ("!!python/object/apply:pymdownx.slugs.slugify {}", "lÉté-à--Paris"),
    ],
)
def test_the_makers_of_ids_that_generators_name_are_known(slugify: str, slug: str | None) -> None:
    options = taken([MarkdownExtension("toc", {"slugify": Untold(slugify)})]).options["toc"]
    made = options["slugify"]("l’Été à  Paris", "-") if options else None
    assert made == slug


def test_a_part_of_extra_may_have_options() -> None:
    found = taken([MarkdownExtension("extra", {"footnotes": {"SEPARATOR": "-"}, "toc": None})])
    assert found.options["footnotes"] == {"SEPARATOR": "-"}
    assert list(found.options) == [
        "fenced_code",
        "footnotes",
        "attr_list",
        "def_list",
        "tables",
        "abbr",
        "md_in_html",
    ]
