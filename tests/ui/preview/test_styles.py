"""The style of the preview's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.ui.background import Background
from editor.ui.preview import styles
from editor.ui.preview.serving import ServedFolders, served_file
from editor.ui.preview.styles import PageStyle, PageStyles, StyleSource, read_style, style_source
from editor.ui.preview.view import PreviewView
from editor.ui.theme import load_theme
from editor.ui.workspace import Workspace
from tests.ui.preview.engine_session import answer_of, with_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = with_engine
COLOUR = "getComputedStyle(document.body).color"
SCHEME = "getComputedStyle(document.documentElement).colorScheme"


class Styled:
    """A preview whose style is chosen, and a blog whose article it shows."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.sheet = folder / "blog" / "src" / "styles" / "global.css"
        self.sheet.parent.mkdir(parents=True)
        self.sheet.write_text("body { color: rgb(1, 2, 3) }", "utf-8")
        self.article = folder / "blog" / "src" / "content" / "blog" / "a.md"
        self.article.parent.mkdir(parents=True)
        self.article.write_text("# A\n", "utf-8")
        (folder / "blog" / "astro.config.mjs").touch()
        self.alone = folder / "alone" / "b.md"
        self.alone.parent.mkdir()
        self.alone.write_text("# B\n", "utf-8")
        self.background = Background()
        self.workspace = Workspace()
        self.view = PreviewView(load_theme("light"))
        self.styles = PageStyles(self.workspace, self.background, self.view, load_theme("light"))
        self.notes: list[str] = []
        self.styles.noted.connect(self.notes.append)
        self.view.show()
        qtbot.waitUntil(lambda: self.view._ready)

    def ask(self, script: str) -> object:
        return answer_of(self.view._page, script)

    def wait_for(self, script: str, answer: object) -> None:
        self.qtbot.waitUntil(lambda: self.ask(script) == answer)


@pytest.fixture
def styled(qtbot: QtBot, tmp_path: Path) -> Iterator[Styled]:
    styled = Styled(qtbot, tmp_path)
    yield styled
    styled.background.finish()
    styled.view.close()
    for part in (styled.view, styled.workspace, styled.background):
        part.deleteLater()


def test_the_built_in_style_is_there_from_the_start(styled: Styled) -> None:
    assert styled.ask("document.querySelector('head > style').textContent.includes('--measure')") is True


def test_the_blogs_style_takes_its_place_and_follows_the_file(styled: Styled) -> None:
    built_in = styled.ask(COLOUR)
    styled.workspace.open_file(styled.article)
    styled.styles.choose("blog", "", "window")
    styled.wait_for(COLOUR, "rgb(1, 2, 3)")
    styled.sheet.write_text("body { color: rgb(4, 5, 6) }", "utf-8")
    styled.wait_for(COLOUR, "rgb(4, 5, 6)")
    styled.workspace.open_file(styled.alone)
    styled.wait_for(COLOUR, built_in)
    styled.workspace.open_file(styled.article)
    styled.wait_for(COLOUR, "rgb(4, 5, 6)")
    styled.styles.choose("reading", "", "window")
    styled.wait_for(COLOUR, built_in)


def test_a_page_that_is_loaded_anew_keeps_its_style(styled: Styled) -> None:
    styled.workspace.open_file(styled.article)
    styled.styles.choose("blog", "", "dark")
    styled.wait_for(COLOUR, "rgb(1, 2, 3)")
    styled.view._load()
    styled.qtbot.waitUntil(lambda: styled.view._ready)
    styled.wait_for(COLOUR, "rgb(1, 2, 3)")
    styled.wait_for(SCHEME, "dark")


def test_a_file_from_anywhere_is_a_style(styled: Styled, tmp_path: Path) -> None:
    sheet = tmp_path / "my style.css"
    sheet.write_text("body { color: rgb(7, 8, 9) }", "utf-8")
    styled.styles.choose("file", str(sheet), "window")
    styled.wait_for(COLOUR, "rgb(7, 8, 9)")
    assert styled.notes[-1] == ""


def test_a_file_that_is_gone_is_told_and_comes_back(styled: Styled, tmp_path: Path) -> None:
    sheet = tmp_path / "my style.css"
    styled.styles.choose("file", str(sheet), "window")
    styled.qtbot.waitUntil(lambda: bool(styled.notes) and "my style.css" in styled.notes[-1])
    sheet.write_text("body { color: rgb(7, 8, 9) }", "utf-8")
    styled.wait_for(COLOUR, "rgb(7, 8, 9)")
    assert styled.notes[-1] == ""


def test_what_the_style_lacks_is_told(styled: Styled) -> None:
    styled.sheet.write_text('@import "tailwindcss"; @import "https://f.example/a.css";', "utf-8")
    styled.workspace.open_file(styled.article)
    styled.styles.choose("blog", "", "window")
    styled.qtbot.waitUntil(lambda: bool(styled.notes[-1]))
    assert styled.notes[-1] == "Not in the style of the page: tailwindcss, https://f.example/a.css"


def test_a_font_of_the_blog_is_served(styled: Styled, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[str] = []

    def note(path: str, folders: ServedFolders) -> Path | None:
        served.append(path)
        return served_file(path, folders)

    monkeypatch.setattr("editor.ui.preview.serving.served_file", note)
    public = styled.article.parents[3] / "public"
    public.mkdir()
    (public / "own.ttf").write_bytes(b"no font")
    styled.sheet.write_text('@font-face { font-family: own; src: url("/own.ttf") }', "utf-8")
    article = styled.workspace.open_file(styled.article)
    assert article is not None
    styled.view.set_blog(ServedFolders(article.blog.root, article.blog.public))
    styled.styles.choose("blog", "", "window")
    styled.wait_for("document.fonts.size", 1)
    styled.ask("document.fonts.load('12px own').catch(() => {}); true")
    styled.wait_for("[...document.fonts][0].status", "error")
    assert served == ["/@files/public/own.ttf"]


@pytest.mark.parametrize(
    ("paint", "window", "system", "shown"),
    [
        ("window", "dark", "light", "dark"),
        ("window", "light", "dark", "light"),
        ("system", "dark", "light", "light"),
        ("system", "light", "dark", "dark"),
        ("light", "dark", "dark", "light"),
        ("dark", "light", "light", "dark"),
        ("odd", "dark", "light", "dark"),
    ],
)
def test_the_page_is_light_or_dark_as_the_writer_chose(
    paint: str, window: str, system: str, shown: str, styled: Styled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(styles, "system_theme_name", lambda: system)
    styled.styles.choose("reading", "", paint)
    styled.styles.set_theme(load_theme(window))
    styled.wait_for("document.documentElement.dataset.theme", shown)
    styled.wait_for(SCHEME, shown)
    assert styled.view._page.backgroundColor() == load_theme(shown).colour("base")


def test_a_blogs_style_is_dark_when_the_page_is(styled: Styled) -> None:
    styled.sheet.write_text("@media (prefers-color-scheme: dark) { body { color: rgb(9, 9, 9) } }", "utf-8")
    styled.workspace.open_file(styled.article)
    styled.styles.choose("blog", "", "light")
    styled.wait_for(SCHEME, "light")
    assert styled.ask(COLOUR) != "rgb(9, 9, 9)"
    styled.styles.choose("blog", "", "dark")
    styled.wait_for(COLOUR, "rgb(9, 9, 9)")


def test_where_a_style_comes_from(styled: Styled, tmp_path: Path) -> None:
    blog, alone = find_blog(styled.article), find_blog(styled.alone)
    assert style_source("reading", "x.css", blog) == StyleSource(None)
    assert style_source("blog", "x.css", blog) == StyleSource(styled.sheet, blog, blog)
    assert style_source("blog", "", alone) == StyleSource(None)
    assert style_source("blog", "", None) == StyleSource(None)
    assert style_source("file", "", blog) == StyleSource(None)
    assert style_source("odd", "x.css", blog) == StyleSource(None)
    own = tmp_path / "x.css"
    assert style_source("file", str(own), blog) == StyleSource(own, find_blog(own), blog)
    assert read_style(StyleSource(None), "light") == PageStyle()


def test_a_style_from_elsewhere_shows_files_of_the_blog_only(styled: Styled, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    sheet = tmp_path / "elsewhere" / "a.css"
    sheet.write_text("p { background: url(a.png) }", "utf-8")
    (sheet.parent / "a.png").touch()
    blog = find_blog(styled.article)
    assert 'url("data:,")' in read_style(style_source("file", str(sheet), blog), "light").css
    assert 'url("data:,")' in read_style(style_source("file", str(sheet), None), "light").css
