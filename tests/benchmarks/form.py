"""How soon a form is there: `python tests/benchmarks/form.py`; needs no display.

Prints medians over several openings of an article of 25 fields with a schema: fields made, shown, laid out
and painted, for the first time and with another article's form there before.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from editor.article.front_matter import read
from editor.blog.fields import form_fields
from editor.blog.schemas.guide import Collection, Guide
from editor.blog.schemas.shapes import (
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ImageShape,
    ListShape,
    NumberShape,
    ReferenceShape,
    SchemaField,
    TextShape,
)
from editor.ui.background import Background
from editor.ui.front_matter.pane import FrontMatterPane
from editor.ui.theme import load_theme, palette_of, style_sheet

if TYPE_CHECKING:
    from editor.blog.schemas.shapes import Shape

_OPENINGS: Final = 15
_PERSON: Final = GroupShape((SchemaField("name", TextShape()), SchemaField("site", TextShape(format="url"))))
_KINDS: Final[tuple[tuple[str, Shape, str], ...]] = (
    ("line", TextShape(longest=60), "Une journée au jardin 🌻"),
    ("description", TextShape(), "Quatre ingrédients, dix minutes de travail et une longue nuit. " * 3),
    ("date", DateShape(), "2022-07-08"),
    ("image", ImageShape(), "./garden.jpg"),
    ("tags", ListShape(TextShape()), "[garden, summer, bread, slow]"),
    ("flag", FlagShape(), "true"),
    ("number", NumberShape(1, 5), "4"),
    ("choice", ChoiceShape(("fr", "en", "de")), "fr"),
    ("reference", ReferenceShape("authors"), "ada"),
    ("person", _PERSON, "{name: Ada, site: 'https://example.org'}"),
)
_FIELDS: Final = 25


def main() -> None:
    """Open the form several times and print the medians."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    theme = load_theme("light")
    application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet(theme))
    window = QWidget()
    window.resize(700, 1000)
    background = Background(window)
    pane = FrontMatterPane(background, theme, "en", window)
    layout = QVBoxLayout(window)
    layout.addWidget(pane)
    layout.addStretch()
    window.show()
    application.processEvents()
    rules, head = _article()
    document = QTextDocument(window)
    document.setPlainText(head)
    collection = Collection(
        "blog", Path("blog"), fields=rules, has_schema=True, sources=("content.config.ts",)
    )
    guide = Guide(collection, entries={"authors": ("ada", "grace")})
    figures = []
    for _ in range(_OPENINGS):
        begun = time.perf_counter()
        pane.set_head_document(document)
        front_matter = read(head)
        order = [entry.key for entry in front_matter.entries]
        pane.show_fields(form_fields(front_matter, guide), order)
        shown = time.perf_counter()
        application.processEvents()
        pane.repaint()
        figures.append((1000 * (shown - begun), 1000 * (time.perf_counter() - begun)))
    made, painted = (statistics.median(row) for row in zip(*figures, strict=True))
    first = figures[0][1]
    sys.stdout.write(
        f"{len(rules)} fields   first {first:.0f} ms   then made {made:.0f} ms, painted {painted:.0f} ms"
        f"   ({_OPENINGS} openings)\n"
    )
    background.finish()


def _article() -> tuple[tuple[SchemaField, ...], str]:
    """Answer a schema of every kind of field, and an article's front matter that has them all."""
    rules: list[SchemaField] = []
    lines: list[str] = []
    for number in range(_FIELDS):
        key, shape, source = _KINDS[number % len(_KINDS)]
        rules.append(SchemaField(f"{key}{number}", shape, description="What it is for."))
        lines.append(f"{key}{number}: {source}\n")
    return tuple(rules), f"---\n{''.join(lines)}---\n"


if __name__ == "__main__":
    main()
