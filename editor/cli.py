"""The command line: the main job without a window, and the door to the window."""

from __future__ import annotations

import argparse
import io
import os
import sys
from contextlib import contextmanager, suppress
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor import __version__
from editor.article.files import FileError, FileVanished, read_file, write_file
from editor.article.front_matter import FrontMatter, RefusedEdit, read, values
from editor.article.source import NotText, decode, encode
from editor.assignments import assigned, json_of, unified_diff
from editor.blog.article_files import ARTICLE_SUFFIXES, articles_of, is_article
from editor.blog.blog import find_blog
from editor.blog.collection import summarise
from editor.blog.sample import copy_sample_blog
from editor.export.article import Subject
from editor.export.html import export_html
from editor.export.pdf import PrintError, print_page, with_metadata
from editor.messages import fault_words, words
from editor.paths import RESOURCES, Paths, profile_paths, user_paths
from editor.rendering.page import reading_style
from editor.text.dialects import DIALECTS, Dialect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from editor.export.pdf import Paper

_DONE: Final = 0
_REFUSED: Final = 1
_INTERRUPTED: Final = 130
_NOBODY_READS: Final = 141
"""What a shell answers for a process that writes into a pipe whose other end is closed."""
_SAMPLE: Final = "Article Editor sample blog"


class _Refusal(Exception):  # noqa: N818 - an answer in plain words, not a programming error
    """The job cannot be done; the words say why."""


_REFUSALS: Final = (FileError, NotText, RefusedEdit, PrintError, _Refusal)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that arguments (default: the process's own) name; answer the exit code.

    0: done; 1: refused, with the reason on standard error; 2: wrong usage, raised as SystemExit by argparse.
    """
    _write_utf8()
    try:
        try:
            return _run(list(sys.argv[1:] if arguments is None else arguments))
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return _NOBODY_READS
    except OSError as error:
        _discard_output()
        return _complain(error)


def _run(arguments: Sequence[str]) -> int:
    name = arguments[0] if arguments else ""
    parser = _command_parser(name) if name in _COMMANDS else _window_parser()
    options = parser.parse_intermixed_args(arguments[1:] if name in _COMMANDS else arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except _REFUSALS as error:
        return _complain(error, getattr(options, "file", None))


def _write_utf8() -> None:
    """Write what is UTF-8 in the files as UTF-8, whatever the console's encoding and line ends are."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _discard_output() -> None:
    """Let Python's last flush succeed; what it has not written is lost already."""
    with suppress(OSError), Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def _complain(error: Exception, file: Path | None = None) -> int:
    reason = str(error) if isinstance(error, _Refusal) else words(error, by_path=True)
    place = f"{file}: " if file is not None and not isinstance(error, FileError) else ""
    sys.stderr.write(f"article-editor: {place}{reason}\n")
    return _REFUSED


def _window_parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:8}{purpose}" for name, (_, purpose) in _COMMANDS.items())
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
    parser.set_defaults(run=_window, misuse=parser.error)
    return parser


def _command_parser(name: str) -> argparse.ArgumentParser:
    describe, purpose = _COMMANDS[name]
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
    parser.set_defaults(run=_render)


def _describe_get(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("key", nargs="?", metavar="KEY", help="one field (default: all of them)")
    parser.set_defaults(run=_get)


def _describe_set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "assignments",
        nargs="*",
        metavar="KEY=VALUE",
        type=_assignment,
        help="a text as it is, a date as 2025-07-08 or 8 July 2025, tags with commas between, others in YAML",
    )
    parser.add_argument("--unset", action="append", default=[], metavar="KEY", help="remove this field")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, print what would change")
    parser.set_defaults(run=_set)


def _describe_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--to", choices=("html", "pdf"), required=True, help="a web page, or a PDF file")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: beside the article")
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="of a PDF file (default: A4)")
    parser.set_defaults(run=_export)


def _describe_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--in", dest="folder", type=Path, metavar="DIR", help="where the sample's copy lies")
    parser.set_defaults(run=_demo)


_COMMANDS: Final[dict[str, tuple[Callable[[argparse.ArgumentParser], None], str]]] = {
    "render": (_describe_render, "Make web pages of articles."),
    "get": (_describe_get, "Print the fields of an article as JSON, as the blog reads them."),
    "set": (_describe_set, "Change fields of an article, and no other byte."),
    "export": (_describe_export, "Make one self-contained web page or a PDF file of an article."),
    "demo": (_describe_demo, "Render, save and export the sample blog."),
}


def _assignment(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(f"{text!r} is not UTF-8") from None
    if not (key and equals):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value


def _window(options: argparse.Namespace) -> int:
    if options.folder is not None and not options.sample:
        options.misuse("--in needs --sample")
    for path in options.paths:
        if not path.exists():
            raise FileVanished(path)
    if not _has_display():
        commands = ", ".join(_COMMANDS)
        raise _Refusal(
            f"there is no display to open a window on.\nThese commands work without one: {commands}."
        )
    with _qt():
        from editor.app import run_window
    paths = user_paths() if options.profile is None else profile_paths(options.profile.resolve())
    targets = [path.resolve() for path in options.paths]
    if options.sample:
        targets.append(_sample_blog(options.folder, paths))
    return run_window(paths, targets)


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, names))


@contextmanager
def _qt() -> Iterator[None]:
    """Import what needs Qt. Raises _Refusal where Qt cannot be loaded, or would crash."""
    try:
        version = metadata.version("PySide6")
    except metadata.PackageNotFoundError:
        raise _Refusal("PySide6 is missing. Install it: python -m pip install pyside6") from None
    if (version, sys.version_info[:2]) == ("6.12.0", (3, 11)):
        raise _Refusal(
            "PySide6 6.12.0 crashes on Python 3.11.\n"
            'Install another version of it: python -m pip install "pyside6!=6.12.0"'
        )
    try:
        yield
    except ImportError as error:
        if "PySide6" not in f"{error.name} {error.path}":
            raise
        raise _Refusal(f"Qt cannot be loaded: {error}.") from error


def _sample_blog(folder: Path | None, paths: Paths) -> Path:
    return copy_sample_blog(RESOURCES / "sample-blog", (folder or paths.documents / _SAMPLE).resolve())


def _render(options: argparse.Namespace) -> int:
    if options.output is None and (len(options.paths) > 1 or options.paths[0].is_dir()):
        options.misuse("several articles need a folder for their pages: -o DIR")
    code = _DONE
    origins: dict[Path, Path] = {}
    for path in options.paths:
        articles = tuple(_articles(path))
        if not articles:
            code = _complain(
                _Refusal(f"no article ({', '.join(ARTICLE_SUFFIXES)}) lies in this folder."), path
            )
        for file, name in articles:
            place = None if options.output is None else options.output / name.with_suffix(".html")
            try:
                _render_one(options, file, place, origins)
            except _REFUSALS as error:
                code = _complain(error, file)
    return code


def _articles(path: Path) -> Iterator[tuple[Path, Path]]:
    """Answer every article with its place below the folder it was found in."""
    if path.is_dir():
        yield from ((article, article.relative_to(path)) for article in articles_of(path))
    else:
        yield path, Path(path.name)


def _render_one(
    options: argparse.Namespace, file: Path, place: Path | None, origins: dict[Path, Path]
) -> None:
    """Write an article's page to place (None: standard output); origins tells what was written to which."""
    subject = _subject(file, options.dialect)
    if options.fragment:
        html = subject.rendered(highlight=False).html
    else:
        html = export_html(subject.page(), subject.image_file).html
    if place is None:
        sys.stdout.write(html)
        return
    if origins.setdefault(place, file) is not file:
        raise _Refusal(f"its page would take the place of that of {origins[place]}.")
    _write_result(place, html.encode(), file)


def _subject(file: Path, dialect: Dialect | None = None) -> Subject:
    text = decode(read_file(file)).text
    return Subject(text, file.resolve(), find_blog(file), reading_style(RESOURCES), dialect=dialect)


def _get(options: argparse.Namespace) -> int:
    found = values(_front_matter(decode(read_file(options.file)).text))
    if options.key is not None and options.key not in found:
        raise RefusedEdit("absent", options.key)
    sys.stdout.write(json_of(found if options.key is None else found[options.key]) + "\n")
    return _DONE


def _set(options: argparse.Namespace) -> int:
    if not options.assignments and not options.unset:
        options.misuse("nothing to change: add KEY=VALUE or --unset KEY")
    data = read_file(options.file)
    source = decode(data)
    _front_matter(source.text)
    changed = encode(source, assigned(source.text, dict(options.assignments), options.unset))
    if options.dry_run:
        sys.stdout.write(unified_diff(data.decode(), changed.decode(), options.file.name))
    elif changed != data:
        write_file(options.file, changed, data)
    return _DONE


def _front_matter(text: str) -> FrontMatter:
    """Answer the front matter of a file's text. Raises _Refusal where it cannot be read."""
    front_matter = read(text)
    if front_matter.fault is not None:
        raise _Refusal(fault_words(front_matter.fault))
    return front_matter


def _export(options: argparse.Namespace) -> int:
    subject = _subject(options.file)
    place: Path = options.output or options.file.with_suffix(f".{options.to}")
    _keep_articles(place, options.file)
    if options.to == "pdf":
        _export_pdf(subject, place, options.paper)
    else:
        exported = export_html(subject.page(), subject.image_file)
        _write_result(place, exported.html.encode(), options.file)
        _warn_of(exported.missing)
    return _DONE


def _export_pdf(subject: Subject, place: Path, paper: Paper) -> None:
    with _qt():
        from editor.ui.printing import print_to_pdf_without_window
    exported = print_page(subject.page(), subject.image_file, paper)
    pdf = print_to_pdf_without_window(exported.html)
    _write_result(place, with_metadata(pdf, subject.metadata()), subject.path or place)
    _warn_of(exported.missing)


def _write_result(place: Path, data: bytes, article: Path) -> None:
    """Write what was made of article, in place of what was made of it before."""
    _keep_articles(place, article)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(place.parent, error) from error
    write_file(place, data, read_file(place) if place.exists() else None)


def _keep_articles(place: Path, article: Path) -> None:
    """Raise _Refusal where a result would take the place of an article."""
    if place.exists() and (is_article(place.name) or place.samefile(article)):
        raise _Refusal(f"the result would take the place of the article {place}. Nothing was written.")


def _warn_of(missing: Sequence[str]) -> None:
    for address in missing:
        sys.stderr.write(f"article-editor: not in the file, since it is missing or on the web: {address}\n")


def _demo(options: argparse.Namespace) -> int:
    blog = _sample_blog(options.folder, user_paths())
    content = blog / "src" / "content" / "blog"
    article = next(articles_of(content), None)
    if article is None:
        raise _Refusal(f"{blog} is not empty and not the sample blog. Name another folder: --in DIR")
    made = blog / "made-by-demo"
    before, title = read_file(article), summarise(article).title
    print(f"The sample blog is in {blog}")
    for arguments in (
        ("render", content, "-o", made),
        ("set", article, f"title={title} (changed)"),
        ("set", article, f"title={title}"),
        ("export", article, "--to", "html", "-o", made / "exported.html"),
        ("export", article, "--to", "pdf", "-o", made / "exported.pdf"),
    ):
        print("article-editor", *arguments, flush=True)
        if code := _run(tuple(map(str, arguments))):
            return code
    if read_file(article) != before:
        raise _Refusal(f"{article} did not get its bytes back.")
    pages = sum(1 for _ in made.rglob("*.html"))
    print(f"Rendered, saved and exported: {pages} pages and a PDF file are in {made}")
    print(f"The title of {article.name} was changed and changed back: the file is the same, byte for byte.")
    return _DONE
