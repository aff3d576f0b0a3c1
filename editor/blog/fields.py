"""The fields of an article's form: what its front matter holds, and what its blog's template expects."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from editor.article.dates import read_date, write_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from editor.article.front_matter import Entry, FrontMatter
    from editor.article.values import Value
    from editor.blog.schemas.shapes import SchemaField

FieldKind = Literal[
    "line",
    "text",
    "date",
    "image",
    "tags",
    "flag",
    "number",
    "choice",
    "reference",
    "list",
    "group",
    "groups",
    "raw",
]

_LONG_LINE: Final = 80
_LONG_TAG: Final = 60
_SEVERAL: Final = 2
_INDENTATION: Final = 2
# What search engines show of a page before they cut it, in characters.
_ADVISED_LENGTHS: Final = {"title": 60, "description": 160}
# The input formats of astro:assets.
_IMAGE_ADDRESS: Final = re.compile(
    r"[^\n]+\.(?:jpe?g|a?png|tiff|webp|gif|svg|avif)(?:[?#]\S*)?", re.IGNORECASE
)

_TEXT_WORDS: Final = frozenset({"description", "excerpt", "summary", "abstract", "intro"})
_DATE_WORDS: Final = frozenset(
    {
        "date",
        "datetime",
        "pubdate",
        "publish",
        "published",
        "update",
        "updated",
        "modified",
        "created",
        "lastmod",
    }
)
_IMAGE_WORDS: Final = frozenset(
    {"image", "heroimage", "img", "cover", "banner", "thumbnail", "photo", "picture"}
)
_TAGS_WORDS: Final = frozenset({"tags", "categories", "keywords"})

# The fields of Astro's blog template in its order, then tags; with the other names that blogs give them.
_TEMPLATE: Final[tuple[tuple[str, FieldKind, frozenset[str]], ...]] = (
    ("title", "line", frozenset({"title"})),
    ("description", "text", frozenset({"description", "excerpt", "summary"})),
    (
        "pubDate",
        "date",
        frozenset(
            {"pubdate", "date", "publishdate", "publisheddate", "publishedon", "published", "pubdatetime"}
            | {"datecreated", "datepublished", "publishedat", "created"}
        ),
    ),
    (
        "updatedDate",
        "date",
        frozenset(
            {"updateddate", "updated", "updatedon", "lastupdated", "lastupdate", "lastmod", "lastmodified"}
            | {"modified", "moddatetime", "datemodified", "dateupdated"}
            | {"updatedat", "lastupdatedat"}
        ),
    ),
    (
        "heroImage",
        "image",
        frozenset(
            {"heroimage", "hero", "image", "img", "cover", "coverimage", "banner", "thumbnail", "cardimage"}
            | {"featuredimage", "ogimage"}
        ),
    ),
    ("tags", "tags", frozenset({"tags", "keywords"})),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the form.

    raw is the value's YAML source; present is False for a field that is only offered; editable is False
    where the value can be changed in the front matter's text only. rule is what the schema says of the key,
    None where it says nothing; is_known is False for a key that a schema there is does not know. words are
    those that other articles have here, with their counts.
    """

    key: str
    kind: FieldKind
    value: Value
    raw: str = ""
    present: bool = True
    editable: bool = True
    rule: SchemaField | None = None
    is_known: bool = True
    words: tuple[tuple[str, int], ...] = ()


def form_fields(front_matter: FrontMatter) -> tuple[Field, ...]:
    """Answer the article's own fields in the file's order, then the template's that it lacks.

    Nothing is offered where the form could not write it: TOML, broken YAML.
    """
    present = tuple(_present_field(entry) for entry in front_matter.entries)
    if front_matter.format == "toml" or front_matter.fault is not None:
        return present
    taken = {_plain(field.key) for field in present if field.kind != "flag"}
    offered = (
        Field(key, kind, [] if kind == "tags" else "", present=False)
        for key, kind, names in _TEMPLATE
        if not names & taken
    )
    return (*present, *offered)


def advised_length(key: str) -> int | None:
    """Answer how many characters of a field search engines show, None where there is no such limit."""
    return _ADVISED_LENGTHS.get(key)


def template_key(key: str) -> str | None:
    """Answer which of the template's fields key is another name of, None where of none."""
    plain = _plain(key)
    return next((name for name, _, names in _TEMPLATE if plain in names), None)


def date_notation(fields: Iterable[Field], key: str) -> str:
    """Answer the YAML source whose notation a date of key is to be written in, "" where none is known.

    Its own, or else that of the article's first date.
    """
    sources = {
        field.key: field.raw
        for field in fields
        if field.kind == "date" and field.present and read_date(field.value) is not None
    }
    return sources.get(key) or next(iter(sources.values()), "")


def date_source(day: date, like: str) -> str:
    """Answer the YAML source of a day in the notation of like, another source; in ISO where like is no date.

    ISO without quotes is the notation that every zone reads as the same day.
    """
    quote = like[:1] if like[:1] in ("'", '"') else ""
    return quote + write_date(day, like.strip(quote) if quote else like) + quote


def outdented(raw: str, value: Value) -> tuple[str, str]:
    """Answer the YAML source of a value as if it began in the first column, and the indentation taken away.

    In the file only its first line lacks its indentation. That of a block with a single item is a guess:
    nothing stands below its first line in the same column.
    """
    first, *rest = raw.split("\n")
    depths = [len(line) - len(line.lstrip(" ")) for line in rest if line.strip()]
    depth = min(depths, default=0)
    is_flow = first.startswith(("[", "{"))
    if isinstance(value, list | dict) and len(value) < _SEVERAL and not is_flow:
        depth = max(0, depth - _INDENTATION)
    return "\n".join([first, *(line[depth:] for line in rest)]), " " * depth


def indented(source: str, indentation: str) -> str:
    """Answer YAML source with the indentation that outdented took away."""
    first, *rest = source.split("\n")
    return "\n".join([first, *(indentation + line if line.strip() else line for line in rest)])


def _present_field(entry: Entry) -> Field:
    kind = _kind(entry.key, entry.value)
    value = entry.value
    if kind in ("line", "text", "image") and not isinstance(value, str):
        value = "" if value is None else entry.raw
    return Field(entry.key, kind, value, entry.raw, editable=entry.editable)


def _kind(key: str, value: Value) -> FieldKind:
    if isinstance(value, list):
        return "tags" if all(isinstance(item, str) and _is_tag(item) for item in value) else "raw"
    if isinstance(value, dict):
        return "raw"
    if _plain(key) == "title":
        return "text" if isinstance(value, str) and _has_lines(value) else "line"
    if _last_word(key) in _TEXT_WORDS:
        return "text"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int | float):
        return "number" if math.isfinite(value) else "raw"
    if value is None:
        return _kind_of_nothing(key)
    return _kind_of_string(key, value) if isinstance(value, str) else "date"


def _kind_of_string(key: str, value: str) -> FieldKind:
    if _DATE_WORDS.intersection(_words(key)) and (not value.strip() or read_date(value) is not None):
        return "date"
    if _is_image(key, value):
        return "image"
    return "text" if len(value) > _LONG_LINE or _has_lines(value) else "line"


def _kind_of_nothing(key: str) -> FieldKind:
    if _last_word(key) in _IMAGE_WORDS:
        return "image"
    if _last_word(key) in _TAGS_WORDS:
        return "tags"
    return "date" if _DATE_WORDS.intersection(_words(key)) else "raw"


def _is_image(key: str, value: str) -> bool:
    is_one_word = not re.search(r"\s", value)
    if _last_word(key) in _IMAGE_WORDS and is_one_word:
        return True
    return (is_one_word or "/" in value) and _IMAGE_ADDRESS.fullmatch(value) is not None


def _is_tag(item: str) -> bool:
    return len(item) <= _LONG_TAG and "\n" not in item


def _has_lines(value: str) -> bool:
    # A block scalar ends in a line end of its own; that alone makes no second line.
    return "\n" in value.removesuffix("\n")


def _words(key: str) -> tuple[str, ...]:
    apart = re.sub(r"(?<=[^\W_A-Z])(?=[A-Z])", " ", key)
    return tuple(word.lower() for word in re.split(r"[\W_]+", apart) if word)


def _last_word(key: str) -> str:
    return next(reversed(_words(key)), "")


def _plain(key: str) -> str:
    return re.sub(r"[\W_]+", "", key).lower()
