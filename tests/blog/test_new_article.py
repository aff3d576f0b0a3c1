"""A new article before it is made: its place, its text, what stands in the way."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from editor.article.files import FileError, FileExists
from editor.article.reading import read, values
from editor.blog.blog import find_blog
from editor.blog.checks.checking import check
from editor.blog.new_article import Obstacle, Planned, Wanted, make, planned
from editor.blog.schemas.known import Known
from editor.blog.shelves import Shelves, shelves_of
from editor.blog.web_address import WebAddress

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 29)
SCHEMA = """import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
const blog = defineCollection({
  loader: glob({ base: './src/content/blog', pattern: ['**/*.{md,mdx}', '!**/_*'] }),
  schema: ({ image }) => z.object({
    title: z.string(), description: z.string(), pubDate: z.coerce.date(),
    updatedDate: z.coerce.date().optional(),
    mood: z.enum(['calm', 'wild']), stars: z.number().min(1), author: reference('people'), cover: image(),
    draft: z.boolean(), hidden: z.boolean(), tags: z.array(z.string()), lang: z.string().default('fr'),
    slug: z.string(),
  }),
});
export const collections = { blog };
"""


class Folder:
    """A blog whose files are written by a test."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, place: str, text: str = "") -> Path:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def shelves(self) -> Shelves:
        return shelves_of(find_blog(self.root), Known())

    def planned(self, title: str = "Été", place: str | None = None, name: str = "") -> Planned:
        shelves = self.shelves()
        shelf = shelves.shelf_at(self.root / place if place is not None else None)
        return planned(Wanted(title, shelf, DAY, name, shelves.template_for(shelf)), shelves)


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.write("astro.config.mjs", "export default { site: 'https://a.example' }")
    folder.write("src/pages/blog/[...slug].astro")
    return folder


@pytest.fixture
def plain(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_what_the_schema_requires_is_written_and_what_nobody_knows_is_empty(site: Folder) -> None:
    site.write("src/content.config.ts", SCHEMA)
    new = site.planned()
    assert new.path == site.root / "src/content/blog/été.md"
    assert new.text == (
        "---\ntitle: Été\ndescription: ''\npubDate: 2026-11-29\nmood:\nstars:\nauthor:\ncover: ''\n"
        "draft: true\nhidden: false\ntags: []\nslug: été\n---\n\n"
    )
    problems = check(new.text, new.path, find_blog(site.root), site.shelves().shelves[0].guide)
    assert {problem.key for problem in problems} == {"mood", "stars", "author", "cover"}


def test_the_file_the_id_and_the_address_follow_the_title(site: Folder) -> None:
    site.write("src/content/blog/a.md", "---\ntitle: A\n---\n")
    new = site.planned("L’été : à Paris !")
    assert (new.name, new.identity) == ("lété-à-paris.md", "lété-à-paris")
    assert new.address == WebAddress("a.example", ("blog", "lété-à-paris"))
    assert new.obstacle is None


def test_the_front_matter_has_the_habits_of_the_neighbours(site: Folder) -> None:
    for number in range(5):
        site.write(
            f"src/content/blog/{number}.md",
            f"---\nlayout: post\ntitle: \"N{number}\"\ndate: 'Mar 0{number + 1} 2024'\nauthor: Ada\n"
            f"tags: [x{number}]\nexcerpt: e{number}\ndraft: false\nrare: {number}\n---\n",
        )
    assert site.planned().text == (
        "---\nlayout: post\ntitle: \"Été\"\ndate: 'Nov 29 2026'\nauthor: Ada\ntags: []\nexcerpt: ''\n"
        "draft: true\n---\n\n"
    )


def test_published_is_the_name_of_a_draft_somewhere(plain: Folder) -> None:
    plain.write("a.md", "---\ntitle: A\npublished: true\ndate: 2024-01-02T09:30:00Z\n---\n")
    plain.write("b.md", "---\ntitle: B\npublished: false\ndate: 2024-01-02T09:30:00Z\n---\n")
    assert plain.planned().text == ("---\ntitle: Été\npublished: false\ndate: 2026-11-29T00:00:00Z\n---\n\n")


def test_toml_stays_toml(plain: Folder) -> None:
    for name in "ab":
        plain.write(
            f"{name}.md", f"+++\ntitle = '{name}'\ndate = 2024-01-02\ndraft = true\nkind = 'n'\n+++\n"
        )
    text = plain.planned("L'été").text
    assert text == "+++\ntitle = \"L'été\"\ndate = 2026-11-29\ndraft = true\nkind = 'n'\n+++\n\n"
    assert read(text).fault is None


def test_a_toml_field_that_nobody_knows_is_an_empty_text(site: Folder) -> None:
    site.write("src/content.config.ts", SCHEMA)
    site.write("src/content/blog/a.md", "+++\ntitle = 'a'\n+++\n")
    assert values(read(site.planned().text))["stars"] == ""


def test_where_articles_have_no_front_matter_the_title_is_a_heading(plain: Folder) -> None:
    plain.write("mkdocs.yml")
    plain.write("docs/a.md", "# A\n")
    assert plain.planned().text == "# Été\n\n"


def test_a_blog_without_articles_gets_a_title_and_a_date(plain: Folder) -> None:
    assert plain.planned().text == "---\ntitle: Été\ndate: 2026-11-29\n---\n\n"


def test_a_site_of_astro_without_articles_gets_what_its_template_has(site: Folder) -> None:
    assert site.planned().text == "---\ntitle: Été\npubDate: 2026-11-29\n---\n\n"


def test_the_template_of_the_collection_comes_first(site: Folder) -> None:
    site.write("src/content.config.ts", SCHEMA)
    site.write("templates/default.md", "default {{title}}")
    site.write("templates/blog.md", "---\ntitle: {{title}}\npubDate: {{date}}\n---\n{{slug}}")
    site.write("src/content/blog/a.md", "---\ntitle: A\npubDate: 'Jul 08 2022'\n---\n")
    assert site.planned().text == "---\ntitle: Été\npubDate: 'Nov 29 2026'\n---\nété"


def test_folders_are_offered_where_articles_lie_the_fullest_first(plain: Folder) -> None:
    for place in ("fr/2024/a/index.md", "fr/2025/b/index.md", "en/c.md", "templates/t.md", "fr/d.mdx"):
        plain.write(place, "---\ntitle: T\n---\n")
    shelves = plain.shelves()
    root = plain.root
    assert [(it.folder.relative_to(root).as_posix(), it.articles) for it in shelves.shelves] == [
        ("fr", 3),
        ("en", 1),
    ]
    assert shelves.shelf_at(root / "en/c.md").folder == root / "en"
    assert shelves.shelf_at(None).folder == shelves.shelf_at(root / "elsewhere/x.md").folder == root / "fr"
    assert plain.planned().name == "2026/été/index.md"


def test_the_names_of_all_articles_count(plain: Folder) -> None:
    for number in range(500):
        plain.write(f"a{number}/index.md" if number < 240 else f"b{number}.md")
    assert plain.planned().name == "été.md"


def test_collections_without_articles_are_offered_only_where_none_has_any(site: Folder) -> None:
    two = SCHEMA.replace(
        "{ blog }", "{ notes: defineCollection({ loader: glob({ base: './src/content/notes' }) }), blog }"
    )
    site.write("src/content.config.ts", two)
    assert [shelf.collection and shelf.collection.name for shelf in site.shelves().shelves] == ["blog"]
    site.write("src/content/notes/a.md")
    assert [shelf.collection and shelf.collection.name for shelf in site.shelves().shelves] == ["notes"]


def test_a_collection_of_mdx_alone_gets_mdx(site: Folder) -> None:
    site.write("src/content.config.ts", SCHEMA.replace("{md,mdx}", "mdx"))
    assert site.planned().name == "été.mdx"
    site.write("src/content.config.ts", SCHEMA.replace("**/*.{md,mdx}", "**/*.txt"))
    assert site.planned().obstacle == Obstacle("not-taken")


def test_a_collection_elsewhere_is_not_written_into(site: Folder) -> None:
    site.write("src/content.config.ts", SCHEMA.replace("./src/content/blog", "../other"))
    assert [shelf.collection for shelf in site.shelves().shelves] == [None]


@pytest.mark.parametrize(
    ("there", "name", "obstacle"),
    [
        ("a.md", "a", "file"),
        ("A.md", "a.md", "file"),
        ("a/index.md", "a", "id"),
        ("a.md", "a/index.md", "id"),
        ("E\u0301te\u0301.md", "Été.md", "file"),
        ("a.mdx", "a.md", "id"),
        ("x.md", "../a.md", "outside"),
        ("x.md", "_a", "not-taken"),
        ("x.md", "a/", "not-a-name"),
        ("x.md", "a\\b", "not-a-name"),
        ("x.md", "a\0b", "not-a-name"),
    ],
)
def test_what_stands_in_the_way(there: str, name: str, obstacle: str, site: Folder) -> None:
    site.write("src/content.config.ts", SCHEMA.replace("slug: z.string(),", ""))
    path = site.write(f"src/content/blog/{there}", "---\ntitle: T\n---\n")
    new = site.planned(name=name)
    assert new.obstacle is not None
    assert new.obstacle.reason == obstacle
    assert new.obstacle.other in (None, path)


def test_a_slug_of_another_article_is_its_id(site: Folder) -> None:
    other = site.write("src/content/blog/x.md", "---\ntitle: X\nslug: Été\n---\n")
    assert site.planned().obstacle == Obstacle("id", other)
    site.write("src/content/blog/x.md", f"---\ntitle: X\n---\n{'x' * 20_000}\nslug: Été")
    assert site.planned().obstacle is None


def test_an_article_that_cannot_be_read_has_the_id_of_its_name(site: Folder) -> None:
    site.write("src/content/blog/a.md", "---\ntitle: A\n---\n")
    (site.root / "src/content/blog/été.md").symlink_to("nowhere.md")
    new = site.planned()
    assert new.obstacle == Obstacle("file", new.path)


def test_a_title_is_needed(site: Folder) -> None:
    assert site.planned(" ").obstacle == Obstacle("no-title")


def test_a_site_that_makes_its_ids_itself_tells_none(site: Folder) -> None:
    site.write("src/content.config.ts", SCHEMA.replace("pattern:", "generateId: () => 'x', pattern:"))
    new = site.planned()
    assert (new.identity, new.address, new.obstacle) == ("", None, None)


def test_outside_of_astro_id_and_address_are_not_told(plain: Folder) -> None:
    plain.write("b.md", "---\ntitle: B\n---\n")
    new = plain.planned("B c")
    assert (new.identity, new.address, new.obstacle) == ("", None, None)


def test_the_file_is_made_in_folders_that_are_made_for_it(site: Folder) -> None:
    new = site.planned(name="2026/été/index.md")
    make(new)
    assert new.path.read_text("utf-8") == new.text
    with pytest.raises(FileExists):
        make(replace(new, text="other"))
    site.write("src/content/blog/file")
    with pytest.raises(FileError):
        make(replace(new, path=site.root / "src/content/blog/file/a.md"))


def test_a_folder_that_was_opened_alone_takes_new_articles(tmp_path: Path) -> None:
    lone = tmp_path / "a.md"
    lone.write_text("---\ntitle: A\n---\n", "utf-8")
    shelves = shelves_of(find_blog(lone), Known())
    assert [(shelf.folder, shelf.articles) for shelf in shelves.shelves] == [(tmp_path, 1)]
    assert list(shelves.files) == [os.fspath(lone).casefold()]
