"""The list of an article's versions as it lies in its folder."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from editor.article.history.versions import Version

_FORMAT: Final = 1
_KINDS: Final[dict[str, type]] = {"moment": int, "digest": str, "size": int, "stored": int, "name": str}


class NotAHistory(Exception):  # noqa: N818 - named for what the writer has before them
    """The list of versions cannot be read: it is damaged, or a newer program wrote it."""

    def __init__(self, reason: Literal["damaged", "newer"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Index:
    """Whose versions a folder holds (the article's path), and which, the oldest first."""

    path: str
    versions: tuple[Version, ...]


def index_bytes(index: Index) -> bytes:
    """Answer a list of versions as it is written, with a checksum."""
    body = {"path": index.path, "versions": [asdict(version) for version in index.versions]}
    return json.dumps({"format": _FORMAT, "checksum": _checksum(body), **body}, indent=1).encode("ascii")


def index_in(data: bytes) -> Index:
    """Answer the list of versions that data holds. Raises NotAHistory."""
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError):
        raise NotAHistory("damaged") from None
    if not isinstance(found, dict) or type(found.get("format")) is not int:
        raise NotAHistory("damaged")
    if found["format"] > _FORMAT:
        raise NotAHistory("newer")
    body = {key: value for key, value in found.items() if key not in ("format", "checksum")}
    entries, path = body.get("versions"), body.get("path")
    if found.get("checksum") != _checksum(body) or not isinstance(entries, list) or not isinstance(path, str):
        raise NotAHistory("damaged")
    return Index(path, tuple(_version(entry) for entry in entries))


def _version(entry: Any) -> Version:
    if not isinstance(entry, dict) or {key: type(value) for key, value in entry.items()} != _KINDS:
        raise NotAHistory("damaged")
    return Version(**entry)


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode("ascii")).hexdigest()
