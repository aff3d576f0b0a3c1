"""What the web shows of an article elsewhere than on its page: a search result, and a card when shared."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from editor.rendering.page import attribute, colour_variables, escaped

if TYPE_CHECKING:
    from pathlib import Path

    from editor.rendering.page import PageHead

_SPACES: Final = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where on the web the article will be: the site's host (empty: not known), and the way down to it."""

    host: str
    trail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words of the cards in the writer's language; length and excess have {count} and {limit} in them."""

    search: str
    social: str
    title: str
    description: str
    length: str
    excess: str
    no_title: str
    no_description: str
    no_image: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Characters of title and description that are shown of them; what follows is cut off."""

    title: int
    description: int


def cut(text: str, limit: int) -> tuple[str, str]:
    """Answer what is shown of text, and what is cut off: after a word, and at limit characters at most."""
    if len(text) <= limit:
        return text, ""
    # A sign stands for what is missing, and needs a place.
    end = text.rfind(" ", 0, limit)
    end = end if end > 0 else limit - 1
    return text[:end], text[end:]


def cards_html(head: PageHead, place: CardPlace, words: CardWords, limits: Limits) -> str:
    """Answer the elements of an article's search result and card; its hero image is cut to 1200 x 630."""
    title = _text("title", head.title, limits.title, words.no_title)
    description = _text("description", head.description, limits.description, words.no_description)
    lengths = "".join(
        (
            _length(words.title, head.title, limits.title, words),
            _length(words.description, head.description, limits.description, words),
        )
    )
    language = attribute(head.language)
    image = f'<img src="{attribute(head.hero)}" alt="">' if head.hero else _empty(words.no_image)
    host = f'<div class="host">{escaped(place.host)}</div>' if place.host else ""
    return (
        f'<section><h2>{escaped(words.search)}</h2><div class="result" lang="{language}">'
        f"{_site(place)}{title}{description}</div>{lengths}</section>\n"
        f'<section><h2>{escaped(words.social)}</h2><div class="card" lang="{language}">'
        f'<div class="image">{image}</div><div class="text">{host}{title}{description}</div>'
        "</div></section>\n"
    )


@cache
def cards_style(resources: Path) -> str:
    """Answer the style of the cards, for a shadow tree whose host has data-theme, light or dark."""
    light, dark = (
        tomllib.loads((resources / "themes" / f"{name}.toml").read_text("utf-8"))["colours"]
        for name in ("light", "dark")
    )
    css = (resources / "styles" / "cards.css").read_text("utf-8")
    return (
        f"main {{ {colour_variables(light, 'light')} }}\n"
        f':host([data-theme="dark"]) main {{ {colour_variables(dark, "dark")} }}\n{css}'
    )


def _site(place: CardPlace) -> str:
    trail = " › ".join((f"https://{place.host}", *place.trail) if place.host else place.trail)
    if not trail:
        return ""
    name = f"<b>{escaped(place.host)}</b>" if place.host else ""
    return f'<div class="site">{name}<span class="trail">{escaped(trail)}</span></div>'


def _text(kind: str, text: str, limit: int, instead: str) -> str:
    shown, rest = cut(_SPACES.sub(" ", text).strip(" "), limit)
    inner = escaped(shown) if shown else _empty(instead)
    lost = f'<span class="sign">…</span><span class="cut">{escaped(rest)}</span>' if rest else ""
    return f'<p class="{kind}">{inner}{lost}</p>'


def _length(name: str, text: str, limit: int, words: CardWords) -> str:
    count = len(_SPACES.sub(" ", text).strip(" "))
    length = words.length.format(count=count, limit=limit)
    over = (
        f" <b>{escaped(words.excess.format(count=count - limit, limit=limit))}</b>" if count > limit else ""
    )
    return f'<p class="length">{escaped(name)} <span>{escaped(length)}</span>{over}</p>'


def _empty(words: str) -> str:
    return f'<span class="empty">{escaped(words)}</span>'
