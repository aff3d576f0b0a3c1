"""What a date is taken for, in the writer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.translation import tr
from editor.ui.front_matter.words import day_in_words

if TYPE_CHECKING:
    from datetime import time

    from editor.article.dates import Instant


def time_in_figures(clock: time) -> str:
    """Answer a time of day as 14:30, with seconds where they are not zero."""
    return f"{clock:%H:%M:%S}" if clock.second or clock.microsecond else f"{clock:%H:%M}"


def meaning_words(instant: Instant | None, language: str) -> str:
    """Answer which moment a date is read as, "" where it is none, or a day in UTC as it is written."""
    if instant is None or instant.moment is None or instant.kind not in ("text", "timestamp"):
        return ""
    if not (instant.is_local or instant.has_time or instant.is_rolled_over):
        return ""
    day, clock = day_in_words(instant.moment.date(), language), time_in_figures(instant.moment.time())
    if not instant.is_local:
        return tr("Read as {day}, {time} UTC").format(day=day, time=clock)
    if not instant.has_time:
        return tr("Read as {day}, midnight where the site is built").format(day=day)
    return tr("Read as {day}, {time} where the site is built").format(day=day, time=clock)
