"""Kills the real program at random moments while it is typed in: nothing older than a second may be lost.

Run by hand: python3 packaging/dev.py judge kills [--rounds COUNT] [--seed SEED]. The window is on the display
that it is given, or on none.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.stories.killing import PLACES, Round, kill_round


def main() -> int:
    """Run the rounds, print what came of them, and answer 1 where a letter was lost."""
    parser = argparse.ArgumentParser(prog="judge kills")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1000, help="of the first round")
    given = parser.parse_args()
    rounds: list[Round] = []
    for seed in range(given.seed, given.seed + given.rounds):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            found = kill_round(seed, Path(folder))
        rounds.append(found)
        if not found.is_kept:
            sys.stdout.write(f"seed {seed}: {found}\n")
            sys.stdout.flush()
    _tell(rounds)
    return 0 if all(it.is_kept for it in rounds) else 1


def _tell(rounds: list[Round]) -> None:
    ages = sorted(it.oldest_lost for it in rounds)
    typed, due, found = (
        sum(getattr(it, name)[place] for it in rounds for place in PLACES)
        for name in ("typed", "due", "found")
    )
    sys.stdout.write(
        f"{len(rounds)} rounds: {typed} letters typed, {due} of them older than a second, {found} found; "
        f"{sum(not it.is_kept for it in rounds)} rounds lost one of those.\n"
        f"Age of the oldest letter that was not found: median {statistics.median(ages):.2f} s, "
        f"longest {ages[-1]:.2f} s.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
