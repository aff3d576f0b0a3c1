"""Commands on files: new, open, save, close."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article.files import FileChanged, FileError, FileExists, FileVanished
from editor.article.front_matter import values
from editor.blog.slugs import file_name
from editor.messages import words
from editor.translation import tr
from editor.ui.article_tabs import article_name
from editor.ui.commands.command import Command, Desk
from editor.ui.dialogs import places, questions
from editor.ui.dialogs.questions import Answer

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle


def file_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the File menu, without the exports."""
    with_article = desk.has_article
    return (
        Command("file.open", tr("Open…"), partial(_open, desk), "Ctrl+O", icon="open"),
        Command("file.open_folder", tr("Open folder…"), partial(_open_folder, desk), "Ctrl+Shift+O"),
        Command("file.save", tr("Save"), partial(_save_current, desk), "Ctrl+S", with_article, icon="save"),
        Command(
            "file.save_as", tr("Save as…"), partial(_save_current_as, desk), "Ctrl+Shift+S", with_article
        ),
        Command(
            "file.save_all",
            tr("Save all"),
            partial(save_all, desk),
            "Ctrl+Alt+S",
            partial(_any_modified, desk),
        ),
        Command("file.close", tr("Close article"), partial(_close_current, desk), "Ctrl+W", with_article),
        Command(
            "file.refresh", tr("Refresh the list"), desk.workspace.refresh, "F5", partial(_has_blog, desk)
        ),
        Command("file.quit", tr("Quit"), desk.window.close, "Ctrl+Q"),
    )


def save_article(desk: Desk, article: OpenArticle) -> bool:
    """Save article where it came from, asking for a place when it has none or cannot be written there."""
    desk.front_matter.finish_editing()
    if article.path is None:
        return save_article_as(desk, article)
    return _write(desk, article, article.path)


def save_article_as(desk: Desk, article: OpenArticle) -> bool:
    """Save article where the writer chooses; answer whether it was saved."""
    desk.workspace.set_current(article)
    desk.front_matter.finish_editing()
    place = places.choose_article_place(desk.window, _proposed_place(article))
    if place is None:
        return False
    other = desk.workspace.article_at(place)
    if other not in (None, article):
        questions.say(
            desk.window,
            tr("“{name}” is open itself.").format(name=place.name),
            tr("Choose another name, or close that article first."),
        )
        return False
    # The dialog has asked before a file is replaced; the article's own may have changed since it was read.
    return _write(desk, article, place, replace=other is None or not place.exists())


def save_all(desk: Desk) -> bool:
    """Save every article that was changed; answer whether all of them were saved."""
    desk.front_matter.finish_editing()
    modified = [article for article in desk.workspace.articles if article.is_modified()]
    # One that could not be saved does not keep the others from it.
    saved = [save_article(desk, article) for article in modified]
    return all(saved)


def close_article(desk: Desk, article: OpenArticle) -> bool:
    """Close article, asking about its changes first; answer whether it was closed."""
    if may_close(desk, (article,)):
        desk.workspace.close(article)
        return True
    return False


def may_close(desk: Desk, articles: tuple[OpenArticle, ...]) -> bool:
    """Answer whether articles may be closed: nothing to save, saved now, or given up by the writer."""
    desk.front_matter.finish_editing()
    modified = [article for article in articles if article.is_modified()]
    if not modified:
        return True
    match questions.ask_to_save(desk.window, [article_name(article) for article in modified]):
        case Answer.SAVE:
            return all(save_article(desk, article) for article in modified)
        case Answer.DISCARD:
            return True
        case _:
            return False


def _write(desk: Desk, article: OpenArticle, path: Path, *, replace: bool = False) -> bool:
    try:
        desk.workspace.save(article, path, replace=replace)
    except FileError as error:
        if path == article.path and isinstance(error, FileChanged | FileVanished | FileExists):
            # The bar above the text tells it, and offers to merge.
            desk.workspace.set_current(article)
            desk.outside.check(article)
            return False
        answer = questions.ask_after_failed_save(desk.window, words(error))
        return answer is Answer.SAVE_ELSEWHERE and save_article_as(desk, article)
    return True


def _proposed_place(article: OpenArticle) -> Path:
    if article.path is not None:
        return article.path
    title = values(article.front_matter()).get("title")
    folder = article.blog.content[0] if article.blog.content else article.blog.root
    return folder / file_name(title if isinstance(title, str) else "")


def _open(desk: Desk) -> None:
    for path in places.choose_articles(desk.window, _folder(desk)):
        desk.workspace.open_file(path)


def _open_folder(desk: Desk) -> None:
    folder = places.choose_folder(desk.window, _folder(desk))
    if folder is not None:
        desk.workspace.open_folder(folder)


def _folder(desk: Desk) -> Path:
    article = desk.workspace.current
    if article is not None and article.path is not None:
        return article.path.parent
    blog = desk.workspace.blog
    return blog.root if blog is not None else Path.home()


def _save_current(desk: Desk) -> bool:
    return save_article(desk, desk.current())


def _save_current_as(desk: Desk) -> bool:
    return save_article_as(desk, desk.current())


def _close_current(desk: Desk) -> bool:
    return close_article(desk, desk.current())


def _any_modified(desk: Desk) -> bool:
    return any(article.is_modified() for article in desk.workspace.articles)


def _has_blog(desk: Desk) -> bool:
    return desk.workspace.blog is not None
