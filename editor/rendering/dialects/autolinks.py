"""Addresses written bare in the text: `https://…`, `www.…`, `name@host.fr`.

The rule of GitHub's autolink literals as micromark and Astro read them: an address ends before trailing
punctuation, closing parentheses belong to it while they balance, and a bare domain is text. Where a bracket
is open, which may become a link, addresses are found in the text only once all else is read, by the simpler
rule of mdast-util-gfm-autolink-literal: emphasis and smart punctuation come first there.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it.token import Token

from editor.rendering.dialects.punctuation import is_punctuation

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

WEB_START: Final = r"[hH][tT]{2}[pP][sS]?://|[wW]{3}\."
_START: Final = re.compile(rf"{WEB_START}|@")
_WEB_START: Final = re.compile(WEB_START)
_WEB_IN_TEXT: Final = re.compile(
    r"(?<![0-9A-Za-z])(?P<scheme>https?://|(?=www\.))(?P<domain>[\w-]*\.[\w.-]*)[^\t\n\r ]*",
    re.ASCII | re.IGNORECASE,
)
_TRAIL_IN_TEXT: Final = re.compile(r"[!\"&'),.:;<>?\]}]+\Z")
_DOMAIN: Final = re.compile(r"[^\s\x00-\x2c/\x3a-\x40\x5b-\x5e`\x7b-\x7f]+")
_ORDINARY: Final = re.compile(r"[^\s<(!\"&')*,.:;?\]_~]++")
_TRAIL: Final = re.compile(r"(?:[!\"'()*,.:;?_~]|&[A-Za-z]+;|\](?=[!\"'()*,.:;?_~&\]\[\s<]|$))++")
_TRAIL_END: Final = re.compile(r"\s|<|$")
_BRACKET_END: Final = re.compile(r"\][(\[]")
_NO_BRACKETS: Final = re.compile(r"[^\[\]]+")
_ADDRESSEE: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-")
_MAIL_HOST: Final = re.compile(r"@[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9_\-]+)+")


class _Link(NamedTuple):
    start: int
    end: int
    address: str


def _path_end(text: str, position: int, limit: int) -> int:
    """The index where an address stops: at white space, `<`, or punctuation that trails."""
    opened = closed = 0
    while position < limit and not text[position].isspace() and text[position] != "<":
        if ordinary := _ORDINARY.match(text, position, limit):
            position = ordinary.end()
            continue
        character = text[position]
        if character == "(" or (character == ")" and closed < opened):
            opened += character == "("
            closed += character == ")"
            position += 1
            continue
        trail = _TRAIL.match(text, position, limit)
        end = trail.end() if trail else position
        if _TRAIL_END.match(text, end, limit) and trail:
            break
        if _BRACKET_END.search(text, position, min(end + 1, limit)):
            break
        end = max(end, position + 1)
        opened += text.count("(", position, end)
        closed += text.count(")", position, end)
        position = end
    return position


def _web_link(scheme: re.Match[str], limit: int) -> _Link | None:
    """The web address that begins with `https://` or `www.` and ends before the limit."""
    text, start = scheme.string, scheme.start()
    is_bare = scheme[0][0] in "wW"
    domain_start = start if is_bare else scheme.end()
    end = _path_end(text, domain_start, limit)
    domain = _DOMAIN.match(text, domain_start, end)
    if not domain or end <= scheme.end():
        return None
    labels = domain[0].rstrip(".").split(".")
    if any("_" in label for label in labels[-2:]) or (is_bare and len(labels) < 2):
        return None
    address = text[start:end]
    return _Link(start, end, f"http://{address}" if is_bare else address)


def _mail_link(text: str, at_sign: int, earliest: int) -> _Link | None:
    """The mail address around an at sign, not reaching back before `earliest`."""
    host = _MAIL_HOST.match(text, at_sign)
    start = at_sign
    while start > earliest and text[start - 1] in _ADDRESSEE:
        start -= 1
    if not host or start == at_sign or (start > 0 and text[start - 1] == "/"):
        return None
    end = host.end()
    if not (text[end - 1].isascii() and text[end - 1].isalpha()):
        return None
    return _Link(start, end, f"mailto:{text[start:end]}")


def _may_precede(previous: str, start: str) -> bool:
    """Whether a web address may begin in the source after this character ("" at the start)."""
    if start not in "wW":
        return not (previous.isascii() and previous.isalpha())
    return not previous or previous.isspace() or previous in "*_~([]"


def _web_link_in_text(match: re.Match[str]) -> _Link | None:
    """The web address of a match in text that is read to the end."""
    text, start = match.string, match.start()
    previous = text[start - 1 : start]
    may_begin = not previous or previous.isspace() or is_punctuation(previous)
    labels = match["domain"].split(".")
    if not may_begin or is_punctuation(match["domain"][0]) or not all(map(_is_right_label, labels[-2:])):
        return None
    end = _trimmed_end(text, start, match.end())
    address = text[start:end]
    return _Link(start, end, address if match["scheme"] else f"http://{address}")


def _is_right_label(label: str) -> bool:
    return not label or ("_" not in label and any(character.isalnum() for character in label))


def _trimmed_end(text: str, start: int, end: int) -> int:
    """Where an address ends without the marks that trail; parentheses that it opened it may close."""
    trail = _TRAIL_IN_TEXT.search(text, start, end)
    if trail is None:
        return end
    trimmed = trail.start()
    unclosed = text.count("(", start, trimmed) - text.count(")", start, trimmed)
    while unclosed > 0 and (closing := text.find(")", trimmed, end)) >= 0:
        trimmed = closing + 1
        unclosed -= 1
    return trimmed


def _links_in(text: str) -> Iterator[_Link]:
    """The addresses in text, in order."""
    end = 0
    for match in _WEB_IN_TEXT.finditer(text):
        link = _web_link_in_text(match)
        if link is not None:
            yield from _mail_links_in(text, end, link.start)
            yield link
            end = link.end
    yield from _mail_links_in(text, end, len(text))


def _mail_links_in(text: str, start: int, stop: int) -> Iterator[_Link]:
    while (at_sign := text.find("@", start, stop)) >= 0:
        link = _mail_link(text[:stop], at_sign, start)
        if link is not None:
            yield link
        start = link.end if link else at_sign + 1


def _text_token(content: str) -> Token:
    token = Token("text", "", 0)
    token.content = content
    return token


def _split_at_links(text: Token, parser: "MarkdownIt") -> list[Token]:
    """The text's token, cut into text and links."""
    tokens = []
    end = 0
    for link in _links_in(text.content):
        if link.start > end:
            tokens.append(_text_token(text.content[end : link.start]))
        opening = Token("link_open", "a", 1)
        opening.attrs = {"href": parser.normalizeLink(link.address)}
        tokens += [opening, _text_token(text.content[link.start : link.end]), Token("link_close", "a", -1)]
        end = link.end
    if not end:
        return [text]
    if end < len(text.content):
        tokens.append(_text_token(text.content[end:]))
    return tokens


def _link_texts(state: "StateCore") -> None:
    """Find the addresses that only show once brackets and emphasis are read."""
    for block in state.tokens:
        if not block.children or not _START.search(block.content):
            continue
        children = []
        depth = 0
        for token in block.children:
            depth += token.nesting if token.tag == "a" else 0
            is_free_text = token.type == "text" and depth == 0
            children += _split_at_links(token, state.md) if is_free_text else [token]
        block.children = children


def _is_bracket_open(state: "StateInline") -> bool:
    """Whether a bracket before the current position is open: neither escaped, nor in code, nor closed."""
    if state.src.find("[", 0, state.pos) < 0:
        return False
    read = [token.content for token in state.tokens if token.type == "text"]
    depth = 0
    for bracket in _NO_BRACKETS.sub("", "".join((*read, state.pending))):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
    return depth > 0


def _web_address(state: "StateInline", silent: bool) -> bool:
    """Read a web address before punctuation and emphasis get at its characters."""
    position = state.pos
    scheme = _WEB_START.match(state.src, position, state.posMax)
    if not scheme or state.linkLevel:
        return False
    previous = state.src[position - 1] if position else ""
    if not _may_precede(previous, state.src[position]):
        return False
    link = _web_link(scheme, state.posMax)
    if not link or _is_bracket_open(state):
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(link.address)}
        state.push("text", "", 0).content = state.src[position : link.end]
        state.push("link_close", "a", -1)
    state.pos = link.end
    return True


def add_autolinks(parser: "MarkdownIt") -> None:
    """Make the parser link bare addresses."""
    parser.inline.ruler.after("escape", "web_address", _web_address)
    parser.core.ruler.after("text_join", "link_texts", _link_texts)
