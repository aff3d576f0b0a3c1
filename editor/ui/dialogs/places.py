"""Choosing files and folders with the system's own dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from editor.blog.article_files import ARTICLE_SUFFIXES
from editor.blog.images import PICTURE_SUFFIXES
from editor.translation import tr
from editor.ui.dialogs.questions import ask_to_replace


def choose_articles(parent: QWidget, folder: Path) -> tuple[Path, ...]:
    """Answer the articles chosen for opening, none where the writer cancels."""
    kinds = ";;".join((tr("Articles (*.md *.markdown *.mdx)"), tr("All files (*)")))
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Open articles"), str(folder), kinds)
    return tuple(Path(name) for name in names)


def choose_folder(parent: QWidget, folder: Path) -> Path | None:
    """Answer the folder of a blog chosen for opening."""
    name = QFileDialog.getExistingDirectory(parent, tr("Open the folder of a blog"), str(folder))
    return Path(name) if name else None


def choose_article_place(parent: QWidget, proposed: Path) -> Path | None:
    """Answer where an article shall be saved; the dialog asks before a file is replaced."""
    kinds = ";;".join((tr("Articles (*.md *.markdown *.mdx)"), tr("All files (*)")))
    name, _ = QFileDialog.getSaveFileName(parent, tr("Save the article"), str(proposed), kinds)
    return _completed(parent, name, (*ARTICLE_SUFFIXES, proposed.suffix))


def choose_export_place(parent: QWidget, proposed: Path) -> Path | None:
    """Answer where an exported page shall be written; the kind follows from proposed."""
    suffix = proposed.suffix
    kind = tr("PDF files (*.pdf)") if suffix == ".pdf" else tr("Web pages (*.html)")
    name, _ = QFileDialog.getSaveFileName(parent, tr("Export the article"), str(proposed), kind)
    return _completed(parent, name, (suffix,))


def choose_image(parent: QWidget, folder: Path) -> Path | None:
    """Answer the image chosen."""
    name, _ = QFileDialog.getOpenFileName(parent, tr("Choose an image"), str(folder), _image_kinds())
    return Path(name) if name else None


def choose_images(parent: QWidget, folder: Path) -> tuple[Path, ...]:
    """Answer the images chosen, none where the writer cancels."""
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Choose images"), str(folder), _image_kinds())
    return tuple(Path(name) for name in names)


def choose_style_sheet(parent: QWidget, folder: Path) -> Path | None:
    """Answer the style sheet chosen for the preview."""
    kinds = ";;".join((tr("Style sheets (*.css)"), tr("All files (*)")))
    name, _ = QFileDialog.getOpenFileName(parent, tr("Choose a style sheet"), str(folder), kinds)
    return Path(name) if name else None


def _image_kinds() -> str:
    patterns = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES))
    return tr("Images ({patterns})").format(patterns=patterns)


def _completed(parent: QWidget, name: str, suffixes: tuple[str, ...]) -> Path | None:
    """Answer the path called name, with the first of suffixes where it has none of them."""
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in suffixes:
        return path
    path = path.with_name(path.name + suffixes[0])
    # The dialog has asked about another name.
    return path if not path.exists() or ask_to_replace(parent, path) else None
