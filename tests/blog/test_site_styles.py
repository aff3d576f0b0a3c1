"""A site's style sheet as one text."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.article.files import FileError
from editor.blog import site_styles
from editor.blog.blog import Blog, find_blog
from editor.blog.site_styles import SiteStyle, site_style

NOTHING = 'url("data:,")'


class Site:
    """A site whose style sheets are written by a test."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "src" / "styles").mkdir(parents=True)
        (root / "public" / "fonts").mkdir(parents=True)
        (root / "astro.config.mjs").touch()

    @property
    def blog(self) -> Blog:
        return find_blog(self.root)

    def write(self, place: str, text: str) -> Path:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def style(self, text: str) -> SiteStyle:
        """Answer what becomes of a global style sheet with this text."""
        return self.style_at(self.write("src/styles/global.css", text))

    def style_at(self, file: Path) -> SiteStyle:
        return site_style(file, self.blog, self.address)

    def address(self, file: Path) -> str | None:
        return f"<{file.relative_to(self.root).as_posix()}>" if file.is_relative_to(self.root) else None


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site é")


def words(css: str) -> str:
    return re.sub(r"\s+", " ", css).strip()


def test_a_sheet_without_imports_is_itself(site: Site) -> None:
    css = "/* é 😀 */\nbody { color: red }\n"
    style = site.style(css)
    assert style == SiteStyle(css, (site.root / "src/styles/global.css",))


@pytest.mark.parametrize(
    "written",
    [
        '@import "./parts/a.css";',
        "@import 'parts/a.css' ;",
        "@IMPORT url(parts/a.css);",
        '@import url( "parts/a.css?x=1#y" );',
        '@import "/src/styles/parts/a.css";',
        '@import "~/styles/parts/a.css";',
        '@import "@/styles/parts/a.css";',
        '@charset "utf-8"; /* c */ @import "parts/%61.css";',
        r'@import "parts/\61 .css";',
        '<!-- @import "parts/a.css"; -->',
    ],
)
def test_an_import_is_put_in_its_place(written: str, site: Site) -> None:
    site.write("src/styles/parts/a.css", "p { margin: 0 }")
    style = site.style(f"{written} body {{ color: red }}")
    assert words(style.css).startswith("p { margin: 0 }")
    assert words(style.css).endswith("body { color: red }")
    assert style.files == (site.root / "src/styles/global.css", site.root / "src/styles/parts/a.css")
    assert style.left_out == ()


def test_an_import_of_the_public_folder_and_of_a_package(site: Site) -> None:
    site.write("public/a.css", "a { color: red }")
    site.write("node_modules/@fontsource/inter/400.css", "b { color: red }")
    style = site.style('@import "/a.css"; @import "@fontsource/inter/400.css";')
    assert words(style.css) == "a { color: red } b { color: red }"


def test_a_blog_without_public_folder_has_its_own_paths(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a {}", "utf-8")
    file = tmp_path / "b.css"
    file.write_text('@import "/a.css"; @import "~/a.css";', "utf-8")
    style = site_style(file, find_blog(tmp_path), lambda _: None)
    assert (words(style.css), style.left_out) == ("a {}", ("~/a.css",))


@pytest.mark.parametrize(
    ("conditions", "css"),
    [
        ("", "p {}"),
        ("print and (width > 3em)", "@media print and (width > 3em) { p {} }"),
        ("layer", "@layer { p {} }"),
        ("LAYER( a.b )", "@layer a.b { p {} }"),
        ("layers", "@media layers { p {} }"),
        ("supports(display: grid)", "@supports (display: grid) { p {} }"),
        (
            "layer(x) supports(not ((a: b) or (c: d))) screen",
            "@layer x { @media screen { @supports (not ((a: b) or (c: d))) { p {} } } }",
        ),
        ("supports((a: b)", "@supports ((a: b) { p {} }"),
    ],
)
def test_conditions_of_an_import_stay(conditions: str, css: str, site: Site) -> None:
    site.write("src/styles/a.css", "p {}")
    assert words(site.style(f'@import "a.css" {conditions};').css) == css


def test_imports_within_imports_come_before_what_imports_them(site: Site) -> None:
    site.write("src/styles/a/a.css", '@layer one, two; @import "b.css"; a {}')
    site.write("src/styles/a/b.css", "b {}")
    style = site.style('@import "a/a.css" layer(two); @layer base { i {} } @import "a/b.css";')
    assert (
        words(style.css)
        == '@layer two { @layer one, two; b {} a {} } @layer base { i {} } @import "a/b.css";'
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://fonts.example/css2?family=A:wght@400;700",
        "//fonts.example/a.css",
        "gone.css",
        "tailwindcss",
        "../../../outside.css",
        "/../outside.css",
        "%2e%2e/%2e%2e/%2e%2e/outside.css",
        "link.css",
        "folder.css",
        "broken%ff.css",
        "a" * 5000 + ".css",
        "nul%00.css",
    ],
)
def test_what_is_not_in_the_blog_is_left_out_and_named(address: str, site: Site) -> None:
    outside = site.root.parent / "outside.css"
    outside.write_text("secret {}", "utf-8")
    (site.root / "src/styles/link.css").symlink_to(outside)
    (site.root / "src/styles/folder.css").mkdir()
    style = site.style(f'@import url("{address}"); @import "{address}"; b {{}}')
    assert words(style.css) == "b {}"
    assert style.left_out == (address,)


def test_sheets_that_import_each_other_end(site: Site) -> None:
    site.write("src/styles/a.css", '@import "global.css"; @import "a.css"; a {}')
    style = site.style('@import "a.css"; @import "global.css"; b {}')
    assert words(style.css) == "a {} b {}"
    assert style.left_out == ("global.css", "a.css")


def test_a_sheet_may_be_imported_twice(site: Site) -> None:
    site.write("src/styles/a.css", "a {}")
    assert words(site.style('@import "a.css" print; @import "a.css";').css) == "@media print { a {} } a {}"


def test_there_is_an_end_to_imports(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_styles, "MOST_FILES", 3)
    for name in "abc":
        site.write(f"src/styles/{name}.css", f"{name} {{}}")
    style = site.style('@import "a.css"; @import "b.css"; @import "c.css";')
    assert (words(style.css), style.left_out) == ("a {} b {}", ("c.css",))


def test_there_is_an_end_to_bytes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_styles, "LARGEST", 100)
    site.write("src/styles/large.css", "a" * 101)
    site.write("src/styles/middle.css", "a" * 100)
    site.write("src/styles/small.css", "c")
    style = site.style('@import "large.css";@import "middle.css";@import "small.css";@import "small.css";b')
    assert words(style.css) == f"{'a' * 100} c b"
    assert style.left_out == ("large.css", "small.css")


def test_an_import_of_nothing_is_nothing(site: Site) -> None:
    style = site.style('@import; @import ""; @import url(); @import "a.css')
    assert style.left_out == ("",)
    assert words(style.css) == '@import "a.css'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("url(a.png)", 'url("<src/styles/a.png>")'),
        ("URL( './a.png?x#y' )", 'url("<src/styles/a.png>")'),
        ('url("/fonts/é.woff2")', 'url("<public/fonts/é.woff2>")'),
        ("url(../styles/a.png)", 'url("<src/styles/a.png>")'),
        ("url(gone.png)", NOTHING),
        ("url(../../../outside.png)", NOTHING),
        (r"url(a\.png)", r"url(a\.png)"),
        ("url(data:image/png;base64,AA==)", "url(data:image/png;base64,AA==)"),
        ("url(https://e.example/a.png)", "url(https://e.example/a.png)"),
        ("url(#mark)", "url(#mark)"),
        ("url()", "url()"),
        ('"url(a.png)"', '"url(a.png)"'),
        ("/* url(a.png) */", "/* url(a.png) */"),
        ("/* url(a.png)", "/* url(a.png)"),
        (r'"\"url(a.png)"', r'"\"url(a.png)"'),
    ],
)
def test_addresses_of_files_become_the_pages(written: str, shown: str, site: Site) -> None:
    site.write("src/styles/a.png", "")
    site.write("public/fonts/é.woff2", "")
    site.write("../outside.png", "")
    assert site.style(f"p {{ x: {written} }}").css.removesuffix(" }") == f"p {{ x: {shown}"


def test_addresses_are_those_of_the_sheet_that_names_them(site: Site) -> None:
    site.write("src/styles/parts/b.png", "")
    site.write("src/styles/parts/a.css", "a { background: url(b.png) }")
    assert site.style('@import "parts/a.css";').css == 'a { background: url("<src/styles/parts/b.png>") }'


def test_a_file_that_the_page_does_not_get_is_nothing(site: Site) -> None:
    site.write("src/styles/a.png", "")
    file = site.write("src/styles/global.css", "a { background: url(a.png) }")
    assert site_style(file, site.blog, lambda _: None).css == f"a {{ background: {NOTHING} }}"


def test_a_sheet_that_is_not_there_is_an_error(site: Site) -> None:
    with pytest.raises(FileError):
        site.style_at(site.root / "gone.css")


def test_bytes_that_are_no_text_and_a_mark_at_the_start_do_no_harm(site: Site) -> None:
    file = site.root / "a.css"
    file.write_bytes(b"\xef\xbb\xbfa { b: \xff }")
    assert site.style_at(file).css == "a { b: \ufffd }"


@pytest.mark.parametrize("escape", [r"\0", r"\110000", r"\d800"])
def test_an_escape_of_no_character_is_the_sign_for_none(escape: str) -> None:
    assert site_styles._unquoted(escape) == "\ufffd"


@given(st.text("@import\"'url()/*;{}\\ \na.css", max_size=80))
@example("/*" * 50_000)
@example('@import "' * 50_000)
@example("url(" * 50_000)
@example("'a\n" * 50_000)
@example("@import " + "supports(" * 50_000)
def test_any_text_is_a_sheet(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.css"
        file.write_text(text, "utf-8")
        style = site_style(file, find_blog(file), lambda _: None)
    assert style.files == (file,)
    assert len(style.css) <= len(text) + text.count("url") * len(NOTHING)
