"""What the page's own scheme hands out, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.preview.serving import ServedFolders, box_svg, served_image

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    root = tmp_path / "blog"
    (root / "public").mkdir(parents=True)
    (root / "src").mkdir()
    for place in (
        "blog/src/été 😀.png",
        "blog/public/p.webp",
        "blog/secret.txt",
        "blog/page.html",
        "outside.png",
    ):
        (tmp_path / place).write_bytes(b"x")
    return root


def folders(root: Path) -> ServedFolders:
    return ServedFolders(root, root / "public")


def test_images_of_the_blog_and_of_the_sites_root_are_served(blog: Path) -> None:
    assert served_image("/@files/src/été 😀.png", folders(blog)) == (blog / "src" / "été 😀.png").resolve()
    assert served_image("/p.webp", folders(blog)) == (blog / "public" / "p.webp").resolve()


@pytest.mark.parametrize(
    "path",
    [
        "/@files/secret.txt",
        "/@files/page.html",
        "/@files/src",
        "/@files/gone.png",
        "/@files/../outside.png",
        "/@files/src/../../outside.png",
        "/@files//etc/x.png",
        "/@files/..\\outside.png",
        "/@files/src/été 😀.png\0.png",
        "/@files/" + "a" * 5000 + ".png",
        "/../src/été 😀.png",
        "/src/été 😀.png",
        "/",
        "",
    ],
)
def test_what_is_no_image_or_leaves_the_folder_is_refused(path: str, blog: Path) -> None:
    assert served_image(path, folders(blog)) is None


def test_an_absolute_path_is_refused(blog: Path) -> None:
    assert served_image(f"/@files/{blog.parent}/outside.png", folders(blog)) is None


def test_a_link_is_followed_before_it_is_judged(blog: Path) -> None:
    (blog / "out.png").symlink_to(blog.parent / "outside.png")
    (blog / "folder").symlink_to(blog.parent)
    (blog / "in.png").symlink_to(blog / "src" / "été 😀.png")
    (blog / "text.png").symlink_to(blog / "secret.txt")
    (blog / "loop.png").symlink_to(blog / "loop.png")
    assert served_image("/@files/out.png", folders(blog)) is None
    assert served_image("/@files/folder/outside.png", folders(blog)) is None
    assert served_image("/@files/text.png", folders(blog)) is None
    assert served_image("/@files/loop.png", folders(blog)) is None
    assert served_image("/@files/in.png", folders(blog)) is not None


def test_without_a_blog_nothing_is_served(blog: Path) -> None:
    assert served_image("/@files/src/été 😀.png", ServedFolders()) is None
    assert served_image("/p.webp", ServedFolders(blog, None)) is None


@given(st.text())
def test_a_box_shows_any_name(name: str) -> None:
    legal = "".join(character for character in name if character.isprintable())
    text = "".join(ET.fromstring(box_svg(legal)).itertext())  # noqa: S314 - our own text
    assert text == legal or (text.endswith("…") and legal.startswith(text[:-1]))
