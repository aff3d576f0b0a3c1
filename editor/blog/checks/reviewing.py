"""Everything that is to be looked at before an article is published, in one list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import read, values
from editor.blog.checks.appearance import Appearance, appearance_findings, appearance_of
from editor.blog.checks.body import body_of
from editor.blog.checks.body_images import body_image_findings
from editor.blog.checks.checking import check
from editor.blog.checks.headings import heading_findings
from editor.blog.checks.links import findings_in
from editor.blog.checks.notations import notation_findings
from editor.blog.checks.text_findings import TextFinding, placed
from editor.blog.checks.typography import typography_findings
from editor.blog.fields import template_key
from editor.blog.identities import comparable
from editor.blog.schemas.entries import entry_id
from editor.text.language import likely_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.checks.body import Body
    from editor.blog.problems import Problem
    from editor.blog.schemas.guide import Guide
    from editor.blog.site_map import SiteMap

LARGEST: Final = 2_000_000
"""Characters of an article whose body is looked at."""
MOST_OF_ONE_RULE: Final = 100
"""Findings of one rule in one article; there are no more than these to look at."""
_LANGUAGES: Final = ("lang", "language", "locale")
_NAMES: Final = {
    "no-title": "title",
    "no-description": "description",
    "no-hero-image": "heroImage",
    "future-date": "pubDate",
}
"""The fields of Astro's template that rules are about which a schema may have spoken of already."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a blog tells of an article beyond its fields.

    today is the day on which it is looked at; is_title_printed: pages have the front matter's title above
    the text; ids are the articles by their ids, as identities.comparable writes them, of each folder that ids
    count from. site tells which article stands at which address, anchors the ids in the page of an article
    with a text (None: that of its file); without them links are not followed.
    """

    today: date
    is_title_printed: bool = True
    ids: Mapping[Path, Mapping[str, tuple[Path, ...]]] = field(default_factory=dict)
    site: SiteMap | None = None
    anchors: Callable[[Path, str | None], frozenset[str]] | None = None


def review(
    text: str, path: Path | None, blog: Blog, guide: Guide, around: Surroundings
) -> tuple[Problem, ...]:
    """Answer what is to be looked at in an article, in the order of its text.

    text is what the writer has now, whatever the file holds. It never raises for what that is.
    """
    of_fields = check(text, path, blog, guide)
    found: list[TextFinding] = []
    seen = appearance_of(text, path, blog, guide)
    if seen is not None:
        # What the schema says of a field goes before what readers would.
        told = {template_key(problem.key) for problem in of_fields if problem.key}
        found += (it for it in appearance_findings(seen, around.today) if _NAMES.get(it.rule) not in told)
    if len(text) <= LARGEST:
        body = body_of(text, path, blog)
        found += _few(_of_body(body, seen, guide, around))
        if path is not None and around.site is not None and around.anchors is not None:
            found += _few(findings_in(text, path, around.site, around.anchors))
    found += _of_id(text, path, blog, around)
    problems = (*of_fields, *placed(found, text))
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _of_body(
    body: Body, seen: Appearance | None, guide: Guide, around: Surroundings
) -> Iterator[TextFinding]:
    has_title = seen is not None and bool(seen.field("title")[0])
    yield from heading_findings(body, is_title_printed=around.is_title_printed and has_title)
    yield from body_image_findings(body)
    yield from notation_findings(body)
    yield from typography_findings(body, _language(body, seen, guide))


def _few(findings: Iterable[TextFinding]) -> Iterator[TextFinding]:
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.rule] += 1
        if counts[finding.rule] <= MOST_OF_ONE_RULE:
            yield finding


def _language(body: Body, seen: Appearance | None, guide: Guide) -> str:
    """Answer the language that an article says it is in, its schema's default, or that of its words."""
    said = seen.document.values if seen is not None else {}
    rules = guide.collection.fields if guide.collection is not None else ()
    usual = {rule.key: rule.default for rule in rules if rule.has_default}
    for key in _LANGUAGES:
        value = said.get(key, usual.get(key))
        if isinstance(value, str) and value:
            return value
    return likely_language(body.text)


def _of_id(text: str, path: Path | None, blog: Blog, around: Surroundings) -> Iterator[TextFinding]:
    """Yield that another article has the id of this one."""
    bases = [base for base in around.ids if path is not None and path.is_relative_to(base)]
    if path is None or not bases:
        return
    base = max(bases, key=lambda folder: len(folder.parts))
    fields = values(read(text, takes_json=blog.takes_json))
    identity = entry_id(path, base, fields)
    others = [other for other in around.ids[base].get(comparable(identity), ()) if other != path]
    if others:
        data = {"value": identity, "other": others[0].relative_to(base).as_posix()}
        yield TextFinding("duplicate-id", "error", 0, data)
