"""What the tests of rendering share: HTML compared by what it says, not by the order of attributes."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Events = list[tuple[str, ...]]


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.events: Events = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, *(f"{name}={value or ''}" for name, value in sorted(attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.events.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        self.events.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", data))


@pytest.fixture
def events_of() -> Callable[[str], Events]:
    """What a piece of HTML says: tags with sorted attributes, text to the character, comments."""

    def events(html: str) -> Events:
        parser = _Events()
        parser.feed(html)
        parser.close()
        return parser.events

    return events
