"""Problems in words: what is wrong, what the blog makes of it, what to do; and what a repair does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.messages import fault_sentence, is_fault
from editor.translation import mark, ntr, tr

if TYPE_CHECKING:
    from editor.blog.problems import Problem

_SENTENCES: Final = {
    "alert": mark("{value}: this blog shows it as text in a plain quote."),
    "ambiguous-date": mark(
        "Astro reads “{field}” with the month first: {value} is {day}. Write the year first."
    ),
    "broken-anchor": mark("{value}: that page has no part “{part}”."),
    "broken-image": mark("There is no image {value}."),
    "broken-link": mark("{value} leads nowhere."),
    "draft": mark("The article is a draft."),
    "duplicate-label": mark("[{value}] is defined twice: only the first counts."),
    "link-to-file": mark("{value} is the path of a file, which Astro leaves as it is."),
    "undefined-label": mark("[{value}] is defined nowhere: it stays text."),
    "unused-label": mark("Nothing refers to [{value}]."),
    "duplicate-id": mark("“{other}” has the same id, “{value}”."),
    "cut-value": mark("“{field}” ends before “{rest}”: without quotes that is a comment."),
    "dangling-reference": mark("“{field}”: there is no entry “{value}” in “{collection}”."),
    "date-in-quotes": mark("“{field}” must be a date without quotes; in quotes it is text to this blog."),
    "early-fence": mark("This line closes the front matter within the text above it. Indent it."),
    "empty": mark("“{field}” has no value, which the blog does not take."),
    "empty-date": mark("“{field}” is empty: Astro makes 1 January 1970 of it. Remove it, or write a date."),
    "fits-none": mark("“{field}” fits none of the kinds of value that the blog takes."),
    "flag-text": mark("“{field}” must be true or false, but “{value}” is text."),
    "future-date": mark("The article's day is still to come: {day}."),
    "heading-id": mark("{value}: this blog shows it as text in the heading."),
    "heavy-hero-image": mark("The image weighs {size} MB."),
    "html-image": mark("Astro does not bring {value} onto the page: it leaves images in HTML as they are."),
    "image-by-reference": mark(
        "Astro does not bring {value} onto the page: it leaves images by reference as they are."
    ),
    "image-format": mark("“{field}”: Astro imports no such image. It takes {suffixes}."),
    "long-description": mark("“{field}” has {count} characters; search engines show about {limit}."),
    "long-title": mark("“{field}” has {count} characters; search engines show about {limit}."),
    "missing": mark("“{field}” is missing, and the blog requires it."),
    "misshapen-hero-image": mark("The image is {width} × {height} pixels: cards will cut it."),
    "narrow-hero-image": mark("The image is {width} pixels wide; cards ask for {limit}."),
    "missing-image": mark("“{field}”: there is no image {value}."),
    "misspelt-key": mark("The blog knows no field “{field}”, but “{near}”."),
    "no-alt-text": mark("The image has no words in its place."),
    "no-description": mark("The article has no description."),
    "no-hero-image": mark("The article has no image of its own."),
    "no-title": mark("The article has no title."),
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
    "second-title": mark("The page has a title already; this heading of the first level is a second one."),
    "short-description": mark("“{field}” has {count} characters; {limit} tell more of the article."),
    "skipped-heading": mark("Here a level is left out: {value} comes where {wanted} is the next one."),
    "source-address": mark("There is no {value} on the site: its sources are not published."),
    "text-after-fence": mark("What stands on the line of the closing fence becomes the article's text."),
    "text-unquoted": mark("“{field}” must be text, but {value} without quotes is {found}."),
    "too-large": mark("“{field}” must be {limit} at most."),
    "too-large-to-check": mark("The front matter is too large to be checked."),
    "too-small": mark("“{field}” must be {limit} at least."),
    "unknown-choice": mark("“{field}” cannot be “{value}”, but one of: {choices}."),
    "unknown-key": mark("The blog knows no field “{field}”, and refuses it."),
    "unreadable-file": mark("The file cannot be read."),
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
_OF_SCHEMA: Final = mark("The blog's schema refuses it, and the build stops.")
_OF_DATE: Final = mark("Another day would be shown than the one that is meant.")
_OF_IMAGE: Final = mark("The image would be missing on the page, or the build would stop.")
_OF_NAME: Final = mark("The blog finds a field by its exact name; what stands in this one is lost.")
_OF_PARTS: Final = mark("A part of what you wrote would be read as something else.")
_OF_SIGNS: Final = mark("Readers would see these signs in the place of what they stand for.")
_OF_CARD: Final = mark("In social networks, the article's card would show it cut or blurred.")
_OF_LENGTH: Final = mark("What is longer is cut in search results.")
_REASONS: Final = {
    "alert": _OF_SIGNS,
    "ambiguous-date": _OF_DATE,
    "cut-value": _OF_PARTS,
    "broken-anchor": mark("Readers would stand at the top of the page."),
    "broken-image": _OF_IMAGE,
    "broken-link": mark("Readers would find a page that says so."),
    "duplicate-label": _OF_PARTS,
    "link-to-file": mark("On the site nothing stands there."),
    "undefined-label": _OF_SIGNS,
    "unused-label": mark("What it leads to is shown nowhere."),
    "draft": mark("Most blogs leave drafts out when they are published."),
    "duplicate-id": mark("Only one of both gets its page."),
    "early-fence": _OF_PARTS,
    "empty-date": _OF_DATE,
    "future-date": mark("Some blogs hide it until then, others show it ahead of all."),
    "heading-id": _OF_SIGNS,
    "heavy-hero-image": mark("Every reader waits for it."),
    "html-image": _OF_IMAGE,
    "image-by-reference": _OF_IMAGE,
    "image-format": _OF_IMAGE,
    "long-description": _OF_LENGTH,
    "long-title": _OF_LENGTH,
    "missing-image": _OF_IMAGE,
    "misspelt-key": _OF_NAME,
    "misshapen-hero-image": _OF_CARD,
    "narrow-hero-image": _OF_CARD,
    "no-alt-text": mark("Who does not see the image has only its words, and so have search engines."),
    "no-break-spaces": mark("A line may break there, and the next one begin with the mark."),
    "no-description": mark("Search engines and social networks take any words of the text instead."),
    "no-hero-image": mark("Lists and social networks show the article without one."),
    "no-title": mark("Lists, browsers and search engines have no name for it."),
    "not-a-date": _OF_DATE,
    "number-date": _OF_DATE,
    "odd-space": _OF_NAME,
    "public-image": _OF_IMAGE,
    "remote-image": _OF_IMAGE,
    "rolled-over-date": _OF_DATE,
    "second-title": mark("A page has one title; with two, readers and search engines must guess."),
    "short-description": mark("It is what search engines and social networks show of the article."),
    "skipped-heading": mark("Screen readers lead by the levels; a section seems to be missing there."),
    "source-address": mark("What it leads to would be missing on the page."),
    "straight-apostrophes": mark("In print, an apostrophe is curly."),
    "straight-quotes": mark("The page would have English quotation marks, or straight ones."),
    "text-after-fence": _OF_PARTS,
    "unreadable-file": mark("What nobody has checked may stop the build."),
    "too-large-to-check": mark("What nobody has checked may stop the build."),
}
_REPAIRS: Final = {
    "close": mark("Close the front matter"),
    "complete": mark("Close it here"),
    "apostrophes": mark("Make them curly"),
    "delete": mark("Delete it"),
    "escape": mark("Double the backslash"),
    "fence": mark("Use the same mark"),
    "guillemets": mark("Make them « »"),
    "indent": mark("Indent with spaces"),
    "inline": mark("Write the address here"),
    "list": mark("Make a list of it"),
    "quote": mark("Put in quotes"),
    "remove": mark("Remove the field"),
    "remove-twin": mark("Remove the second"),
    "rename": mark("Rename to “{new}”"),
    "space": mark("Use a plain space"),
    "spaces": mark("Put them in"),
    "unquote": mark("Remove the quotes"),
    "write": mark("Write “{new}”"),
}


def sentence(problem: Problem) -> str:
    """Answer what is wrong, in one or two sentences."""
    data = problem.data
    if is_fault(problem.rule):
        return fault_sentence(problem.rule, data.get("detail", ""))
    kinds = {name: tr(_KINDS[data[name]]) for name in ("expected", "found") if name in data}
    said = _sentence_of(problem.rule, int(data.get(_WORDED.get(problem.rule, ""), 0)))
    words = said.format_map({**data, **kinds, "field": field_name(problem)})
    if problem.data.get("near") and problem.rule in _WITH_NEAR:
        words += " " + tr("Is “{near}” meant?").format(near=data["near"])
    return words


def reason(rule: str) -> str:
    """Answer why a rule matters, in one sentence."""
    if is_fault(rule):
        return tr("The blog cannot read the front matter, and the build stops.")
    return tr(_REASONS.get(rule, _OF_SCHEMA))


def repair_words(problem: Problem) -> str:
    """Answer what the problem's repair does, "" where it has none."""
    if not problem.repair:
        return ""
    return tr(_REPAIRS[problem.remedy]).format_map({"new": problem.data.get("new", "")})


def field_name(problem: Problem) -> str:
    """Answer the name of the field in question, with the way to it through groups and lists."""
    steps = (str(step + 1) if isinstance(step, int) else step for step in problem.place)
    return " › ".join((problem.key, *steps))


_WORDED: Final = {
    "no-break-spaces": "count",
    "straight-apostrophes": "count",
    "straight-quotes": "count",
    "too-few": "limit",
    "too-long": "limit",
    "too-many": "limit",
    "too-short": "limit",
}
"""Rules whose sentences have a singular and a plural, by the number that decides."""
_WITH_NEAR: Final = frozenset({"dangling-reference", "missing-image", "unknown-choice"})


def _sentence_of(rule: str, limit: int) -> str:
    """Answer the sentence of a rule; limit is the number that decides between singular and plural."""
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
    return _typography_sentence(rule, limit) or tr(_SENTENCES[rule])


def _typography_sentence(rule: str, count: int) -> str:
    """Answer the sentence of a rule of typography, "" for another one; count says how often it is broken."""
    match rule:
        case "no-break-spaces":
            return ntr(
                "{count} no-break space of French is missing.",
                "{count} no-break spaces of French are missing.",
                count,
            )
        case "straight-quotes":
            return ntr(
                "{count} quotation mark is straight where French has « ».",
                "{count} quotation marks are straight where French has « ».",
                count,
            )
        case "straight-apostrophes":
            return ntr(
                "{count} apostrophe is straight, and stays so on the page.",
                "{count} apostrophes are straight, and stay so on the page.",
                count,
            )
    return ""
