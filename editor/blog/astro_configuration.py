"""The settings of astro.config.*, read from its text without running it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.script.expressions import Array, Call, Imported, Literal, Object
from editor.script.modules import read_script
from editor.script.parsing import UnreadableScript
from editor.script.places import place_of
from editor.script.tracing import Module, Tracer, exported

if TYPE_CHECKING:
    from pathlib import Path

    from editor.script.tracing import Bound

_LONGEST_NAME: Final = 60
_DEEPEST: Final = 4
"""Lists and calls around a plugin."""


class Configuration:
    """What a configuration exports: an object, or a call around one such as defineConfig().

    A setting that is asked for by the keys that lead to it is None where the text does not tell it.
    """

    def __init__(self, text: str, root: Path) -> None:
        self._root = root
        self._text = text
        self._tracer = Tracer()
        self._settings = _settings(text)

    @property
    def is_told(self) -> bool:
        """Whether the settings stand in the text, where it has any; or another file or a call makes them."""
        value = self._given(self._settings) if self._settings else None
        return not self._text.strip() or (value is not None and isinstance(value.expression, Object))

    def place(self, *keys: str) -> Path | None:
        """Answer the folder in the site that a setting names."""
        value = self._at(*keys)
        place = place_of(value, self._tracer, self._root, self._root) if value else None
        return place if place is not None and place.is_relative_to(self._root) else None

    def flag(self, *keys: str) -> bool | None:
        """Answer a setting that is true or false; what is given as an object of its options is true."""
        return _told(self._at(*keys))

    def plugin_flag(self, plugin: str, option: str, *keys: str) -> bool | None:
        """Answer an option, true or false, that a setting gives with a plugin in its list of them."""
        value = self._at(*keys)
        for item in (self._tracer.items(value) if value else None) or ():
            listed = self._tracer.traced(item)
            match listed.expression:
                case Array(_, (_, options, *_)) if self._name(listed) == plugin:
                    return _told(self._tracer.member(listed.at(options), option))
        return None

    def text(self, *keys: str) -> str | None:
        """Answer a setting that is text."""
        value = self._at(*keys)
        return self._tracer.text(value) if value else None

    def called(self, *keys: str) -> str:
        """Answer the package and the name of the function that makes a setting, "" for none of a package."""
        value = self._at(*keys)
        match value.expression if value else None:
            case Call(_, function) if value:
                made_by = self._tracer.traced(value.at(function)).expression
                return f"{made_by.module} {made_by.name}" if isinstance(made_by, Imported) else ""
        return ""

    def names(self, *keys: str) -> tuple[str, ...]:
        """Answer the names of the plugins that a setting lists: their packages, or else the site's names."""
        value = self._at(*keys)
        if value is None:
            return ()
        items = self._tracer.items(value)
        return tuple(map(self._name, [value] if items is None else items))

    def _name(self, plugin: Bound) -> str:
        """Answer the name of a plugin, which may stand in a list with its options, or be made by a call."""
        source = plugin.source
        for _ in range(_DEEPEST):
            source, plugin = plugin.source, self._tracer.traced(plugin)
            match plugin.expression:
                case Array(_, (first, *_)) | Call(_, first):
                    plugin = plugin.at(first)
                case Imported(_, module, name):
                    is_own = module.startswith((".", "/")) and name not in ("default", "*")
                    return name if is_own else module
                case Literal(_, str() as name):
                    return name
                case _:
                    break
        return " ".join(source.split())[:_LONGEST_NAME]

    def _at(self, *keys: str) -> Bound | None:
        value = self._settings
        for key in keys:
            value = self._tracer.member(self._given(value), key) if value else None
        return value

    def _given(self, value: Bound) -> Bound:
        """Answer the object that a call is given, a value that is no call itself."""
        value = self._tracer.traced(value)
        if not isinstance(value.expression, Call):
            return value
        given = (self._tracer.traced(value.at(argument)) for argument in value.expression.arguments)
        return next((argument for argument in given if isinstance(argument.expression, Object)), value)


def _told(value: Bound | None) -> bool | None:
    match value.expression if value else None:
        case Literal(_, bool() as told):
            return told
        case Object():
            return True
    return None


def _settings(text: str) -> Bound | None:
    try:
        script = read_script(text)
    except UnreadableScript:
        return None
    return exported(Module(script, lambda _: None), "default")
