"""Two panes that show one text, one of which follows the other: pure sums, in the units of either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_MARGIN: Final = 0.06
"""Of the height of a pane, at its top and bottom: nearer to them a line is not what the reader looks at."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Where a pane is scrolled to, how far it can be, and how high it is."""

    place: float
    reach: float
    height: float


@dataclass(frozen=True, slots=True)
class Spots:
    """Heights in a text, from its top, by which the other pane finds its place.

    here is what the reader looks at now; top and bottom are what they would look at if the pane were scrolled
    to its beginning or its end.
    """

    here: float
    top: float
    bottom: float


def spots(caret: float, scroll: Scroll) -> Spots:
    """Answer the spots of a pane that leads: the caret, or the nearest in sight where that is out of it."""
    margin = scroll.height * _MARGIN

    def nearest(place: float) -> float:
        return min(max(caret, place + margin), place + scroll.height - margin)

    return Spots(nearest(scroll.place), nearest(0), nearest(scroll.reach))


@dataclass(frozen=True, slots=True)
class Pull:
    """How much the ends of a text count: 1 at an end, so that both panes meet there, 0 far from it."""

    top: float
    bottom: float


def pull_of_ends(scroll: Scroll) -> Pull:
    """Answer the pull of the ends on a pane that leads."""
    reach = min(scroll.height, scroll.reach / 2)
    if reach <= 0:
        return Pull(0, 0)
    return Pull(max(0.0, 1 - scroll.place / reach), max(0.0, 1 - (scroll.reach - scroll.place) / reach))


def aligned(wanted: Spots, pull: Pull, reach: float) -> float:
    """Answer where the pane that follows is to be scrolled to.

    wanted are the places at which it would show each spot of the other as high as that does; reach is how far
    it can be scrolled.
    """
    place = wanted.here - pull.top * wanted.top + pull.bottom * (reach - wanted.bottom)
    return min(max(place, 0.0), max(reach, 0.0))


@dataclass(frozen=True, slots=True)
class Lag:
    """What a pane that follows still lacks, by and by made good as the other is scrolled on from a place.

    It keeps the pane from a jump where the other begins to lead.
    """

    by: float = 0.0
    since: float = 0.0

    def left(self, scroll: Scroll) -> float:
        """Answer what is left of it: nothing at the ends, and nothing a pane's height further on."""
        distance = scroll.place - self.since
        room = self.since if distance < 0 else scroll.reach - self.since
        room = min(room, scroll.height)
        return self.by * max(0.0, 1 - abs(distance) / room) if room > 0 else 0.0
