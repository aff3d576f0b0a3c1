"""Image addresses: the file each means, as Astro 7.3 was seen to resolve it, and the one to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.blog.blog import Blog, find_blog
from editor.blog.images import ImageOutsideBlog, Place, address_of, resolve_image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY: Place = "body"
FIELD: Place = "field"
NAMES = ("plain.png", "a b.png", "a&b.png", "a#b.png", "a(1).png", "a%20c.png", "été 😀.png", "a;b=c@d.png")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("around") / "site"
    for folder in ("src/assets", "src/content/blog", "public/images"):
        (root / folder).mkdir(parents=True)
        for name in NAMES:
            (root / folder / name).touch()
    (root / "astro.config.mjs").touch()
    (root / "src/content/blog/article.md").touch()
    (root / "src/assets/notes.txt").touch()
    (root / "src/assets/folder.png").mkdir()
    (root.parent / "outside.png").touch()
    (root / "src/assets/leads-out.png").symlink_to(root.parent / "outside.png")
    (root / "src/assets/leads-in.png").symlink_to("plain.png")
    (root / "src/assets/loop.png").symlink_to("loop.png")
    return root


@pytest.fixture(scope="module")
def blog(root: Path) -> Blog:
    return find_blog(root)


@pytest.fixture(scope="module")
def resolve(root: Path, blog: Blog) -> Callable[[str, Place], str | None]:
    """Answer a function from an address to the path of its file in the site."""

    def resolved(address: str, place: Place) -> str | None:
        path = resolve_image(address, root / "src/content/blog/article.md", blog, place)
        return path.relative_to(root).as_posix() if path else None

    return resolved


class TestResolving:
    @pytest.mark.parametrize("place", [BODY, FIELD])
    @pytest.mark.parametrize(
        ("address", "path"),
        [
            ("plain.png", "src/content/blog/plain.png"),
            ("./plain.png", "src/content/blog/plain.png"),
            ("../../assets/plain.png", "src/assets/plain.png"),
            ("../../assets/a b.png", "src/assets/a b.png"),
            ("../../assets/a#b.png", "src/assets/a#b.png"),
            ("../../assets/a&b.png", "src/assets/a&b.png"),
            ("../../assets/été 😀.png", "src/assets/été 😀.png"),
            ("../../../public/images/plain.png", "public/images/plain.png"),
            ("../../assets/leads-in.png", "src/assets/plain.png"),
            ("~/assets/plain.png", "src/assets/plain.png"),
            ("@/assets/plain.png", "src/assets/plain.png"),
            ("/images/plain.png", "public/images/plain.png"),
        ],
    )
    def test_in_both_places(
        self, resolve: Callable[[str, Place], str | None], address: str, path: str, place: Place
    ) -> None:
        assert resolve(address, place) == path

    @pytest.mark.parametrize(
        ("address", "in_body", "in_field"),
        [
            # What follows was built with Astro 7.3.5, one address at a time.
            ("../../assets/a%20b.png", "src/assets/a b.png", None),
            ("../../assets/a%281%29.png", "src/assets/a(1).png", None),
            ("../../assets/a%2520c.png", "src/assets/a%20c.png", None),
            ("../../assets/a%20c.png", None, "src/assets/a%20c.png"),
            ("../../assets/%C3%A9t%C3%A9%20%F0%9F%98%80.png", "src/assets/été 😀.png", None),
            ("../../assets/a%26b.png", None, None),
            ("../../assets/a%23b.png", None, None),
            ("../../assets/a%3bb%3Dc%40d.png", None, None),
            ("/src/assets/plain.png", None, "src/assets/plain.png"),
            ("/public/images/plain.png", None, "public/images/plain.png"),
            ("src/assets/plain.png", None, None),
            ("plain.png?w=3", None, None),
            # The web server decodes all of these.
            ("/images/a%23b.png?w=3#part", "public/images/a#b.png", "public/images/a#b.png"),
            ("/images/a%26b.png", "public/images/a&b.png", "public/images/a&b.png"),
        ],
    )
    def test_each_place_has_its_rule(
        self,
        resolve: Callable[[str, Place], str | None],
        address: str,
        in_body: str | None,
        in_field: str | None,
    ) -> None:
        assert (resolve(address, BODY), resolve(address, FIELD)) == (in_body, in_field)

    @pytest.mark.parametrize("place", [BODY, FIELD])
    @pytest.mark.parametrize(
        "address",
        [
            "",
            "#",
            "https://a.example/plain.png",
            "//a.example/plain.png",
            "data:image/png;base64,AAAA",
            "mailto:plain.png",
            "C:\\plain.png",
            "missing.png",
            "../../../../outside.png",
            "../../assets/leads-out.png",
            "../../assets/loop.png",
            "../../assets/folder.png",
            "../../assets/notes.txt",
            "/../../outside.png",
            "~/../../outside.png",
            "~//../../outside.png",
            "plain.png\0",
            "%FF.png",
            "/%FF.png",
            "a" * 300 + ".png",
            "\ud800.png",
        ],
    )
    def test_what_is_no_image_of_the_blog(
        self, resolve: Callable[[str, Place], str | None], address: str, place: Place
    ) -> None:
        assert resolve(address, place) is None

    def test_an_article_without_a_file_has_no_neighbours(self, blog: Blog, root: Path) -> None:
        assert resolve_image("plain.png", None, blog) is None
        assert resolve_image("/images/plain.png", None, blog) == root / "public/images/plain.png"
        assert resolve_image("~/assets/plain.png", None, blog) == root / "src/assets/plain.png"

    def test_a_plain_folder_has_neither_public_files_nor_aliases(self, root: Path) -> None:
        assets = root.parent / "plain"
        (assets / "@").mkdir(parents=True)
        (assets / "a.png").touch()
        (assets / "@" / "a.png").touch()
        article, blog = assets / "a.md", find_blog(assets)
        assert resolve_image("a.png", article, blog) == assets / "a.png"
        assert resolve_image("@/a.png", article, blog) == assets / "@" / "a.png"
        assert resolve_image("/a.png", article, blog) is None
        assert resolve_image("/a.png", article, blog, FIELD) == assets / "a.png"

    @given(
        st.lists(
            st.sampled_from(
                ["..", ".", "", "~", "@", "src", "assets", "outside.png", "leads-out.png", "%2e%2e"]
            )
            | st.text(max_size=3)
        ),
        st.sampled_from([BODY, FIELD]),
    )
    @example(["..", "..", "..", "..", "outside.png"], BODY)
    def test_no_address_leads_out_of_the_blog(
        self, blog: Blog, root: Path, parts: list[str], place: Place
    ) -> None:
        path = resolve_image("/".join(parts), root / "src/content/blog/article.md", blog, place)
        assert path is None or path.is_relative_to(root)


class TestWriting:
    @pytest.mark.parametrize(
        ("image", "in_body", "in_field"),
        [
            ("src/assets/plain.png", "../../assets/plain.png", "../../assets/plain.png"),
            ("src/content/blog/plain.png", "./plain.png", "./plain.png"),
            ("src/assets/a b.png", "../../assets/a%20b.png", "../../assets/a b.png"),
            ("src/assets/a(1).png", "../../assets/a%281%29.png", "../../assets/a(1).png"),
            ("src/assets/a#b.png", "../../assets/a#b.png", "../../assets/a#b.png"),
            ("src/assets/été 😀.png", "../../assets/été%20😀.png", "../../assets/été 😀.png"),
            ("public/images/plain.png", "/images/plain.png", "/images/plain.png"),
            ("public/images/a#b.png", "/images/a%23b.png", "/images/a#b.png"),
            ("src/assets/leads-in.png", "../../assets/plain.png", "../../assets/plain.png"),
        ],
    )
    def test_addresses(self, blog: Blog, root: Path, image: str, in_body: str, in_field: str) -> None:
        article = root / "src/content/blog/article.md"
        assert address_of(root / image, article, blog, BODY) == in_body
        assert address_of(root / image, article, blog, FIELD) == in_field

    def test_an_image_that_astro_imports_is_named_by_its_path_everywhere(
        self, blog: Blog, root: Path
    ) -> None:
        article = root / "src/content/blog/article.md"
        for image in ("public/images/plain.png", "src/assets/été 😀.png"):
            assert address_of(root / image, article, blog, "import") == f"../../../{image}".replace(
                "../src/", ""
            )

    def test_an_article_in_a_folder_of_its_own(self, blog: Blog, root: Path) -> None:
        article = root / "src/content/blog/name/index.md"
        assert address_of(root / "src/assets/plain.png", article, blog, BODY) == "../../../assets/plain.png"

    def test_an_article_without_a_file_is_taken_to_be_where_articles_lie(
        self, blog: Blog, root: Path
    ) -> None:
        assert address_of(root / "src/assets/plain.png", None, blog, FIELD) == "../../assets/plain.png"
        lone = find_blog(root.parent / "outside.png")
        assert address_of(root.parent / "outside.png", None, lone, FIELD) == "./outside.png"

    @pytest.mark.parametrize("name", ["outside.png", "site/src/assets/leads-out.png"])
    def test_an_image_outside_has_no_address(self, blog: Blog, root: Path, name: str) -> None:
        image = root.parent / name
        with pytest.raises(ImageOutsideBlog) as caught:
            address_of(image, root / "src/content/blog/article.md", blog, BODY)
        assert (caught.value.image, caught.value.root) == (image, root)

    @pytest.mark.parametrize("place", [BODY, FIELD])
    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("folder", ["src/assets", "src/content/blog", "public/images"])
    def test_an_address_leads_back_to_its_image(
        self, blog: Blog, root: Path, folder: str, name: str, place: Place
    ) -> None:
        if (folder, place) == ("public/images", FIELD):
            name = "plain.png"  # a plain string that the site puts in its page: nothing escapes it there
        article, image = root / "src/content/blog/article.md", root / folder / name
        assert resolve_image(address_of(image, article, blog, place), article, blog, place) == image

    @given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), max_size=20))
    def test_no_name_breaks_out_of_its_markdown(self, blog: Blog, root: Path, name: str) -> None:
        address = address_of(
            root / "src/assets" / f"a{name}.png", root / "src/content/blog/article.md", blog, BODY
        )
        assert not set(address) & set(" \t\n\r<>()[]\\\"'`")
