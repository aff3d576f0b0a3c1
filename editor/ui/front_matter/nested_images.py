"""Images of fields within fields: asked for and told by the way that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.front_matter.field_editor import PLACE_MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.front_matter.field_editor import FieldEditor


def pass_images_on(inner: FieldEditor, outer: FieldEditor, way: Callable[[], str]) -> None:
    """Tell through outer what inner asks and tells of images, their places led to by way from outer."""

    def place_of(place: str) -> str:
        return PLACE_MARK.join(filter(None, (outer.field.key, way(), place)))

    inner.image_requested.connect(lambda place: outer.image_requested.emit(place_of(place)))
    inner.image_dropped.connect(lambda place, path: outer.image_dropped.emit(place_of(place), path))
    inner.address_shown.connect(lambda place, address: outer.address_shown.emit(place_of(place), address))
