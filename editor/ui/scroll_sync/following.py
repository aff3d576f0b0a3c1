"""One pane follows the other: the page the text, or the text the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from editor.ui.alignment import Lag, Scroll, Spots, aligned, pull_of_ends, spots
from editor.ui.preview.updates import call

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.scroll_sync.panes import Panes


class _Follower:
    """Follows by asking the page, one question at a time: what comes meanwhile is asked once more."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._lag: Lag | None = None
        self._round = 0
        self._is_asking = False
        self._is_late = False

    def begin(self) -> None:
        """Begin to follow, from where it is: without a jump."""
        self._lag = None
        self._round += 1
        self._is_asking = self._is_late = False

    def _ask(self, name: str, argument: object, take: Callable[[Any], None]) -> None:
        """Ask the page; take gets the answer unless the following has begun anew meanwhile."""
        asked_in = self._round
        self._is_asking = True

        def answer(told: object) -> None:
            if asked_in != self._round:
                return
            self._is_asking = False
            if isinstance(told, str) and told:
                take(json.loads(told))

        self._panes.preview.ask(name, argument, done=answer)

    def _is_busy(self) -> bool:
        self._is_late |= self._is_asking
        return self._is_asking

    def _finish(self, follow: Callable[[], None]) -> None:
        if self._is_late:
            self._is_late = False
            follow()

    def _left(self, by: float, scroll: Scroll) -> float:
        """Answer what it lacks still; at the beginning that is by."""
        if self._lag is None:
            self._lag = Lag(by, scroll.place)
        return self._lag.left(scroll)


class PageFollower(_Follower):
    """Brings the page to where the text is."""

    def calls_for_caret(self, *, keeps_height: bool) -> str:
        """Answer the script that marks the caret's line on the page, and brings it as high as in the text."""
        panes = self._panes
        place = panes.place_of_caret()
        if place is None:
            return call("markBlock", -1, 0)
        script = call("markBlock", place.passage, int(place.line))
        if keeps_height:
            height = panes.on_page(panes.caret() - panes.scroll_of_text().place)
            script = f"{script}, {call('keep', place, height)}"
        return script

    def follow(self) -> None:
        """Bring the page to where the text is scrolled to."""
        if self._is_busy():
            return
        panes, scroll = self._panes, self._panes.scroll_of_text()
        seen = spots(panes.caret(), scroll)
        places = [panes.place_at(height) for height in (seen.here, seen.top, seen.bottom)]
        beside = (
            panes.on_page(seen.here - scroll.place),
            panes.on_page(seen.top),
            panes.on_page(seen.bottom - scroll.reach),
        )

        def move(told: Any) -> None:
            heights = (height - view for height, view in zip(told["heights"], beside, strict=True))
            place = aligned(Spots(*heights), pull_of_ends(scroll), told["reach"])
            panes.preview.run(call("goTo", place + self._left(told["place"] - place, scroll)))
            self._finish(self.follow)

        if None not in places:
            self._ask("heights", places, move)


class TextFollower(_Follower):
    """Brings the text to where the page is."""

    def follow(self) -> None:
        """Bring the text to where the page is scrolled to."""
        place = self._panes.place_at(self._panes.caret())
        if place is not None and not self._is_busy():
            self._ask("heights", [place], self._look)

    def _look(self, told: Any) -> None:
        scroll = Scroll(told["place"], told["reach"], told["height"])
        seen = spots(told["heights"][0], scroll)
        heights = (seen.here, seen.top, seen.bottom)
        self._ask("lines", heights, lambda found: self._move(scroll, seen, found["lines"]))

    def _move(self, scroll: Scroll, seen: Spots, lines: Any) -> None:
        panes = self._panes
        here, top, bottom = (panes.height_of(line) for line in lines)
        wanted = Spots(
            here - panes.in_text(seen.here - scroll.place),
            top - panes.in_text(seen.top),
            bottom - panes.in_text(seen.bottom - scroll.reach),
        )
        now = panes.scroll_of_text()
        place = aligned(wanted, pull_of_ends(scroll), now.reach)
        panes.move_text(place + self._left(now.place - place, scroll))
        self._finish(self.follow)
