"""How the articles of a folder are named, told by their names and titles alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.blog.slugs import AS_ASTRO, SPELLINGS, Spelling, file_stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}[-_]")
_DATE_FOLDERS: Final = (re.compile(r"\d{4}"), re.compile(r"\d{2}"), re.compile(r"\d{2}"))
_SUFFIX: Final = re.compile(r"\.\w+$")
_INDEX: Final = "index"
_OF_JEKYLL: Final = "_posts"
"""The folder of Jekyll's posts, which takes files with a date in their names only."""


@dataclass(frozen=True, slots=True)
class ArticleName:
    """The parts of an article's path from the folder that its collection counts from.

    folder is where it stands among others ("" for the top, else with slashes), date_folders how many of
    year, month and day are folders around it, is_dated whether its own name begins with a date, is_folder
    whether it is the index.md of a folder of its name.
    """

    folder: str
    date_folders: int
    is_dated: bool
    stem: str
    is_folder: bool
    suffix: str


@dataclass(frozen=True, slots=True)
class Naming:
    """What most of a folder's articles have in common in their names."""

    date_folders: int = 0
    is_dated: bool = False
    is_folder: bool = False
    suffix: str = ".md"
    spelling: Spelling = AS_ASTRO

    def name(self, title: str, day: date) -> str:
        """Answer the path of a new article from its folder, with slashes."""
        folders = f"{day:%Y}", f"{day:%m}", f"{day:%d}"
        stem = f"{day:%Y-%m-%d}-" * self.is_dated + file_stem(title, self.spelling)
        last = (stem, f"{_INDEX}{self.suffix}") if self.is_folder else (f"{stem}{self.suffix}",)
        return "/".join((*folders[: self.date_folders], *last))


def article_name(path: str) -> ArticleName:
    """Answer the parts of an article's path, written with slashes: "fr/2026/2026-11-29-été/index.md"."""
    *folders, last = path.split("/")
    suffix = found[0] if (found := _SUFFIX.search(last)) else ""
    stem = last.removesuffix(suffix)
    is_folder = stem == _INDEX and bool(folders)
    if is_folder:
        stem = folders.pop()
    date_folders = next(
        count for count in (3, 2, 1, 0) if _are_dates(folders[-count:] if count else [], count)
    )
    date = _DATE.match(stem)
    return ArticleName(
        "/".join(folders[: len(folders) - date_folders]),
        date_folders,
        date is not None,
        stem[date.end() :] if date else stem,
        is_folder,
        suffix,
    )


def naming_of(articles: Iterable[tuple[ArticleName, str]], folder: str, suffix: str = ".md") -> Naming:
    """Answer how the articles of a folder, given with their titles, are named.

    folder is the folder's own name, suffix that of an article where there are none yet. A name that begins
    with an underscore is a page about the folder, not an article.
    """
    told = [(name, title) for name, title in articles if not name.stem.startswith("_")]
    names = [name for name, _ in told]
    is_jekyll = folder == _OF_JEKYLL
    if not names:
        return Naming(is_dated=is_jekyll, suffix=suffix)
    return Naming(
        Counter(name.date_folders for name in names).most_common(1)[0][0],
        is_jekyll or Counter(name.is_dated for name in names).most_common(1)[0][0],
        Counter(name.is_folder for name in names).most_common(1)[0][0],
        Counter(name.suffix for name in names).most_common(1)[0][0],
        spelling_of((name.stem, title) for name, title in told),
    )


def spelling_of(articles: Iterable[tuple[str, str]]) -> Spelling:
    """Answer how titles are spelt in names, the spelling in which most words of both are the same.

    Only titles that spellings differ in can tell: with accents, or with elisions.
    """
    scores = dict.fromkeys(SPELLINGS, 0)
    for stem, title in articles:
        words = set(stem.lower().split("-"))
        spelt = {spelling: file_stem(title, spelling) for spelling in SPELLINGS}
        if len(set(spelt.values())) > 1:
            for spelling, wanted in spelt.items():
                scores[spelling] += len(words.intersection(wanted.split("-")))
    return max(scores, key=lambda spelling: scores[spelling])


def _are_dates(folders: Sequence[str], count: int) -> bool:
    if len(folders) < count:
        return False
    return all(form.fullmatch(folder) for form, folder in zip(_DATE_FOLDERS, folders, strict=False))
