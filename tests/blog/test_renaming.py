"""Renaming and moving articles: what changes, what stays, and that no address leads elsewhere than before."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article.front_matter import split
from editor.article.source import decode
from editor.blog.article_links import BlogLinks, read_links
from editor.blog.blog import find_blog
from editor.blog.blog_edit import FileMove
from editor.blog.edit_making import make
from editor.blog.new_article import Obstacle
from editor.blog.renaming import Left, Renaming, folder_of, name_of, outlook, place_for, plan_renaming
from editor.text.structure import structure_of
from tests.benchmarks.blogs import make_blog
from tests.blog.sites import links_of, make_site

Seen = list[tuple[Path, str, Path | None, str]]
"""For each link, in order: its article, and what it leads to."""


def renamed(folder: Path, old: str, new: str) -> Renaming:
    """Plan the renaming of an article, by its places in the blog, and make it where nothing hinders."""
    found = plan_renaming(folder / old, folder / new, links_of(folder.parents[2]))
    if found.obstacle is None:
        make(found.edit)
    return found


def seen(links: BlogLinks, places: dict[Path, Path] | None = None) -> Seen:
    """Answer what all links of a blog lead to, once files are at their new places."""
    moved = places or {}

    def place(path: Path) -> Path:
        for old, new in moved.items():
            if path == old or old in path.parents:
                return new / path.relative_to(old)
        return path

    found = [(place(path), link) for path in links.articles for link in links.of(path)]
    return sorted(
        (
            (
                path,
                link.target.kind,
                place(link.target.path) if link.target.path else None,
                link.target.anchor,
            )
            for path, link in found
            if link.target.kind != "broken"
        ),
        key=str,
    )


def without_addresses(data: bytes, *, is_mdx: bool = False) -> str:
    """Answer a body without the addresses that stand in it."""
    body = split(decode(data).text).body
    for it in reversed(structure_of(body, is_mdx=is_mdx).references):
        if it.has_own_address:
            body = body[: it.address_start] + body[it.address_end :]
    return body


@pytest.mark.parametrize(
    ("written", "anew"),
    [
        ("[x](a.md)", "[x](c%20d.md)"),
        ("[x](./a.md#b 'title')", "[x](./c%20d.md#b 'title')"),
        ("[x](<a.md>)", "[x](<c%20d.md>)"),
        ("[x](../blog/a.md?b=1&c#d)", "[x](../blog/c%20d.md?b=1&c#d)"),
        ("[x](%61.md)", "[x](c%20d.md)"),
        ("[x](&#97;.md#b)", "[x](c%20d.md#b)"),
        ("[x](a\\.md#b)", "[x](c%20d.md#b)"),
        ("[x](/blog/a/)", "[x](/blog/c-d/)"),
        ("[x](/blog/a)", "[x](/blog/c-d)"),
        ("[x](/blog/a/?b#c)", "[x](/blog/c-d/?b#c)"),
        ("[x](/blog/a/index.html)", "[x](/blog/c-d/index.html)"),
        ("[x](https://example.org/blog/a/#b)", "[x](https://example.org/blog/c-d/#b)"),
        ("[x](../a/)", "[x](../c-d/)"),
        ("[x](./../a)", "[x](../c-d)"),
        ("<https://example.org/blog/a/>", "<https://example.org/blog/c-d/>"),
        ("https://example.org/blog/a/.", "https://example.org/blog/c-d/."),
        ("[x][y]\n\n[y]: a.md", "[x][y]\n\n[y]: c%20d.md"),
        ("> - [y]: <a.md> 'x'", "> - [y]: <c%20d.md> 'x'"),
        ("<a href='a.md'>x</a>", "<a href='c%20d.md'>x</a>"),
        ("[![a](a.md)](a.md) | `[x](a.md)`", "[![a](a.md)](c%20d.md) | `[x](a.md)`"),
        ("[x](#a) [x](https://a.md) [x](mailto:a.md) [x](/a/) [x](/tags/a/)", ""),
        ("[x](b.md) [x]() [x]({{ a.md }})", ""),
    ],
)
def test_addresses_are_written_as_they_were(written: str, anew: str, tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a.md": "x", "b.md": f"é\r\n{written}\n"})
    found = renamed(folder, "a.md", "c d.md")
    assert (folder / "b.md").read_bytes() == f"é\r\n{anew or written}\n".encode()
    assert found.addresses == ("blog/a", "blog/c-d")
    assert found.left == ()


@pytest.mark.parametrize(
    ("written", "anew"),
    [
        ("[x](b.md)", "[x](../b.md)"),
        ("[x](./b.md#c)", "[x](../b.md#c)"),
        ("[x](deep/c.md)", "[x](../deep/c.md)"),
        ("[x](other/d.md)", "[x](d.md)"),
        ("[x](./other/d.md)", "[x](./d.md)"),
        ("[x](#y) [x](a.md)", "[x](#y) [x](a.md)"),
        ("[x](../b/)", "[x](../../b)"),
        ("![x](../../assets/i.png)", "![x](../../../assets/i.png)"),
        ("![x](<../../assets/j k.png>)", "![x](<../../../assets/j k.png>)"),
        ("![x](../../assets/j%20k.png 'y')", "![x](../../../assets/j%20k.png 'y')"),
        ("![x][y]\n\n[y]: ../../assets/i.png", "![x][y]\n\n[y]: ../../../assets/i.png"),
        ("![x](/i.png) ![x](~/assets/i.png) ![x](missing.png) ![x](https://a.fr/i.png)", ""),
        ("[x](../../../../outside.txt)", "[x](../../../../../outside.txt)"),
        ("[x](paper.md) [x](/paper.pdf) [x](/blog/b/) [x](/about/)", ""),
    ],
)
def test_a_moved_article_leads_where_it_did(written: str, anew: str, tmp_path: Path) -> None:
    images = {f"src/assets/{name}": "x" for name in ("i.png", "j k.png")}
    articles = {"a.md": written, "b.md": "", "deep/c.md": "", "other/d.md": ""}
    folder = make_site(tmp_path / "site", articles, {**images, "public/i.png": "x"})
    (tmp_path / "outside.txt").write_text("x")
    before = seen(links_of(tmp_path / "site"))
    renamed(folder, "a.md", "other/a.md")
    expected = (anew or written).replace("../../b)", "../../b/)")
    assert (folder / "other/a.md").read_text("utf-8") == expected
    assert len(seen(links_of(tmp_path / "site"))) == len(before)


def test_the_images_beside_an_article_go_with_it(tmp_path: Path) -> None:
    articles = {
        "a.md": "---\nheroImage: ./a/hero.png\n---\n![x](own.png) ![x](shared.png) ![x](there.png)",
        "b.md": "![x](shared.png)",
    }
    images = ("own.png", "shared.png", "there.png", "a/hero.png", "new/there.png")
    folder = make_site(tmp_path, articles, {f"src/content/blog/{name}": "x" for name in images})
    found = renamed(folder, "a.md", "new/a.md")
    assert found.edit.moves[1:] == tuple(
        FileMove(folder / name, folder / "new" / name) for name in ("own.png", "a/hero.png")
    )
    text = (folder / "new/a.md").read_text()
    assert text == "---\nheroImage: ./a/hero.png\n---\n![x](own.png) ![x](../shared.png) ![x](../there.png)"


def test_an_article_with_a_folder_of_its_own_moves_with_all_that_lies_there(tmp_path: Path) -> None:
    links = "[x](a/index.md) [x](./a/) [x](a) [x](a/data.csv)"
    articles = {"a/index.md": "![x](i.png) [x](../b.md)", "b.md": links}
    folder = make_site(
        tmp_path, articles, {"src/content/blog/a/i.png": "x", "src/content/blog/a/data.csv": "x"}
    )
    found = renamed(folder, "a/index.md", "2026/c/index.md")
    assert found.edit.moves == (FileMove(folder / "a", folder / "2026/c"),)
    assert found.addresses == ("blog/a", "blog/2026/c")
    assert not (folder / "a").exists()
    assert (folder / "2026/c/data.csv").exists()
    assert (folder / "2026/c/index.md").read_text() == "![x](i.png) [x](../../b.md)"
    assert (folder / "b.md").read_text() == (
        "[x](2026/c/index.md) [x](./2026/c/) [x](2026/c) [x](2026/c/data.csv)"
    )


def test_an_article_whose_folder_holds_another_leaves_it(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a/index.md": "", "a/part.md": "[x](index.md)"})
    assert renamed(folder, "a/index.md", "c/index.md").edit.moves == (
        FileMove(folder / "a/index.md", folder / "c/index.md"),
    )
    assert (folder / "a/part.md").read_text() == "[x](../c/index.md)"


def test_a_folder_that_is_left_empty_goes(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"2025/a.md": "", "b.md": ""})
    renamed(folder, "2025/a.md", "a.md")
    assert not (folder / "2025").exists()


def test_a_slug_of_its_own_keeps_the_address(tmp_path: Path) -> None:
    folder = make_site(
        tmp_path, {"a.md": "---\nslug: kept\n---\n", "b.md": "[x](/blog/kept/) [y](a.md) [z](../kept/)"}
    )
    assert renamed(folder, "a.md", "c.md").addresses == ("blog/kept", "blog/kept")
    assert (folder / "b.md").read_text() == "[x](/blog/kept/) [y](c.md) [z](../kept/)"


def test_fields_that_refer_to_an_article_have_its_new_id(tmp_path: Path) -> None:
    head = "---\ntitle: a # a\nnext: a\nrelated: [b, 'a']\neither: a\nother: a\n---\n[a](a.md)"
    folder = make_site(tmp_path, {"a.md": "", "b.md": head, "d.md": "---\nnext: &x [a\n---\n"})
    found = renamed(folder, "a.md", "c.md")
    assert (folder / "b.md").read_text() == head.replace("next: a", "next: c").replace("'a'", "'c'").replace(
        "either: a", "either: c"
    ).replace("a.md", "c.md")
    assert found.links == 4


def test_values_that_are_paths_are_written_anew_at_any_depth(tmp_path: Path) -> None:
    head = "+++\nheroImage = './i.png'\nicon = 'i.png'\nsite = 'https://a.fr/i.png'\nlost = './j.png'\n"
    head += "draft = true\ntags = ['x', 'i.png']\nlong = '" + "n" * 300 + ".png'\nsub = './2026/k.png'\n"
    head += "[cover]\nsrc = '../../assets/i.png'\n+++\n"
    folder = make_site(
        tmp_path,
        {"a.md": head, "b.md": "![x](i.png)"},
        {"src/content/blog/i.png": "x", "src/assets/i.png": "x", "src/content/blog/2026/k.png": "x"},
    )
    renamed(folder, "a.md", "2026/a.md")
    expected = (
        head.replace("'./i.png'", "'../i.png'")
        .replace("'i.png'", "'../i.png'")
        .replace("'../../", "'../../../")
        .replace("./2026/k", "./k")
    )
    assert (folder / "2026/a.md").read_text() == expected


def test_addresses_seen_from_the_articles_own(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a.md": "[x](./b/#c)", "a/b.md": ""})
    renamed(folder, "a/b.md", "a/d.md")
    assert (folder / "a.md").read_text() == "[x](./d/#c)"


def test_an_address_that_would_lead_elsewhere_stays_and_is_told(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a.md": "", "e.md": "\n[x](a)", "e/c.md": ""})
    found = renamed(folder, "a.md", "c.md")
    assert found.left == (Left(folder / "e.md", 1, "a"),)
    assert (folder / "e.md").read_text() == "\n[x](a)"


def test_what_cannot_be_written_anew_is_told(tmp_path: Path) -> None:
    merged = "---\n? next\n: a\n---\n"
    folder = make_site(tmp_path, {"a.md": "", "b.md": merged})
    found = renamed(folder, "a.md", "c.md")
    assert found.left == (Left(folder / "b.md", 0, "next: a"),)
    assert (folder / "b.md").read_text() == merged


@pytest.mark.parametrize(
    ("target", "reason", "other"),
    [
        ("b.md", "file", "b.md"),
        ("B/index.md", "id", "b.md"),
        ("a.txt", "not-a-name", None),
        ("c\0.md", "not-a-name", None),
        ("../../../../c.md", "outside", None),
        ("../c.md", "not-taken", None),
        ("a.markdown", "not-taken", None),
    ],
)
def test_what_stands_in_the_way(target: str, reason: str, other: str | None, tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a.md": "", "b.md": ""})
    path = folder / other if other else None
    place = Path(os.path.normpath(folder / target))
    found = plan_renaming(folder / "a.md", place, links_of(tmp_path))
    assert found == Renaming(found.edit, Obstacle(reason, path))  # type: ignore[arg-type]
    assert not found.edit


def test_a_link_of_the_disk_that_leads_nowhere_stands_in_the_way(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a.md": ""})
    (folder / "b.md").symlink_to("nowhere")
    found = plan_renaming(folder / "a.md", folder / "b.md", links_of(tmp_path))
    assert found.obstacle == Obstacle("file", folder / "b.md")


def test_a_name_may_change_in_case_only(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a.md": "", "b.md": "[x](a.md)"})
    (folder / "A.md").hardlink_to(folder / "a.md")  # as a disk without case has it
    links = read_links(
        find_blog(tmp_path), [folder / "a.md", folder / "b.md"], lambda it: decode(it.read_bytes())
    )
    found = plan_renaming(folder / "a.md", folder / "A.md", links)
    assert found.obstacle is None
    assert found.addresses == ("blog/a", "blog/a")
    assert found.links == 1


@pytest.mark.parametrize(
    ("article", "name", "folder", "place"),
    [
        ("a.md", "b", "", "b.md"),
        ("a.mdx", " b.mdx ", "", "b.mdx"),
        ("a.md", "c/b", "d", "d/c/b.md"),
        ("a.md", "", "", ".md"),
        ("e/index.md", "b", "", "b/index.md"),
        ("e/index.md", "c/b/", "d", "d/c/b/index.md"),
        ("e/index.md", " ", "", ".md"),
        ("a.md", "../b", "d", "b.md"),
    ],
)
def test_where_an_article_lies_by_name_and_folder(article: str, name: str, folder: str, place: str) -> None:
    root = Path("/blog")
    assert place_for(root / article, name, root / folder) == root / place
    assert (name_of(root / "e/index.md"), name_of(root / "e/a.md")) == ("e", "a")
    assert (folder_of(root / "e/index.md"), folder_of(root / "e/a.md")) == (root, root / "e")


def test_what_a_renaming_means_is_told_before_it_is_planned(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"a.md": "", "b.md": "[x](a.md)"})
    links = links_of(tmp_path)
    assert outlook(folder / "a.md", folder / "c.md", links).addresses == ("blog/a", "blog/c")
    assert outlook(folder / "a.md", folder / "b.md", links).obstacle == Obstacle("file", folder / "b.md")


_NAMES: Final = ["a", "b c", "été", "d(e)", "f'g", "h#i", "J", "k&l", "index", "100%", "x_y", "日本"]
_FOLDERS: Final = ["", "2026", "été 1", "deep/er"]
_places = st.builds(
    lambda folder, name: f"{folder}/{name}.md".lstrip("/"), st.sampled_from(_FOLDERS), st.sampled_from(_NAMES)
)


@st.composite
def _blogs(draw: st.DrawFn) -> tuple[dict[str, str], str, str]:
    """Draw articles that lead to each other in all ways, one of them, and where it is to go."""
    ids: dict[str, str] = {}
    for place in draw(st.lists(_places, min_size=2, max_size=6, unique=True)):
        ids.setdefault(place.removesuffix("/index.md").removesuffix(".md").lower(), place)
    places = list(ids.values())
    articles = {}
    for place in places:
        links = [draw(_links(place, draw(st.sampled_from(places)))) for _ in range(draw(st.integers(0, 4)))]
        articles[place] = "\n\n".join(links) + "\n"
    return articles, draw(st.sampled_from(places)), draw(_places)


@st.composite
def _links(draw: st.DrawFn, article: str, other: str) -> str:
    path = os.path.relpath(other, PurePosixPath(article).parent)
    path = draw(st.sampled_from(["", "./"])) + path if not path.startswith(".") else path
    style = draw(st.integers(0, 4))
    end = draw(st.sampled_from(["", "#part", "?q=1#p%C3%A9"]))
    if style == 0:
        return f"[x]({quote(path)}{end})"
    if style == 1:
        return f"[x](<{quote(path, safe='/ é日本()')}{end}> 'title')"
    if style == 2:
        return f'<a href="{quote(path, safe="/ é()")}{end}">y</a>'
    if style == 3:
        return f"![i](i.png) [a][{other.replace('/', '')}]\n\n[{other.replace('/', '')}]: {quote(path)}{end}"
    return f"[x](/blog/{quote(other.removesuffix('.md').removesuffix('/index').lower())}/{end})"


@settings(max_examples=60, deadline=None)
@given(_blogs())
def test_each_address_leads_where_it_did_whatever_moves(blog: tuple[dict[str, str], str, str]) -> None:
    articles, old, new = blog
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        folder = make_site(
            root, articles, {"src/content/blog/i.png": "x", "src/content/blog/2026/i.png": "x"}
        )
        links = links_of(root)
        before = {path: path.read_bytes() for path in links.articles}
        found = plan_renaming(folder / old, folder / new, links)
        if found.obstacle is not None:
            assert not found.edit
            return
        expected = seen(links, {move.source: move.target for move in found.edit.moves})
        make(found.edit)
        assert seen(links_of(root)) == expected
        assert found.left == ()
        for path, data in before.items():
            after = found.edit.place_of(path).read_bytes()
            assert without_addresses(after) == without_addresses(data)


def test_a_thousand_articles_that_lead_to_each_other(tmp_path: Path) -> None:
    made = make_blog(tmp_path, 1000)
    folder = tmp_path / "src/content/blog"
    links = links_of(tmp_path)
    for number, target in ((0, "2030/été/index.md"), (3, "2011/c d.md")):
        before = {path: path.read_bytes() for path in links.articles}
        found = plan_renaming(folder / made[number].place, folder / target, links)
        assert found.links > 2
        expected = seen(links, {move.source: move.target for move in found.edit.moves})
        make(found.edit)
        links = links_of(tmp_path)
        assert seen(links) == expected
        changed = {it.path for it in found.edit.edits}
        for path, data in before.items():
            after = found.edit.place_of(path).read_bytes()
            if path in changed:
                assert without_addresses(after) == without_addresses(data)
            else:
                assert after == data
