"""The program's words in the user's language: gettext over resources/translations."""

from __future__ import annotations

import gettext
from typing import Final

from editor.paths import RESOURCES

LANGUAGES: Final = ("en", "fr")
_DOMAIN: Final = "article-editor"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Word everything in language (a code of LANGUAGES or a locale such as fr_CA) from now on.

    What has no translation stays English.
    """
    global _catalogue
    _catalogue = gettext.translation(_DOMAIN, RESOURCES / "translations", languages=[language], fallback=True)


def tr(message: str) -> str:
    """Answer message in the language in use."""
    return _catalogue.gettext(message)


def ntr(singular: str, plural: str, count: int) -> str:
    """Answer singular or plural for count in the language in use."""
    return _catalogue.ngettext(singular, plural, count)


def mark(message: str) -> str:
    """Answer message unchanged: found for translation here, worded by tr where it is shown."""
    return message
