"""The front matter of an article: what it says to Astro, and edits that touch one key's bytes only."""

from editor.article.document import Entry
from editor.article.editing import move_key, remove_key, set_raw, set_value
from editor.article.faults import Fault, RefusedEdit, RefusedValue
from editor.article.fences import Parts, split
from editor.article.reading import FrontMatter, read, values
from editor.article.values import Value

__all__ = [
    "Entry",
    "Fault",
    "FrontMatter",
    "Parts",
    "RefusedEdit",
    "RefusedValue",
    "Value",
    "move_key",
    "read",
    "remove_key",
    "set_raw",
    "set_value",
    "split",
    "values",
]
