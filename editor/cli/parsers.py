"""The words of the command line: commands, arguments, options and their help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor import __version__
from editor.text.dialects import DIALECTS

if TYPE_CHECKING:
    from collections.abc import Callable


def window_parser() -> argparse.ArgumentParser:
    """Answer the parser of the arguments that open the window."""
    commands = "\n".join(f"  {name:8}{purpose}" for name, (_, purpose) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="article-editor",
        description="Write the articles of a blog: opens the window.",
        epilog=f"These commands work without a window, COMMAND --help tells more:\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="an article, or the folder of a blog"
    )
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep settings, state and cache in DIR")
    parser.add_argument("--sample", action="store_true", help="open a copy of the sample blog")
    parser.add_argument("--in", dest="folder", type=Path, metavar="DIR", help="where the sample's copy lies")
    parser.add_argument("--version", action="version", version=f"article-editor {__version__}")
    parser.set_defaults(misuse=parser.error)
    return parser


def command_parser(name: str) -> argparse.ArgumentParser:
    """Answer the parser of the arguments of a command of COMMANDS.

    What it parses carries misuse, a function that tells of wrong usage and ends the program.
    """
    describe, purpose = COMMANDS[name]
    parser = argparse.ArgumentParser(prog=f"article-editor {name}", description=purpose)
    parser.set_defaults(misuse=parser.error)
    describe(parser)
    return parser


def _describe_render(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="an article, or a folder of articles"
    )
    parser.add_argument(
        "--dialect", choices=DIALECTS, help="how Markdown is read (default: as the blog does)"
    )
    parser.add_argument("--fragment", action="store_true", help="only the body, as the blog makes it")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="where the pages go, in folders like the articles'"
    )


def _describe_get(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("key", nargs="?", metavar="KEY", help="one field (default: all of them)")


def _describe_set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "assignments",
        nargs="*",
        metavar="KEY=VALUE",
        type=_assignment,
        help="a text as it is, a date as 2025-07-08 or 8 July 2025, tags with commas between, others as YAML"
        " or TOML, as the article has them",
    )
    parser.add_argument("--unset", action="append", default=[], metavar="KEY", help="remove this field")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, print what would change")


def _describe_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="of the blog, or where in it")
    parser.add_argument("title", metavar="TITLE", type=_text)
    parser.add_argument("--collection", metavar="NAME", help="of the blog's collections (default: by folder)")
    parser.add_argument(
        "--set",
        dest="assignments",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        type=_assignment,
        help="a field, as for the command set",
    )
    parser.add_argument(
        "--template", metavar="NAME", help="of the blog's templates (default: that of the collection's name)"
    )
    parser.add_argument("--name", metavar="FILE", help="of the file (default: made of the title)")


def _describe_rename(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("new", type=_text, metavar="NEW", help="a name, a path, or a folder that ends with /")
    parser.add_argument("--dry-run", action="store_true", help="change nothing, print what would change")


def _describe_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--to", choices=("html", "pdf"), required=True, help="a web page, or a PDF file")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: beside the article")
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="of a PDF file (default: A4)")


def _describe_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="an article, or a folder of articles"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the problems as JSON")
    form.add_argument("--sarif", action="store_true", help="print them as SARIF 2.1.0")
    parser.add_argument(
        "--without", action="append", default=[], metavar="RULE", help="tell nothing of this rule"
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="make the safe repairs of the front matter, and change no other byte",
    )


def _describe_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="an article, or a folder of articles")
    parser.add_argument("--json", action="store_true", help="print the fields as JSON")


def _describe_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--in", dest="folder", type=Path, metavar="DIR", help="where the sample's copy lies")


COMMANDS: Final[dict[str, tuple[Callable[[argparse.ArgumentParser], None], str]]] = {
    "render": (_describe_render, "Make web pages of articles."),
    "get": (_describe_get, "Print the fields of an article as JSON, as the blog reads them."),
    "set": (_describe_set, "Change fields of an article, and no other byte."),
    "new": (_describe_new, "Begin an article, named and filled in as its neighbours are; prints its path."),
    "rename": (_describe_rename, "Rename or move an article, and write every link to it anew."),
    "check": (
        _describe_check,
        "Tell what is to be looked at before articles are published; 1 where an error is.",
    ),
    "fields": (
        _describe_fields,
        "Tell which fields articles may have, of which kind, and who says so.",
    ),
    "export": (_describe_export, "Make one self-contained web page or a PDF file of an article."),
    "demo": (_describe_demo, "Render, save and export the sample blog."),
}


def _text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(f"{text!r} is not UTF-8") from None
    return text


def _assignment(text: str) -> tuple[str, str]:
    key, equals, value = _text(text).partition("=")
    if not (key and equals):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value
