"""Which extensions Pelican, MkDocs and Nikola load."""

from __future__ import annotations

from typing import Literal

import pytest

from editor.blog.markdown_settings import markdown_settings
from editor.text.markdown_extensions import Untold

Generator = Literal["pelican", "mkdocs", "nikola"]


@pytest.mark.parametrize(
    ("generator", "text", "names"),
    [
        ("pelican", "PATH = 'a'\n", "codehilite extra meta"),
        ("pelican", "MARKDOWN = {}\n", "markdown.extensions.meta"),
        (
            "pelican",
            "MARKDOWN = {'extensions': ['a', f()], 'extension_configs': {'b': {}, 'a': {}}, 'c': 2}\n",
            "a f() b markdown.extensions.meta",
        ),
        ("pelican", "MARKDOWN = {'extensions': ['markdown.extensions.meta']}\n", "markdown.extensions.meta"),
        ("mkdocs", "site_name: A\n", "toc tables fenced_code"),
        ("mkdocs", "markdown_extensions:\n", "toc tables fenced_code"),
        ("mkdocs", "markdown_extensions: [a, toc: {permalink: true}]\n", "toc tables fenced_code a"),
        ("mkdocs", "markdown_extensions: {a: , b: {c: d}}\n", "toc tables fenced_code a b"),
        ("nikola", "BLOG_TITLE = 'a'\n", "nikola fenced_code codehilite extra"),
        ("nikola", "MARKDOWN_EXTENSIONS = ['markdown.extensions.toc']\n", "nikola markdown.extensions.toc"),
    ],
)
def test_extensions_stand_in_the_order_of_loading(generator: Generator, text: str, names: str) -> None:
    settings = markdown_settings(generator, text)
    assert settings.is_told
    assert [extension.name for extension in settings.extensions] == names.split()


@pytest.mark.parametrize(
    ("generator", "text"),
    [
        ("pelican", "MARKDOWN = {'extension_configs': {'toc': {'title': 'Été', 'slugify': f}}}\n"),
        ("mkdocs", "markdown_extensions:\n- toc:\n    title: Été\n    slugify: f\n"),
        ("mkdocs", "markdown_extensions:\n  toc:\n    title: Été\n    slugify: f\n"),
        (
            "nikola",
            "DEFAULT_LANG = 'fr'\nMARKDOWN_EXTENSIONS = ['toc']\n"
            "MARKDOWN_EXTENSION_CONFIGS = {'': {}, DEFAULT_LANG: {'toc': {'title': 'Été', 'slugify': f}}}\n",
        ),
        (
            "nikola",
            "MARKDOWN_EXTENSIONS = ['toc']\n"
            "MARKDOWN_EXTENSION_CONFIGS = {DEFAULT_LANG: {'toc': {'title': 'Été', 'slugify': f}}}\n"
            "MARKDOWN_EXTENSION_CONFIGS = {'': {'toc': {'title': 'Été', 'slugify': f}}}\n",
        ),
    ],
)
def test_options_are_those_of_their_extensions(generator: Generator, text: str) -> None:
    (toc,) = (it for it in markdown_settings(generator, text).extensions if it.name == "toc")
    slugify = "f" if generator == "mkdocs" else Untold("f")
    assert toc.options == {"title": "Été", "slugify": slugify}


@pytest.mark.parametrize(
    ("generator", "text"),
    [
        ("pelican", "MARKDOWN = settings()\n"),
        ("pelican", "MARKDOWN = {'extensions': 'a'}\n"),
        ("pelican", "MARKDOWN = {'extension_configs': ['a']}\n"),
        ("pelican", "MARKDOWN = {'extension_configs': {'a': f()}}\n"),
        ("pelican", "MARKDOWN = ["),
        ("pelican", "#" * 100_001),
        (
            "pelican",
            "a = [1]\n" + "a = [a, a]\n" * 50 + "MARKDOWN = {'extension_configs': {'toc': {'title': a}}}\n",
        ),
        ("mkdocs", "markdown_extensions: a\n"),
        ("mkdocs", "markdown_extensions: [\n"),
        ("mkdocs", "- a\n"),
        ("nikola", "MARKDOWN_EXTENSIONS = f()\n"),
        ("nikola", "MARKDOWN_EXTENSION_CONFIGS = [1]\n"),
    ],
)
def test_what_does_not_tell_is_as_a_new_site(generator: Generator, text: str) -> None:
    settings = markdown_settings(generator, text)
    assert not settings.is_told
    assert settings.extensions == markdown_settings(generator, "").extensions
