"""What EXIF tells: the orientation, whether there is a place, whether there is a camera.

Pillow reads it too, but warns and raises at random where it is damaged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

_ORIENTATION: Final = 0x0112
_CAMERA: Final = frozenset({0x010F, 0x0110, 0x927C, 0xA431, 0xA433, 0xA434, 0xA435, 0xC62F})
"""Make, model, maker's note, serial numbers, lens."""
_EXIF_DIRECTORY: Final = 0x8769
_PLACE_DIRECTORY: Final = 0x8825
_PLACE: Final = frozenset({1, 2, 3, 4, 6, 7, 19, 20, 21, 22, 27, 28, 29})
_SHORT: Final = 3
_ENTRY: Final = 12
_PLACE_IN_NOTES: Final = (
    *(b"GPSLatitude", b"GPSLongitude", b"GPSPosition", b"photoshop:City", b"photoshop:Country"),
    *(b"Iptc4xmpCore:Location", b"Iptc4xmpExt:Location", b"geo:lat", b"location.ISO6709", b"dc:coverage"),
    *(b"\x1c\x02\x5a", b"\x1c\x02\x5c", b"\x1c\x02\x5f", b"\x1c\x02\x65"),  # IPTC: city to country
)
_CAMERA_IN_NOTES: Final = (b"tiff:Make", b"tiff:Model", b"aux:SerialNumber", b"exifEX:Lens", b"aux:Lens")


@dataclass(frozen=True, slots=True)
class Told:
    """What metadata tells; orientation is EXIF's, 1 for upright."""

    orientation: int = 1
    has_location: bool = False
    has_camera: bool = False


def read_told(exif: bytes, notes: Iterable[bytes] = ()) -> Told:
    """Answer what EXIF, from its TIFF header on, and other notes tell; damaged EXIF tells what is left."""
    first, within, place = _directories(exif)
    orientation = first.get(_ORIENTATION, 1)
    kept = tuple(notes)
    return Told(
        orientation if 1 <= orientation <= 8 else 1,
        bool(place.keys() & _PLACE) or _is_any_in(_PLACE_IN_NOTES, kept),
        bool((first.keys() | within.keys()) & _CAMERA) or _is_any_in(_CAMERA_IN_NOTES, kept),
    )


def _is_any_in(marks: tuple[bytes, ...], notes: tuple[bytes, ...]) -> bool:
    return any(mark in note for note in notes for mark in marks)


def _directories(exif: bytes) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """Answer the entries of the first directory, of EXIF's own and of the place's."""
    orders: dict[bytes, Literal["little", "big"]] = {b"II*\0": "little", b"MM\0*": "big"}
    order = orders.get(exif[:4])
    if order is None:
        return {}, {}, {}

    def directory(offset: int) -> dict[int, int]:
        count = int.from_bytes(exif[offset : offset + 2], order)
        entries = exif[offset + 2 : offset + 2 + count * _ENTRY]
        found = {}
        for start in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            tag, kind = (int.from_bytes(entries[start + at : start + at + 2], order) for at in (0, 2))
            width = 2 if kind == _SHORT else 4
            found[tag] = int.from_bytes(entries[start + 8 : start + 8 + width], order)
        return found

    first = directory(int.from_bytes(exif[4:8], order))
    within, place = (
        directory(first[tag]) if tag in first else {} for tag in (_EXIF_DIRECTORY, _PLACE_DIRECTORY)
    )
    return first, within, place
