"""Which versions of an article are kept: all of the last hour, fewer the older they are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECOND: Final = 1000
_HOUR: Final = 3600 * _SECOND
_DAY: Final = 24 * _HOUR
_AGES: Final = ((_HOUR, 1), (_DAY, _HOUR), (30 * _DAY, _DAY))
"""Up to an age, one version in so long a time; both in milliseconds."""
_WEEK: Final = 7 * _DAY


@dataclass(frozen=True, slots=True)
class Version:
    """What an article's file or text was at a moment (milliseconds since 1970, UTC).

    digest is the SHA-256 of its bytes; size counts those, stored what they take on the disk.
    """

    moment: int
    digest: str
    size: int
    stored: int
    name: str = ""


def thinned(versions: Sequence[Version], now: int) -> tuple[Version, ...]:
    """Answer the versions that are worth keeping at the moment now, in order.

    All of the last hour, the last of each hour for a day, of each day for a month, of each week beyond. The
    newest is kept, and those that have names.
    """
    last: dict[tuple[int, int], Version] = {}
    for version in versions:
        step = next((step for age, step in _AGES if now - version.moment < age), _WEEK)
        last[step, version.moment // step] = version
    kept = {*last.values(), *versions[-1:]}
    return tuple(version for version in versions if version.name or version in kept)


def within(versions: Sequence[Version], limit: int) -> tuple[Version, ...]:
    """Answer the newest versions that take no more than limit bytes on the disk, and those with names."""
    sizes = accumulate(version.stored for version in reversed(versions))
    fitting = sum(size <= limit for size in sizes)
    start = len(versions) - max(fitting, 1)
    return tuple(version for i, version in enumerate(versions) if i >= start or version.name)
