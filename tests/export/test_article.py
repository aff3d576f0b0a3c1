"""From an article's text to its page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import Blog
from editor.export.article import Subject
from editor.export.html import ArticlePage
from editor.export.pdf import Metadata
from editor.rendering.page import PageHead

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """---
title: Été 🌞
description: Un résumé
heroImage: ../assets/mer%20bleue.png
tags: [mer, été]
lang: fr
---

Du *sel* -- `vent`.

```python
print(1)
```
"""


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    for name in ("src/blog/été.png", "src/assets/mer%20bleue.png", "public/logo.png"):
        image = tmp_path / name
        image.parent.mkdir(parents=True, exist_ok=True)
        image.touch()
    blog = Blog(tmp_path, "astro", "astro", (tmp_path / "src" / "blog",), tmp_path / "public", ())
    return Subject(TEXT, tmp_path / "src" / "blog" / "a.md", blog, "p { color: red }")


def test_the_head_is_the_front_matters_with_the_address_as_written(subject: Subject) -> None:
    assert subject.head() == PageHead("Été 🌞", "Un résumé", hero="../assets/mer%20bleue.png", language="fr")


def test_an_author_is_given_to_the_article_that_names_none(subject: Subject) -> None:
    subject = replace(subject, author="Zoë")
    assert subject.head().author == "Zoë"
    named = replace(subject, text=TEXT.replace("lang: fr", "author: Max"))
    assert named.head().author == "Max"


def test_the_metadata_holds_the_tags(subject: Subject) -> None:
    assert subject.metadata() == Metadata("Été 🌞", "", "Un résumé", "fr", ("mer", "été"))


def test_the_body_is_rendered_as_the_blog_does_it_or_as_asked(subject: Subject) -> None:
    assert subject.rendered(highlight=False).html.startswith("<p>Du <em>sel</em> – <code>vent</code>.</p>")
    remark = replace(subject, dialect="astro-remark").rendered(highlight=False).html
    assert remark.startswith("<p>Du <em>sel</em> — <code>")


def test_code_has_colours_where_they_are_asked_for(subject: Subject) -> None:
    assert '<span class="nb">print</span>' in subject.rendered(highlight=True).html
    assert "<span" not in subject.rendered(highlight=False).html


def test_the_page_is_all_of_that(subject: Subject) -> None:
    body = subject.rendered(highlight=True).html
    assert subject.page() == ArticlePage(subject.head(), body, "p { color: red }")


def test_addresses_mean_what_they_mean_in_their_place(subject: Subject) -> None:
    root = subject.blog.root
    assert subject.image_file("./%C3%A9t%C3%A9.png") == root / "src" / "blog" / "été.png"
    assert subject.image_file("/logo.png") == root / "public" / "logo.png"
    # Astro decodes an address of the body, and takes that of a field as it is.
    assert subject.image_file("../assets/mer%20bleue.png") == root / "src" / "assets" / "mer%20bleue.png"
    assert replace(subject, text="").image_file("../assets/mer%20bleue.png") is None
    assert subject.image_file("/src/blog/été.png") is None
    assert subject.image_file("gone.png") is None


def test_an_article_without_a_file_finds_what_lies_in_the_public_folder(subject: Subject) -> None:
    new = replace(subject, path=None)
    assert new.image_file("/logo.png") == subject.blog.root / "public" / "logo.png"
    assert new.image_file("./été.png") is None


def test_mdx_is_known_by_the_name_of_the_file_and_its_faults_have_words(subject: Subject) -> None:
    text = "---\ntitle: A\n---\nimport B from './B.astro'\n\n<B c={d}>*e*</B> $x$ {f\n"
    blog = replace(subject.blog, math="single")
    mdx = replace(
        subject, text=text, path=subject.blog.root / "a.mdx", blog=blog, fault_words=lambda fault: "Why."
    )
    html = mdx.page().body
    assert "import" not in html
    assert "<code>B</code> <code>c={d}</code>" in html
    assert "<em>e</em>" in html
    assert "<mi>x</mi>" in html
    assert "<small>Why.</small>" in html
    assert "import B" in replace(mdx, path=None).page().body
