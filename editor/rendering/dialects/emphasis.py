"""Emphasis, strong emphasis and struck text: `*so*`, `**so**`, `~so~` and `~~so~~`.

The rules are micromark's, which Astro's engines keep: stars and underscores are one family, tildes another.
At the top of a text the family whose mark stands first pairs first; inside of a link, and of what is paired
already, the tildes do. What pairs first keeps the others from reaching across its borders.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from markdown_it.token import Token

from editor.text.characters import JAVASCRIPT_SPACE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from editor.text.characters import PunctuationTest

_STARS: Final = "*_"
_TILDES: Final = "~"
_MOST_TILDES: Final = 2
_TILDES_FIRST: Final = (_TILDES, _STARS)
_STARS_FIRST: Final = (_STARS, _TILDES)
_TAGS: Final = {("*", 1): "em", ("_", 1): "em", ("*", 2): "strong", ("_", 2): "strong"}

OWN_SCOPE: Final = "own scope"
"""In the meta of the token that opens struck text: quotes pair inside and outside of it, not across."""


@dataclass(slots=True)
class _Run:
    """Marks in a row, of which `count` are not paired yet."""

    mark: str
    count: int
    opens: bool
    closes: bool

    @property
    def kind(self) -> tuple[str, bool, int]:
        """What decides which runs it can end."""
        return self.mark, self.opens, self.count if self.mark == _TILDES else self.count % 3

    def may_end(self, opening: "_Run") -> bool:
        """Whether the run ends what the other opens."""
        if self.mark != opening.mark:
            return False
        if self.mark == _TILDES:
            return self.count == opening.count
        is_ambiguous = opening.closes or self.opens
        return not (is_ambiguous and self.count % 3 and (opening.count + self.count) % 3 == 0)


def _run_of(token: Token, family: str) -> _Run | None:
    run: _Run | None = token.meta.get("run")
    return run if run and run.mark in family else None


def _is_word(character: str, is_punctuation: "PunctuationTest") -> bool:
    return bool(character) and character not in JAVASCRIPT_SPACE and not is_punctuation(character)


def _may_begin_before(after: str, before: str, marks: str, is_punctuation: "PunctuationTest") -> bool:
    """Whether a run between two characters may begin what lies on the side of the first."""
    if not after or after in JAVASCRIPT_SPACE:
        return False
    if _is_word(after, is_punctuation) or after in marks:
        return True
    return not _is_word(before, is_punctuation)


def _read_run(state: "StateInline", silent: bool, *, marks: str, is_punctuation: "PunctuationTest") -> bool:
    start, mark = state.pos, state.src[state.pos]
    if silent or mark not in marks:
        return False
    end = start
    while end < state.posMax and state.src[end] == mark:
        end += 1
    token = state.push("text", "", 0)
    token.content = state.src[start:end]
    state.pos = end
    if mark == _TILDES and end - start > _MOST_TILDES:
        return True
    before, after = state.src[start - 1 : start] if start else "", state.src[end : end + 1]
    near = "" if mark == _TILDES else marks
    opens = _may_begin_before(after, before, near, is_punctuation)
    closes = _may_begin_before(before, after, near, is_punctuation)
    if mark == "_":
        opens, closes = (
            opens and not (closes and _is_word(before, is_punctuation)),
            closes and not (opens and _is_word(after, is_punctuation)),
        )
    token.meta = {"run": _Run(mark, end - start, opens, closes)}
    return True


@dataclass(slots=True)
class _Pairing:
    """The pairs of one family in one scope."""

    family: str
    is_own_scope: bool
    """Whether struck text is a scope of its own for quotes."""
    _tokens: list[Token] = field(default_factory=list)
    _unpaired: list[int] = field(default_factory=list)
    """Where runs stand among the tokens."""
    _openings: list[int] = field(default_factory=list)
    """Where runs stand that may begin something."""
    _searched: dict[tuple[str, bool, int], int] = field(default_factory=dict)
    """For each kind of run, the number of openings that are known not to fit."""

    def paired(self, tokens: list[Token]) -> list[Token]:
        """The tokens with the pairs that they make; what is left of the family is text."""
        for token in tokens:
            run = _run_of(token, self.family)
            if run and run.closes:
                while run.count and (place := self._opening_for(run)) is not None:
                    self._enclose(place, run)
            if run and run.opens and run.count:
                self._openings.append(len(self._tokens))
            if "run" in token.meta:
                self._unpaired.append(len(self._tokens))
            if not run or run.count:
                self._tokens.append(token)
        for token in self._tokens:
            if run := _run_of(token, self.family):
                token.content = run.mark * run.count
                token.meta = {}
        return self._tokens

    def _opening_for(self, run: _Run) -> int | None:
        """The number of the nearest opening that the run ends."""
        for place in range(len(self._openings) - 1, self._searched.get(run.kind, 0) - 1, -1):
            opening = _run_of(self._tokens[self._openings[place]], self.family)
            if opening and run.may_end(opening):
                return place
        self._searched[run.kind] = len(self._openings)
        return None

    def _enclose(self, place: int, run: _Run) -> None:
        """Make a pair of an opening and a run that ends it."""
        start = self._openings[place]
        opening = self._tokens[start].meta["run"]
        if run.mark == _TILDES:
            count, tag, kind = run.count, "del", "s"
        else:
            count = 2 if opening.count > 1 and run.count > 1 else 1
            tag = kind = _TAGS[run.mark, count]
        opening.count -= count
        run.count -= count
        inner = self._tokens[start + 1 :]
        if self._unpaired[-1] > start:
            inner = _resolved(inner, _TILDES_FIRST, is_own_scope=self.is_own_scope)
        first = Token(f"{kind}_open", tag, 1)
        if run.mark == _TILDES and self.is_own_scope:
            first.meta = {OWN_SCOPE: True}
        keeps = bool(opening.count)
        self._tokens[start + keeps :] = [first, *inner, Token(f"{kind}_close", tag, -1)]
        del self._openings[place + keeps :]
        while self._unpaired and self._unpaired[-1] >= start + keeps:
            self._unpaired.pop()
        for searched, number in self._searched.items():
            self._searched[searched] = min(number, place)


def _resolved(tokens: list[Token], order: tuple[str, str], *, is_own_scope: bool) -> list[Token]:
    for family in order:
        tokens = _Pairing(family, is_own_scope).paired(tokens)
    return tokens


def _pair(state: "StateInline") -> None:
    """Pair the runs of a whole text: those in links first, which nothing outside can pair with."""
    scopes: list[list[Token]] = [[]]
    for token in state.tokens:
        if token.type == "link_open":
            scopes[-1].append(token)
            scopes.append([])
            continue
        if token.type == "link_close":
            inner = _resolved(scopes.pop(), _TILDES_FIRST, is_own_scope=True)
            scopes[-1].extend(inner)
        scopes[-1].append(token)
    runs = (token.meta["run"].mark for token in scopes[0] if "run" in token.meta)
    is_tilde_first = next(runs, "") == _TILDES
    order = _TILDES_FIRST if is_tilde_first else _STARS_FIRST
    state.tokens[:] = _resolved(scopes[0], order, is_own_scope=is_tilde_first)


def add_emphasis(parser: "MarkdownIt", is_punctuation: "PunctuationTest", *, strikethrough: bool) -> None:
    """Make the parser read emphasis, and struck text where it is wanted."""
    marks = _STARS + _TILDES if strikethrough else _STARS
    parser.inline.ruler.at("emphasis", partial(_read_run, marks=marks, is_punctuation=is_punctuation))
    parser.inline.ruler2.at("emphasis", _pair)
    parser.inline.ruler2.disable("balance_pairs")
