"""Versions grow fewer with age; none that has a name is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.article.history.versions import Version, thinned, within

HOUR = 3_600_000
DAY = 24 * HOUR
NOW = 20_000 * DAY


def version(age: int, name: str = "", stored: int = 10) -> Version:
    return Version(NOW - age, f"{age:064x}", 5, stored, name)


def ages(versions: tuple[Version, ...]) -> list[int]:
    return [NOW - it.moment for it in versions]


rows = st.lists(
    st.builds(version, st.integers(0, 400 * DAY), st.sampled_from(("", "", "", "first")), st.integers(1, 50)),
    unique_by=lambda it: it.moment,
    max_size=30,
).map(lambda found: sorted(found, key=lambda it: it.moment))


def test_all_of_the_last_hour_are_kept() -> None:
    given_rows = [version(minutes * 60_000) for minutes in range(59, -1, -1)]
    assert thinned(given_rows, NOW) == tuple(given_rows)


def test_older_ones_grow_fewer() -> None:
    steps = [version(age) for age in range(60 * DAY, -1, -HOUR // 4)]
    kept = thinned(steps, NOW)
    assert len([age for age in ages(kept) if HOUR <= age < DAY]) in (23, 24)
    assert len([age for age in ages(kept) if DAY <= age < 30 * DAY]) in (29, 30)
    assert len([age for age in ages(kept) if age >= 30 * DAY]) in (5, 6)


@given(rows)
def test_the_newest_and_those_with_names_stay(found: list[Version]) -> None:
    kept = thinned(found, NOW)
    assert set(kept) <= set(found)
    assert {it for it in found if it.name} <= set(kept)
    assert kept[-1:] == tuple(found[-1:])
    assert list(kept) == [it for it in found if it in set(kept)]


@given(rows)
def test_to_thin_again_takes_nothing_more(found: list[Version]) -> None:
    kept = thinned(found, NOW)
    assert thinned(kept, NOW) == kept


@given(rows, st.integers(0, 400))
def test_the_newest_that_fit_are_kept(found: list[Version], limit: int) -> None:
    kept = within(found, limit)
    assert {it for it in found if it.name} <= set(kept)
    assert kept[-1:] == tuple(found[-1:])
    rest = [it for it in kept if not it.name]
    assert sum(it.stored for it in rest) <= limit or len(rest) == 1


def test_nothing_has_no_versions() -> None:
    assert thinned([], NOW) == within([], 9) == ()
