"""What the blog refuses in a body, or what cannot be shown of it; the page says so at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BodyFaultKind = Literal[
    "math-braces",
    "math-defines-command",
    "math-too-long",
    "math-unknown-command",
    "math-unreadable",
    "mdx-stray-closing-tag",
    "mdx-text-after-expression",
    "mdx-unclosed-element",
    "mdx-unclosed-expression",
    "mdx-unclosed-tag",
    "mdx-unexpected-in-tag",
    "mdx-unreadable-expression",
    "mdx-unreadable-module",
]


@dataclass(frozen=True, slots=True)
class BodyFault:
    """What is wrong, without words for it; detail is what it is about, such as a name."""

    kind: BodyFaultKind
    detail: str = ""

    def __str__(self) -> str:
        """Answer its kind and detail, where nobody has words for it."""
        return f"{self.kind} {self.detail}".rstrip()
