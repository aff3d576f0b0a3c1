"""The commands without a window: render, get, set and export."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.faults import RefusedEdit
from editor.article.files import FileError, read_file, write_file
from editor.article.reading import FrontMatter, read, values
from editor.article.source import decode, encode
from editor.assignments import assigned, json_of, unified_diff
from editor.blog.article_files import ARTICLE_SUFFIXES, articles_of, is_article
from editor.blog.blog import find_blog
from editor.cli.refusals import REFUSALS, Refusal, complain
from editor.cli.window import qt
from editor.export.article import Subject
from editor.export.html import export_html
from editor.export.pdf import print_page, with_metadata
from editor.messages import body_fault_words, fault_words, unshown_words
from editor.paths import RESOURCES
from editor.rendering.page import reading_style

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from editor.export.pdf import Paper
    from editor.text.dialects import Dialect

DONE: Final = 0
"""The exit code of a job that was done."""
NO_ARTICLE: Final = Refusal(f"no article ({', '.join(ARTICLE_SUFFIXES)}) lies in this folder.")


def render(options: argparse.Namespace) -> int:
    """Make web pages of articles."""
    if options.output is None and (len(options.paths) > 1 or options.paths[0].is_dir()):
        options.misuse("several articles need a folder for their pages: -o DIR")
    code = DONE
    origins: dict[Path, Path] = {}
    told: set[str] = set()
    for path in options.paths:
        articles = articles_at(path)
        if not articles:
            code = complain(NO_ARTICLE, path)
        for file, name in articles:
            place = None if options.output is None else options.output / name.with_suffix(".html")
            try:
                _render_one(options, file, place, origins, told)
            except REFUSALS as error:
                code = complain(error, file)
    return code


def articles_at(path: Path) -> tuple[tuple[Path, Path], ...]:
    """Answer every article with its place below the folder it was found in; a file is taken for one."""
    if path.is_dir():
        return tuple((article, article.relative_to(path)) for article in articles_of(path))
    return ((path, Path(path.name)),)


def _render_one(
    options: argparse.Namespace, file: Path, place: Path | None, origins: dict[Path, Path], told: set[str]
) -> None:
    """Write an article's page to place (None: standard output).

    origins tells what was written to which, told what was said of the blog.
    """
    subject = _subject(file, options.dialect)
    _warn_of_unshown(subject, told)
    if options.fragment:
        _warn_of_fault(subject, file)
        html = subject.rendered(highlight=False).html
    else:
        front_matter_of(subject.text, takes_json=subject.blog.takes_json)
        html = export_html(subject.page(), subject.image_file).html
    if place is None:
        sys.stdout.write(html)
        return
    if origins.setdefault(place, file) != file:
        raise Refusal(f"its page would take the place of that of {origins[place]}.")
    _keep_articles(place, file)
    _write_result(place, html.encode())


def _subject(file: Path, dialect: Dialect | None = None) -> Subject:
    text = decode(read_file(file)).text
    style = reading_style(RESOURCES)
    return Subject(
        text, file.resolve(), find_blog(file), style, dialect=dialect, fault_words=body_fault_words
    )


def get_fields(options: argparse.Namespace) -> int:
    """Print the fields of an article."""
    text = decode(read_file(options.file)).text
    found = values(front_matter_of(text, takes_json=find_blog(options.file).takes_json))
    if options.key is not None and options.key not in found:
        raise RefusedEdit("absent", options.key)
    sys.stdout.write(json_of(found if options.key is None else found[options.key]) + "\n")
    return DONE


def set_fields(options: argparse.Namespace) -> int:
    """Change fields of an article, or print what would change."""
    if not options.assignments and not options.unset:
        options.misuse("nothing to change: add KEY=VALUE or --unset KEY")
    data = read_file(options.file)
    source = decode(data)
    front_matter_of(source.text)
    changed = encode(source, assigned(source.text, dict(options.assignments), options.unset))
    if options.dry_run:
        sys.stdout.write(unified_diff(data, changed, options.file.name))
    elif changed != data:
        write_file(options.file, changed, data)
    return DONE


def front_matter_of(text: str, *, takes_json: bool = False) -> FrontMatter:
    """Answer the front matter of a file's text. Raises Refusal where it cannot be read."""
    front_matter = read(text, takes_json=takes_json)
    if front_matter.fault is not None:
        raise Refusal(fault_words(front_matter.fault))
    return front_matter


def export(options: argparse.Namespace) -> int:
    """Make one file of an article."""
    subject = _subject(options.file)
    _warn_of_unshown(subject, set())
    front_matter_of(subject.text, takes_json=subject.blog.takes_json)
    place: Path = options.output or options.file.with_suffix(f".{options.to}")
    _keep_articles(place, options.file)
    if options.to == "pdf":
        _export_pdf(subject, place, options.paper)
    else:
        exported = export_html(subject.page(), subject.image_file)
        _write_result(place, exported.html.encode())
        _warn_of(exported.missing)
    return DONE


def _export_pdf(subject: Subject, place: Path, paper: Paper) -> None:
    with qt():
        from editor.ui.printing import print_to_pdf_without_window
    exported = print_page(subject.page(), subject.image_file, paper)
    with _interruptible():
        pdf = print_to_pdf_without_window(exported.html)
    _write_result(place, with_metadata(pdf, subject.metadata()))
    _warn_of(exported.missing)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl+C end the program while an engine works that does not look after Python's signals."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _write_result(place: Path, data: bytes) -> None:
    """Write what was made of an article, in place of what was made before."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(place.parent, error) from error
    write_file(place, data, read_file(place) if place.exists() else None)


def _keep_articles(place: Path, article: Path) -> None:
    """Raise Refusal where a result would take the place of an article."""
    if place.exists() and (is_article(place.name) or place.samefile(article)):
        raise Refusal(f"the result would take the place of the article {place}. Nothing was written.")


def _warn_of_fault(subject: Subject, file: Path) -> None:
    """Name what a fragment does not need, but would stop the blog."""
    fault = read(subject.text, takes_json=subject.blog.takes_json).fault
    if fault is not None:
        complain(Refusal(fault_words(fault)), file)


def _warn_of_unshown(subject: Subject, told: set[str]) -> None:
    """Name once what the blog does with its Markdown, and its pages here do not show."""
    for sentence in unshown_words(subject.unshown()):
        if sentence not in told:
            told.add(sentence)
            sys.stderr.write(f"article-editor: {sentence}\n")


def _warn_of(missing: Sequence[str]) -> None:
    for address in missing:
        sys.stderr.write(f"article-editor: not in the file, since it is missing or on the web: {address}\n")
