"""The colours of the window: a theme file becomes palette, syntax styles and style sheet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QColor, QGuiApplication, QPalette, Qt

from editor.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES: Final = ("light", "dark")
_PALETTE_ROLES: Final = {
    "window": QPalette.ColorRole.Window,
    "window_text": QPalette.ColorRole.WindowText,
    "base": QPalette.ColorRole.Base,
    "alternate_base": QPalette.ColorRole.AlternateBase,
    "text": QPalette.ColorRole.Text,
    "placeholder_text": QPalette.ColorRole.PlaceholderText,
    "button": QPalette.ColorRole.Button,
    "button_text": QPalette.ColorRole.ButtonText,
    "highlight": QPalette.ColorRole.Highlight,
    "highlighted_text": QPalette.ColorRole.HighlightedText,
    "link": QPalette.ColorRole.Link,
    "tool_tip": QPalette.ColorRole.ToolTipBase,
    "tool_tip_text": QPalette.ColorRole.ToolTipText,
}


@dataclass(frozen=True, slots=True)
class SyntaxStyle:
    """How one role of the Markdown or of the front matter's text is drawn."""

    colour: QColor | None = None
    background: QColor | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its name, whether it is dark, colours by role, syntax styles by role."""

    name: str
    dark: bool
    colours: Mapping[str, QColor]
    syntax: Mapping[str, SyntaxStyle]
    code_style: str

    def colour(self, role: str) -> QColor:
        """Answer the colour of a role of the theme file's palette.

        Raises KeyError where the theme has no such role.
        """
        return self.colours[role]


def load_theme(name: str) -> Theme:
    """Answer the theme of resources/themes called name (one of THEMES)."""
    data = tomllib.loads((RESOURCES / "themes" / f"{name}.toml").read_text("utf-8"))
    named = {key: QColor(value) for key, value in data["colours"].items()}
    return Theme(
        name=name,
        dark=data["dark"],
        colours={role: named[colour] for role, colour in data["palette"].items()},
        syntax={role: _syntax_style(style, named) for role, style in data["syntax"].items()},
        code_style=data["code"]["style"],
    )


def system_theme_name() -> str:
    """Answer the theme that follows the system's light or dark setting."""
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def palette_of(theme: Theme) -> QPalette:
    """Answer the Qt palette of a theme, with faded colours for what is disabled."""
    palette = QPalette()
    for role, qt_role in _PALETTE_ROLES.items():
        palette.setColor(qt_role, theme.colour(role))
    faded = theme.colour("placeholder_text")
    for qt_role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, faded)
    return palette


def style_sheet(theme: Theme) -> str:
    """Answer the window's style sheet in the colours of theme."""
    sheet = (RESOURCES / "themes" / "window.qss").read_text("utf-8")
    sheet = sheet.replace("@icons", (RESOURCES / "icons").as_posix())
    # The longest names first: @text must not eat the beginning of a longer one.
    for role in sorted(theme.colours, key=len, reverse=True):
        sheet = sheet.replace(f"@{role}", theme.colour(role).name())
    return sheet


def _syntax_style(style: Mapping[str, Any], named: Mapping[str, QColor]) -> SyntaxStyle:
    colours = {"colour", "background"}
    arguments: dict[str, Any] = {
        key: named[value] if key in colours else value for key, value in style.items()
    }
    return SyntaxStyle(**arguments)
