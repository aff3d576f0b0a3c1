"""What the configuration of an Astro site tells, read without running it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.astro_site import AstroSite, read_site

if TYPE_CHECKING:
    from pathlib import Path

WITH_DEFINE = "import { defineConfig } from 'astro/config';\n"
WITH_UNIFIED = WITH_DEFINE + "import { unified } from '@astrojs/markdown-remark';\n"
WITH_SATTERI = WITH_DEFINE + "import { satteri } from '@astrojs/markdown-satteri';\n"


def site_of(root: Path, configuration: str, astro: str = "^7.2.4") -> AstroSite:
    (root / "astro.config.mjs").write_text(configuration, "utf-8")
    (root / "package.json").write_text(f'{{"dependencies": {{"astro": "{astro}"}}}}', "utf-8")
    return read_site(root)


@pytest.mark.parametrize(
    ("configuration", "source", "public"),
    [
        ("export default { srcDir: './app',\n  publicDir: \"static/files\", };", "app", "static/files"),
        ("export default defineConfig({ site: 'x', srcDir: '/app' })", "app", "public"),
        ("export default defineConfig({\n  // srcDir: './app'\n})", "src", "public"),
        ("export default defineConfig({\n  /* srcDir: './app' */ })", "src", "public"),
        ("/*\n * srcDir: './app'\n */\nexport default {}", "src", "public"),
        ("export default { srcDir: new URL('./my%20app', import.meta.url) }", "my app", "public"),
        ("export default { srcDir: `./${name}`, publicDir: folder }", "src", "public"),
        ("const name = 'app';\nexport default { srcDir: `./${name}`, publicDir: name }", "app", "app"),
        ("export default { srcDir: '../other' }", "src", "public"),
        ("export default { srcDir: '.' }", ".", "public"),
        ("export default { mySrcDir: './app' }", "src", "public"),
        ("const config = { srcDir: 'app' };\nmodule.exports = config;", "app", "public"),
        ("const shared = { srcDir: 'app' };\nexport default withMore({ ...shared });", "app", "public"),
        ("export const srcDir = './app';", "src", "public"),
        ("export default defineConfig(settings)", "src", "public"),
        ("export default 'srcDir: app'", "src", "public"),
        ("export default { srcDir: 5 }", "src", "public"),
        ("export default { broken: @@, srcDir: 'é😀' }", "é😀", "public"),
        ("[" * 10_000, "src", "public"),
        (" " * 1_000_000, "src", "public"),
        ("", "src", "public"),
    ],
)
def test_folders(tmp_path: Path, configuration: str, source: str, public: str) -> None:
    site = site_of(tmp_path, configuration)
    assert (site.source, site.public) == (tmp_path / source, tmp_path / public)


def test_a_configuration_that_is_no_text_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "astro.config.mjs").write_bytes(b"export default { srcDir: './\xff' }")
    assert read_site(tmp_path).source == tmp_path / "\ufffd"


@pytest.mark.parametrize(
    ("configuration", "astro", "dialect"),
    [
        (f"{WITH_UNIFIED}export default {{ markdown: {{ processor: unified({{}}) }} }}", "7", "astro-remark"),
        (f"{WITH_UNIFIED}export default defineConfig({{}})", "7", "astro"),
        (f"{WITH_UNIFIED}// markdown: {{ processor: unified() }}\nexport default {{}}", "7", "astro"),
        ("export default { markdown: { processor: unified({}) } }", "7", "astro"),
        ("export default { markdown: { processor: 'unified' } }", "7", "astro"),
        (f"{WITH_SATTERI}export default {{ markdown: {{ processor: satteri() }} }}", "7", "astro"),
        (f"{WITH_SATTERI}export default {{ markdown: {{ processor: satteri() }} }}", "6", "astro-remark"),
        ("export default { markdown: { rehypePlugins: [a] } }", "latest", "astro-remark"),
        ("export default { markdown: { remarkPlugins: [] } }", "7", "astro"),
        (
            f"{WITH_SATTERI}const processor = satteri();\n"
            "export default { markdown: { processor, remarkPlugins: [a] } }",
            "7",
            "astro",
        ),
    ],
)
def test_the_processor_of_markdown(tmp_path: Path, configuration: str, astro: str, dialect: str) -> None:
    assert site_of(tmp_path, configuration, astro).dialect == dialect


@pytest.mark.parametrize(
    ("markdown", "gfm", "smart"),
    [
        ("{}", True, True),
        ("{ gfm: false, smartypants: false }", False, False),
        ("{ gfm: true, smartypants: { dashes: false } }", True, True),
        ("{ processor: unified({ gfm: false, smartypants: true }), smartypants: false }", False, True),
        ("{ processor: satteri({ features: { gfm: false, smartPunctuation: false } }) }", False, False),
        ("{ processor: satteri(options), gfm: false }", False, True),
    ],
)
def test_extensions_of_markdown_that_are_off(tmp_path: Path, markdown: str, gfm: bool, smart: bool) -> None:
    site = site_of(
        tmp_path, f"{WITH_UNIFIED}{WITH_SATTERI}export default defineConfig({{ markdown: {markdown} }})"
    )
    assert (site.gfm, site.smart_punctuation) == (gfm, smart)


@pytest.mark.parametrize(
    ("markdown", "math"),
    [
        ("{}", ""),
        ("{ remarkPlugins: [math] }", "single"),
        ("{ remarkPlugins: [other, [math, { singleDollarTextMath: false }]] }", "double"),
        ("{ remarkPlugins: [[other, { singleDollarTextMath: false }], [math, {}]] }", "single"),
        ("{ remarkPlugins: math }", "single"),
        ("{ processor: unified({ remarkPlugins: ['remark-math'] }) }", "single"),
        (
            "{ processor: unified({ remarkPlugins: [['remark-math', { singleDollarTextMath: false }]] }) }",
            "double",
        ),
        ("{ processor: satteri({ features: { math: true } }) }", "single"),
        ("{ processor: satteri({ features: { math: { singleDollarTextMath: false } } }) }", "double"),
        ("{ processor: satteri({ features: { math: false } }) }", ""),
        ("{ processor: satteri(), remarkPlugins: [math] }", ""),
    ],
)
def test_math_is_what_the_configuration_says(tmp_path: Path, markdown: str, math: str) -> None:
    plugins = "import math from 'remark-math';\nimport other from 'remark-other';\n"
    exported = f"export default defineConfig({{ markdown: {markdown} }})"
    site = site_of(tmp_path, f"{WITH_UNIFIED}{WITH_SATTERI}{plugins}{exported}")
    assert site.math == math


PLUGINS = """
import remarkMath from 'remark-math';
import rehypeKatex from 'rehype-katex';
import { reading } from './plugins/reading.mjs';
import emoji from './plugins/emoji.mjs';
const endless = [endless];
function own() { return (tree) => {}; }
"""


@pytest.mark.parametrize(
    ("markdown", "plugins"),
    [
        (
            "{ remarkPlugins: [remarkMath, reading, emoji], rehypePlugins: [[rehypeKatex, { a: 1 }]] }",
            ("remark-math", "reading", "./plugins/emoji.mjs", "rehype-katex"),
        ),
        (
            "{ remarkPlugins: ['remark-toc', own, reading()] }",
            ("remark-toc", "own", "reading"),
        ),
        ("{ remarkPlugins: choose(1) }", ("choose",)),
        ("{ remarkPlugins: [endless] }", ("endless",)),
        ("{ remarkPlugins: [isNew\n  ? a : b] }", ("isNew ? a : b",)),
        (
            "{ processor: unified({ remarkPlugins: [remarkMath] }), rehypePlugins: [rehypeKatex] }",
            ("remark-math", "rehype-katex"),
        ),
        (
            "{ processor: satteri({ mdastPlugins: [reading] }), rehypePlugins: [rehypeKatex] }",
            ("reading",),
        ),
    ],
)
def test_plugins_of_markdown(tmp_path: Path, markdown: str, plugins: tuple[str, ...]) -> None:
    configuration = f"{WITH_UNIFIED}{WITH_SATTERI}{PLUGINS}export default {{ markdown: {markdown} }}"
    assert site_of(tmp_path, configuration).plugins == plugins


@pytest.mark.parametrize(
    ("configuration", "astro", "keeps"),
    [
        ("export default {}", "^5.1.0", True),
        ("export default {}", "^6.0.0", False),
        ("export default {}", "latest", False),
        ("export default { legacy: { collectionsBackwardsCompat: true } }", "7", True),
        ("export default { legacy: { collectionsBackwardsCompat: false } }", "7", False),
    ],
)
def test_collections_where_astro_4_had_them(
    tmp_path: Path, configuration: str, astro: str, keeps: bool
) -> None:
    assert site_of(tmp_path, configuration, astro).keeps_legacy == keeps
