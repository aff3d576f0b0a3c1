"""The fields of an article's form: what its front matter holds, and what its blog expects of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from editor.article.date_reading import reading_of
from editor.article.dates import read_date, write_date, write_moment
from editor.article.timestamps import NOTATION
from editor.blog.field_kinds import FieldKind as FieldKind
from editor.blog.field_kinds import kind_of_shape, kind_of_value, plain_key
from editor.blog.schemas.guide import NO_GUIDE
from editor.blog.schemas.resolving import resolved
from editor.blog.schemas.shapes import ANYTHING, ChoiceShape, DateShape, ListShape, ReferenceShape
from editor.blog.value_source import words_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from editor.article.fences import Format
    from editor.article.front_matter import Entry, FrontMatter
    from editor.article.values import Value
    from editor.blog.schemas.guide import Guide, KeyUsage
    from editor.blog.schemas.shapes import SchemaField, Shape

_SEVERAL: Final = 2
_INDENTATION: Final = 2
# What search engines show of a page before they cut it, in characters.
_ADVISED_LENGTHS: Final = {"title": 60, "description": 160}

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

# What the editors of absent fields show; the others show an empty text.
_ABSENT: Final[Mapping[FieldKind, Value]] = {
    "tags": [],
    "list": [],
    "groups": [],
    "group": {},
    "number": None,
    "flag": None,
    "choice": None,
    "scalar": None,
    "raw": None,
}
_OF_TEXT: Final = ("line", "text", "image", "reference")


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the form.

    raw is the value's source in the language of the front matter, format; present is False for a field that
    is only offered; editable is False where the value can be changed in the front matter's text only. rule
    is what the schema says of the key, None where it says nothing; is_known is False for a key that a schema
    there is does not know. words are those that other articles have here, with their counts; entries are the
    ids of the collections that may be referred to. notation is the source of a date as other articles
    write it here.
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
    entries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    format: Format = "yaml"
    notation: str = ""

    @property
    def shape(self) -> Shape:
        """The shape that the schema allows the value; of several that which the value has."""
        if self.rule is None:
            return ANYTHING
        return resolved(self.rule.shape, self.value if self.present else None)

    @property
    def allowed(self) -> tuple[str, ...] | None:
        """The texts that the value, or an item of the list, may be; None where nobody knows of limits."""
        shape = self.shape.item if isinstance(self.shape, ListShape) else self.shape
        if isinstance(shape, ReferenceShape):
            return self.entries.get(shape.collection)
        if isinstance(shape, ChoiceShape):
            return tuple(choice for choice in shape.choices if isinstance(choice, str))
        return None

    @property
    def offers(self) -> tuple[tuple[str, int], ...]:
        """The texts to complete from, with how many articles have them; the most frequent first."""
        if self.allowed is None:
            return self.words
        counts = dict(self.words)
        return tuple(sorted(((text, counts.get(text, 0)) for text in self.allowed), key=_fewer))


@dataclass(frozen=True, slots=True)
class Given:
    """What a field is made of: its value and source in the article, and what the blog knows of its key.

    entry is None where the article has no such key.
    """

    entry: Entry | None
    rule: SchemaField | None = None
    is_known: bool = True
    words: tuple[tuple[str, int], ...] = ()
    notation: str = ""


def form_fields(front_matter: FrontMatter, guide: Guide = NO_GUIDE) -> tuple[Field, ...]:
    """Answer the fields of an article's form.

    Where the blog has a schema: its fields in its order, then the article's others. Where it has none: the
    article's own in the order of the file, then those that other articles have, or else the template's.
    Nothing is offered where the form could not write it: in JSON, or in what cannot be read.
    """
    known = guide.collection.fields if guide.collection else ()
    has_schema = guide.collection is not None and guide.collection.has_schema
    rules = {rule.key: rule for rule in known}
    used = {usage.key: usage for usage in guide.usage.keys}
    entries = {entry.key: entry for entry in front_matter.entries}
    order = [*rules, *entries] if has_schema else [*entries, *rules]
    is_offering = front_matter.fault is None and front_matter.format != "json"
    fields = tuple(
        made_field(
            key,
            _given(entries.get(key), rules.get(key), used.get(key), is_known=key in rules or not has_schema),
            guide.entries,
            front_matter.format,
        )
        for key in dict.fromkeys(order)
        if key in entries or is_offering
    )
    if known or not is_offering:
        return fields
    return (*fields, *_template_fields(fields, front_matter.format))


def _given(entry: Entry | None, rule: SchemaField | None, usage: KeyUsage | None, *, is_known: bool) -> Given:
    words, notation = (usage.words, usage.notation) if usage else ((), "")
    return Given(entry, rule, is_known, words, notation)


def advised_length(key: str) -> int | None:
    """Answer how many characters of a field search engines show, None where there is no such limit."""
    return _ADVISED_LENGTHS.get(key)


def template_key(key: str) -> str | None:
    """Answer which of the template's fields key is another name of, None where of none."""
    plain = plain_key(key)
    return next((name for name, _, names in _TEMPLATE if plain in names), None)


def date_notation(fields: Iterable[Field], key: str) -> str:
    """Answer the source whose notation a date of key is to be written in, "" where none is known.

    Its own, or else that of the article's first date, or else that of other articles: here, or anywhere.
    A date that the schema does not coerce is never written like text.
    """
    dates = [field for field in fields if field.kind == "date"]
    own = [field for field in dates if field.key == key]
    written = [field for field in own + dates if field.present and read_date(field.value) is not None]
    sources = [field.raw if field.key == key else _at_midnight(field.raw) for field in written]
    sources += [_at_midnight(field.notation) for field in own + dates if field.notation]
    if any(field.shape == DateShape(is_coerced=False) for field in own):
        sources = [source for source in sources if NOTATION.fullmatch(source)]
    return next(iter(sources), "")


def date_source(day: date, like: str, notation: Format = "yaml") -> str:
    """Answer the source of a day in the notation of like, another source; in ISO where like is no date.

    The time that like has is kept. ISO without quotes is the notation that every zone reads as the same day.
    notation is that of the front matter; like may be another's.
    """
    quote, text = _unquoted(like)
    return _quoted(write_date(day, text), quote, notation)


def moment_source(moment: datetime | date, like: str, notation: Format = "yaml") -> str:
    """Answer the source of a moment in the notation of like; a day alone loses the time that like has."""
    quote, text = _unquoted(like)
    return _quoted(write_moment(moment, text), quote, notation)


def _quoted(text: str, quote: str, notation: Format) -> str:
    """Answer the source of a date's text; what YAML takes for text without quotes needs them in TOML."""
    source = quote + text + quote
    return words_source(source, notation) if notation == "toml" else source


def _at_midnight(source: str) -> str:
    """Answer the source of a date with its time, if it has one, set to midnight: another's means nothing.

    East of Greenwich to when it is midnight there: at its own one the day before is read.
    """
    reading = reading_of(_unquoted(source)[1])
    if reading is None or reading.written is None or not reading.clock:
        return source
    midnight = reading.written.replace(hour=0, minute=0, second=0, microsecond=0)
    return moment_source(midnight + timedelta(seconds=max(reading.offset or 0, 0)), source)


def _unquoted(source: str) -> tuple[str, str]:
    """Answer the quote of a source, "" for none, and the text within."""
    quote = source[:1] if source[:1] in ("'", '"') else ""
    return quote, source.strip(quote) if quote else source


def outdented(field: Field) -> tuple[str, str]:
    """Answer the source of a field as if it began in the first column, and the indentation taken away.

    In the file only its first line lacks its indentation. That of a block with a single item is a guess:
    nothing stands below its first line in the same column. In TOML indentation may be part of a text.
    """
    if field.format == "toml":
        return field.raw, ""
    value = field.value
    first, *rest = field.raw.split("\n")
    depths = [len(line) - len(line.lstrip(" ")) for line in rest if line.strip()]
    depth = min(depths, default=0)
    is_flow = first.startswith(("[", "{"))
    if isinstance(value, list | dict) and len(value) < _SEVERAL and not is_flow:
        depth = max(0, depth - _INDENTATION)
    return "\n".join([first, *(line[depth:] for line in rest)]), " " * depth


def indented(source: str, indentation: str) -> str:
    """Answer a source with the indentation that outdented took away."""
    first, *rest = source.split("\n")
    return "\n".join([first, *(indentation + line if line.strip() else line for line in rest)])


def _template_fields(present: tuple[Field, ...], notation: Format) -> Iterable[Field]:
    taken = {plain_key(field.key) for field in present if field.kind != "flag"}
    for key, kind, names in _TEMPLATE:
        if not names & taken:
            yield Field(key, kind, [] if kind == "tags" else "", present=False, format=notation)


def made_field(
    key: str, given: Given, entries: Mapping[str, tuple[str, ...]], notation: Format = "yaml"
) -> Field:
    """Answer the field of key, made of what is given; entries and notation are those of the article."""
    entry = given.entry
    kind = _kind(key, given)
    if entry is None:
        value, raw, editable = _ABSENT.get(kind, ""), "", True
    else:
        value, raw, editable = _shown(kind, entry), entry.raw, entry.editable
    return Field(
        key,
        kind,
        value,
        raw,
        present=entry is not None,
        editable=editable,
        rule=given.rule,
        is_known=given.is_known,
        words=given.words,
        entries=entries,
        format=notation,
        notation=given.notation,
    )


def _kind(key: str, given: Given) -> FieldKind:
    value = given.entry.value if given.entry else None
    rule = given.rule
    if rule is None:
        return kind_of_value(key, value)
    guess = kind_of_value(key, value)
    if rule.source == "articles" and value is not None and guess != "raw":
        return guess  # what other articles have is no law
    return kind_of_shape(key, resolved(rule.shape, value), value, (word for word, _ in given.words))


def _shown(kind: FieldKind, entry: Entry) -> Value:
    """Answer the value as the field's editor takes it: text for those that edit text."""
    if kind in _OF_TEXT and not isinstance(entry.value, str):
        return "" if entry.value is None else entry.raw
    return entry.value


def _fewer(word: tuple[str, int]) -> int:
    return -word[1]
