from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.sample import copy_sample_blog
from editor.blog.schemas.guide import NO_GUIDE, Guide
from editor.paths import RESOURCES
from editor.ui import guides as guides_module
from editor.ui.background import Background
from editor.ui.guides import Guides, article_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.blog.blog import Blog


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """Answer the sample blog after a build, which has written the schema of its collection."""
    root = copy_sample_blog(RESOURCES / "sample-blog", tmp_path / "blog")
    generate(root, "title", "description", "pubDate")
    return find_blog(root)


def generate(root: Path, *keys: str) -> None:
    schema = {"type": "object", "properties": {key: {"type": "string"} for key in keys}, "required": keys}
    path = root / ".astro/collections/blog.schema.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(schema), "utf-8")


@pytest.fixture
def guides(qtbot: QtBot) -> Iterator[Guides]:
    del qtbot  # the application must be there
    background = Background()
    guides = Guides(background)
    yield guides
    background.finish()
    guides.deleteLater()
    background.deleteLater()


def article(blog: Blog, name: str = "slow-bread.md") -> Path:
    return blog.root / "src/content/blog" / name


def keys(guide: Guide) -> list[str]:
    return [field.key for field in guide.collection.fields] if guide.collection else []


def test_a_guide_is_made_in_the_background(guides: Guides, blog: Blog, qtbot: QtBot) -> None:
    assert guides.guide == NO_GUIDE
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, article(blog))
        assert guides.guide == NO_GUIDE
    assert keys(guides.guide)[:3] == ["title", "description", "pubDate"]


def test_a_neighbour_is_told_of_at_once_and_no_news_are_none(
    guides: Guides, blog: Blog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, None)
    with qtbot.assertNotEmitted(guides.guide_changed, wait=300):
        guides.follow(blog, article(blog, "small-tools.md"))
        assert "title" in keys(guides.guide)


def test_an_article_elsewhere_is_told_its_own(
    guides: Guides, blog: Blog, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, article(blog))
    lone = tmp_path / "lone" / "été 🌞.md"
    lone.parent.mkdir()
    lone.write_text("---\ntitle: x\n---\n", "utf-8")
    guides.follow(find_blog(lone), lone)
    assert guides.guide == NO_GUIDE
    qtbot.waitUntil(lambda: not guides._background.is_busy("guides.guide"))
    assert "pubDate" not in keys(guides.guide)


def test_a_changed_schema_is_followed(guides: Guides, blog: Blog, qtbot: QtBot) -> None:
    (blog.root / "src/content.config.ts").unlink()
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, article(blog))
    with qtbot.waitSignal(guides.guide_changed):
        generate(blog.root, "title", "rating")
    assert "rating" in keys(guides.guide)
    assert "pubDate" not in keys(guides.guide)


def test_a_changed_configuration_is_followed(guides: Guides, blog: Blog, qtbot: QtBot) -> None:
    configuration = blog.root / "src/content.config.ts"
    text = configuration.read_text("utf-8")
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, article(blog))
    assert "lang" in keys(guides.guide)
    with qtbot.waitSignal(guides.guide_changed):
        configuration.write_text(text.replace("lang:", "rating: z.number(), language:"), "utf-8")
    assert {"rating", "language"} <= set(keys(guides.guide))
    assert "lang" not in keys(guides.guide)


def test_a_configuration_that_is_made_or_taken_away_is_followed(
    guides: Guides, blog: Blog, qtbot: QtBot
) -> None:
    configuration = blog.root / "src/content.config.ts"
    text = configuration.read_text("utf-8")
    configuration.unlink()
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, article(blog))
    assert keys(guides.guide) == ["title", "description", "pubDate"]
    with qtbot.waitSignal(guides.guide_changed):
        (blog.root / "src/content.config.mjs").write_text(text, "utf-8")
    assert "heroImage" in keys(guides.guide)
    with qtbot.waitSignal(guides.guide_changed):
        (blog.root / "src/content.config.mjs").unlink()
    assert keys(guides.guide) == ["title", "description", "pubDate"]


def test_a_new_article_changes_how_keys_are_used(guides: Guides, blog: Blog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, article(blog))
    count = guides.guide.usage.articles
    with qtbot.waitSignal(guides.guide_changed):
        article(blog, "new.md").write_text("---\ntitle: New 🌞\n---\n", "utf-8")
    assert guides.guide.usage.articles == count + 1


def test_the_last_of_several_is_the_one_told(
    guides: Guides, blog: Blog, qtbot: QtBot, tmp_path: Path
) -> None:
    lone = tmp_path / "lone.md"
    lone.write_text("---\nmood: x\n---\n", "utf-8")
    for _ in range(3):
        guides.follow(find_blog(lone), lone)
        guides.follow(blog, article(blog))
    qtbot.waitUntil(lambda: "title" in keys(guides.guide))
    qtbot.waitUntil(lambda: not guides._background.is_busy("guides.guide"))


def test_a_guide_that_fails_once_is_made_another_time(
    guides: Guides, blog: Blog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, qtbot.captureExceptions() as errors:
        patch.setattr(guides_module, "guide_of", lambda *_: 1 // 0)
        guides.follow(blog, article(blog))
        qtbot.waitUntil(lambda: bool(errors))
    with qtbot.waitSignal(guides.guide_changed):
        guides.follow(blog, article(blog))
    assert "title" in keys(guides.guide)


def test_where_an_article_lies(blog: Blog, tmp_path: Path) -> None:
    assert article_place(blog, article(blog)) == article(blog)
    assert article_place(blog, None).parent == article(blog).parent
    lone = tmp_path / "lone.md"
    lone.write_text("x", "utf-8")
    assert article_place(find_blog(lone), None).parent == tmp_path
