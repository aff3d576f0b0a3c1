"""Images of the front matter: what Astro does not find or does not import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.checks.checking import check
from editor.blog.schemas.shapes import ImageShape, SchemaField, TextShape

if TYPE_CHECKING:
    from pathlib import Path

    from tests.blog.checks.conftest import Desk

IMPORTED = SchemaField("hero", ImageShape(), is_required=False)
PLAIN = SchemaField("heroImage", TextShape(), is_required=False)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Answer a desk in a blog with pictures."""
    for name in (
        "src/assets/été.jpg",
        "public/images/a.png",
        "src/content/blog/b.webp",
        "src/content/blog/c.txt",
    ):
        path = desk.blog.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return desk


@pytest.mark.parametrize(
    "address",
    [
        *("../../assets/été.jpg", "./b.webp", "b.webp", "/src/assets/été.jpg", "/public/images/a.png"),
        *("src/assets/été.jpg", "assets/été.jpg"),
        *("~/assets/none.jpg", "@assets/none.jpg", "#images/none.jpg", "$lib/none.jpg", "./b.webp?w=100"),
    ],
)
def test_an_image_that_astro_imports_is_no_problem(desk: Desk, address: str) -> None:
    assert desk.with_schema(IMPORTED).rules(f"hero: '{address}'") == []


@pytest.mark.parametrize(
    ("address", "rule", "severity", "repaired"),
    [
        ("./none.jpg", "missing-image", "error", ""),
        ("none.jpg", "missing-image", "error", ""),
        ("../../assets/ÉTÉ.JPG", "missing-image", "error", "../../assets/été.jpg"),
        ("./none/none.jpg", "missing-image", "error", ""),
        ("/src/assets/none.jpg", "missing-image", "error", ""),
        ("/images/a.png", "public-image", "error", "../../../public/images/a.png"),
        ("https://example.org/a.png", "remote-image", "warning", ""),
        ("//example.org/a.png", "remote-image", "warning", ""),
        ("./c.txt", "image-format", "warning", ""),
        ("./c", "image-format", "warning", ""),
        ("", "empty", "error", "removed"),
        ("x" * 300 + ".png", "missing-image", "error", ""),
        ("/" + "x" * 300 + ".png", "missing-image", "error", ""),
    ],
)
def test_an_image_that_astro_does_not_import_is_told(
    desk: Desk, address: str, rule: str, severity: str, repaired: str
) -> None:
    desk = desk.with_schema(IMPORTED)
    problem = desk.only(f"a: 1\nhero: '{address}'")
    assert (problem.rule, problem.severity) == (rule, severity)
    expected = {"": "", "removed": "a: 1"}.get(repaired, f"a: 1\nhero: '{repaired}'")
    assert desk.repaired(f"a: 1\nhero: '{address}'") == expected


def test_an_image_outside_the_blog_is_found(desk: Desk) -> None:
    outside = desk.blog.root.parent / "shared.png"
    outside.touch()
    assert desk.with_schema(IMPORTED).rules("hero: ../../../../shared.png") == []


def test_an_article_without_a_file_has_images_of_the_project_only(desk: Desk) -> None:
    desk = desk.with_schema(IMPORTED)
    text = "---\nhero: {}\n---\n"
    assert check(text.format("./none.jpg"), None, desk.blog, desk.guide) == ()
    (problem,) = check(text.format("/images/a.png"), None, desk.blog, desk.guide)
    assert (problem.rule, problem.repair) == ("public-image", ())


def test_an_image_of_a_public_folder_that_is_a_link_to_elsewhere_is_not_repaired(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "x.png").touch()
    (desk.blog.root / "public" / "linked").symlink_to(elsewhere)
    assert desk.with_schema(IMPORTED).rules("hero: /linked/x.png") == ["missing-image"]


@pytest.mark.parametrize(
    ("address", "rules"),
    [
        ("/images/a.png", []),
        ("/images/none.png", ["missing-image"]),
        ("/images/A.png", ["missing-image"]),
        ("/base/none.png", []),
        ("/none.png", []),
        ("./none.png", []),
        ("https://example.org/none.png", []),
        ("//example.org/none.png", []),
        ("/images/none", []),
        ("/" + "x" * 300 + "/none.png", []),
    ],
)
def test_an_address_on_the_site_is_looked_for_in_folders_that_are_there(
    desk: Desk, address: str, rules: list[str]
) -> None:
    desk = desk.with_schema(PLAIN)
    assert desk.rules(f"heroImage: {address}") == rules
    desk.blog = type(desk.blog)(desk.blog.root, "astro", "astro", (), None, ())
    assert desk.rules(f"heroImage: {address}") == []


def test_the_only_name_that_differs_in_case_is_offered(desk: Desk) -> None:
    problem = desk.with_schema(PLAIN).only("heroImage: /images/A.PNG")
    assert problem.data["near"] == "/images/a.png"
    assert problem.severity == "warning"
    assert desk.with_schema(PLAIN).repaired("heroImage: /images/A.PNG") == "heroImage: /images/a.png"


def test_a_text_that_is_no_image_is_not_looked_for(desk: Desk) -> None:
    desk = desk.with_schema(SchemaField("link", TextShape()))
    assert desk.rules("link: /images/none") == []


def test_a_folder_that_cannot_be_read_has_no_names(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> object:
        raise PermissionError(path)

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    assert desk.with_schema(IMPORTED).only("hero: ./B.webp").repair == ()
