"""The translations: messages taken from the code into resources/translations, and compiled for gettext."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from editor import __version__

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "resources" / "translations"
LANGUAGES: Final = ("fr",)
KEYWORDS: Final = {"tr": None, "mark": None, "ntr": (1, 2)}


def messages() -> Catalog:
    """Answer the messages of the program's code, untranslated."""
    catalogue = Catalog()
    for path in sorted((ROOT / "editor").rglob("*.py")):
        for _line, message, comments, context in extract_from_file("python", path, KEYWORDS):
            catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def path_of(language: str, suffix: str) -> Path:
    """Answer where gettext looks for the language's catalogue with this suffix (.po or .mo)."""
    return FOLDER / language / "LC_MESSAGES" / f"article-editor{suffix}"


def translated(language: str) -> Catalog:
    """Answer the language's catalogue as it is written."""
    path = path_of(language, ".po")
    if not path.is_file():
        return _new(language)
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def _new(language: str) -> Catalog:
    now = datetime.now(UTC)
    return Catalog(
        language,
        header_comment=f"# The words of Article Editor in {Locale(language).english_name}.",
        project="Article Editor",
        version=__version__,
        last_translator="Article Editor contributors",
        language_team=Locale(language).english_name,
        creation_date=now,
        revision_date=now,
        fuzzy=False,
    )


def untranslated(catalogue: Catalog) -> list[str]:
    """Answer the messages of the catalogue that lack words, in one of their forms or in all."""
    return [_words(message.id)[0] for message in catalogue if message.id and not all(_words(message.string))]


def _words(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def updated(language: str) -> Catalog:
    """Answer the language's catalogue with exactly the messages of the code."""
    catalogue, template = translated(language), messages()
    template.creation_date = catalogue.creation_date  # else every update changes a line
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """Answer the catalogue as translators edit it: sorted and without line numbers, for small differences."""
    target = io.BytesIO()
    write_po(target, catalogue, no_location=True, sort_output=True, ignore_obsolete=True, width=110)
    return target.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Answer the catalogue as gettext reads it."""
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def main() -> None:
    """Update and compile the catalogue of every language."""
    for language in LANGUAGES:
        catalogue = updated(language)
        path_of(language, ".po").parent.mkdir(parents=True, exist_ok=True)
        path_of(language, ".po").write_bytes(po_bytes(catalogue))
        path_of(language, ".mo").write_bytes(mo_bytes(catalogue))
        print(f"{language}: {len(catalogue)} messages, {len(untranslated(catalogue))} to translate")


if __name__ == "__main__":
    main()
