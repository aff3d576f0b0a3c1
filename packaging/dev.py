"""The developer's one command: python3 packaging/dev.py run | test | lock | translations | judge.

Each does all the set-up of a fresh machine first. Needs nothing but Python 3.11 or newer.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must be told so, not fail on what it lacks
    sys.exit(
        "Article Editor needs Python 3.11 or newer; this is Python " + sys.version.partition(" ")[0] + "."
    )

import argparse
import subprocess
from pathlib import Path

import environment
from checks import run_checks
from judges import names, run_judge
from locks import write_locks
from system_packages import SetUpError


def main(arguments: list[str]) -> int:
    """Do what the arguments ask and answer the exit status."""
    given = _parser().parse_args(arguments)
    try:
        status: int = given.work(given)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def run(given: argparse.Namespace) -> int:
    """Start the editor on paths, or on a copy of the sample blog; without a display, show what it makes."""
    python = environment.prepare("run")
    place = ["--in", given.sample_folder] if given.sample_folder else []
    if environment.has_display():
        command = given.paths or ["--sample", *place]
    else:
        print(
            "There is no display: rendering, saving and exporting the sample blog without a window.",
            flush=True,
        )
        command = ["demo", *place]
    return subprocess.run([python, "-m", "editor", *command]).returncode


def test(_given: argparse.Namespace) -> int:
    """Run every check."""
    return run_checks(environment.prepare("test"))


def lock(given: argparse.Namespace) -> int:
    """Write the locks."""
    write_locks(environment.prepare("test"), upgrade=given.upgrade)
    return 0


def translations(_given: argparse.Namespace) -> int:
    """Take new messages into the translations and compile them."""
    python = environment.prepare("test")
    return subprocess.run([python, Path(__file__).with_name("translations.py")]).returncode


def judge(given: argparse.Namespace) -> int:
    """Run a judge."""
    return run_judge(environment.prepare("test"), given.name, given.arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="packaging/dev.py", description="Run and test Article Editor.")
    commands = parser.add_subparsers(required=True, metavar="run|test|lock|translations|judge")
    command = commands.add_parser("run", help="start the editor")
    command.add_argument(
        "paths", nargs="*", metavar="FOLDER|FILE", help="open these instead of the sample blog"
    )
    command.add_argument("--in", dest="sample_folder", metavar="DIR", help="where to copy the sample blog")
    command.set_defaults(work=run)
    command = commands.add_parser("test", help="run every check")
    command.set_defaults(work=test)
    command = commands.add_parser("lock", help="write the locks from pyproject.toml")
    command.add_argument("--upgrade", action="store_true", help="take the newest versions")
    command.set_defaults(work=lock)
    command = commands.add_parser(
        "translations", help="take new messages into the translations and compile them"
    )
    command.set_defaults(work=translations)
    command = commands.add_parser("judge", help="compare with what Astro and Node say, over many cases")
    command.add_argument("name", choices=names())
    command.add_argument("arguments", nargs=argparse.REMAINDER, help="for the judge")
    command.set_defaults(work=judge)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
