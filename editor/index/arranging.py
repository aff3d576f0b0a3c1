"""Which articles the list shows, and in which order: pure functions of what is known of them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from editor.blog.collection import ArticleSummary
from editor.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

Sort = Literal["date", "title", "file", "change"]
Group = Literal["none", "year", "folder"]
State = Literal["", "draft", "published", "future", "problem"]
_CHOICES: Final = {"sort": get_args(Sort), "group": get_args(Group), "state": get_args(State)}
_NO_DATE: Final = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the articles are listed: their order, sections, and the filters, of which "" takes all.

    place is a collection, or with a slash a folder in it; missing is the name of a field.
    """

    sort: Sort = "date"
    group: Group = "none"
    place: str = ""
    state: State = ""
    tag: str = ""
    language: str = ""
    missing: str = ""

    @property
    def is_filtering(self) -> bool:
        """Whether articles may be left out."""
        return any((self.place, self.state, self.tag, self.language, self.missing))

    def without_filters(self) -> Arrangement:
        """Answer the same order of all articles."""
        return Arrangement(self.sort, self.group)


@dataclass(frozen=True, slots=True)
class Now:
    """What no article says of itself: which day it is, and in which of them problems were found."""

    day: date
    troubled: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """The heading of some rows: a year, "" for no date, or a place; and how many articles stand below."""

    name: str
    count: int


Row: TypeAlias = ArticleSummary | Section


@dataclass(frozen=True, slots=True)
class Facets:
    """What the articles can be filtered by, each with how many there are, in the order of a menu."""

    places: tuple[tuple[str, int], ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    languages: tuple[tuple[str, int], ...] = ()
    missing: tuple[tuple[str, int], ...] = ()
    """Names of fields that some articles have, with how many have none."""
    states: tuple[tuple[State, int], ...] = ()


def place_of_summary(summary: ArticleSummary) -> str:
    """Answer the collection and the folder of an article as one name."""
    return f"{summary.collection}/{summary.folder}" if summary.folder else summary.collection


def arranged(summaries: Iterable[ArticleSummary], how: Arrangement, words: str, now: Now) -> tuple[Row, ...]:
    """Answer the rows of the list: the articles whose title or file name holds every one of words."""
    wanted = folded(words).split()
    shown = [
        summary
        for summary in summaries
        if (not how.is_filtering or _is_taken(summary, how, now))
        and (not wanted or all(word in folded(f"{summary.title} {summary.path.name}") for word in wanted))
    ]
    shown.sort(key=_ORDERS[how.sort])
    if how.group == "none":
        return tuple(shown)
    name_of = _year if how.group == "year" else place_of_summary
    shown.sort(key=_newest_year_first if how.group == "year" else place_of_summary)
    rows: list[Row] = []
    for name, members in groupby(shown, key=name_of):
        articles = list(members)
        rows += (Section(name, len(articles)), *articles)
    return tuple(rows)


def facets_of(summaries: Sequence[ArticleSummary], now: Now) -> Facets:
    """Answer what these articles can be filtered by."""
    places: Counter[str] = Counter()
    for summary in summaries:
        parts = [summary.collection, *filter(None, summary.folder.split("/"))]
        places.update("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
    tags = Counter(tag for summary in summaries for tag in summary.tags)
    keys = Counter(key for summary in summaries for key in summary.keys)
    missing = {key: len(summaries) - count for key, count in keys.items() if count < len(summaries)}
    states = ((state, sum(_is_in(summary, state, now) for summary in summaries)) for state in _STATES)
    return Facets(
        tuple(sorted(places.items())) if len(places) > 1 else (),
        tuple(sorted(tags.items(), key=lambda pair: (folded(pair[0]), pair[0]))),
        tuple(sorted(Counter(it.language for it in summaries if it.language).items())),
        tuple(sorted(missing.items())),
        tuple(states),
    )


def words_of(how: Arrangement) -> tuple[str, ...]:
    """Answer an arrangement as texts, of which a session is made."""
    told = dataclasses.asdict(how)
    return tuple(f"{name} {value}" for name, value in told.items() if value != _DEFAULTS[name])


def arrangement_of(words: Iterable[str]) -> Arrangement:
    """Answer the arrangement that texts tell; what they do not tell has its default."""
    told = dict(_DEFAULTS)
    for word in words:
        name, _, value = word.partition(" ")
        if name in told and value in _CHOICES.get(name, (value,)):
            told[name] = value
    return Arrangement(**told)


_DEFAULTS: Final = dataclasses.asdict(Arrangement())
_STATES: Final[tuple[State, ...]] = ("draft", "published", "future", "problem")


def _is_taken(summary: ArticleSummary, how: Arrangement, now: Now) -> bool:
    place = place_of_summary(summary)
    return (
        (not how.place or place == how.place or place.startswith(how.place + "/"))
        and (not how.state or _is_in(summary, how.state, now))
        and (not how.tag or how.tag in summary.tags)
        and (not how.language or how.language == summary.language)
        and (not how.missing or how.missing not in summary.keys)
    )


def _is_in(summary: ArticleSummary, state: State, now: Now) -> bool:
    if state == "future":
        return is_future(summary, now.day)
    if state == "problem":
        return summary.fault is not None or summary.path in now.troubled
    return summary.draft is (state == "draft")


def is_future(summary: ArticleSummary, today: date) -> bool:
    """Whether an article is dated after today."""
    return summary.day is not None and summary.day > today


def _year(summary: ArticleSummary) -> str:
    return str(summary.day.year) if summary.day else _NO_DATE


def _newest_year_first(summary: ArticleSummary) -> tuple[bool, int]:
    return summary.day is None, -summary.day.year if summary.day else 0


def _by_date(summary: ArticleSummary) -> tuple[bool, int, str, str]:
    newness = -summary.day.toordinal() if summary.day else 0
    return summary.day is None, newness, summary.title.casefold(), str(summary.path)


def _by_title(summary: ArticleSummary) -> tuple[str, str]:
    return folded(summary.title), str(summary.path)


def _by_file(summary: ArticleSummary) -> tuple[str, str]:
    return folded(summary.path.name), str(summary.path)


def _by_change(summary: ArticleSummary) -> tuple[int, str]:
    return -summary.modified, str(summary.path)


_ORDERS: Final[dict[Sort, Callable[[ArticleSummary], tuple[object, ...]]]] = {
    "date": _by_date,
    "title": _by_title,
    "file": _by_file,
    "change": _by_change,
}
