"""Why a picture is not taken."""

from __future__ import annotations

from typing import Literal

Reason = Literal["damaged", "heic", "not-a-picture", "too-large", "too-many-pixels", "truncated"]


class BadPicture(Exception):  # noqa: N818 - named for what it is, as its kin are caught
    """Bytes that are no picture which a page can show, or one that is damaged or would fill the memory."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
