from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette

from editor.paths import RESOURCES
from editor.ui.theme import THEMES, Theme, load_theme, palette_of, style_sheet, system_theme_name

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_READ = [
    ("text", "base"),
    ("window_text", "window"),
    ("text", "selected_row"),
    ("soft_text", "window"),
    ("placeholder_text", "base"),
    ("highlighted_text", "highlight"),
    ("warning", "warning_wash"),
    ("error", "error_wash"),
    ("link", "base"),
]


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def _luminance(colour: QColor) -> float:
    """Answer the relative luminance (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_themes_have_the_same_roles() -> None:
    light, dark = (load_theme(name) for name in THEMES)
    assert light.colours.keys() == dark.colours.keys()
    assert light.syntax.keys() == dark.syntax.keys()
    assert (light.dark, dark.dark) == (False, True)


def test_every_colour_is_one(theme: Theme) -> None:
    styles = [it for style in theme.syntax.values() for it in (style.colour, style.background) if it]
    assert all(colour.isValid() for colour in (*theme.colours.values(), *styles))


@pytest.mark.parametrize(("ink", "paper"), _READ)
def test_words_can_be_read(theme: Theme, ink: str, paper: str) -> None:
    # WCAG 2.2, 1.4.3: 4.5 to 1 for text
    assert _contrast(theme.colour(ink), theme.colour(paper)) >= 4.5 - (ink == "placeholder_text")


def test_the_text_is_readable_in_its_colours(theme: Theme) -> None:
    pale = {
        role: round(_contrast(style.colour, style.background or theme.colour("base")), 2)
        for role, style in theme.syntax.items()
        if style.colour and _contrast(style.colour, style.background or theme.colour("base")) < 3.5
    }
    assert pale == {}


def test_an_unknown_role_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("no_such_role")


def test_the_style_sheet_has_every_name_filled_in(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet)
    for name in re.findall(r"url\(([^)]+)\)", sheet):
        assert name.startswith((RESOURCES / "icons").as_posix())
    assert all(line.count("{") == line.count("}") for line in sheet.splitlines())


def test_the_palette_shows_what_is_disabled(theme: Theme) -> None:
    palette = palette_of(theme)
    assert palette.color(QPalette.ColorRole.Base) == theme.colour("base")
    active = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
    assert active != palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)


@pytest.mark.usefixtures("qapp")
def test_the_system_has_one_of_the_themes() -> None:
    assert system_theme_name() in THEMES
