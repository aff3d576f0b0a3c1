"""What a list shows of a blog's articles."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.front_matter import read
from editor.blog.blog import find_blog
from editor.blog.collection import (
    ArticleSummary,
    Content,
    content_of,
    is_in,
    paths_of,
    place_of,
    summarise,
    summary_of,
)

SMALL_HEAD = 1 << 16
LARGE_HEAD = 1 << 20


def article(folder: Path, text: str | bytes, name: str = "my-article.md") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_whole_summary(tmp_path: Path) -> None:
    path = article(
        tmp_path, "---\ntitle: 'Été 😀'\npubDate: \"july 07 2025\"\ndraft: true\n---\n\n# Another\n"
    )
    assert summarise(path) == ArticleSummary(
        path,
        "Été 😀",
        date(2025, 7, 7),
        draft=True,
        fault=None,
        collection=tmp_path.name,
        keys=("title", "pubDate", "draft"),
    )


class TestTitle:
    @pytest.mark.parametrize(
        ("front_matter", "title"),
        [
            ("title: A title", "A title"),
            ("title: '  A title '", "A title"),
            ("title: |\n  Two\n  lines", "Two lines"),
            ("title: « Oui\u00a0»\u202f!", "« Oui\u00a0»\u202f!"),
            ("title: 2024", "2024"),
            ("title: 2024-02-03", "2024-02-03"),
            ("title: true", "true"),
        ],
    )
    def test_from_the_front_matter(self, tmp_path: Path, front_matter: str, title: str) -> None:
        assert summarise(article(tmp_path, f"---\n{front_matter}\n---\n# Heading\n")).title == title

    @pytest.mark.parametrize(
        "front_matter", ["", "title:\n", "title: ''\n", "title: [a]\n", "title: {a: b}\n"]
    )
    def test_else_from_the_first_heading(self, tmp_path: Path, front_matter: str) -> None:
        body = "Text.\n\n```sh\n# no heading\n```\n\n#\n\n## The **first** one ##\n\n# Second\n"
        assert summarise(article(tmp_path, f"---\n{front_matter}---\n{body}")).title == "The first one"

    def test_else_from_the_file(self, tmp_path: Path) -> None:
        assert summarise(article(tmp_path, "Text only.\n")).title == "my-article"
        assert summarise(article(tmp_path, "", "été 😀.mdx")).title == "été 😀"

    def test_an_index_bears_its_folder_s_name(self, tmp_path: Path) -> None:
        assert summarise(article(tmp_path, "", "my-folder/index.md")).title == "my-folder"


class TestDay:
    @pytest.mark.parametrize("key", ["pubDate", "date", "publishDate", "published", "pub_date"])
    def test_by_the_names_that_blogs_use(self, tmp_path: Path, key: str) -> None:
        assert summarise(article(tmp_path, f"---\n{key}: 2024-02-03\n---\n")).day == date(2024, 2, 3)

    @pytest.mark.parametrize("value", ["", "soon", "20240203", "true", "[2024-02-03]"])
    def test_what_is_no_date_gives_none(self, tmp_path: Path, value: str) -> None:
        assert summarise(article(tmp_path, f"---\npubDate: {value}\n---\n")).day is None

    def test_the_first_that_can_be_read_counts(self, tmp_path: Path) -> None:
        text = "---\nupdatedDate: 2020-01-01\npubDate: soon\ndate: 2024-02-03\n---\n"
        assert summarise(article(tmp_path, text)).day == date(2024, 2, 3)


@pytest.mark.parametrize(
    ("front_matter", "is_draft"),
    [
        ("draft: true", True),
        ("published: false", True),
        ("draft: false", False),
        ("draft: 'true'", False),
        ("draft: 1", False),
        ("published: true", False),
        ("published: 0", False),
        ("title: a", False),
        ("status: draft", True),
        ("Status: ' Draft '", True),
        ("status: published", False),
        ("status: 1", False),
    ],
)
def test_drafts(tmp_path: Path, front_matter: str, is_draft: bool) -> None:
    assert summarise(article(tmp_path, f"---\n{front_matter}\n---\n")).draft is is_draft


class TestFaults:
    @pytest.mark.parametrize(
        ("data", "fault"),
        [
            (b"---\ntitle: [\n---\n", "unclosed-bracket"),
            (b"---\ntitle: a\ntitle: b\n---\n", "duplicate-key"),
            (b"---\ntitle: a\n\ntext\n", "unclosed-fence"),
            (b"caf\xe9\n", "not-utf-8"),
            ("été".encode("utf-16"), "utf-16"),
            (b"\x89PNG\0\0\0\1", "binary"),
        ],
    )
    def test_a_broken_article_is_listed_with_its_fault(self, tmp_path: Path, data: bytes, fault: str) -> None:
        path = article(tmp_path, data)
        assert summarise(path) == ArticleSummary(
            path, "my-article", None, draft=False, fault=fault, collection=tmp_path.name
        )

    def test_a_broken_front_matter_leaves_the_heading(self, tmp_path: Path) -> None:
        assert summarise(article(tmp_path, "---\na: [\n---\n# Here\n")).title == "Here"

    def test_what_cannot_be_read(self, tmp_path: Path) -> None:
        folder, link, pipe = tmp_path / "a.md", tmp_path / "b.md", tmp_path / "c.md"
        folder.mkdir()
        link.symlink_to(tmp_path / "nothing.md")
        if hasattr(os, "mkfifo"):
            os.mkfifo(pipe)
        assert {summarise(path).fault for path in (folder, link, pipe)} == {"unreadable"}

    @given(st.binary(max_size=200))
    def test_no_bytes_are_too_odd(self, tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
        path = article(tmp_path_factory.getbasetemp(), b"---\n" + data + b"\n---\n", "odd.md")
        assert summarise(path).path == path


class TestLargeFiles:
    @pytest.mark.parametrize("shift", range(8))
    def test_a_character_may_lie_across_the_end_of_what_is_read(self, tmp_path: Path, shift: int) -> None:
        text = "---\ntitle: Long\n---\n" + "a" * shift + "é😀" * SMALL_HEAD
        summary = summarise(article(tmp_path, text))
        assert (summary.title, summary.fault) == ("Long", None)

    def test_bytes_that_are_no_text_at_the_end_of_what_is_read(self, tmp_path: Path) -> None:
        assert summarise(article(tmp_path, b"a" + b"\x80" * 2 * SMALL_HEAD)).fault == "not-utf-8"

    def test_only_the_beginning_is_read(self, tmp_path: Path) -> None:
        path = article(tmp_path, b"---\ntitle: a\n---\n" + b"a" * SMALL_HEAD + b"\xff")
        assert summarise(path).fault is None

    def test_a_long_front_matter_is_read_to_its_end(self, tmp_path: Path) -> None:
        text = f"---\ndescription: {'a' * SMALL_HEAD}\ntitle: After\n---\n"
        assert summarise(article(tmp_path, text)).title == "After"

    def test_an_endless_front_matter_is_not(self, tmp_path: Path) -> None:
        text = f"---\ndescription: {'a' * LARGE_HEAD}\ntitle: After\n---\n"
        summary = summarise(article(tmp_path, text))
        assert (summary.title, summary.fault) == ("my-article", "unclosed-fence")


class TestContent:
    def test_around_a_lone_file_only_its_neighbours_are_listed(self, tmp_path: Path) -> None:
        path = article(tmp_path, "", "a.md")
        other = article(tmp_path, "", "deep/b.md")
        content = content_of(find_blog(path))
        assert list(paths_of(content)) == [path]
        assert (is_in(content, path), is_in(content, other)) == (True, False)
        assert place_of(path, content) == (tmp_path.name, "")

    def test_a_folder_without_articles(self, tmp_path: Path) -> None:
        assert list(paths_of(content_of(find_blog(tmp_path)))) == []

    def test_an_article_is_listed_once(self, tmp_path: Path) -> None:
        path = article(tmp_path, "", "a/b.md")
        assert list(paths_of(Content(tmp_path, (tmp_path, tmp_path / "a")))) == [path]

    @pytest.mark.parametrize(
        ("name", "is_listed"),
        [
            ("a.md", True),
            ("b/c/a.mdx", True),
            ("a.txt", False),
            (".a.md", False),
            (".git/a.md", False),
            ("b/node_modules/a.md", False),
            ("../a.md", False),
        ],
    )
    def test_what_is_on_it(self, tmp_path: Path, name: str, is_listed: bool) -> None:
        root = tmp_path / "blog"
        path = Path(os.path.normpath(root / name))
        assert is_in(Content(root, (root,)), path) is is_listed
        article(root, "", name)
        assert (path in list(paths_of(Content(root, (root,))))) is is_listed

    @pytest.mark.parametrize(
        ("folders", "name", "place"),
        [
            (("src/blog",), "src/blog/a.md", ("blog", "")),
            (("src/blog",), "src/blog/2024/a.md", ("blog", "2024")),
            (("src/blog",), "src/blog/2024/a/index.md", ("blog", "2024")),
            (("src/blog",), "src/blog/index.md", ("blog", "")),
            (("en/blog", "fr/blog"), "fr/blog/b/c/a.md", ("fr/blog", "b/c")),
            (("blog", "notes"), "notes/a.md", ("notes", "")),
            (("blog", "notes"), "elsewhere/a.md", ("root", "")),
        ],
    )
    def test_places(self, folders: tuple[str, ...], name: str, place: tuple[str, str]) -> None:
        root = Path("/root")
        assert place_of(root / name, Content(root, tuple(root / folder for folder in folders))) == place


def summary(text: str, name: str = "a.md") -> ArticleSummary:
    root = Path("/blog")
    return summary_of(root / name, text, read(text), Content(root, (root,)))


@pytest.mark.parametrize(
    ("name", "front_matter", "day"),
    [
        ("2024-01-31-a.md", "", date(2024, 1, 31)),
        ("2024-01-31/index.md", "", date(2024, 1, 31)),
        ("2024-01-31.md", "date: 2020-02-03\n", date(2020, 2, 3)),
        ("2024-02-31-a.md", "", None),
        ("2024-01-311.md", "", None),
    ],
)
def test_the_day_may_stand_in_the_name(name: str, front_matter: str, day: date | None) -> None:
    assert summary(f"---\n{front_matter}---\n", name).day == day


@pytest.mark.parametrize(
    ("name", "front_matter", "language"),
    [
        ("a.md", "lang: fr\n", "fr"),
        ("a.md", "Locale: ' pt-BR '\n", "pt-BR"),
        ("en/a.md", "lang: 1\nlanguage: fr\n", "fr"),
        ("en/a.md", "", "en"),
        ("en/a.fr.md", "", "fr"),
        ("blog/pt-br/a.md", "", "pt-br"),
        ("js/v1.2.md", "", ""),
    ],
)
def test_languages(name: str, front_matter: str, language: str) -> None:
    assert summary(f"---\n{front_matter}---\n", name).language == language


@pytest.mark.parametrize(
    ("front_matter", "tags"),
    [
        ("tags: [Été, b, Été, 2, true, '']", ("Été", "b", "2")),
        ("tags: a, b c", ("a", "b c")),
        ("keywords: a\ntags:", ("a",)),
        ("tags: {a: b}", ()),
        ("title: a", ()),
    ],
)
def test_tags(front_matter: str, tags: tuple[str, ...]) -> None:
    assert summary(f"---\n{front_matter}\n---\n").tags == tags


def test_keys_are_those_of_the_file() -> None:
    assert summary("---\nTitle: a\npubDate: b\n---\n").keys == ("Title", "pubDate")


@pytest.mark.parametrize(
    ("name", "is_draft"), [("_drafts/a.md", True), ("_drafts.md", False), ("a.md", False)]
)
def test_a_folder_of_drafts(name: str, is_draft: bool) -> None:
    assert summary("", name).draft is is_draft
