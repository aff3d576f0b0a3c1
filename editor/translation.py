"""The program's words in the user's language: gettext over resources/translations."""

from __future__ import annotations

import gettext
from typing import Final

from editor.paths import RESOURCES

_DOMAIN: Final = "article-editor"
_language: str = "en"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(name: str) -> None:
    """Word everything in the language called name (fr, fr_CA, fr-CA) from now on.

    What has no translation stays English.
    """
    global _catalogue, _language
    locale = name.replace("-", "_")
    _language = locale.partition("_")[0]
    _catalogue = gettext.translation(_DOMAIN, RESOURCES / "translations", languages=[locale], fallback=True)


def language() -> str:
    """Answer the code of the language in use, such as fr."""
    return _language


def tr(message: str) -> str:
    """Answer message in the language in use."""
    return _catalogue.gettext(message)


def ntr(singular: str, plural: str, count: int) -> str:
    """Answer singular or plural for count in the language in use."""
    return _catalogue.ngettext(singular, plural, count)


def mark(message: str) -> str:
    """Answer message unchanged: found for translation here, worded by tr where it is shown."""
    return message
