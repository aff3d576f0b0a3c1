"""Sentences and words of a text, as parse-latin finds them for the quotes of Astro 6 and older.

Which way a quote turns depends on its neighbours in the same sentence, or in the same word. The passes are
those of https://github.com/wooorm/parse-latin, in its order.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

_COMBINING: Final = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_TOKEN: Final = re.compile(
    rf"(?P<space>\s+)|(?P<word>(?:[^\W_\U00010000-\U0010ffff]|[{_COMBINING}])+)"
    r"|(?P<mark>[\U00010000-\U0010ffff]+|(?P<one>.)(?P=one)*)",
    re.DOTALL,
)
_TERMINAL: Final = frozenset("!.?…‽")
_AFFIX: Final = re.compile(
    r"[!\"').?\]}»’”…›‽⁆⁾₎\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\uff09\uff3d\uff5d]+"
)
_INNER: Final = re.compile(r"[&'\-.:=?@\u00ad·‐‑’‧]|_+")
_ABBREVIATION: Final = re.compile(
    r"[0-9]{1,3}|[a-z]|al|ca|cap|cca|cent|cf|cit|con|cp|cwt|ead|etc|ff|fl|ibid|id|nem|op|pro|seq|sic|stat"
    r"|tem|viz"
)
_SHORT: Final = 3


@dataclass(slots=True)
class Node:
    """A word, a mark or white space; a word has parts where marks join it."""

    kind: str
    text: str
    start: int
    parts: "list[Node]" = field(default_factory=list)

    def take(self, *others: "Node") -> None:
        """Join nodes that follow to the word."""
        for other in others:
            self.parts += other.parts or [other]
            self.text += other.text

    def take_before(self, other: "Node") -> None:
        """Join the mark before the word to it."""
        self.parts.insert(0, other)
        self.text = other.text + self.text
        self.start = other.start


Sentence = list[Node]


def _is_word(node: Node | None) -> bool:
    return node is not None and node.kind == "word"


def _tokens(text: str) -> list[Node]:
    nodes = []
    for match in _TOKEN.finditer(text):
        node = Node(str(match.lastgroup), match[0], match.start())
        if node.kind == "word":
            node.parts.append(Node("text", match[0], match.start()))
        nodes.append(node)
    return nodes


def _at(nodes: list[Node], index: int) -> Node | None:
    return nodes[index] if 0 <= index < len(nodes) else None


def _join_outer_marks(nodes: list[Node]) -> list[Node]:
    """Join & to the word after it and - to the word before it."""
    joined: list[Node] = []
    for index, node in enumerate(nodes):
        last, following = _at(joined, len(joined) - 1), _at(nodes, index + 1)
        if last and last.text == "&" and _is_word(node) and not _is_word(_at(joined, len(joined) - 2)):
            node.take_before(joined.pop())
        if node.text == "-" and last and _is_word(last) and not _is_word(following):
            last.take(node)
        else:
            joined.append(node)
    return joined


def _join_words(nodes: list[Node]) -> list[Node]:
    """Join words with the marks between them: l'été, l.d, e.g. and-so."""
    joined: list[Node] = []
    waiting = 0
    for node in nodes:
        place = len(joined) - waiting - 1
        if _is_word(node) and waiting and _is_word(_at(joined, place)):
            marks = joined[place + 1 :]
            del joined[place + 1 :]
            joined[place].take(*marks, node)
            waiting = 0
            continue
        waiting = waiting + 1 if node.kind == "mark" and _INNER.fullmatch(node.text) else 0
        joined.append(node)
    return joined


def _join_slashes(nodes: list[Node]) -> list[Node]:
    """Join short words around a slash: w/o."""
    joined: list[Node] = []
    index = 0
    while (node := _at(nodes, index)) is not None:
        last, following = _at(joined, len(joined) - 1), _at(nodes, index + 1)
        index += 1
        if node.text != "/" or not last or not _is_word(last) or len(last.text) >= _SHORT:
            joined.append(node)
        elif following is None or not _is_word(following):
            last.take(node)
        elif len(following.text) < _SHORT:
            last.take(node, following)
            index += 1
        else:
            joined.append(node)
    return joined


def _is_initialism(word: Node) -> bool:
    """Whether the word is letters with full stops between them."""
    count = len(word.parts)
    if count == 1 or count % 2 == 0:
        return False
    has_letter = False
    for place in range(count - 1, -1, -1):
        text = word.parts[place].text
        if place % 2:
            if text != ".":
                return place < count - 2 and has_letter
        elif len(text) > 1:
            return False
        else:
            has_letter = has_letter or not text.isnumeric()
    return has_letter


def _join_initialisms(nodes: list[Node]) -> list[Node]:
    joined: list[Node] = []
    for node in nodes:
        if node.text == "." and joined and _is_word(joined[-1]) and _is_initialism(joined[-1]):
            joined[-1].take(node)
        else:
            joined.append(node)
    return joined


def _is_terminal(node: Node) -> bool:
    return node.kind == "mark" and node.text[0] in _TERMINAL and node.text == node.text[0] * len(node.text)


def _split(nodes: list[Node]) -> list[Sentence]:
    """Split after each mark that may end a sentence."""
    sentences: list[Sentence] = [[]]
    for node in nodes:
        sentences[-1].append(node)
        if _is_terminal(node):
            sentences.append([])
    return sentences if sentences[-1] else sentences[:-1]


def _merged(sentences: list[Sentence], continues: Callable[[Sentence], bool]) -> list[Sentence]:
    """The sentences, those that continue the one before joined to it."""
    merged: list[Sentence] = []
    for sentence in sentences:
        if merged and continues(sentence):
            merged[-1].extend(sentence)
        else:
            merged.append(sentence)
    return merged


def _has_no_word(sentence: Sentence) -> bool:
    return not any(map(_is_word, sentence))


def _merge_wordless(sentences: list[Sentence]) -> list[Sentence]:
    if len(sentences) > 1 and _has_no_word(sentences[0]):
        sentences = [sentences[0] + sentences[1], *sentences[2:]]
    return _merged(sentences, _has_no_word)


def _move_affixes(sentences: list[Sentence]) -> list[Sentence]:
    """Give what closes a sentence after its full stop back to it."""
    moved: list[Sentence] = []
    for sentence in sentences:
        count = 0
        while moved and (first := _at(sentence, count)) and _AFFIX.fullmatch(first.text):
            count += 1
        if count:
            moved[-1].extend(sentence[:count])
        moved.append(sentence[count:])
    return moved


def _first_said(sentence: Sentence) -> Node | None:
    return next((node for node in sentence if node.kind != "space"), None)


def _begins_low(sentence: Sentence) -> bool:
    first = _first_said(sentence)
    return first is not None and _is_word(first) and first.text[0].islower()


def _begins_with_digit(sentence: Sentence) -> bool:
    return bool(sentence) and _is_word(sentence[0]) and sentence[0].text[0] in "0123456789"


def _begins_with_comma(sentence: Sentence) -> bool:
    first = _first_said(sentence)
    return first is not None and first.text in {",", ";"}


def _merge_abbreviations(sentences: list[Sentence]) -> list[Sentence]:
    """Join the full stop of an abbreviation to it, and the sentence that was cut there."""
    merged: list[Sentence] = []
    goes_on = False
    for sentence in sentences:
        if goes_on:
            merged[-1].extend(sentence)
        else:
            merged.append(sentence)
        current = merged[-1]
        word = _at(current, len(current) - 2)
        goes_on = bool(
            word and current[-1].text == "." and _is_word(word) and _ABBREVIATION.fullmatch(word.text.lower())
        )
        if goes_on and word:
            word.take(current.pop())
    return merged


def _join_full_stops(sentence: Sentence) -> None:
    """Join the full stops inside of a sentence to the words beside them."""
    has_end = False
    for place in range(len(sentence) - 1, -1, -1):
        node = sentence[place]
        if _is_word(node):
            has_end = True
        if node.kind != "mark" or not _is_terminal(node):
            continue
        if not has_end:
            has_end = True
            continue
        if node.text == ".":
            _join_full_stop(sentence, place)


def _join_full_stop(sentence: Sentence, place: int) -> None:
    before, after, second = (_at(sentence, place + offset) for offset in (-1, 1, 2))
    if before and _is_word(before):
        if not (after and second and after.kind == "space" and second.text == "."):
            before.take(sentence.pop(place))
    elif after and _is_word(after):
        after.take_before(sentence.pop(place))


def sentences_of(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, without the white space around them."""
    nodes = _tokens(text)
    for join in (_join_outer_marks, _join_words, _join_slashes, _join_initialisms):
        nodes = join(nodes)
    sentences = _move_affixes(_merge_wordless(_split(nodes)))
    for continues in (_begins_low, _begins_with_digit):
        sentences = _merged(sentences, continues)
    sentences = _merged(_merge_abbreviations(sentences), _begins_with_comma)
    for sentence in sentences:
        _join_full_stops(sentence)
        start = 1 if sentence and sentence[0].kind == "space" else 0
        end = len(sentence)
        while end > start and sentence[end - 1].kind == "space":
            end -= 1
        yield sentence[start:end]
