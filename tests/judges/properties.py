"""The properties of editing, of journals, and of rendering while one writes: 10,000 drawn cases each.

Run by hand: python3 packaging/dev.py judge properties, with more arguments for pytest where wanted.
"""

import sys
from pathlib import Path

import pytest

_TESTS = Path(__file__).parents[1]


def main() -> int:
    """Run the properties and answer pytest's status; its statistics give the number of cases."""
    files = sorted(map(str, _TESTS.rglob("test_*_properties.py")))
    options = ["--hypothesis-profile=judge", "--hypothesis-show-statistics", "--numprocesses=auto"]
    options += ["-o", "faulthandler_timeout=0"]
    return pytest.main([*options, *files, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
