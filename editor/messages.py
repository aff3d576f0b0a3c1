"""Errors in words: what happened, where, and what to do; the one place where they are worded."""

from __future__ import annotations

import errno
from typing import Final

from editor.article.files import FileChanged, FileError, FileExists, FileVanished
from editor.article.front_matter import Fault, RefusedEdit, RefusedValue
from editor.article.source import NotText
from editor.translation import mark, tr

_SYSTEM: Final = {
    errno.EACCES: mark("You may not read or write there."),
    errno.EPERM: mark("You may not read or write there."),
    errno.EROFS: mark("The disk is read-only."),
    errno.ENOSPC: mark("The disk is full."),
    errno.EDQUOT: mark("The disk is full."),
    errno.ENAMETOOLONG: mark("The name is too long."),
    errno.ENOENT: mark("The folder does not exist."),
    errno.ENOTDIR: mark("A part of the path is not a folder."),
    errno.EISDIR: mark("This is a folder."),
    errno.ELOOP: mark("The link leads back to itself."),
    errno.EIO: mark("The disk or the network failed."),
}
_NOT_TEXT: Final = {
    "utf-16": mark("The file is UTF-16 text. Convert it to UTF-8 first; the blog reads only that."),
    "binary": mark("The file is not text."),
    "not-utf-8": mark(
        "The file is not UTF-8 text (byte {offset}). Convert it first; the blog reads only that."
    ),
}
_FAULTS: Final = {
    "unclosed-fence": mark("The front matter is not closed. Add a line with --- below it."),
    "not-a-mapping": mark("The front matter is not a list of fields. Write “key: value”."),
    "duplicate-key": mark("The field “{detail}” stands there twice. Remove one of them."),
    "syntax": mark("The front matter cannot be read: {detail}."),
    "unknown-alias": mark("The name *{detail} is not defined."),
    "unknown-tag": mark("The tag {detail} is not known."),
    "not-of-its-tag": mark("The value does not fit its tag {detail}."),
}
_REFUSED: Final = {
    "anchor": mark("“{key}” shares its value with another field. Change it in the text of the front matter."),
    "alias": mark("“{key}” shares its value with another field. Change it in the text of the front matter."),
    "fault": mark("The front matter has an error. Mend its text first."),
    "toml": mark("Fields of TOML front matter are changed in its text."),
}


def words(error: Exception) -> str:
    """Answer what to tell the writer about error."""
    match error:
        case FileError():
            return _file_words(error)
        case NotText():
            return tr(_NOT_TEXT[error.reason]).format(offset=error.offset)
        case RefusedEdit():
            fallback = mark("“{key}” cannot be changed here. Change it in the text of the front matter.")
            return tr(_REFUSED.get(error.reason, fallback)).format(key=error.key)
        case RefusedValue():
            return tr("This is not a value of “{key}” that the blog can read.").format(key=error.key)
        case OSError():
            return _system_words(error)
        case _:
            return tr("Something went wrong: {error}.").format(
                error=f"{type(error).__name__} {error}".strip()
            )


def fault_words(fault: Fault) -> str:
    """Answer what is wrong in a front matter, with its line."""
    reason = tr(_FAULTS.get(fault.reason, mark("The front matter cannot be read.")))
    place = tr("Line {line}:").format(line=fault.line + 1)
    return f"{place} {reason.format(detail=fault.detail)}"


def _file_words(error: FileError) -> str:
    name = error.path.name or str(error.path)
    match error:
        case FileChanged():
            return tr("“{name}” was changed by another program. Nothing was written.").format(name=name)
        case FileExists():
            return tr("There is a file “{name}” already. Nothing was written.").format(name=name)
        case FileVanished():
            return tr("“{name}” is not there. It was moved or deleted.").format(name=name)
        case _:
            reason = _system_words(error.cause) if error.cause else ""
            return f"{tr('“{name}” could not be read or written.').format(name=name)} {reason}".rstrip()


def _system_words(error: OSError) -> str:
    known = _SYSTEM.get(error.errno or 0)
    return tr(known) if known else (error.strerror or str(error))
