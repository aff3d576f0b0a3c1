"""A blog's own templates of articles: Markdown files in templates/, Hugo's in archetypes/.

In one, {{title}}, {{date}} and {{slug}} stand for those of the new article; of Hugo's expressions those that
name .Title, .Date, .Name or .File.ContentBaseName do (Hugo's documentation, Archetypes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.article.faults import RefusedEdit
from editor.article.files import FileError, read_file
from editor.article.front_matter import read, set_raw, set_value
from editor.article.source import NotText, decode
from editor.blog.article_files import own_articles_of
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from editor.article.values import Value

TEMPLATE_FOLDERS: Final = ("templates", "archetypes")
_USUAL: Final = "default"
_PLACE: Final = re.compile(r"\{\{-?\s*([^{}]*?)\s*-?\}\}")
_NAMED: Final = {"title": "title", "date": "date", "slug": "slug"}
_OF_HUGO: Final = (
    (re.compile(r"\.Title\b|\|\s*title\b"), "title"),
    (re.compile(r"\.Date\b|\bnow\b"), "date"),
    (re.compile(r"\.Name\b|\.ContentBaseName\b|\.TranslationBaseName\b"), "slug"),
)
_MARK: Final = "articleeditor{}mark"
"""What stands in the place of a name while the front matter is read: a plain word in YAML and in TOML."""
_MARKED: Final = re.compile(_MARK.format("(title|date|slug)"))


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its name, the file's without its suffix; lines of text end in a line feed."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands for the names in a template; date is its source in the notation of the blog."""

    title: str
    slug: str
    day: str
    date_source: str

    def of(self, name: str) -> str:
        """Answer the words for a name; a date in words is ISO's."""
        return {"title": self.title, "slug": self.slug, "date": self.day}[name]


def templates_of(root: Path) -> tuple[Template, ...]:
    """Answer the templates of the blog at root that can be read, by name; of one name that of templates/."""
    found: dict[str, Template] = {}
    for folder in TEMPLATE_FOLDERS:
        for path in own_articles_of(root / folder):
            try:
                text = decode(read_file(path)).text
            except (FileError, NotText):
                continue
            found.setdefault(path.stem, Template(path.stem, text))
    return tuple(found[name] for name in sorted(found))


def template_for(templates: tuple[Template, ...], names: Iterable[str]) -> Template | None:
    """Answer the template that has the first of names that one has; else the one called default."""
    by_name = {template.name: template for template in templates}
    return next((by_name[name] for name in (*names, _USUAL) if name in by_name), None)


def filled(template: Template, filling: Filling) -> str:
    """Answer a template's text with its names filled in; what it cannot tell stays.

    In the front matter they are written as values are, in the quotes that they need.
    """
    text = _PLACE.sub(_marked, template.text)
    for entry in read(text).entries:
        value = _filled_value(entry.value, filling)
        if value == entry.value:
            continue
        try:
            if entry.value == _MARK.format("date") and not entry.raw.startswith(("'", '"')):
                edits = set_raw(text, entry.key, filling.date_source)
            else:
                edits = set_value(text, entry.key, value)
            text = apply_edits(text, edits)
        except RefusedEdit:
            continue  # the words take the place of the mark below
    return _MARKED.sub(lambda found: filling.of(found[1]), text)


def _marked(place: re.Match[str]) -> str:
    inside = place[1]
    name = _NAMED.get(inside.lower()) or next((name for form, name in _OF_HUGO if form.search(inside)), None)
    return _MARK.format(name) if name else place[0]


def _filled_value(value: Value, filling: Filling) -> Value:
    match value:
        case str():
            return _MARKED.sub(lambda found: filling.of(found[1]), value)
        case list():
            return [_filled_value(item, filling) for item in value]
        case dict():
            return {key: _filled_value(item, filling) for key, item in value.items()}
        case _:
            return value
