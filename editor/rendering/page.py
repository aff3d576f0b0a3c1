"""The page around an article's body: head, hero image, date and title as the blog template shows them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from typing import TYPE_CHECKING, Final, Literal

from editor.rendering.highlighting import code_styles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

Paint = Literal["light", "dark"]

_MONTHS: Final = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
}
# Between the rules of two styles, so that nothing of the first shows through the second.
_NO_LOOK: Final = "color: inherit; background: none; border: 0; font: inherit; text-decoration: none;"
_COLOUR_SCHEME: Final = re.compile(r"\(\s*prefers-color-scheme\s*(?::\s*(\w+)\s*)?\)", re.IGNORECASE)
_TRUE, _FALSE = "(min-width: 0)", "(max-width: 0)"
_UPDATED: Final = {"en": "Last updated on", "fr": "Dernière mise à jour le"}


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above the body and in the document's head; hero is an address as the page shall use it."""

    title: str
    description: str = ""
    day: date | None = None
    updated: date | None = None
    hero: str | None = None
    language: str = "en"
    author: str = ""


def written_day(day: date, language: str) -> str:
    """Answer day in words of language (a tag such as fr or fr-CA): "8 juillet 2022", "Jul 8, 2022".

    Languages other than French are worded as the blog template words them, in English.
    """
    known = _known(language)
    month = _MONTHS[known][day.month - 1]
    if known == "fr":
        return f"{'1er' if day.day == 1 else day.day} {month} {day.year}"
    return f"{month} {day.day}, {day.year}"


def hero_html(head: PageHead) -> str:
    """Answer the hero image's element, empty where the article has none."""
    if not head.hero:
        return ""
    return f'<div class="hero-image"><img src="{attribute(head.hero)}" alt=""></div>\n'


def title_html(head: PageHead) -> str:
    """Answer date, last update, title and rule, empty where the article has none of them."""
    lines = []
    if head.day or head.updated:
        lines.append(f'<div class="date">{_dates_html(head)}</div>')
    if head.title:
        lines.append(f"<h1>{escaped(head.title)}</h1>")
    if not lines:
        return ""
    return "\n".join(('<div class="title">', *lines, "<hr>", "</div>\n"))


def style_element(css: str) -> str:
    """Answer a style element around css, which cannot end the element."""
    closed = css.replace("</", r"<\/")
    return f"<style>\n{closed}\n</style>"


def meta_element(name: str, content: str, kind: str = "name") -> str:
    """Answer a meta element; kind is name, property (Open Graph) or http-equiv."""
    return f'<meta {kind}="{attribute(name)}" content="{attribute(content)}">'


def page_html(
    head: PageHead,
    body: str,
    elements: tuple[str, ...] = (),
    *,
    show_head: bool = True,
    paint: Paint | None = None,
) -> str:
    """Answer the whole document around body, which is trusted HTML.

    elements are ready-made elements for the document's head. Without show_head the body stands alone. paint
    settles light or dark, which otherwise follows the reader's system. The order and the classes are the ones
    of the official Astro blog template, so that a style sheet written for it fits.
    """
    theme = f' data-theme="{paint}"' if paint else ""
    described = (meta_element("description", head.description),) if head.description else ()
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{attribute(head.language)}"{theme}>',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(head.title or head.description or 'Article')}</title>",
            *described,
            *elements,
            "</head>",
            "<body>",
            "<main>",
            f"<article>\n{hero_html(head) if show_head else ''}"
            f'<div class="prose">\n{title_html(head) if show_head else ""}{body}</div>',
            "</article>",
            "</main>",
            "</body>",
            "</html>\n",
        )
    )


def colour_rules(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Answer the CSS that names the colours of both themes as variables, a theme's code_wash as --code-wash.

    Light is the default and the only one on paper; dark follows the reader's system unless the document's
    data-theme says otherwise.
    """
    chosen = colour_variables(dark, "dark")
    return "\n".join(
        (
            f":root {{ {colour_variables(light, 'light')} }}",
            "@media screen and (prefers-color-scheme: dark) "
            f'{{ :root:not([data-theme="light"]) {{ {chosen} }} }}',
            f'@media screen {{ :root[data-theme="dark"] {{ {chosen} }} }}',
        )
    )


@cache
def reading_style(resources: Path) -> str:
    """Answer the built-in reading style with the colours of both themes, from the program's resources."""
    light, dark = (
        tomllib.loads((resources / "themes" / f"{name}.toml").read_text("utf-8"))
        for name in ("light", "dark")
    )
    css = _sheet(resources, "boxes") + _sheet(resources, "article")
    code = _code_rules(light["code"]["style"], dark["code"]["style"])
    return f"{colour_rules(light['colours'], dark['colours'])}\n{css}\n{code}"


def page_style(css: str, resources: Path, paint: Paint) -> str:
    """Answer a blog's own style sheet as the style of a page in paint, over boxes, measures, code colours.

    The page is light or dark whatever the system is: what css says for the system's setting follows paint.
    """
    theme = tomllib.loads((resources / "themes" / f"{paint}.toml").read_text("utf-8"))
    code = _classes(theme["code"]["style"], "pre code")
    layers = f"{_sheet(resources, 'boxes')}{_sheet(resources, 'site')}@layer site {{\n{code}}}\n"
    settled = _COLOUR_SCHEME.sub(partial(_settled, paint), css)
    return f"{layers}{settled}\n:root {{ color-scheme: {paint} !important; }}\n"


def _settled(paint: Paint, feature: re.Match[str]) -> str:
    """Answer a media feature that holds, or does not, as the one on the system's setting does for paint."""
    return _TRUE if feature[1] is None or feature[1].lower() == paint else _FALSE


def _sheet(resources: Path, name: str) -> str:
    return (resources / "styles" / f"{name}.css").read_text("utf-8")


def _code_rules(light: str, dark: str) -> str:
    """Answer the colours of code in two styles of Pygments, each under the conditions of its theme."""
    by_system, chosen = (
        f"{selector} span {{ {_NO_LOOK} }}\n{_classes(dark, selector)}"
        for selector in (':root:not([data-theme="light"]) pre code', ':root[data-theme="dark"] pre code')
    )
    return (
        f"{_classes(light, 'pre code')}"
        f"@media screen and (prefers-color-scheme: dark) {{\n{by_system}}}\n"
        f"@media screen {{\n{chosen}}}\n"
    )


def _classes(style: str, selector: str) -> str:
    """Answer the rules of the classes; the ground that the code stands on is the reading style's own."""
    rules = code_styles(style, selector).splitlines(keepends=True)
    return "".join(rule for rule in rules if not rule.startswith(f"{selector} {{"))


def _known(language: str) -> str:
    primary = language.replace("_", "-").partition("-")[0].lower()
    return primary if primary in _MONTHS else "en"


def _dates_html(head: PageHead) -> str:
    shown = "" if head.day is None else _time_html(head.day, head.language)
    if head.updated is None:
        return shown
    words = _UPDATED[_known(head.language)]
    return f'{shown}<div class="last-updated-on">{words} {_time_html(head.updated, head.language)}</div>'


def _time_html(day: date, language: str) -> str:
    return f'<time datetime="{day.year:04}-{day.month:02}-{day.day:02}">{written_day(day, language)}</time>'


def colour_variables(colours: Mapping[str, str], scheme: str) -> str:
    """Answer the declarations of colours as variables, code_wash as --code-wash; scheme is light or dark."""
    named = (f"--{name.replace('_', '-')}: {value};" for name, value in colours.items())
    return " ".join((f"color-scheme: {scheme};", *named))


def escaped(text: str) -> str:
    """Answer text as it is written between the tags of HTML."""
    # A bare carriage return would be read as a line feed.
    return escape(text, quote=False).replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Answer text as it is written in the quotes of an attribute."""
    return escape(text).replace("\r", "&#13;")
