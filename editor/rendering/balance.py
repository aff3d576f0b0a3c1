"""Whether a piece of HTML leaves an element open, as an HTML5 parser sees it.

Raw HTML may be opened in one block of Markdown and closed in a later one. Only where nothing is open may
the document be cut: each side then gives alone the nodes that it gives in the whole. When in doubt, an
element counts as open (https://html.spec.whatwg.org/multipage/parsing.html has the rules behind it).
"""

import re
from typing import Final

_SPACE: Final = r"\t\n\f\r "
_VALUE: Final = rf"(?:\"[^\"]*+\"|'[^']*+'|[^{_SPACE}>\"'][^{_SPACE}>]*+|(?=>))"
_ATTRIBUTE: Final = (
    rf"(?:=|[^{_SPACE}/>=])[^{_SPACE}/>=]*+(?:[{_SPACE}]*+=[{_SPACE}]*+{_VALUE}|(?![{_SPACE}]*+=))"
)
_TAG: Final = re.compile(rf"<(/?)([A-Za-z][^{_SPACE}/>]*+)((?:[{_SPACE}/]++|{_ATTRIBUTE})*+)>")
_COMMENT: Final = re.compile(r"<!--(?:-?>|.*?--!?>)|</>|<(?:[!?](?!--)|/(?![A-Za-z]))[^>]*+>", re.DOTALL)
_START: Final = re.compile(r"<[A-Za-z/!?]")
_FIRST_TAG: Final = re.compile(r"<([a-z0-9]+)[ >]")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"
)
_END_IMPLIED: Final = _names(
    "p li dt dd option optgroup rb rp rt rtc tbody td tfoot th thead tr caption colgroup"
)
_PHRASING: Final = _names(
    "abbr acronym bdi bdo cite data del dfn ins kbd label mark q samp span sub sup time var"
)
_TABLE_PARTS: Final = _names("caption colgroup tbody td tfoot th thead tr")
_HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
_RAW_TEXT: Final = _names("iframe noembed noframes script style textarea title xmp")
_PARAGRAPH_ENDING: Final = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary "
    "table ul xmp"
)
_ENDED_BY: Final = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_SPECIAL: Final = _PARAGRAPH_ENDING | _TABLE_PARTS
_ENDS_OVER: Final = {
    **dict.fromkeys(_SPECIAL, _END_IMPLIED | _PHRASING),
    "form": _END_IMPLIED,
}
"""What the end tag of an element may leave open inside it; other elements' end tags only phrases."""
_DEEPEST: Final = 500
"""Elements inside each other; what lies deeper is not followed, as browsers do not."""
_DOCUMENT: Final = _names("html body head frameset plaintext template noscript select")
"""Elements whose rules reach further than the stack of open elements shows."""
_FOREIGN: Final = _names("svg math")
_FOREIGN_TO_HTML: Final = _names("annotation-xml desc foreignobject mi mn mo ms mtext title")
_NEVER_FOREIGN: Final = _PARAGRAPH_ENDING | _PHRASING | _names("b big code em i s small strike strong tt u")
"""Elements that end the foreign ones they are written in."""


class OpenElements:
    """The elements open after the HTML read so far."""

    def __init__(self) -> None:
        self._stack: list[str] = []
        self._raw_text = ""
        """The element whose content is no HTML, up to its end tag."""
        self._is_lost = False
        """Whether no later place can be known to be balanced."""

    def are_none(self) -> bool:
        """Whether the document may be cut here."""
        return not self._stack and not self._is_lost

    def allow_cut_before(self, piece: str) -> bool:
        """Whether the document may be cut here if `piece` follows: it may end an open paragraph."""
        first = _FIRST_TAG.match(piece)
        if self._stack == ["p"] and not self._is_lost and first and first[1] in _PARAGRAPH_ENDING:
            self._stack.clear()
        return self.are_none()

    def read(self, piece: str) -> None:
        """Go on through the next piece of the document."""
        position = 0
        while not self._is_lost:
            if self._raw_text:
                position = self._end_of_raw_text(piece, position)
            start = _START.search(piece, position)
            if not start:
                return
            if comment := _COMMENT.match(piece, start.start()):
                position = comment.end()
            elif tag := _TAG.match(piece, start.start()):
                position = tag.end()
                self._read_tag(tag[2].lower(), is_end=bool(tag[1]), closes_itself=tag[3].endswith("/"))
            else:
                self._is_lost = True

    def _end_of_raw_text(self, piece: str, position: int) -> int:
        end = re.compile(rf"</{self._raw_text}[{_SPACE}/>]", re.IGNORECASE).search(piece, position)
        if not end:
            return len(piece)
        self._raw_text = ""
        return end.start()

    def _read_tag(self, name: str, *, is_end: bool, closes_itself: bool) -> None:
        if name in _DOCUMENT:
            self._is_lost = True
        elif is_end:
            self._close(name)
        else:
            self._open(name, closes_itself=closes_itself)

    def _open(self, name: str, *, closes_itself: bool) -> None:
        is_in_foreign = self._is_in_foreign()
        is_foreign = is_in_foreign or name in _FOREIGN
        is_misnested = (is_in_foreign and name in _NEVER_FOREIGN) or (
            name in _HEADINGS and not _HEADINGS.isdisjoint(self._stack)
        )
        if is_misnested:
            self._is_lost = True
        if name in _PARAGRAPH_ENDING and "p" in self._stack:
            self._close("p")
        self._end_item_before(name)
        is_ignored = name in _TABLE_PARTS and "table" not in self._stack
        if name in _VOID or is_ignored or (is_foreign and closes_itself):
            return
        self._stack.append(name)
        self._is_lost |= len(self._stack) > _DEEPEST
        if name in _RAW_TEXT and not is_foreign:
            self._raw_text = name

    def _end_item_before(self, name: str) -> None:
        """End the list item or definition that the start of the next one ends."""
        ended = _ENDED_BY.get(name, ())
        for element in reversed(self._stack):
            if element in ended:
                self._close(element)
                return
            if element in _SPECIAL and element not in {"address", "div", "p"}:
                return

    def _is_in_foreign(self) -> bool:
        for name in reversed(self._stack):
            if name in _FOREIGN or name in _FOREIGN_TO_HTML:
                return name in _FOREIGN
        return False

    def _close(self, name: str) -> None:
        """End the innermost open element of that name; a stray end tag ends nothing."""
        if name not in self._stack:
            self._is_lost |= name in _HEADINGS and not _HEADINGS.isdisjoint(self._stack)
            return
        ends_over = _ENDS_OVER.get(name, _PHRASING)
        while (innermost := self._stack.pop()) != name:
            if innermost not in ends_over:
                self._is_lost = True
                return
