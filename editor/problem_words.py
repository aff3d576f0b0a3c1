"""Problems in words: what is wrong, what the blog makes of it, what to do; and what a repair does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.messages import fault_sentence, is_fault
from editor.translation import mark, ntr, tr

if TYPE_CHECKING:
    from editor.blog.problems import Problem

_SENTENCES: Final = {
    "ambiguous-date": mark(
        "Astro reads “{field}” with the month first: {value} is {day}. Write the year first."
    ),
    "cut-value": mark("“{field}” ends before “{rest}”: without quotes that is a comment."),
    "dangling-reference": mark("“{field}”: there is no entry “{value}” in “{collection}”."),
    "date-in-quotes": mark("“{field}” must be a date without quotes; in quotes it is text to this blog."),
    "early-fence": mark("This line closes the front matter within the text above it. Indent it."),
    "empty": mark("“{field}” has no value, which the blog does not take."),
    "empty-date": mark("“{field}” is empty: Astro makes 1 January 1970 of it. Remove it, or write a date."),
    "fits-none": mark("“{field}” fits none of the kinds of value that the blog takes."),
    "flag-text": mark("“{field}” must be true or false, but “{value}” is text."),
    "image-format": mark("“{field}”: Astro imports no such image. It takes {suffixes}."),
    "missing": mark("“{field}” is missing, and the blog requires it."),
    "missing-image": mark("“{field}”: there is no image {value}."),
    "misspelt-key": mark("The blog knows no field “{field}”, but “{near}”."),
    "not-a-date": mark("“{field}”: Astro reads no date in “{value}”. Write it as 2025-07-08."),
    "not-a-url": mark("“{field}” must be a whole web address, such as https://example.org/."),
    "not-above": mark("“{field}” must be more than {limit}."),
    "not-an-email": mark("“{field}” must be an email address."),
    "not-below": mark("“{field}” must be less than {limit}."),
    "not-in-pattern": mark("“{field}” is not in the form that the blog wants: {pattern}."),
    "not-in-steps": mark("“{field}” must be a multiple of {limit}."),
    "not-whole": mark("“{field}” must be a whole number."),
    "number-date": mark("“{field}” is a number: Astro counts milliseconds from 1970, and makes {day} of it."),
    "number-quoted": mark("“{field}” must be a number, but “{value}” in quotes is text."),
    "odd-space": mark(
        "The name “{field}” has a space in it that is no plain one: the blog does not find it."
    ),
    "public-image": mark("“{field}”: image() looks in the project, but {value} is in its public folder."),
    "remote-image": mark("“{field}” lies on the web, but image() takes images of the blog only."),
    "rolled-over-date": mark("“{field}”: there is no day {value}. Astro makes {day} of it."),
    "text-after-fence": mark("What stands on the line of the closing fence becomes the article's text."),
    "text-unquoted": mark("“{field}” must be text, but {value} without quotes is {found}."),
    "too-large": mark("“{field}” must be {limit} at most."),
    "too-large-to-check": mark("The front matter is too large to be checked."),
    "too-small": mark("“{field}” must be {limit} at least."),
    "unknown-choice": mark("“{field}” cannot be “{value}”, but one of: {choices}."),
    "unknown-key": mark("The blog knows no field “{field}”, and refuses it."),
    "wrong-type": mark("“{field}” must be {expected}, not {found}."),
}
_KINDS: Final = {
    "date": mark("a date"),
    "flag": mark("true or false"),
    "group": mark("a group of fields"),
    "image": mark("an image"),
    "list": mark("a list"),
    "number": mark("a number"),
    "reference": mark("the name of an entry"),
    "text": mark("a text"),
}
_REPAIRS: Final = {
    "close": mark("Close the front matter"),
    "complete": mark("Close it here"),
    "delete": mark("Delete it"),
    "escape": mark("Double the backslash"),
    "fence": mark("Use the same mark"),
    "indent": mark("Indent with spaces"),
    "list": mark("Make a list of it"),
    "quote": mark("Put in quotes"),
    "remove": mark("Remove the field"),
    "remove-twin": mark("Remove the second"),
    "rename": mark("Rename to “{new}”"),
    "space": mark("Use a plain space"),
    "unquote": mark("Remove the quotes"),
    "write": mark("Write “{new}”"),
}


def sentence(problem: Problem) -> str:
    """Answer what is wrong, in one or two sentences."""
    data = problem.data
    if is_fault(problem.rule):
        return fault_sentence(problem.rule, data.get("detail", ""))
    kinds = {name: tr(_KINDS[data[name]]) for name in ("expected", "found") if name in data}
    said = _sentence_of(problem.rule, int(data.get("limit", 0)) if problem.rule in _COUNTS else 0)
    words = said.format_map({**data, **kinds, "field": field_name(problem)})
    if problem.data.get("near") and problem.rule in _WITH_NEAR:
        words += " " + tr("Is “{near}” meant?").format(near=data["near"])
    return words


def repair_words(problem: Problem) -> str:
    """Answer what the problem's repair does, "" where it has none."""
    if not problem.repair:
        return ""
    return tr(_REPAIRS[problem.remedy]).format_map({"new": problem.data.get("new", "")})


def field_name(problem: Problem) -> str:
    """Answer the name of the field in question, with the way to it through groups and lists."""
    steps = (str(step + 1) if isinstance(step, int) else step for step in problem.place)
    return " › ".join((problem.key, *steps))


_COUNTS: Final = frozenset({"too-few", "too-long", "too-many", "too-short"})
_WITH_NEAR: Final = frozenset({"dangling-reference", "missing-image", "unknown-choice"})


def _sentence_of(rule: str, limit: int) -> str:
    """Answer the sentence of a rule; limit is the bound of what is counted."""
    match rule:
        case "too-short":
            return ntr(
                "“{field}” must have {limit} character at least; it has {count}.",
                "“{field}” must have {limit} characters at least; it has {count}.",
                limit,
            )
        case "too-long":
            return ntr(
                "“{field}” may have {limit} character at most; it has {count}.",
                "“{field}” may have {limit} characters at most; it has {count}.",
                limit,
            )
        case "too-few":
            return ntr(
                "“{field}” must have {limit} entry at least; it has {count}.",
                "“{field}” must have {limit} entries at least; it has {count}.",
                limit,
            )
        case "too-many":
            return ntr(
                "“{field}” may have {limit} entry at most; it has {count}.",
                "“{field}” may have {limit} entries at most; it has {count}.",
                limit,
            )
    return tr(_SENTENCES[rule])
