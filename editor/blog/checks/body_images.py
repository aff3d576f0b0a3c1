"""Images of a body that nobody hears of, and addresses that Astro does not bring onto the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.blog.checks.text_findings import TextFinding
from editor.blog.images import address_of, file_inside
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.blog.checks.body import Body
    from editor.text.structure import Reference

_ELSEWHERE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|#")
"""What an address begins with that Astro leaves alone: of the web, of the public folder, of the page."""
SOURCES: Final = "/src/"
"""What an address begins with that names the sources of an Astro site, which are not published."""
_IN_TITLE: Final = re.compile(r'["|]|\\(?=[^\w\s]|$)|&(?=#?\w+;)')
"""What would mean something else in a title between double quotes, or end the cell that it stands in."""
_ALT: Final = re.compile(r"""[\s"'/]alt(?=[\s=/>])""")


def body_image_findings(body: Body) -> Iterator[TextFinding]:
    """Yield images without words for those who do not see them, and addresses that lead nowhere.

    Measured with Astro 7.2: HTML's images are never processed, those by reference not by Sätteri, and an
    address that begins with a slash is one of the public folder.
    """
    seen: set[int] = set()
    for reference in body.structure.references:
        is_shown = reference.kind == "image" and reference.how != "definition"
        if is_shown and reference.start not in seen and _lacks_words(reference, body):
            yield TextFinding("no-alt-text", "warning", body.start + reference.start)
        seen.add(reference.start)
        if body.blog.generator == "astro":
            yield from _of_astro(reference, body)


def _of_astro(reference: Reference, body: Body) -> Iterator[TextFinding]:
    place, data = body.start + reference.start, {"value": reference.address}
    if reference.address.startswith(SOURCES):
        if reference.has_own_address:
            yield _source_address(reference, body)
    elif reference.kind != "image" or not reference.address or _ELSEWHERE.match(reference.address):
        return
    elif reference.how == "html":
        yield TextFinding("html-image", "error", place, data)
    elif reference.how == "reference" and body.blog.dialect == "astro":
        yield TextFinding(
            "image-by-reference", "error", place, data, repair=_inline(reference, body), remedy="inline"
        )


def _source_address(reference: Reference, body: Body) -> TextFinding:
    """Answer that an address names the site's sources; where they hold the image, its path is offered."""
    place, data = body.start + reference.address_start, {"value": reference.address}
    image = file_inside(body.blog.root / reference.address.lstrip("/"), body.blog.root)
    if image is None or body.path is None or reference.kind != "image":
        return TextFinding("source-address", "error", place, data)
    new = address_of(image, body.path, body.blog, "body")
    edit = Edit(place, body.start + reference.address_end, new)
    return TextFinding("source-address", "error", place, {**data, "new": new}, repair=(edit,), remedy="write")


def _inline(reference: Reference, body: Body) -> tuple[Edit, ...]:
    """Answer the edit that writes the address and the title of an image's definition into the image."""
    definition = next(
        it for it in body.structure.references if it.how == "definition" and it.label == reference.label
    )
    written = body.text[definition.address_start : definition.address_end]
    if body.text.startswith("<", definition.address_start - 1):
        written = f"<{written}>"
    title = _IN_TITLE.sub(r"\\\g<0>", definition.title.replace("\n", " "))
    title = f' "{title}"' if title else ""
    start, end = body.start + reference.words_end, body.start + reference.end
    return (Edit(start, end, f"]({written}{title})"),)


def _lacks_words(reference: Reference, body: Body) -> bool:
    """Whether an image has no words; HTML that says so (alt="") means one that is only an ornament."""
    if reference.words.strip():
        return False
    if reference.how != "html":
        return True
    tag = body.text[reference.start : reference.end].lower()
    return tag.startswith("<img") and _ALT.search(tag) is None
