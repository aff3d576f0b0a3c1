"""Errors in words: what happened, where, and what to do; the one place where they are worded."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Final

from editor.article.files import FileChanged, FileError, FileExists, FileOpenElsewhere, FileVanished
from editor.article.front_matter import Fault, RefusedEdit, RefusedValue
from editor.article.history.index import NotAHistory
from editor.article.journal.framing import NotAJournal
from editor.article.source import NotText
from editor.blog.blog_edit import ChangedSince
from editor.blog.edit_making import HalfMade
from editor.blog.images import ImageOutsideBlog
from editor.export.pdf import PrintError
from editor.picture.faults import BadPicture
from editor.text.search import BadSearch
from editor.translation import mark, ntr, tr

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.new_article import Obstacle, Reason
    from editor.export.markdown import Unshown
    from editor.rendering.faults import BodyFault
    from editor.text.dialects import Dialect

_FAR: Final = mark("The disk is no longer there, or the network does not answer.")
_SYSTEM: Final = {
    **dict.fromkeys(
        (
            errno.ESTALE,
            errno.ENODEV,
            errno.ENXIO,
            errno.ENOTCONN,
            errno.ETIMEDOUT,
            errno.EHOSTDOWN,
            errno.EHOSTUNREACH,
            errno.ENETDOWN,
            errno.ENETUNREACH,
            errno.ECONNABORTED,
            errno.ECONNRESET,
        ),
        _FAR,
    ),
    errno.EACCES: mark("You may not read or write there."),
    errno.EPERM: mark("You may not read or write there."),
    errno.EROFS: mark("The disk is read-only."),
    errno.ENOSPC: mark("The disk is full."),
    errno.EDQUOT: mark("The disk is full."),
    errno.ENAMETOOLONG: mark("The name is too long."),
    errno.ENOENT: mark("The folder does not exist."),
    errno.ENOTDIR: mark("A part of the path is not a folder."),
    errno.EEXIST: mark("There is a file of this name already."),
    errno.EISDIR: mark("It is a folder."),
    errno.EINVAL: mark("It is not an ordinary file."),
    errno.ELOOP: mark("The link leads back to itself."),
    errno.EIO: mark("The disk or the network failed."),
    errno.EFBIG: mark("The file is too large for the disk."),
    errno.EBUSY: mark("Another program holds the file."),
    errno.ETXTBSY: mark("Another program holds the file."),
}
_NOT_A_JOURNAL: Final = {
    "newer": mark("It was kept by a newer version of this program."),
    "damaged": mark("What was kept is damaged. Nothing of it can be read."),
}
_NOT_TEXT: Final = {
    "utf-16": mark("The file is UTF-16 text. Convert it to UTF-8 first; the blog reads only that."),
    "binary": mark("The file is not text."),
    "not-utf-8": mark(
        "The file is not UTF-8 text (byte {offset}). Convert it first; the blog reads only that."
    ),
}
_NOT_A_HISTORY: Final = {
    "damaged": mark("This version is damaged and cannot be shown."),
    "newer": mark("The versions of this article were kept by a newer program, which can show them."),
}
_FAULTS: Final = {
    "block-header": mark(
        "After | or > the text begins on the next line. Put this value in quotes, or below."
    ),
    "block-not-deeper": mark("The text of | or > must be indented deeper than its field."),
    "circular": mark("A value contains itself."),
    "colon-in-value": mark("A text with a colon in it must be in quotes."),
    "control-character": mark("There is a control character here, which nobody sees. Delete it."),
    "directive": mark("A line that begins with % is not for fields. Put the text in quotes, or delete it."),
    "document-mark": mark("A line that begins with ... ends the fields. Delete it, or indent it."),
    "duplicate-key": mark("The field “{detail}” stands there twice. Remove one of them."),
    "misplaced-dash": mark("A list begins below its field. A text that begins with - must be in quotes."),
    "misplaced-question-mark": mark("A text that begins with ? must be in quotes."),
    "missing-colon": mark("This line has no name with a colon. Write “name: value”, or indent it."),
    "missing-comma": mark("A comma is missing in the brackets, or quotes around a text with a colon."),
    "mixed-fences": mark("The front matter is opened and closed by different marks. Use --- for both."),
    "nameless-anchor": mark("A text that begins with * or & must be in quotes."),
    "no-equals": mark("A field is written as name = value, with the text in quotes."),
    "no-value": mark("The field has no value. Write one behind the =, or delete the line."),
    "nested-key": mark("The name of a field is a list or fields itself. Put it in quotes."),
    "not-a-mapping": mark("The front matter is not made of fields. Write “name: value”."),
    "not-a-value": mark("“{detail}” is not a value. Put text in quotes; a date is written as 2025-07-08."),
    "not-of-its-tag": mark("The value does not fit its tag {detail}."),
    "number-too-large": mark("The blog cannot keep the number {detail}. Put it in quotes."),
    "reserved-character": mark("A text that begins with {detail} must be in quotes."),
    "syntax": mark("The front matter cannot be read. Look at quotes, brackets and indentation."),
    "tab-indentation": mark("Fields are indented with spaces, but here is a tab."),
    "text-after-value": mark("There is text after the closing quote or bracket. Put all of it in quotes."),
    "too-deep": mark("The values are nested too deeply."),
    "too-long-to-read": mark("The front matter is too long to be read here."),
    "too-many-aliases": mark("Values are repeated by name too often."),
    "unclosed-bracket": mark("The bracket {detail} is not closed."),
    "unclosed-fence": mark("The front matter is not closed. Add a line with --- below it."),
    "unclosed-quote": mark("The quote {detail} is not closed."),
    "unexpected-character": mark("“{detail}” means nothing here. Put text in quotes, or delete it."),
    "unexpected-mark": mark("A text that begins with {detail} must be in quotes."),
    "unknown-alias": mark("No value is named *{detail}. A text that begins with * must be in quotes."),
    "unknown-escape": mark("{detail} means nothing in double quotes. Write two backslashes for one."),
    "unknown-tag": mark("The tag {detail} is not known. A text that begins with ! must be in quotes."),
    "wrong-indentation": mark("The line is indented otherwise than its neighbours."),
    "wrong-name": mark(
        "Only a name of letters without accents, digits and hyphens needs no quotes. Put this one in them."
    ),
    "wrong-tag": mark("A text that begins with ! must be in quotes."),
    "wrong-merge": mark("“<<” takes fields only."),
}
_REFUSED_EDITS: Final = {
    "absent": mark("The article has no field “{key}”."),
    "alias": mark("“{key}” repeats another value by name. Change it in the text of the front matter."),
    "anchor-or-tag": mark("“{key}” has an anchor or a tag. Change it in the text of the front matter."),
    "json": mark("The front matter is JSON. Change it in its text."),
    "explicit-key": mark("“{key}” is written in an unusual way. Change it in the text of the front matter."),
    "flow-root": mark("The fields stand in braces. Change “{key}” in the text of the front matter."),
    "merged": mark("“{key}” comes from another field. Change it in the text of the front matter."),
    "not-restored": mark(
        "“{key}” cannot be changed without changing more than it. Change it in the text of the front matter."
    ),
    "table-order": mark("“{key}” cannot stand there: in TOML, fields stand above tables."),
}
_REFUSED_VALUES: Final = {
    "not-a-date": mark("“{key}” is a date. Write it as 2025-07-08 or 8 July 2025."),
    "not-a-flag": mark("“{key}” is true or false."),
    "not-a-number": mark("“{key}” is a number."),
    "no-null": mark("TOML has no empty value. Write one for “{key}”, or remove it."),
    "not-one-value": mark("This is not a value that “{key}” can have."),
}
_BAD_SEARCHES: Final = {
    "pattern": mark("The pattern cannot be read: {detail}."),
    "replacement": mark("The replacement cannot be read at {detail}."),
    "too-slow": mark("The pattern takes too long. Make it simpler."),
}
_BAD_PICTURES: Final = {
    "damaged": mark("The image is damaged and cannot be read."),
    "heic": mark(
        "Browsers do not show HEIC photographs. Export this one as JPEG, or have the camera take JPEG."
    ),
    "not-a-picture": mark("The file is not an image that a blog can show."),
    "too-large": mark("The file is too large for an image."),
    "too-many-pixels": mark("The image has more pixels than fit into memory. Make it smaller first."),
    "truncated": mark("The end of the image is missing. Copy it again from where it came."),
}
_NOT_PRINTED: Final = {
    "crash": mark("The page could not be printed: the engine stopped. Close other programs and try again."),
    "page": mark("The page could not be printed: the engine did not load it."),
    "print": mark("The page could not be printed. It may be too long for the memory that is free."),
}

_DIALECTS: Final[dict[Dialect, str]] = {
    "astro": mark("Astro"),
    "astro-remark": mark("Astro with remark"),
    "python-markdown": mark("Python-Markdown"),
}
_BODY_FAULTS: Final = {
    "math-braces": mark("A brace of this formula is not closed, or was never opened."),
    "math-defines-command": mark("Formulas that define commands ({detail}) are not shown here."),
    "math-too-long": mark("The formula is too long to be shown here."),
    "math-unknown-command": mark("{detail} is not known here."),
    "math-unreadable": mark("The formula cannot be read."),
    "mdx-stray-closing-tag": mark("</{detail}> closes nothing that is open here."),
    "mdx-text-after-expression": mark("An expression that goes over blank lines must end its line."),
    "mdx-unclosed-element": mark(
        "<{detail}> is not closed. Its </{detail}> must stand in the same paragraph, item or quote."
    ),
    "mdx-unclosed-expression": mark(
        "A brace begins an expression, and this one is not closed. As text it needs a backslash before it."
    ),
    "mdx-unclosed-tag": mark("The tag does not end. As text, < needs a backslash before it."),
    "mdx-unexpected-in-tag": mark(
        "“{detail}” cannot stand there in a tag. As text, < needs a backslash before it."
    ),
    "mdx-unreadable-expression": mark("What stands in the braces is no expression of JavaScript."),
    "mdx-unreadable-module": mark(
        "A line that begins with import or export is JavaScript in MDX, and this is none."
    ),
}

_OBSTACLES: Final[dict[Reason, str]] = {
    "file": mark("There is a file “{name}” already."),
    "id": mark("“{name}” has this address already."),
    "no-title": mark("The article needs a title."),
    "not-a-name": mark("No file can have this name."),
    "not-taken": mark("The blog takes no article of this name."),
    "outside": mark("The file would lie outside its folder."),
}


def words(error: Exception, *, by_path: bool = False) -> str:
    """Answer what to tell the writer about error; by_path names files with their folders."""
    match error:
        case FileError():
            return _file_words(error, str(error.path) if by_path else error.path.name or str(error.path))
        case NotText():
            return tr(_NOT_TEXT[error.reason]).format(offset=error.offset)
        case NotAJournal():
            return tr(_NOT_A_JOURNAL[error.reason])
        case NotAHistory():
            return tr(_NOT_A_HISTORY[error.reason])
        case RefusedEdit():
            return _refusal_words(error)
        case BadSearch():
            return tr(_BAD_SEARCHES[error.reason]).format(detail=error.detail)
        case ChangedSince():
            passage = tr("A passage of “{name}” was written anew since then. Change it by hand.")
            return passage.format(name=error.path.name)
        case HalfMade():
            left = tr("These files could not be put back: {names}.")
            names = ", ".join(str(path) for path in error.paths)
            return f"{words(error.cause, by_path=by_path)} {left.format(names=names)}"
        case ImageOutsideBlog():
            place = tr("“{name}” lies outside the blog. Copy it into the blog's folder first.")
            return place.format(name=error.image.name)
        case BadPicture():
            return tr(_BAD_PICTURES[error.reason])
        case PrintError():
            return tr(_NOT_PRINTED[error.reason])
        case OSError():
            return _system_words(error)
        case _:
            found = f"{type(error).__name__} {error}".strip()
            return tr("Something went wrong: {error}.").format(error=found)


def fault_words(fault: Fault) -> str:
    """Answer what is wrong in a front matter, with its line."""
    place = tr("Line {line}:").format(line=fault.line + 1)
    return f"{place} {fault_sentence(fault.reason, fault.detail)}"


def fault_sentence(reason: str, detail: str) -> str:
    """Answer what is wrong in a front matter that cannot be read, by the reason and detail of its fault."""
    return tr(_FAULTS[reason]).format(detail=detail)


def dialect_name(dialect: Dialect) -> str:
    """Answer what a dialect of Markdown is called."""
    return tr(_DIALECTS[dialect])


def unshown_words(unshown: Unshown, most: int | None = None) -> tuple[str, ...]:
    """Answer what to tell of a page that does not follow all that its blog says; names only most plugins."""
    told = []
    if unshown.configuration:
        told.append(
            tr("The settings in {file} cannot be read: the page follows the usual ones.").format(
                file=unshown.configuration
            )
        )
    if unshown.plugins:
        shown = ", ".join(unshown.plugins[:most])
        rest = len(unshown.plugins[most:]) if most else 0
        more = ntr("{names} and {count} more", "{names} and {count} more", rest) if rest else "{names}"
        names = more.format(names=shown, count=rest)
        told.append(tr("This blog also runs {names}: not shown here.").format(names=names))
    return tuple(told)


def body_fault_words(fault: BodyFault) -> str:
    """Answer what is wrong at a place of a body."""
    return tr(_BODY_FAULTS[fault.kind]).format(detail=fault.detail)


def obstacle_words(obstacle: Obstacle, root: Path) -> str:
    """Answer what keeps a new article from being made; files are named from root, the blog's folder."""
    name = os.path.relpath(obstacle.other, root) if obstacle.other is not None else ""
    return tr(_OBSTACLES[obstacle.reason]).format(name=name)


def is_fault(rule: str) -> bool:
    """Whether a problem's rule is the reason of a fault, which keeps the front matter from being read."""
    return rule in _FAULTS


def _refusal_words(error: RefusedEdit) -> str:
    known = _REFUSED_VALUES if isinstance(error, RefusedValue) else _REFUSED_EDITS
    if error.reason in _FAULTS and error.reason not in known:
        return tr("The front matter has an error. Mend its text first.")
    return tr(known[error.reason]).format(key=error.key)


def _file_words(error: FileError, name: str) -> str:
    match error:
        case FileChanged():
            return tr("“{name}” was changed by another program. Nothing was written.").format(name=name)
        case FileExists():
            return tr("There is a file “{name}” already. Nothing was written.").format(name=name)
        case FileOpenElsewhere():
            return tr("“{name}” is open in another window of Article Editor.").format(name=name)
        case FileVanished():
            return tr("“{name}” is not there. It may have been moved or deleted.").format(name=name)
        case _:
            reason = _system_words(error.cause) if error.cause else ""
            failed = tr("“{name}” could not be read or written.").format(name=name)
            return f"{failed} {reason}".rstrip()


def _system_words(error: OSError) -> str:
    known = _SYSTEM.get(error.errno or 0)
    return tr(known) if known else f"{error.strerror or error}."
