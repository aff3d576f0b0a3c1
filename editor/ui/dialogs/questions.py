"""The questions the program asks: few, and each with its answer on the button."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from editor.translation import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


_MOST_NAMES: Final = 8


class Answer(Enum):
    """What the writer chose."""

    SAVE = auto()
    DISCARD = auto()
    OVERWRITE = auto()
    SAVE_ELSEWHERE = auto()
    CANCEL = auto()


def ask_to_save(parent: QWidget, names: Sequence[str]) -> Answer:
    """Ask whether the changes of the articles called names shall be saved before they are closed."""
    count = len(names)
    box = _box(parent, QMessageBox.Icon.Question)
    box.setText(
        ntr("Save the changes to “{name}”?", "Save the changes to {count} articles?", count).format(
            name=names[0], count=count
        )
    )
    box.setInformativeText(
        tr("What is not saved will be lost.") if count == 1 else "\n".join(f"• {name}" for name in names)
    )
    save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    return _asked(box, {save: Answer.SAVE, discard: Answer.DISCARD})


def ask_to_replace(parent: QWidget, path: Path) -> bool:
    """Ask whether the file at path may be replaced."""
    box = _box(parent, QMessageBox.Icon.Warning)
    box.setText(tr("There is a file “{name}” already.").format(name=path.name))
    box.setInformativeText(tr("What it holds is lost if you replace it."))
    replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    return _asked(box, {replace: Answer.OVERWRITE}) is Answer.OVERWRITE


def ask_to_put_back(parent: QWidget, words: str, paths: Sequence[Path]) -> bool:
    """Ask whether what was made of a change that was cut off, at paths, shall be put back."""
    box = _box(parent, QMessageBox.Icon.Question)
    box.setText(tr("A change of the blog was cut off: {words}").format(words=words))
    count = len(paths)
    made = ntr(
        "{count} file was changed already: {names}", "{count} files were changed already: {names}", count
    )
    names = ", ".join(path.name for path in paths[:_MOST_NAMES]) + ("…" if count > _MOST_NAMES else "")
    box.setInformativeText(made.format(count=count, names=names))
    back = box.addButton(tr("Put back"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Leave as it is"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    return _asked(box, {back: Answer.DISCARD}) is Answer.DISCARD


def ask_to_trash(parent: QWidget, path: Path, links: Sequence[str], *, is_modified: bool) -> bool:
    """Ask whether the file at path shall go to the trash; links says where others lead to it."""
    box = _box(parent, QMessageBox.Icon.Question)
    name = f"{path.parent.name}/{path.name}" if path.stem == "index" else path.name
    box.setText(tr("Move “{name}” to the trash?").format(name=name))
    more = (
        tr("Its changes that are not saved stay open here.")
        if is_modified
        else tr("It can be taken back from there.")
    )
    if links:
        count = len(links)
        broken = ntr("{count} link will lead nowhere:", "{count} links will lead nowhere:", count)
        shown = [f"• {place}" for place in links[:_MOST_NAMES]] + ["…"] * (count > _MOST_NAMES)
        more = "\n".join((more, broken.format(count=count), *shown))
    box.setInformativeText(more)
    move = box.addButton(tr("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    return _asked(box, {move: Answer.DISCARD}) is Answer.DISCARD


def ask_to_trash_images(parent: QWidget, names: str, count: int) -> bool:
    """Ask whether count images, which nothing uses, shall go to the trash; names are those of their files."""
    box = _box(parent, QMessageBox.Icon.Question)
    box.setText(
        ntr("Move {count} image to the trash?", "Move {count} images to the trash?", count).format(
            count=count
        )
    )
    box.setInformativeText(names)
    move = box.addButton(tr("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    return _asked(box, {move: Answer.DISCARD}) is Answer.DISCARD


def ask_to_clean(parent: QWidget, names: str, count: int) -> bool:
    """Ask whether count images shall lose what they tell; names are those of their files."""
    box = _box(parent, QMessageBox.Icon.Question)
    box.setText(
        ntr(
            "Remove location and camera data from {count} image?",
            "Remove location and camera data from {count} images?",
            count,
        ).format(count=count)
    )
    kept = tr("What is seen stays. The files as they are now go to the trash.")
    box.setInformativeText(f"{names}\n\n{kept}")
    remove = box.addButton(tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    return _asked(box, {remove: Answer.OVERWRITE}) is Answer.OVERWRITE


def ask_to_save_first(parent: QWidget) -> bool:
    """Ask whether an article without a file shall be saved before images come into it."""
    box = _box(parent, QMessageBox.Icon.Question)
    box.setText(tr("Save the article first?"))
    box.setInformativeText(tr("Where its images go, and their addresses, depend on where it lies."))
    save = box.addButton(tr("Save…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    return _asked(box, {save: Answer.SAVE}) is Answer.SAVE


def ask_after_failed_save(parent: QWidget, words: str) -> Answer:
    """Say that the article was not written and why; offer another place."""
    box = _box(parent, QMessageBox.Icon.Critical)
    box.setText(tr("The article was not saved."))
    box.setInformativeText(words)
    elsewhere = box.addButton(tr("Save elsewhere…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(elsewhere)
    return _asked(box, {elsewhere: Answer.SAVE_ELSEWHERE})


def say(parent: QWidget, words: str, more: str = "") -> None:
    """Say that something could not be done."""
    box = _box(parent, QMessageBox.Icon.Warning)
    box.setText(words)
    box.setInformativeText(more)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    _asked(box, {})


def _box(parent: QWidget, symbol: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(symbol)
    return box


def _asked(box: QMessageBox, answers: dict[QAbstractButton, Answer]) -> Answer:
    box.exec()
    answer = next(
        (value for button, value in answers.items() if button is box.clickedButton()), Answer.CANCEL
    )
    box.deleteLater()
    return answer
