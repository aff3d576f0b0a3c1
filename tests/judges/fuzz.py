"""Throws damaged and hostile input at every entrance, and asks for what each promises of any input.

Run by hand: python3 packaging/dev.py judge fuzz [--inputs COUNT] [--seed SEED] [--only NAME…]. Inputs are
made of the project's own examples by cutting, doubling, mixing and repeating them. What an entrance refuses,
it refuses with its own errors; an input that raises another one, takes more than two seconds of the processor
or breaks a promise is printed, and kept in the folder that --keep names.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.judges.blog_entrances import BLOG_ENTRANCES
from tests.judges.entrances import ENTRANCES, Entrance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ALL: Final = (*ENTRANCES, *BLOG_ENTRANCES)
_LONGEST: Final = 2.0
"""Seconds of the processor that an input may take."""
_LARGEST: Final = 20_000
_MOST_REPEATS: Final = 4_000
_TOKENS: Final = (
    *(
        b"---\n",
        b"+++\n",
        b"\xef\xbb\xbf",
        b"\r\n",
        b"\r",
        b"\0",
        b"\xc2\xa0",
        b"\xe2\x80\xa8",
        b"\xff",
        b"\t",
    ),
    *(
        b"&a ",
        b"*a ",
        b"<<: *a\n",
        b"!!binary ",
        b"? ",
        b": ",
        b"- ",
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b"'",
        b"|\n",
    ),
    *(
        b"> ",
        b"    ",
        b"```\n",
        b"$$\n",
        b"[^1]: ",
        b"[x]: ",
        b"<div>",
        b"<!--",
        b"](",
        b"**",
        b"_",
        b"`",
        b"&#x0;",
    ),
    *(
        b"a.b.",
        b"= ",
        b"'''",
        b'"""',
        b"1e999",
        b"9" * 400,
        b"2026-02-30",
        b"z.object({",
        b"=> ",
        b"`${",
        b"/*",
        b"//",
    ),
    *(b"import ", b"export ", b"<A b={", b"</", b"{/*", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\\", b"\n\n"),
)
Mutation = Callable[[random.Random, bytes, bytes], bytes]


class _TooLong(BaseException):
    """The input took longer than any may; no entrance catches this."""


class Failure(NamedTuple):
    """An input, and what it did."""

    entrance: str
    data: bytes
    told: str


def main() -> int:
    """Throw the inputs, print what came of them, and answer 1 where one failed."""
    parser = argparse.ArgumentParser(prog="judge fuzz")
    parser.add_argument("--inputs", type=int, default=120_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[each.name for each in _ALL])
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "article-editor-fuzz")
    given = parser.parse_args()
    entrances = [each for each in _ALL if each.name in given.only]
    failures: list[Failure] = []
    for entrance in entrances:
        failures += _thrown(entrance, given.inputs // len(entrances), given.seed)
    for number, failure in enumerate(failures):
        given.keep.mkdir(parents=True, exist_ok=True)
        place = given.keep / f"{failure.entrance.replace(' ', '-')}-{number}"
        place.write_bytes(failure.data)
        sys.stdout.write(f"{place}\n{failure.told}\n")
    sys.stdout.write(f"{len(failures)} failures\n")
    return 1 if failures else 0


def _thrown(entrance: Entrance, count: int, seed: int) -> list[Failure]:
    """Throw so many inputs at an entrance, the same for the same seed, and answer the failures."""
    failures: list[Failure] = []
    slowest = 0.0
    seeds = entrance.seeds()
    begun = time.monotonic()
    for number in range(count):
        chance = random.Random(f"{entrance.name} {seed} {number}")  # noqa: S311 - a test's own chance
        data = mutated(chance, seeds)
        since = time.process_time()
        try:
            with _limited(_LONGEST):
                entrance.enter(data)
        except (Exception, _TooLong):  # noqa: BLE001 - whatever it is, it is what is looked for
            failures.append(Failure(entrance.name, data, traceback.format_exc(limit=-4)))
        slowest = max(slowest, time.process_time() - since)
    sys.stdout.write(
        f"{entrance.name:22}{count:8} inputs{len(failures):5} failures, slowest {slowest:.2f} s, "
        f"{time.monotonic() - begun:.0f} s in all\n"
    )
    sys.stdout.flush()
    return failures


def mutated(chance: random.Random, seeds: list[bytes]) -> bytes:
    """Answer one of the seeds, damaged in a few ways."""
    data = chance.choice(seeds)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 9))):
        data = chance.choice(_MUTATIONS)(chance, data, chance.choice(seeds))[:_LARGEST]
    return data


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((0, 1, 2, 7, 40, 400)))


def _cut(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def _truncate(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _mix(chance: random.Random, data: bytes, other: bytes) -> bytes:
    (start, end), (first, last) = _span(chance, data), _span(chance, other)
    return data[:start] + other[first:last] + data[end:]


def _insert(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start, _ = _span(chance, data)
    return data[:start] + chance.choice(_TOKENS) + data[start:]


def _repeat(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start, end = _span(chance, data)
    what = chance.choice((chance.choice(_TOKENS), data[start:end]))
    return data[:start] + what * chance.choice((2, 3, 20, 300, _MOST_REPEATS)) + data[end:]


def _flip(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 1, 4))):
        if damaged:
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _shuffle_lines(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


_MUTATIONS: Final[tuple[Mutation, ...]] = (
    *(_cut, _truncate, _mix, _mix, _insert, _insert, _insert),
    *(_repeat, _repeat, _flip, _shuffle_lines),
)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise _TooLong in what takes longer than so many seconds of the processor."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _TooLong

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__main__":
    sys.exit(main())
