"""Articles of hard Markdown, drawn by chance: French typography, and what parsers read differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_ALL_WORDS: Final = (
    "le|la|été|à|où|l'été|aujourd'hui|qu'il|d'œuvre|«|ça|»|«\u00a0oui\u00a0»|n°\u00a05|1ᵉʳ|2e|"
    "10\u202f000\u00a0€|C++|C#|ASP.NET|"
    "main.rs|50\u00a0%|foo|bar|l’apostrophe|straße|naïve|日本語|😀|"
    "Ça\u00a0!|vraiment\u202f?|oui\u00a0:|non\u00a0;|fin.|rock'n'roll|"
    '\'90s|5\'10"|"mot"|\'mot\'|"deux|mots"|("x")|["x"]|"x",|\'x\'.|l\'"x"|--|---|----|-|...|....|a--b|a---b|'
    "1990--2000|x...y"
)
_ALL_MARKUP: Final = (
    '`code`|``a`b``|`"x" --`|*em*|**fort**|***x***|_em_|__fort__|*a **b** c*|**a*b*c**|a*b*c|a_b_c|'
    '**« x »**|*"x"*|'
    '**"x"**:|~~x~~|~x~|~~~x~~~|[lien](https://a.fr)|[lien](/x "titre")|[a "b" c](x \'t\')|'
    "[a](<b c>)|[a](b(c)d)|[réf]|[réf][]|[texte][réf]|[a][RÉF]|[^1]|[^note]|[^1][^note]|[^inconnu]|"
    '![alt](a.png)|![a "b"](a.png "t")|![a *b* `c`][img]|![img]|<https://a.fr/é>|<moi@a.fr>|https://a.fr|'
    "https://a.fr/b_c_d|(https://a.fr/(b))|https://a.fr.|https://a.fr/?q=1&b=2|www.a.fr|www.a.fr/x,|"
    "\"https://a.fr\"|'www.a.fr'|« https://a.fr »|**https://a.fr**|moi@a.fr|(moi@a.fr)|moi.x_y@a-b.fr.|"
    'http://localhost:3000/x|https://é.fr/à|<b>|</b>|<br>|<kbd>Ctrl</kbd>|<span class="a">x</span>|'
    "<!-- c -->|a<b|a < b|a > b|&amp;|&nbsp;|&eacute;|&#233;|&copy|"
    '&inconnu;|\\*|\\_|\\[|\\"|\\-|\\\\|\\<|\\é|'
    "*|**|_|`|~|[|]|(|)|!|$x$|{a}|{#id}|:smile:|H~2~O|x^2^|==m=="
)
_WORDS: Final = _ALL_WORDS.split("|")
_MARKUP: Final = _ALL_MARKUP.split("|")
_GAPS: Final = ("\u00a0", "\u202f", "  ", "\t", "\n", "  \n", "\\\n", "\n  ")
_MARKERS: Final = ("- ", "* ", "+ ", "1. ", "2) ", "10. ", "-   ")
_BOXES: Final = ("", "", "", "[ ] ", "[x] ", "[X] ")
_INFORMATION: Final = ("", "js", 'js title="x" {1,3}', "python ", "{.js}", "c++", " sh", "inconnu")
_CODE: Final = ('a = "b" -- c', "  x", "\ty", "", "<b>", "fin")
_DELIMITERS: Final = ("---", ":--", "--:", ":-:", "-")
_ALL_RAW: Final = (
    '<!-- c -->\nx|<script>\nx = "a"\n\ny\n</script>|<style>\na{}\n</style>|<pre>\na\n\n*b*\n</pre>|'
    '<mon-mot>\n*x*\n</mon-mot>|<img src="a.png">|<p align="center">\n  <b>x</b>\n</p>|<hr/>|<kbd>x</kbd> y|'
    '<video controls>\n<source src="a">\n</video>|<table><tr><td>\n\n*a*\n\n</td></tr></table>|'
    '<figure>\n  <img src="x.jpg" alt="y">\n  <figcaption>*x*</figcaption>\n</figure>'
)
_RAW: Final = _ALL_RAW.split("|")
_RULES: Final = ("***", "---", "* * *", "___")
_NOTES: Final = (
    '[réf]: https://x.fr "Titre"',
    "[img]: ./i.png 'T'",
    "[^1]: Note un.",
    '[^note]: Note "deux"\n\n    suite',
)
_DEEPEST: Final = 3
_DEEP_ENOUGH: Final = 8
"""The kinds of blocks, of all, that hold no others."""


class _Writer:
    """Draws the parts of one article."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._kinds: tuple[Callable[[int], str], ...] = (
            *(self._text, self._text, self._heading, self._underlined, self._fence, self._table, self._raw),
            *(self._rule, self._list, self._list, self._quote, self._html),
        )

    def block(self, depth: int = 0) -> str:
        """A block, which may hold others."""
        kinds = self._kinds if depth < _DEEPEST else self._kinds[:_DEEP_ENOUGH]
        return self._chance.choice(kinds)(depth)

    def line(self, most: int) -> str:
        """Words and markup, some of it in one piece."""
        chance = self._chance
        words = [
            chance.choice(_WORDS if chance.random() < 0.6 else _MARKUP)
            for _ in range(chance.randint(1, most))
        ]
        return "".join(f"{word}{' ' if chance.random() < 0.8 else ''}" for word in words)

    def _text(self, _depth: int) -> str:
        chance = self._chance
        pieces = [f"{self.line(5)}{chance.choice(_GAPS)}" for _ in range(chance.randint(1, 3))]
        return "".join(pieces).rstrip("\n")

    def _heading(self, _depth: int) -> str:
        return f"{'#' * self._chance.randint(1, 6)} {self.line(4)}{self._chance.choice(('', '', ' #'))}"

    def _underlined(self, _depth: int) -> str:
        return f"{self.line(4)}\n{self._chance.choice(('===', '---'))}"

    def _fence(self, _depth: int) -> str:
        chance = self._chance
        fence = chance.choice(("```", "~~~", "````"))
        code = "".join(f"{chance.choice(_CODE)}\n" for _ in range(chance.randint(0, 4)))
        return f"{fence}{chance.choice(_INFORMATION)}\n{code}{fence}"

    def _table(self, _depth: int) -> str:
        chance = self._chance
        columns = chance.randint(1, 4)
        cells = [[self.line(2) for _ in range(columns)] for _ in range(chance.randint(1, 4))]
        cells.insert(1, [chance.choice(_DELIMITERS) for _ in range(columns)])
        return "\n".join(f"| {' | '.join(row)} |" for row in cells)

    def _raw(self, _depth: int) -> str:
        return self._chance.choice(_RAW)

    def _rule(self, _depth: int) -> str:
        return self._chance.choice(_RULES)

    def _list(self, depth: int) -> str:
        chance = self._chance
        marker = chance.choice(_MARKERS)
        items = []
        for _ in range(chance.randint(1, 4)):
            box = chance.choice(_BOXES)
            blocks = [f"{box}x {self.line(4)}" if box else self.block(depth + 1)]
            blocks += [self.block(depth + 1)] if chance.random() < 0.4 else []
            items.append(_indented("\n\n".join(blocks), marker, " " * len(marker)))
        return chance.choice(("\n", "\n\n")).join(items)

    def _quote(self, depth: int) -> str:
        return _indented(
            "\n\n".join(self.block(depth + 1) for _ in range(self._chance.randint(1, 2))), "> ", "> "
        )

    def _html(self, depth: int) -> str:
        return f"<details>\n<summary>{self.line(3)}</summary>\n\n{self.block(depth + 1)}\n\n</details>"


def _indented(text: str, first: str, others: str) -> str:
    return "\n".join((others if number else first) + line for number, line in enumerate(text.split("\n")))


def article(chance: Random) -> str:
    """An article of some blocks, with the notes and addresses that it may refer to."""
    writer = _Writer(chance)
    blocks = [writer.block() for _ in range(chance.randint(3, 9))]
    return "\n\n".join([*blocks, *chance.sample(_NOTES, chance.randint(1, len(_NOTES)))])
