"""A picture's file in two: what its pixels need, and what else was written into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parted:
    """clean is the file without its metadata, its pixels untouched bit by bit.

    exif is what was found as EXIF, from its TIFF header on; notes is all else that was taken out: XMP, IPTC,
    comments, embedded thumbnails, further pictures and films behind the end.
    """

    clean: bytes
    exif: bytes = b""
    notes: tuple[bytes, ...] = ()

    @property
    def has_metadata(self) -> bool:
        """Whether anything was taken out."""
        return bool(self.exif or self.notes)


EXIF_MARK = b"Exif\0\0"


def without_mark(exif: bytes) -> bytes:
    """Answer EXIF from its TIFF header on, which JPEG puts behind a mark and others may."""
    return exif.removeprefix(EXIF_MARK)
