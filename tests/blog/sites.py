"""Astro sites whose files a test writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article.files import read_file
from editor.article.source import decode
from editor.blog.article_links import BlogLinks, all_links
from editor.blog.blog import find_blog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONFIGURATION = """import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
const blog = defineCollection({
  loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
  schema: ({ image }) => z.object({
    title: z.string(),
    heroImage: z.optional(image()),
    next: z.optional(reference('blog')),
    related: z.array(reference('blog')).optional(),
    either: z.union([z.number(), reference('blog')]).optional(),
  }),
});
export const collections = { blog };
"""
ENTRY_PAGE = "---\nconst posts = await getCollection('blog');\nconst { Content } = await render(post);\n---\n"
SITE: dict[str, str] = {
    "package.json": '{ "dependencies": { "astro": "^7.0.0" } }',
    "astro.config.mjs": "export default { site: 'https://example.org' };",
    "src/content.config.ts": CONFIGURATION,
    "src/pages/blog/[...slug].astro": ENTRY_PAGE,
    "src/pages/about.astro": "",
    "src/pages/index.astro": "",
    "src/pages/rss.xml.js": "",
    "src/pages/tags/[tag].astro": "",
    "src/pages/_draft.astro": "",
    "public/paper.pdf": "x",
}
BLOG = "src/content/blog"


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files, given by their paths from root."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def make_site(root: Path, articles: Mapping[str, str], files: Mapping[str, str] | None = None) -> Path:
    """Write a site with articles, by their places in the blog, and other files; answer the blog's folder."""
    write(root, SITE)
    write(root, files or {})
    write(root / BLOG, articles)
    return root / BLOG


def links_of(root: Path) -> BlogLinks:
    """Answer the links of the blog at root, as its files are now."""
    blog = find_blog(root)
    return all_links(blog, lambda path: decode(read_file(path)))
