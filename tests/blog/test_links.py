"""Links between articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.links import article_of_link

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "blog"
    for name in ("a.md", "été 😀.md", "deep/b.mdx", "image.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    (tmp_path / "outside.md").touch()
    (folder / "leads-out.md").symlink_to(tmp_path / "outside.md")
    return folder


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("../a.md", "a.md"),
        ("b.mdx", "deep/b.mdx"),
        ("./b.mdx#part", "deep/b.mdx"),
        ("../a.md?x=1", "a.md"),
        ("../%C3%A9t%C3%A9%20%F0%9F%98%80.md", "été 😀.md"),
    ],
)
def test_a_link_to_a_file_leads_to_its_article(folder: Path, address: str, name: str) -> None:
    assert article_of_link(address, folder / "deep/b.mdx", find_blog(folder)) == folder / name


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#part",
        "missing.md",
        "../image.png",
        "../../outside.md",
        "../leads-out.md",
        "https://a.example/a.md",
        "\0.md",
        "%FF.md",
        "a" * 300 + ".md",
    ],
)
def test_other_addresses_lead_to_none(folder: Path, address: str) -> None:
    assert article_of_link(address, folder / "deep/b.mdx", find_blog(folder)) is None
