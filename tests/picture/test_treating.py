"""Pictures become fit for a page: upright, without place and camera, as large as wanted, nothing lost."""

from __future__ import annotations

import io
import struct
import time
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageCms
from PIL.JpegImagePlugin import get_sampling

from editor.picture import picture as pictures
from editor.picture.faults import BadPicture
from editor.picture.picture import read_picture
from editor.picture.treating import Treatment, treated
from tests.picture.photographs import CORNERS, corners, drawing, exif, photograph, pixels, png_chunk

if TYPE_CHECKING:
    from collections.abc import Callable

UPRIGHT = (0, 1, 2, 3)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def saved(image: Image.Image, kind: str, **saving: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **saving)
    return out.getvalue()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "tiff", "avif"])
def test_a_photograph_comes_out_upright_and_without_what_it_tells(kind: str, orientation: int) -> None:
    data = photograph(kind, orientation)
    before = read_picture(data)
    assert (before.has_location, before.has_camera, before.has_metadata) == (True, True, True)
    assert (before.width, before.height) == (48, 32)
    made = treated(data, Treatment())
    assert corners(made.data) == UPRIGHT
    after = made.picture
    assert (after.format, after.width, after.height, after.size) == (kind, 48, 32, len(made.data))
    assert (after.orientation, after.has_location, after.has_camera) == (1, False, False)
    assert not after.has_metadata
    for told in (b"Camera & Sons", b"SERIAL", b"GPSLatitude", b"at home"):
        assert told not in made.data
    with Image.open(io.BytesIO(made.data)) as image:
        assert dict(image.getexif()).keys() <= set(range(0x100, 0x12E)) if kind == "tiff" else True
        assert kind == "tiff" or not dict(image.getexif())


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_an_upright_photograph_keeps_its_pixels_bit_by_bit(kind: str) -> None:
    data = photograph(kind, 1)
    made = treated(data, Treatment(edge=48))
    assert not made.is_remade
    assert pixels(made.data) == pixels(data)


def test_a_turned_jpeg_is_coded_as_finely_as_it_was() -> None:
    data = photograph("jpeg", 6, quality=71, subsampling=2)
    made = treated(data, Treatment(quality=30))
    with Image.open(io.BytesIO(data)) as old, Image.open(io.BytesIO(made.data)) as new:
        assert new.quantization == old.quantization  # type: ignore[attr-defined]
        assert get_sampling(new) == get_sampling(old) == 2
    odd = treated(photograph("jpeg", 6, subsampling=1), Treatment()).data
    with Image.open(io.BytesIO(odd)) as new:
        assert get_sampling(new) == 0


@pytest.mark.parametrize(
    ("orientation", "edge", "size"), [(1, 24, (24, 16)), (6, 24, (24, 16)), (1, 1, (1, 1)), (8, 47, (47, 31))]
)
def test_a_photograph_is_scaled_to_its_longer_edge(
    orientation: int, edge: int, size: tuple[int, int]
) -> None:
    made = treated(photograph("jpeg", orientation), Treatment(edge=edge))
    assert (made.picture.width, made.picture.height) == size


@pytest.mark.parametrize("target", ["jpeg", "png", "webp", "avif"])
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "bmp", "gif", "tiff"])
def test_every_format_becomes_every_other(kind: str, target: Any) -> None:
    data = saved(drawing(), "BMP" if kind == "bmp" else kind.upper())
    made = treated(data, Treatment(target=target, edge=30))
    assert (made.picture.format, made.picture.width) == (target, 30)
    assert corners(made.data) == UPRIGHT


def test_a_bitmap_that_no_page_shows_becomes_a_png() -> None:
    assert treated(saved(drawing(), "BMP"), Treatment()).picture.format == "png"


def test_quality_decides_on_the_size() -> None:
    image = Image.effect_noise((256, 256), 80).convert("RGB")
    sizes = [
        len(treated(saved(image, "PNG"), Treatment(target="webp", quality=quality)).data)
        for quality in (20, 90)
    ]
    assert sizes[0] < 0.6 * sizes[1]


def test_a_drawing_of_few_colours_becomes_a_webp_without_loss() -> None:
    data = saved(drawing(), "PNG")
    assert pixels(treated(data, Treatment(target="webp")).data) == pixels(data)


def test_a_colour_profile_is_kept() -> None:
    for kind, target in (("jpeg", ""), ("jpeg", "webp"), ("png", "avif"), ("jpeg", "png")):
        data = photograph(kind, 6, icc_profile=SRGB)
        made = treated(data, Treatment(target=target))  # type: ignore[arg-type]
        with Image.open(io.BytesIO(made.data)) as image:
            assert image.info["icc_profile"] == SRGB


@pytest.mark.parametrize("profile", [b"", b"no profile", SRGB])
def test_a_photograph_in_the_colours_of_print_is_converted_to_those_of_screens(profile: bytes) -> None:
    data = photograph("jpeg", 6, mode="CMYK", icc_profile=profile, xmp=b"")
    made = treated(data, Treatment(target="webp"))
    assert corners(made.data) == UPRIGHT
    with Image.open(io.BytesIO(made.data)) as image:
        assert "icc_profile" not in image.info
    kept = treated(data, Treatment()).data
    assert pixels(kept)[0] == "CMYK"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_pictures_of_every_mode_are_scaled_and_converted(mode: str) -> None:
    image = Image.new("I;16", (40, 20), 40_000) if mode == "I;16" else drawing((40, 20)).convert(mode)
    data = saved(image, "PNG")
    for target in ("", "jpeg", "webp"):
        made = treated(data, Treatment(edge=10, target=target))
        assert (made.picture.width, made.picture.height) == (10, 5)
    if mode == "I;16":
        assert abs(Image.open(io.BytesIO(made.data)).convert("L").getpixel((5, 2)) - 156) < 4  # type: ignore[operator]


def test_what_is_transparent_stays_so_and_is_white_where_the_format_knows_none() -> None:
    image = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    for data in (saved(image, "PNG"), saved(image.convert("P"), "PNG", transparency=0)):
        clear = treated(data, Treatment(target="webp", edge=4)).data
        assert Image.open(io.BytesIO(clear)).convert("RGBA").getpixel((1, 1))[3] < 5  # type: ignore[index]
        white = treated(data, Treatment(target="jpeg")).data
        assert min(Image.open(io.BytesIO(white)).convert("RGB").getpixel((1, 1))) > 250  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_a_picture_that_moves_goes_on_moving(kind: str) -> None:
    frames = [drawing(), drawing().transpose(Image.Transpose.ROTATE_180)]
    saving: dict[str, Any] = {"comment": b"at home"} if kind == "gif" else {"exif": exif()}
    if kind == "gif":
        frames = [frame.convert("P") for frame in frames]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], **saving)
    made = treated(data, Treatment(edge=10, target="jpeg"))
    assert made.picture.is_animated
    assert made.picture.format == kind
    assert b"at home" not in made.data
    with Image.open(io.BytesIO(made.data)) as image:
        assert image.n_frames == 2  # type: ignore[attr-defined]
        assert image.size == (48, 32)


def test_a_drawing_in_lines_only_loses_its_metadata() -> None:
    data = b'<svg width="10" height="20px"><metadata>geo:lat</metadata><g/></svg>'
    assert read_picture(data).has_location
    made = treated(data, Treatment(edge=5, target="webp"))
    assert made.data == b'<svg width="10" height="20px"><g/></svg>'
    assert (made.picture.width, made.picture.height, made.picture.has_location) == (10, 20, False)


def test_a_picture_too_wide_for_its_new_format_is_made_as_wide_as_that_allows() -> None:
    data = saved(Image.new("L", (20_000, 2)), "PNG")
    assert treated(data, Treatment(target="webp")).picture.width == 16_383


class TestHostilePictures:
    def test_a_picture_that_would_fill_the_memory_is_refused_at_once(self) -> None:
        header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
        bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
            png_chunk(kind, body) for kind, body in ((b"IHDR", header), (b"IDAT", b"x\x9c"), (b"IEND", b""))
        )
        begun = time.monotonic()
        for treatment in (Treatment(), Treatment(edge=100)):
            with pytest.raises(BadPicture) as raised:
                treated(bomb, treatment)
            assert raised.value.reason == "too-many-pixels"
        assert time.monotonic() - begun < 2

    @pytest.mark.parametrize(
        ("size", "saving", "edge", "is_refused"),
        [
            ((64, 64), {}, 0, False),
            ((80, 60), {}, 0, True),
            ((80, 60), {}, 20, False),
            ((80, 60), {"progressive": True}, 20, True),
            ((120, 100), {}, 20, True),
        ],
    )
    def test_a_jpeg_is_unpacked_in_part_where_it_lies_in_rows(
        self,
        size: tuple[int, int],
        saving: dict[str, bool],
        edge: int,
        is_refused: bool,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("editor.picture.treating.LARGEST_PIXELS", 64 * 64)
        data = saved(drawing(size), "JPEG", **saving)
        treatment = Treatment(edge, "webp")
        if not is_refused:
            assert max(treated(data, treatment).picture.width, edge) == (edge or 64)
            return
        with pytest.raises(BadPicture) as raised:
            treated(data, treatment)
        assert raised.value.reason == "too-many-pixels"

    def test_a_canvas_far_larger_than_what_is_in_it_is_refused_at_once(self) -> None:
        frame = saved(drawing(), "WEBP", lossless=True)[12:]
        canvas = b"\0\0\0\0" + (16_382).to_bytes(3, "little") * 2
        body = b"WEBPVP8X" + struct.pack("<I", len(canvas)) + canvas + frame
        begun = time.monotonic()
        with pytest.raises(BadPicture):
            treated(b"RIFF" + struct.pack("<I", len(body)) + body, Treatment(edge=100))
        assert time.monotonic() - begun < 2

    def test_a_jpeg_of_endless_scans_is_refused(self) -> None:
        data = saved(drawing(), "JPEG", progressive=True)
        last = data.rindex(b"\xff\xda")
        scans = data[last:-2] * 120
        with pytest.raises(BadPicture) as raised:
            treated(data[:-2] + scans + data[-2:], Treatment())
        assert raised.value.reason == "damaged"

    def test_a_file_that_is_too_large_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        data = photograph("png")
        monkeypatch.setattr(pictures, "LARGEST_BYTES", len(data) - 1)
        with pytest.raises(BadPicture) as raised:
            treated(data, Treatment())
        assert raised.value.reason == "too-large"

    @pytest.mark.parametrize(
        "lie",
        [
            lambda data: data.replace(struct.pack(">II", 48, 32), struct.pack(">II", 4800, 3200)),
            lambda data: data.replace(b"IDAT", b"IDAT\xff\xff"),
        ],
    )
    def test_a_header_that_lies_is_told_as_damage(self, lie: Callable[[bytes], bytes]) -> None:
        with pytest.raises(BadPicture) as raised:
            treated(lie(saved(drawing(), "PNG")), Treatment())
        assert raised.value.reason in ("damaged", "truncated")

    @pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif", "avif", "tiff", "bmp"])
    def test_a_cut_file_is_refused(self, kind: str) -> None:
        data = saved(Image.effect_noise((64, 64), 90).convert("RGB"), kind.upper())
        for share in (0.1, 0.5, 0.9):
            with pytest.raises(BadPicture) as raised:
                treated(data[: int(len(data) * share)], Treatment())
            assert raised.value.reason in ("damaged", "truncated")

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "not-a-picture"),
            (b"GIF", "not-a-picture"),
            (b"<html>", "not-a-picture"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0heic", "heic"),
            (b"\0\0\0\x18ftypisom\0\0\0\0mp41", "not-a-picture"),
            (b"\0\0\0\x1cftypmif1\0\0\0\0miafavif", "damaged"),
            (b"BM", "damaged"),
        ],
    )
    def test_what_no_page_shows_is_refused_with_its_reason(self, data: bytes, reason: str) -> None:
        with pytest.raises(BadPicture) as raised:
            read_picture(data)
        assert raised.value.reason == reason


def test_the_colours_of_the_corners_are_told_apart() -> None:
    assert len(set(CORNERS)) == 4
    assert corners(photograph("png", 3)) == (3, 2, 1, 0)
