"""The user's settings: one frozen dataclass; each field carries its label, help and bounds."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Final

from editor.stored import read_stored
from editor.translation import mark

_DEFAULT_FONT_SIZE: Final = 13


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a setting may have, and its words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Description:
    """What the settings dialog shows of a field: words, bounds with their unit, or choices."""

    label: str
    help: str
    bounds: tuple[int, int] | None = None
    unit: str = ""
    choices: tuple[Choice, ...] = ()


def _setting(default: Any, description: Description) -> Any:
    return field(default=default, metadata={"description": description})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user may choose."""

    language: str = _setting(
        "system",
        Description(
            mark("Language"),
            mark("The language of menus and messages, from the next start."),
            choices=(
                Choice("system", mark("As the system")),
                Choice("en", "English"),
                Choice("fr", "Français"),
            ),
        ),
    )
    theme: str = _setting(
        "system",
        Description(
            mark("Theme"),
            mark("Light, dark, or as the system."),
            choices=(
                Choice("system", mark("As the system")),
                Choice("light", mark("Light")),
                Choice("dark", mark("Dark")),
            ),
        ),
    )
    font_family: str = _setting(
        "", Description(mark("Font of the text"), mark("Empty: a reading font of the system."))
    )
    font_size: int = _setting(
        _DEFAULT_FONT_SIZE,
        Description(mark("Size of the text"), mark("In points."), bounds=(8, 36), unit=" pt"),
    )
    line_height: int = _setting(
        150, Description(mark("Line height"), mark("Of the text, in percent."), bounds=(100, 220), unit=" %")
    )
    column_width: int = _setting(
        72,
        Description(
            mark("Column width"), mark("Characters in a line of the Markdown pane."), bounds=(40, 160)
        ),
    )
    paper: str = _setting(
        "A4",
        Description(
            mark("Paper"),
            mark("The paper of exported PDF files."),
            choices=(Choice("A4", "A4"), Choice("Letter", mark("US Letter"))),
        ),
    )
    author: str = _setting(
        "",
        Description(
            mark("Author"), mark("Written into exported PDF files when the article names no author.")
        ),
    )
    autosave: str = _setting(
        "off",
        Description(
            mark("Save by itself"),
            mark("Never over what another program changed. What is not saved is kept in any case."),
            choices=(
                Choice("off", mark("Off")),
                Choice("leaving", mark("On leaving the window")),
                Choice("pause", mark("After a pause")),
            ),
        ),
    )
    autosave_pause: int = _setting(
        10,
        Description(
            mark("Pause before saving"),
            mark("If you write on without a pause, the text is saved after four times as long."),
            bounds=(2, 600),
            unit=" s",
        ),
    )
    image_edge: int = _setting(
        2000,
        Description(
            mark("Largest edge of images"),
            mark("A larger photograph is offered in this size when it comes into the blog."),
            bounds=(400, 10_000),
            unit=" px",
        ),
    )
    image_format: str = _setting(
        "webp",
        Description(
            mark("Format of photographs"),
            mark("What large photographs are offered in; smaller images stay as they are."),
            choices=(
                Choice("webp", "WebP"),
                Choice("jpeg", "JPEG"),
                Choice("", mark("As they are")),
            ),
        ),
    )
    image_quality: int = _setting(
        82,
        Description(
            mark("Quality of photographs"),
            mark("In WebP and JPEG. A higher one makes larger files."),
            bounds=(30, 100),
            unit=" %",
        ),
    )
    graphics: str = _setting(
        "auto",
        Description(
            mark("Drawing of the preview"),
            mark("Takes effect at the next start. Choose Software if the preview is black or typing slow."),
            choices=(
                Choice("auto", mark("Automatic")),
                Choice("software", mark("Software")),
                Choice("hardware", mark("Hardware")),
            ),
        ),
    )


def read_settings(text: str) -> Settings:
    """Answer the settings of a settings file's text; a value that is out of bounds has its default."""
    settings = read_stored(Settings, text)
    wrong: dict[str, Any] = {
        item.name: item.default
        for item in dataclasses.fields(settings)
        if not _fits(getattr(settings, item.name), item.metadata["description"])
    }
    return dataclasses.replace(settings, **wrong)


def _fits(value: object, description: Description) -> bool:
    if description.bounds is not None:
        low, high = description.bounds
        return isinstance(value, int) and low <= value <= high
    return not description.choices or value in {choice.value for choice in description.choices}
