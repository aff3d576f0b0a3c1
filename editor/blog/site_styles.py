"""A site's style sheet as one text: what it imports from the blog is put in its place.

Followed is what Vite follows for Astro: files beside the sheet, by a path of the project or of its public
folder, by the aliases ~/ and @/, and style sheets of installed packages. The grammar is that of CSS Cascading
and Inheritance 5 (https://drafts.csswg.org/css-cascade-5/#at-import) and CSS Syntax 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from editor.article.files import FileError, read_file
from editor.blog.images import file_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from editor.blog.blog import Blog

    FileAddress = Callable[[Path], str | None]

MOST_FILES: Final = 40
"""Style sheets that are put into one; further imports are left out."""
LARGEST: Final = 1_000_000
"""Bytes of one style sheet that is read, and of all imported ones together."""

_COMMENT: Final = r"/\*(?s:.*?)(?:\*/|\Z)"
_STRING: Final = r"\"(?:[^\"\\\n]|\\(?s:.))*+\"|'(?:[^'\\\n]|\\(?s:.))*+'"
_URL: Final = rf"(?i:url)\(\s*+(?P<address>{_STRING}|[^\s\"'()\\]*+)\s*+\)"
_PIECE: Final = re.compile(rf"{_COMMENT}|{_URL}|{_STRING}")
_SPACE: Final = re.compile(rf"(?:\s++|{_COMMENT}|<!--|-->)*+")
_STATEMENT: Final = re.compile(
    rf"@(?P<name>(?i:charset|layer|import))\b(?P<rest>(?:{_COMMENT}|{_URL}|{_STRING}|[^;{{}}\"'])*+)(?:;|\Z)"
)
_IMPORTED: Final = re.compile(rf"\s*+(?:{_URL}|(?P<string>{_STRING}))\s*+")
_LAYER: Final = re.compile(r"(?i:layer)(?:\(\s*+(?P<name>[^()]*+)\)|(?![\w(-]))\s*+")
_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ALIASES: Final = ("~/", "@/")
_NOTHING: Final = 'url("data:,")'


@dataclass(frozen=True, slots=True)
class SiteStyle:
    """A style sheet with all that it imports: the files that are in it, the imports that are not."""

    css: str
    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


def site_style(file: Path, blog: Blog, address_of: FileAddress) -> SiteStyle:
    """Answer the style sheet at file of blog with its imports.

    address_of answers the address under which the page gets a file that the sheet shows, a font or a picture,
    None for one that it does not get. Nothing outside of the blog's folder is read, but for file itself.
    Raises article.files.FileError where file cannot be read.
    """
    gathering = _Gathering(blog, address_of)
    css = gathering.text_of(file, ())
    return SiteStyle(css, tuple(gathering.files), tuple(dict.fromkeys(gathering.left_out)))


class _Gathering:
    """The sheets read so far for one text."""

    def __init__(self, blog: Blog, address_of: FileAddress) -> None:
        self._blog = blog
        self._address_of = address_of
        self._size = 0
        self.files: list[Path] = []
        self.left_out: list[str] = []

    def text_of(self, file: Path, around: tuple[Path, ...]) -> str:
        """Answer the text of a sheet that those around import, one within the other."""
        data = read_file(file)
        if len(data) > LARGEST:
            raise FileError(file)
        self._size += len(data) if around else 0
        self.files.append(file)
        css = data.decode("utf-8-sig", "replace")
        place, parts = 0, []
        while statement := _STATEMENT.match(css, _end_of_space(css, place)):
            place = statement.end()
            name = statement["name"].lower()
            if name == "import":
                parts.append(self._imported(statement["rest"], file, (*around, file)))
            elif name == "layer":
                parts.append(f"{statement[0].rstrip(';')};")
        parts.append(_PIECE.sub(lambda piece: self._shown(piece, file), css[place:]))
        return "\n".join(part for part in parts if part)

    def _imported(self, rest: str, file: Path, around: tuple[Path, ...]) -> str:
        """Answer the text of an import that stands in file, under its conditions."""
        named = _IMPORTED.match(rest)
        if named is None:
            return ""
        address = _unquoted(named["address"] or named["string"] or "")
        found = self._file_of(address, file, is_import=True)
        if found is None or found in around or len(self.files) >= MOST_FILES or self._size > LARGEST:
            self.left_out.append(address)
            return ""
        try:
            inner = self.text_of(found, around)
        except FileError:
            self.left_out.append(address)
            return ""
        return _under_conditions(inner, rest[named.end() :].strip())

    def _shown(self, piece: re.Match[str], file: Path) -> str:
        """Answer what stands in place of a piece of file: for an address of a file, the page's."""
        if piece["address"] is None:
            return piece[0]
        address = _unquoted(piece["address"])
        if not address or address.startswith("#") or _REMOTE.match(address):
            return piece[0]
        found = self._file_of(address, file, is_import=False)
        shown = self._address_of(found) if found is not None else None
        return _NOTHING if shown is None else f'url("{shown}")'

    def _file_of(self, address: str, file: Path, *, is_import: bool) -> Path | None:
        """Answer the file of the blog that an address in the sheet at file means."""
        if not address or _REMOTE.match(address):
            return None
        try:
            plain = unquote(re.split("[?#]", address)[0], errors="strict")
            places = self._places(plain, file, is_import=is_import)
            return next((found for place in places if (found := file_inside(place, self._blog.root))), None)
        except (OSError, ValueError):  # a name too long, a NUL, escapes that are no UTF-8
            return None

    def _places(self, plain: str, file: Path, *, is_import: bool) -> Iterator[Path]:
        if plain.startswith("/"):
            if self._blog.public is not None:
                yield self._blog.public / plain.lstrip("/")
            yield self._blog.root / plain.lstrip("/")
            return
        if plain.startswith(_ALIASES) and self._blog.source is not None:
            yield self._blog.source / plain[2:].lstrip("/")
        yield file.parent / plain
        if is_import and plain.endswith(".css"):
            yield self._blog.root / "node_modules" / plain


def _end_of_space(css: str, place: int) -> int:
    space = _SPACE.match(css, place)
    return place if space is None else space.end()


def _under_conditions(css: str, conditions: str) -> str:
    """Answer css as an import with these conditions would have it: layer, supports(), media."""
    layer = _LAYER.match(conditions)
    rest = conditions[layer.end() :] if layer else conditions
    if rest[:9].lower() == "supports(":
        end = _closing(rest, 8)
        supports, rest = rest[8 : end + 1], rest[end + 1 :].strip()
        css = f"@supports {supports} {{\n{css}\n}}"
    if rest:
        css = f"@media {rest} {{\n{css}\n}}"
    return f"@layer {(layer['name'] or '').strip()} {{\n{css}\n}}" if layer else css


def _closing(text: str, opening: int) -> int:
    """Answer where the parenthesis that opens at opening closes; the end of text where it does not."""
    depth = 0
    for index in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if not depth:
            return index
    return len(text)


def _unquoted(written: str) -> str:
    """Answer an address without its quotes and escapes."""
    inner = written[1:-1] if written[:1] in ("'", '"') else written
    return re.sub(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", _unescaped, inner, flags=re.DOTALL)


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1], 16) if escape[1] else 0
    is_character = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return (chr(code) if is_character else "\ufffd") if escape[1] else escape[2]
