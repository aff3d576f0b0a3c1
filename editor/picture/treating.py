"""Making a picture fit for a page: upright, without what it tells of its maker, as large as is of use."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from editor.picture.faults import BadPicture
from editor.picture.picture import LARGEST_PIXELS, Format, Picture, described, opened, part

if TYPE_CHECKING:
    from PIL.Image import Image

    from editor.picture.parted import Parted

Target = Literal["", "jpeg", "png", "webp", "avif"]
_CAREFUL: Final = 92
"""The quality of what is made anew only because its metadata cannot be taken out otherwise."""
_FEW_COLOURS: Final = 64
"""As drawings and pictures of texts have, but no photograph, be it without colour."""
_LARGEST_EDGES: Final[dict[Format, int]] = {"webp": 16383, "jpeg": 65500, "avif": 65536}
"""What the formats allow, in pixels."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What shall become of a picture.

    edge is the longer side at most, in pixels, 0 for as large as it is; target the new format, "" for the
    one it has; quality that of JPEG, WebP and AVIF, in percent.
    """

    edge: int = 0
    target: Target = ""
    quality: int = 82


@dataclass(frozen=True, slots=True)
class Treated:
    """The bytes that came of a picture, and what they are; is_remade where its pixels were coded anew."""

    data: bytes
    picture: Picture
    is_remade: bool


def treated(data: bytes, treatment: Treatment) -> Treated:
    """Answer a picture upright and without its metadata, treated as wanted.

    Where nothing is to be turned, scaled or converted its pixels stay as they are, bit by bit. Drawings and
    pictures that move only lose their metadata. Raises BadPicture.
    """
    parts = part(data)
    picture = described(data, parts)
    if picture.format == "svg" or picture.is_animated:
        return Treated(parts.clean, described(parts.clean, part(parts.clean)), is_remade=False)
    target: Format = treatment.target or ("png" if picture.format == "bmp" else picture.format)
    longer = max(picture.width, picture.height)
    edge = min(treatment.edge or longer, _LARGEST_EDGES.get(target, longer))
    is_tied = picture.format == "tiff" or (picture.format == "avif" and picture.has_metadata)
    if edge >= longer and target == picture.format and picture.orientation == 1 and not is_tied:
        _look_through(parts.clean)
        return Treated(parts.clean, described(parts.clean, part(parts.clean)), is_remade=False)
    made = _remade(parts, picture, replace(treatment, edge=edge if edge < longer else 0), target)
    return Treated(made, described(made, part(made)), is_remade=True)


def _look_through(data: bytes) -> None:
    """Have a picture unpacked, coarsely where its format allows it, to know that it is whole."""
    with opened(data) as image:
        _unpack(image, (1, 1))


def _unpack(image: Image, size: tuple[int, int]) -> None:
    """Unpack a picture at least as large as size; where its format allows it not much larger.

    Raises BadPicture where it would fill the memory.
    """
    # What is progressive is in memory as a whole, however small it is wanted.
    is_in_rows = image.format == "JPEG" and "progressive" not in image.info
    if image.width * image.height > LARGEST_PIXELS * (2 if is_in_rows else 1):
        raise BadPicture("too-many-pixels")
    image.draft(image.mode, size)
    if image.width * image.height > LARGEST_PIXELS:
        raise BadPicture("too-many-pixels")
    image.load()


def _remade(parts: Parted, picture: Picture, treatment: Treatment, target: Format) -> bytes:
    with opened(parts.clean) as image:
        size = _scaled(picture, treatment.edge)
        _unpack(image, size if treatment.edge else image.size)
        saving = _saving(image, picture, treatment, target)
        shown = _upright(_of_mode(image, target), picture.orientation)
        if target == "webp" and shown.getcolors(_FEW_COLOURS) is not None:
            saving |= {"lossless": True, "quality": 80}  # smaller so, and sharp
        if treatment.edge:
            shown = _resized(shown, size)
        # A copy has no memory of the file that it was read from.
        shown = shown.copy()
        shown.info = {key: shown.info[key] for key in ("transparency",) if key in shown.info}
        out = io.BytesIO()
        shown.save(out, target.upper(), **saving)
    return out.getvalue()


def _scaled(picture: Picture, edge: int) -> tuple[int, int]:
    """Answer the size of the upright picture with its longer side as edge."""
    longer = max(picture.width, picture.height)
    share = edge / longer if edge else 1
    return max(1, round(picture.width * share)), max(1, round(picture.height * share))


def _resized(image: Image, size: tuple[int, int]) -> Image:
    import PIL.Image

    if image.mode in ("P", "1"):  # their numbers are names of colours, which have no middle
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.resize(size, PIL.Image.Resampling.LANCZOS, reducing_gap=3.0)


def _upright(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(ways[orientation]) if orientation in ways else image


def _of_mode(image: Image, target: Format) -> Image:
    """Answer the picture in colours that target has."""
    if image.mode == "CMYK" and target not in ("jpeg", "tiff"):
        return _from_print(image)
    if target == "png" or (target == "tiff" and image.format == "TIFF"):
        return image
    if image.mode in ("I", "F", "I;16", "I;16B", "I;16L"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if target == "jpeg":
        return image if image.mode in ("L", "RGB", "CMYK") else _on_white(image)
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _from_print(image: Image) -> Image:
    """Answer the picture in the colours of screens, by its own profile where it has one that can be read."""
    from PIL import ImageCms

    with suppress(ImageCms.PyCMSError, OSError):  # no profile, or not one of print
        return ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(image.info.get("icc_profile", b""))),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        ) or image.convert("RGB")
    return image.convert("RGB")


def _on_white(image: Image) -> Image:
    import PIL.Image

    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    white = PIL.Image.new("RGBA", seen.size, "white")
    return PIL.Image.alpha_composite(white, seen).convert("RGB")


def _saving(image: Image, picture: Picture, treatment: Treatment, target: Format) -> dict[str, Any]:
    """Answer how the picture is written."""
    is_kept = target == picture.format and not treatment.edge and not treatment.target
    quality = max(treatment.quality, _CAREFUL) if is_kept else treatment.quality
    ways: dict[str, dict[str, Any]] = {
        "jpeg": {"quality": quality, "optimize": True, "progressive": True},
        "webp": {"quality": quality, "method": 4},
        "avif": {"quality": quality, "speed": 7},
        "tiff": {"compression": "tiff_deflate"},
    }
    saving = ways.get(target, {})
    if target == "jpeg" and is_kept:
        saving = {"optimize": True, "progressive": True, **_as_before(image)}
    profile = image.info.get("icc_profile")
    if profile and (image.mode != "CMYK" or target in ("jpeg", "tiff")):
        saving = {**saving, "icc_profile": profile}
    return saving


def _as_before(image: Image) -> dict[str, Any]:
    """Answer how a JPEG is written that shall not look otherwise than before: as finely as it was."""
    from PIL.JpegImagePlugin import get_sampling

    sampling = get_sampling(image)
    return {
        "qtables": image.quantization,  # type: ignore[attr-defined]
        "subsampling": sampling if sampling in (0, 2) else 0,
    }
