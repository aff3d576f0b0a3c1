"""Kills the program while somebody types, and looks at what the next start finds of it."""

from __future__ import annotations

import itertools
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import read, split, values
from editor.article.journal.claims import claim_abandoned
from editor.article.journal.rescue import Rescue, rescues
from editor.article.source import decode
from editor.blog.sample import copy_sample_blog
from editor.paths import RESOURCES, profile_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
PLACES: Final = ("body", "title", "new")
AGE: Final = 1.0
"""Seconds after which a letter that was typed must be found again."""
_NAME: Final = "small-tools.md"
_LETTERS: Final = {"body": "abcdé fghi🥖", "title": "abcdéfgh", "new": "klmn öpqr🐌"}
_LONGEST: Final = 4.0
_PATIENCE: Final = 120.0


@dataclass(frozen=True, slots=True)
class Round:
    """What was typed and found at each place: letters typed, those older than AGE, those found."""

    typed: dict[str, int]
    due: dict[str, int]
    found: dict[str, int]
    oldest_lost: float
    """Seconds between the kill and the oldest letter that was not found; 0 where all were."""

    @property
    def is_kept(self) -> bool:
        """Whether every letter that was old enough is there."""
        return all(self.found[place] >= self.due[place] for place in PLACES)


def letters(seed: int, place: str) -> Iterator[str]:
    """Yield what is typed at a place, without an end; no word of it is another's beginning."""
    chance = random.Random(f"{seed} {place}")  # noqa: S311 - the same letters each time
    while True:
        yield chance.choice(_LETTERS[place])


def kill_round(seed: int, folder: Path) -> Round:
    """Start the program in folder, have it typed in, kill it at a moment that seed draws, and look.

    Raises AssertionError where the text found is neither the old one nor one with what was typed.
    """
    blog = copy_sample_blog(RESOURCES / "sample-blog", folder / "blog")
    path = blog / "src" / "content" / "blog" / _NAME
    before = decode(path.read_bytes()).text
    told = folder / "told"
    killed = _typed_until_killed(seed, folder, path, told)
    typed = [line.split() for line in told.read_text("utf-8").splitlines() if line.count(" ") == 2]
    times: dict[str, list[float]] = {place: [] for place in PLACES}
    for moment, place, _ in typed:
        times[place].append(float(moment))
    due = {place: sum(moment < killed - AGE for moment in times[place]) for place in PLACES}
    found = _found(seed, folder, path, before)
    lost = [killed - moment for place in PLACES for moment in times[place][found[place] :]]
    return Round({place: len(times[place]) for place in PLACES}, due, found, max(lost, default=0.0))


def _typed_until_killed(seed: int, folder: Path, path: Path, told: Path) -> float:
    """Have the program typed in, and answer when it was killed."""
    command = [sys.executable, "-m", "tests.stories.typist"]
    arguments = [str(folder / "profile"), str(folder / "blog"), str(path), str(seed)]
    with told.open("w") as out, (folder / "errors").open("w") as errors:
        program = subprocess.Popen([*command, *arguments], cwd=ROOT, stdout=out, stderr=errors)
        try:
            begun = time.monotonic()
            while not told.stat().st_size:
                assert program.poll() is None, (folder / "errors").read_text("utf-8")
                assert time.monotonic() - begun < _PATIENCE, "the program does not start"
                time.sleep(0.02)
            time.sleep(random.Random(seed).uniform(0, _LONGEST))  # noqa: S311 - drawn by the seed
            killed = time.monotonic()
        finally:
            program.send_signal(signal.SIGKILL)
            program.wait()
    return killed


def _found(seed: int, folder: Path, path: Path, before: str) -> dict[str, int]:
    """Answer how many letters of each place the next start finds, in the journals or in the file."""
    text, new = decode(path.read_bytes()).text, ""
    claims = claim_abandoned(profile_paths(folder / "profile").state / "journal")
    try:
        for it in rescues(claims):
            assert isinstance(it, Rescue), it
            assert it.kept.is_whole
            if it.kept.subject.path is None:
                new = it.kept.texts.joined
            else:
                assert it.kept.subject.path == path
                text = it.kept.texts.joined
    finally:
        for claim in claims:
            claim.release()
    title, body = values(read(text))["title"], split(text).body
    assert isinstance(title, str)
    old_title, old_body = values(read(before))["title"], split(before).body
    assert isinstance(old_title, str)
    assert title.startswith(old_title)
    assert body.endswith(old_body)
    return {
        "body": _count(seed, "body", body.removesuffix(old_body)),
        "title": _count(seed, "title", title.removeprefix(old_title)),
        "new": _count(seed, "new", new),
    }


def _count(seed: int, place: str, found: str) -> int:
    """Answer how many letters were found, which must be the first ones that were typed there."""
    typed = "".join(itertools.islice(letters(seed, place), len(found)))
    assert found == typed, (place, found, typed)
    return len(found)
