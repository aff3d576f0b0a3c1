"""What is taken out of pictures and what stays: the segments of each format, and any picture whatever."""

from __future__ import annotations

import base64
import io
import struct
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from editor.picture.exif import Told, read_told
from editor.picture.faults import BadPicture
from editor.picture.picture import part, read_picture
from tests.picture.photographs import XMP, drawing, exif, photograph, pixels, png_chunk

SECRET = b"a secret of 48 degrees"


def saved(image: Image.Image, kind: str, **saving: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **saving)
    return out.getvalue()


def jpeg_with(*segments: bytes, after: bytes = b"") -> bytes:
    plain = saved(drawing(), "JPEG", quality=90)
    return plain[:2] + b"".join(segments) + plain[2:] + after


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def webp_with(*chunks: bytes, after: bytes = b"") -> bytes:
    plain = saved(drawing(), "WEBP", lossless=True)
    body = plain[8:] + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body + after


def chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def png_with(*chunks: bytes, after: bytes = b"") -> bytes:
    plain = saved(drawing(), "PNG")
    return plain[:-12] + b"".join(chunks) + plain[-12:] + after


class TestJpeg:
    @pytest.mark.parametrize(
        "hidden",
        [
            segment(0xE1, b"Exif\0\0" + SECRET),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
            segment(0xE2, b"MPF\0" + SECRET),
            segment(0xED, b"Photoshop 3.0\0" + SECRET),
            segment(0xE0, b"JFXX\0" + SECRET),
            segment(0xEE, b"Ducky" + SECRET),
            segment(0xFE, SECRET),
            segment(0xE5, b"") + b"\0\0" + SECRET,
            b"\xff\xff" + segment(0xFE, SECRET),
        ],
    )
    def test_segments_of_metadata_go(self, hidden: bytes) -> None:
        data = jpeg_with(hidden)
        parts = part(data)
        assert SECRET not in parts.clean
        assert pixels(parts.clean) == pixels(jpeg_with())

    def test_what_follows_the_end_goes(self) -> None:
        parts = part(jpeg_with(after=SECRET))
        assert parts.notes == (SECRET,)
        assert part(jpeg_with(after=b"\0\0")).notes == ()

    def test_the_thumbnail_of_jfif_goes_and_its_density_stays(self) -> None:
        plain = saved(drawing(), "JPEG", dpi=(72, 300))
        header = plain[6:20]
        data = plain[:2] + segment(0xE0, header[:12] + b"\1\1" + b"abc") + plain[20:]
        with Image.open(io.BytesIO(part(data).clean)) as image:
            assert image.info["dpi"] == (72, 300)
        assert b"abc" not in part(data).clean
        assert part(plain).clean == plain

    def test_progressive_scans_and_restart_marks_stay(self) -> None:
        for saving in ({"progressive": True}, {"restart_marker_blocks": 1}):
            data = saved(Image.effect_noise((70, 70), 90), "JPEG", **saving)
            assert part(data).clean == data

    def test_the_second_exif_is_a_note(self) -> None:
        parts = part(jpeg_with(segment(0xE1, exif()), segment(0xE1, b"Exif\0\0again")))
        assert parts.notes == (b"Exif\0\0again",)

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"\xff\xd8\xff", "truncated"),
            (b"\xff\xd8\xff\xe1", "truncated"),
            (b"\xff\xd8\xff\xe1\xff\xff", "truncated"),
            (b"\xff\xd8\xff\xe1\0\1ab", "damaged"),
            (b"\xff\xd8\xff\x01\xff\xda\0\2abc", "truncated"),
            (b"\xff\xd8\xff\0\0\0", "truncated"),
        ],
    )
    def test_damage_has_its_reason(self, data: bytes, reason: str) -> None:
        with pytest.raises(BadPicture) as raised:
            part(data)
        assert raised.value.reason == reason


class TestPng:
    @pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"caBX", b"prVt"])
    def test_chunks_of_metadata_go(self, kind: bytes) -> None:
        data = png_with(png_chunk(kind, SECRET))
        parts = part(data)
        assert parts.has_metadata
        assert SECRET not in parts.clean
        assert parts.clean == png_with()

    @pytest.mark.parametrize("kind", [b"pHYs", b"gAMA", b"CrIt"])
    def test_chunks_that_the_picture_needs_stay(self, kind: bytes) -> None:
        data = png_with(png_chunk(kind, b"123"))
        assert part(data).clean == data

    def test_what_follows_the_end_goes(self) -> None:
        assert part(png_with(after=SECRET)).clean == png_with()
        assert not part(png_with(after=b"\0")).has_metadata

    def test_a_length_beyond_the_end_is_a_cut(self) -> None:
        for data in (png_with()[:-1], png_with()[:12], b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT1234"):
            with pytest.raises(BadPicture) as raised:
                part(data)
            assert raised.value.reason == "truncated"


class TestWebp:
    @pytest.mark.parametrize("kind", [b"EXIF", b"XMP ", b"what"])
    def test_chunks_of_metadata_go(self, kind: bytes) -> None:
        parts = part(webp_with(chunk(kind, SECRET + b"!")))
        assert parts.has_metadata
        assert parts.clean == webp_with()

    def test_no_flag_tells_of_what_is_gone(self) -> None:
        clean = part(photograph("webp")).clean
        place = clean.index(b"VP8X") + 8
        assert not clean[place] & 0b1100

    def test_what_follows_the_end_goes_and_a_missing_last_byte_does_not_matter(self) -> None:
        assert part(webp_with(after=SECRET)).clean == webp_with()
        assert not part(webp_with(after=b"\0")).has_metadata
        odd = webp_with(chunk(b"EXIF", b"abc"))
        assert part(odd[:-1]).exif == b"abc"

    def test_an_empty_header_is_left_to_the_decoder(self) -> None:
        assert part(webp_with(chunk(b"VP8X", b""))).clean == webp_with(chunk(b"VP8X", b""))

    def test_a_length_beyond_the_end_is_a_cut(self) -> None:
        body = b"WEBPVP8 \xff\xff\0\0ab"
        for data in (webp_with()[:-3], b"RIFF" + struct.pack("<I", len(body)) + body):
            with pytest.raises(BadPicture) as raised:
                part(data)
            assert raised.value.reason == "truncated"


class TestGif:
    def gif(self, *blocks: bytes, after: bytes = b"") -> bytes:
        plain = saved(drawing().convert("P"), "GIF")
        return plain[:-1] + b"".join(blocks) + plain[-1:] + after

    @pytest.mark.parametrize(
        "hidden",
        [b"\x21\xfe" + bytes((len(SECRET),)) + SECRET + b"\0", b"\x21\xff\x0bXMP DataXMP\x03abc\0"],
    )
    def test_comments_and_notes_of_applications_go(self, hidden: bytes) -> None:
        parts = part(self.gif(hidden))
        assert parts.notes == (hidden,)
        assert parts.clean == self.gif()

    def test_how_often_it_is_played_stays(self) -> None:
        data = self.gif(b"\x21\xff\x0bNETSCAPE2.0\x03\1\0\0\0")
        assert part(data).clean == data

    def test_what_follows_the_end_goes(self) -> None:
        assert part(self.gif(after=SECRET)).clean == self.gif()
        assert not part(self.gif(after=b"\0")).has_metadata

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"GIF89a", "truncated"),
            (b"GIF89a\1\0\1\0\0\0\0\x99", "damaged"),
            (b"GIF89a\1\0\1\0\0\0\0!\xfe\5", "truncated"),
        ],
    )
    def test_damage_has_its_reason(self, data: bytes, reason: str) -> None:
        with pytest.raises(BadPicture) as raised:
            part(data)
        assert raised.value.reason == reason


class TestSvg:
    def test_metadata_goes_in_any_namespace_and_no_other_byte(self) -> None:
        data = (
            b'<?xml version="1.0"?>\n<s:svg><s:metadata id="1">a<b/></s:metadata >\r\n<metadata/><g/></s:svg>'
        )
        parts = part(data)
        assert parts.clean == b'<?xml version="1.0"?>\n<s:svg>\r\n<g/></s:svg>'
        assert parts.notes == (b'<s:metadata id="1">a<b/></s:metadata >', b"<metadata/>")

    @pytest.mark.parametrize(
        "data", [b"<svg><metadata>a</svg>", b"<svg><metadata>a</metadata", b"<svg><metadata", b"<svg/>"]
    )
    def test_an_element_that_is_not_closed_stays(self, data: bytes) -> None:
        assert part(data).clean == data

    def test_an_element_within_one_goes_with_it(self) -> None:
        assert part(b"<svg><metadata><metadata/></metadata></svg>").clean == b"<svg></svg>"

    def test_photographs_within_lose_what_they_tell(self) -> None:
        photographs = (photograph("jpeg"), photograph("png"), saved(drawing(), "PNG"))
        links = [b"data:image/png;base64," + base64.b64encode(each) for each in photographs]
        data = b"<svg><image href='" + b"'/><image href='".join(links) + b"'/></svg>"
        parts = part(data)
        assert len(parts.notes) >= 2
        assert links[2] in parts.clean
        assert read_picture(data).has_location
        assert not read_picture(parts.clean).has_metadata

    @pytest.mark.parametrize("bad", [b"AAAA", b"A"])
    def test_what_is_no_picture_within_stays(self, bad: bytes) -> None:
        data = b"<svg><image href='data:image/png;base64," + bad + b"'/></svg>"
        assert part(data).clean == data

    @pytest.mark.parametrize(
        ("root", "size"),
        [
            (b"<svg width='10' height='20.4'/>", (10, 20)),
            (b"<svg width='100%' height='2em' viewBox='0 0 30 40'/>", (30, 40)),
            (b"<svg viewBox='0,0, 30.6 40'/>", (31, 40)),
            (b"<svg/>", (0, 0)),
            (b"<svg width='1.2.3' height='1'/>", (0, 0)),
            (b"<!-- svg -->", (0, 0)),
        ],
    )
    def test_the_size_is_what_the_root_says(self, root: bytes, size: tuple[int, int]) -> None:
        picture = read_picture(root)
        assert (picture.width, picture.height) == size


class TestExif:
    @pytest.mark.parametrize("order", ["<", ">"])
    def test_both_orders_of_bytes_are_read(self, order: str) -> None:
        header = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
        entries = [(0x0112, 3, 6), (0x0110, 2, 0), (0x8825, 4, 50)]
        rows = [
            struct.pack(f"{order}HHI", tag, kind, 1)
            + (struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value))
            for tag, kind, value in entries
        ]
        first = struct.pack(f"{order}H", len(rows)) + b"".join(rows) + b"\0" * 4
        place = struct.pack(f"{order}HHHII", 1, 2, 5, 3, 0)
        assert len(header + first) == 50
        assert read_told(header + first + place) == Told(6, has_location=True, has_camera=True)

    @pytest.mark.parametrize("data", [b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"XX*\0\x08\0\0\0\1\0"])
    def test_damage_tells_nothing(self, data: bytes) -> None:
        assert read_told(data) == Told()

    def test_an_orientation_that_there_is_not_is_upright(self) -> None:
        data = b"II*\0\x08\0\0\0\1\0" + struct.pack("<HHIHH", 0x0112, 3, 1, 9, 0)
        assert read_told(data) == Told()

    def test_notes_tell_of_places_and_cameras_too(self) -> None:
        assert read_told(b"", (XMP,)).has_location
        assert read_told(b"", (b"<tiff:Make>",)).has_camera


ANY_BYTES = st.binary(max_size=60)
MODES = st.sampled_from(["1", "L", "P", "RGB", "RGBA"])


@settings(max_examples=60)
@given(st.integers(1, 40), st.integers(1, 40), MODES, st.lists(ANY_BYTES, max_size=4), ANY_BYTES)
@example(7, 9, "RGB", [b"\xff\xd9"], b"\xff\xd8\xff\xe1")
def test_whatever_is_hidden_in_a_picture_goes_and_no_pixel_changes(
    width: int, height: int, mode: str, hidden: list[bytes], after: bytes
) -> None:
    image = drawing((width + 1, height + 1)).resize((width, height)).convert(mode)
    grey = image.convert("L") if mode in ("P", "1", "RGBA") else image
    jpeg, png = saved(grey, "JPEG"), saved(image, "PNG")
    webp = saved(image.convert("RGBA"), "WEBP", lossless=True)
    body = webp[8:] + b"".join(chunk(b"XMP ", each) for each in hidden)
    files = (
        (jpeg, jpeg[:2] + b"".join(segment(0xE5, each) for each in hidden) + jpeg[2:]),
        (png, png[:-12] + b"".join(png_chunk(b"teXt", each) for each in hidden) + png[-12:]),
        (webp, b"RIFF" + struct.pack("<I", len(body)) + body),
    )
    for plain, data in files:
        clean = part(data + after).clean
        assert clean == plain
        assert pixels(clean) == pixels(data)
        assert part(clean).clean == clean


@settings(max_examples=150)
@given(st.sampled_from(["jpeg", "png", "webp", "gif", "tiff"]), st.data())
def test_damaged_pictures_are_read_or_refused(kind: str, drawn: st.DataObject) -> None:
    whole = photograph(kind) if kind != "gif" else saved(drawing().convert("P"), "GIF", comment=b"hi")
    place = drawn.draw(st.integers(0, len(whole) - 1))
    damaged = (
        whole[:place] + drawn.draw(st.binary(max_size=4)) + whole[place + drawn.draw(st.integers(0, 9)) :]
    )
    width = -1
    with suppress(BadPicture):
        width = read_picture(damaged).width
    assert width >= -1
