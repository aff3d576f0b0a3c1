"""Where an image that comes into a blog goes: where the siblings of its article keep theirs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from editor.blog.article_files import articles_of, own_articles_of
from editor.blog.image_uses import read_source, uses_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final

    from editor.blog.blog import Blog
    from editor.blog.image_uses import ImageUse
    from editor.blog.images import Place

Way: TypeAlias = tuple[Literal["beside", "below", "named", "fixed"], Path]
"""How an image lies to its article: in its folder; below that in one of this name; in a folder that is called
as the article, below this one (of the article's own folder where it is relative); in this folder for all."""

_OF_GENERATORS: Final = {
    "hugo": "images",
    "jekyll": "assets/images",
    "nikola": "images",
    "pelican": "images",
}
"""Where, below their public folder, those keep images that publish none beside an article."""
_SIBLINGS: Final = 200
"""Articles that are asked for their habit: the last by name, which are the newest where names have dates."""


def sibling_uses(article: Path, blog: Blog) -> tuple[ImageUse, ...]:
    """Answer where images are shown in the article's siblings and in itself, as their files have it."""
    folder = next((each for each in blog.content if article.is_relative_to(each)), None)
    siblings = tuple(articles_of(folder) if folder else own_articles_of(article.parent))
    asked = dict.fromkeys((*siblings[-_SIBLINGS:], article))
    return tuple(use for path in asked for use in uses_in(read_source(path) or "", path, blog))


def image_folder(article: Path, blog: Blog, uses: Sequence[ImageUse], place: Place, key: str = "") -> Path:
    """Answer the folder for an image of the article, by where images are shown already.

    The article's own images decide, then those of articles that lie as it does: alone in a folder, or with
    others. For the image of a field, those of the same key go before all; without any, one whose text is an
    address on the site gets a folder of the public one.
    """
    same = tuple(use for use in uses if key and use.field == key and _may_be(use, blog, place))
    fitting = tuple(use for use in uses if _fits(use, blog, place))
    # In a body as in image(): first what stands in places of the same kind.
    alike = tuple(use for use in fitting if bool(use.field) == (place != "body"))
    for voters in (same, alike, fitting):
        own = [use for use in voters if use.article == article]
        others = [use for use in voters if _is_alone(use.article) == _is_alone(article)]
        if own or others:
            return _folder_by(_usual_way(own or others), article)
    return _first_folder(article, blog, place)


def _fits(use: ImageUse, blog: Blog, place: Place) -> bool:
    if place == "field":
        return bool(use.field) and (blog.public is None or _is_public(use, blog.public))
    return _may_be(use, blog, place)


def _may_be(use: ImageUse, blog: Blog, place: Place) -> bool:
    """Whether an image that lies as that of use can stand in the place: image() takes none that is public."""
    return place != "import" or blog.public is None or not _is_public(use, blog.public)


def _is_public(use: ImageUse, public: Path) -> bool:
    return use.image.is_relative_to(public.resolve())


def _usual_way(uses: Iterable[ImageUse]) -> Way:
    """Answer the way of the most articles, of the most images where articles are as many."""
    images = Counter((use.article, _way_of(use)) for use in uses)
    articles = Counter(way for _, way in images)
    return max(
        articles,
        key=lambda way: (articles[way], sum(n for (_, each), n in images.items() if each == way), str(way)),
    )


def _way_of(use: ImageUse) -> Way:
    folder, home, names = use.image.parent, use.article.parent.resolve(), _names_of(use.article)
    if folder == home:
        return "beside", Path()
    if folder.name in names:
        return "named", Path() if folder.parent == home else folder.parent
    if folder.parent == home:
        return "below", Path(folder.name)
    return "fixed", folder


def _folder_by(way: Way, article: Path) -> Path:
    kind, folder = way
    if kind == "fixed":
        return folder
    base = article.parent / folder  # an absolute folder takes the place of the article's own
    return base / _names_of(article)[0] if kind == "named" else base


def _first_folder(article: Path, blog: Blog, place: Place) -> Path:
    """Answer the folder of a first image: where the generator's template keeps them, or the article's own."""
    kept = _OF_GENERATORS.get(blog.generator)
    if kept is not None and blog.public is not None and not _is_alone(article):
        return blog.public / kept
    if place == "field" and blog.public is not None:
        images = blog.public / "images"
        return images if images.is_dir() else blog.public
    assets = blog.source / "assets" if blog.source is not None else None
    if assets is not None and assets.is_dir() and not _is_alone(article):
        return assets
    return article.parent


def _is_alone(article: Path) -> bool:
    """Whether the article has a folder of its own, as name/index.md has."""
    return article.stem == "index"


def _names_of(article: Path) -> tuple[str, ...]:
    return (article.parent.name,) if _is_alone(article) else (article.stem,)
