from __future__ import annotations

import ast
import errno
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

import pytest

from editor.article.faults import Fault, RefusedEdit, RefusedValue
from editor.article.files import FileChanged, FileError, FileExists, FileOpenElsewhere, FileVanished
from editor.article.history.index import NotAHistory
from editor.article.journal.framing import NotAJournal
from editor.article.source import NotText
from editor.article.yaml_faults import CODES
from editor.blog.blog_edit import ChangedSince
from editor.blog.edit_making import HalfMade
from editor.blog.images import ImageOutsideBlog
from editor.blog.new_article import Obstacle, Reason
from editor.export.markdown import Unshown
from editor.export.pdf import PrintError
from editor.messages import (
    body_fault_words,
    dialect_name,
    fault_words,
    obstacle_words,
    unshown_words,
    words,
)
from editor.picture.faults import BadPicture
from editor.picture.faults import Reason as BadPictureReason
from editor.rendering.faults import BodyFault, BodyFaultKind
from editor.text.dialects import DIALECTS
from editor.text.search import BadSearch

if TYPE_CHECKING:
    from collections.abc import Iterator

EDITOR: Final = Path(__file__).parents[1] / "editor"
ARTICLE: Final = Path("blog") / "été 🌞.md"


def reasons(*errors: str) -> list[str]:
    """Answer every reason that the code gives to these errors: the first argument of their calls."""
    calls = (node for node in all_calls() if isinstance(node.func, ast.Name) and node.func.id in errors)
    found = {text for call in calls for text in constants(call.args[0])}
    assert found
    return sorted(found)


@cache
def all_calls() -> tuple[ast.Call, ...]:
    modules = (module.read_text("utf-8") for module in EDITOR.rglob("*.py"))
    nodes = (node for source in modules for node in ast.walk(ast.parse(source)))
    return tuple(node for node in nodes if isinstance(node, ast.Call))


def answers(path: str, function: str) -> set[str]:
    """Answer the texts that a function of a module answers."""
    tree = ast.parse((EDITOR / path).read_text("utf-8"))
    (node,) = (it for it in ast.walk(tree) if isinstance(it, ast.FunctionDef) and it.name == function)
    returned = (it.value for it in ast.walk(node) if isinstance(it, ast.Return) and it.value is not None)
    return {text for value in returned for text in constants(value)}


def constants(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def is_said(text: str, general: str = "Something went wrong") -> bool:
    """Whether text is one or more short sentences, complete and without a placeholder."""
    return re.fullmatch(r"\S[^{}\n]{4,140}\.", text) is not None and general not in text


@pytest.mark.parametrize("kind", get_args(BodyFaultKind))
def test_every_fault_of_a_body_has_words(kind: BodyFaultKind) -> None:
    assert is_said(body_fault_words(BodyFault(kind, "\\x")))


FAULTS: Final = sorted({*reasons("Unreadable", "YamlFault", "TextFault"), *(code for _, code in CODES)})


@pytest.mark.parametrize("reason", FAULTS)
def test_every_fault_has_words(reason: str) -> None:
    said = fault_words(Fault(reason, 3, 0, "détail"))
    assert said.startswith("Line 4: ")
    assert is_said(said)


@pytest.mark.parametrize(
    "reason", sorted({*reasons("RefusedEdit", "NoPlace"), *answers("article/slots.py", "refusal")})
)
def test_every_refused_edit_has_words(reason: str) -> None:
    assert is_said(words(RefusedEdit(reason, "titre")))


@pytest.mark.parametrize("reason", reasons("RefusedValue"))
def test_every_refused_value_has_words_that_name_the_field(reason: str) -> None:
    said = words(RefusedValue(reason, "titre"))
    assert is_said(said)
    assert "“titre”" in said


@pytest.mark.parametrize("reason", FAULTS)
def test_an_edit_refused_for_a_fault_says_so(reason: str) -> None:
    assert is_said(words(RefusedEdit(reason, "titre")))
    assert words(RefusedEdit("syntax", "titre")) == "The front matter has an error. Mend its text first."


@pytest.mark.parametrize("reason", reasons("NotText"))
def test_every_file_that_is_no_text_has_words(reason: str) -> None:
    said = words(NotText(reason, 14))  # type: ignore[arg-type]  # read from the code
    assert is_said(said)
    assert ("byte 14" in said) is (reason == "not-utf-8")


@pytest.mark.parametrize("reason", ["newer", "damaged"])
def test_every_journal_that_is_none_has_words(reason: Literal["newer", "damaged"]) -> None:
    assert reason in " ".join(reasons("NotAJournal"))
    assert is_said(words(NotAJournal(reason)))


@pytest.mark.parametrize("reason", get_args(BadPictureReason))
def test_every_picture_that_is_not_taken_has_words(reason: BadPictureReason) -> None:
    assert is_said(words(BadPicture(reason)))


@pytest.mark.parametrize("reason", reasons("PrintError"))
def test_every_failed_print_has_words(reason: str) -> None:
    assert is_said(words(PrintError(reason)))  # type: ignore[arg-type]  # read from the code


@pytest.mark.parametrize("reason", reasons("BadSearch"))
def test_every_search_that_cannot_be_made_has_words(reason: str) -> None:
    said = words(BadSearch(reason, "missing )"))  # type: ignore[arg-type]  # read from the code
    assert is_said(said)
    assert ("missing )" in said) is (reason != "too-slow")


@pytest.mark.parametrize("reason", ["damaged", "newer"])
def test_a_history_that_cannot_be_read_has_words(reason: Literal["damaged", "newer"]) -> None:
    assert reason in reasons("NotAHistory")
    assert is_said(words(NotAHistory(reason)))


@pytest.mark.parametrize("kind", [FileError, FileChanged, FileExists, FileOpenElsewhere, FileVanished])
def test_every_error_of_a_file_names_it(kind: type[FileError]) -> None:
    said = words(kind(ARTICLE))
    assert is_said(said)
    assert "“été 🌞.md”" in said
    assert f"“{ARTICLE}”" in words(kind(ARTICLE), by_path=True)


def test_a_change_that_cannot_be_taken_back_names_the_file() -> None:
    said = words(ChangedSince(ARTICLE))
    assert is_said(said)
    assert "“été 🌞.md”" in said


def test_a_change_that_was_half_made_says_why_and_what_is_left() -> None:
    said = words(HalfMade(FileVanished(ARTICLE), (Path("a.md"), Path("b.md"))))
    assert is_said(said)
    assert said.startswith(words(FileVanished(ARTICLE)))
    assert "a.md, b.md" in said


def test_a_folder_without_a_name_is_named_all_the_same() -> None:
    assert "“.”" in words(FileError(Path()))


def test_the_messages_of_files_tell_them_apart() -> None:
    kinds = (FileError, FileChanged, FileExists, FileOpenElsewhere, FileVanished)
    assert len({words(kind(ARTICLE)) for kind in kinds}) == len(kinds)


KNOWN: Final = (
    *("EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENAMETOOLONG", "ENOENT"),
    *("ENOTDIR", "EEXIST", "EISDIR", "EINVAL", "ELOOP", "EIO", "EFBIG", "EBUSY", "ETXTBSY", "ESTALE"),
    *("ENODEV", "ENXIO", "ENOTCONN", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ECONNRESET"),
)


@pytest.mark.parametrize("name", KNOWN)
def test_the_systems_reason_is_put_in_words(name: str) -> None:
    code = getattr(errno, name)
    error = OSError(code, os.strerror(code))
    said = words(FileError(ARTICLE, error))
    assert is_said(said)
    assert said.endswith(words(error))
    assert os.strerror(code) not in said


def test_a_full_disk_is_told() -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert words(FileError(ARTICLE, error)) == "“été 🌞.md” could not be read or written. The disk is full."


def test_a_reason_of_the_system_that_has_no_words_is_quoted() -> None:
    assert words(OSError(errno.EDOM, "Out of domain")) == "Out of domain."
    assert words(OSError("odd")) == "odd."


def test_an_image_outside_the_blog_is_named() -> None:
    said = words(ImageOutsideBlog(Path("photos") / "chat.png", Path("blog")))
    assert said == "“chat.png” lies outside the blog. Copy it into the blog's folder first."


def test_an_error_nobody_foresaw_is_named() -> None:
    assert words(ValueError("odd")) == "Something went wrong: ValueError odd."
    assert words(ValueError()) == "Something went wrong: ValueError."


@pytest.mark.parametrize(
    ("unshown", "most", "told"),
    [
        (Unshown(), None, ()),
        (Unshown(("a",)), None, ("This blog also runs a: not shown here.",)),
        (Unshown(("a", "b", "c")), None, ("This blog also runs a, b, c: not shown here.",)),
        (Unshown(("a", "b", "c")), 3, ("This blog also runs a, b, c: not shown here.",)),
        (Unshown(("a", "b", "{c}")), 1, ("This blog also runs a and 2 more: not shown here.",)),
        (
            Unshown(("{a}",), "conf.py"),
            2,
            (
                "The settings in conf.py cannot be read: the page follows the usual ones.",
                "This blog also runs {a}: not shown here.",
            ),
        ),
    ],
)
def test_what_a_page_does_not_show_is_told(unshown: Unshown, most: int | None, told: tuple[str, ...]) -> None:
    assert unshown_words(unshown, most) == told


def test_what_keeps_an_article_from_being_made_has_words() -> None:
    root = Path("blog")
    assert obstacle_words(Obstacle("id", root / "a" / "b.md"), root) == "“a/b.md” has this address already."
    reasons: tuple[Reason, ...] = get_args(Reason)
    assert all(obstacle_words(Obstacle(reason), root) for reason in reasons)


def test_dialects_have_names() -> None:
    assert list(map(dialect_name, DIALECTS)) == ["Astro", "Astro with remark", "Python-Markdown"]
