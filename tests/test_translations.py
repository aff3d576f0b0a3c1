"""Every message of the program is translated, and the compiled catalogues are those of the texts."""

from __future__ import annotations

import ast
import string
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from babel.messages.catalog import Catalog

import translations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EDITOR: Final = Path(__file__).parents[1] / "editor"
TEXTS_PER_CALL: Final = {"tr": 1, "mark": 1, "ntr": 2}
# These show texts of tables, where mark stands before each text.
SHOW_TABLES: Final = (
    "messages.py",
    "problem_words.py",
    "ui/dialogs/merge_dialog.py",
    "ui/dialogs/settings_dialog.py",
    "ui/library/arrangement_bar.py",
    "ui/menus.py",
    "ui/outside_bar.py",
)


def texts(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def placeholder_faults(catalogue: Catalog) -> Iterator[str]:
    """Answer the translations whose placeholders are not those of the message."""
    for message in catalogue:
        forms = [placeholders(text) for text in texts(message.id)]
        # A plural form may word the number itself, and a translation may have more forms than English.
        allowed, optional = set().union(*forms), {"count"} if message.pluralizable else set()
        for number, text in enumerate(texts(message.string or ())):
            needed = forms[min(number, len(forms) - 1)] - optional
            if message.id and text and not needed <= placeholders(text) <= allowed:
                yield text


def calls_without_literal(source: str, names: Iterable[str] = TEXTS_PER_CALL) -> Iterator[int]:
    """Answer the lines of calls by names whose texts extraction cannot see."""
    tree = ast.parse(source)
    calls = [it for it in ast.walk(tree) if isinstance(it, ast.Call) and isinstance(it.func, ast.Name)]
    words = {*names} & imported_names(tree)
    for call in calls:
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in words and not all(map(is_text, call.args[: TEXTS_PER_CALL[name]])):
            yield call.lineno


def imported_names(tree: ast.Module) -> set[str]:
    """Answer what a module imports from the module of translation."""
    imports = [it for it in ast.walk(tree) if isinstance(it, ast.ImportFrom)]
    return {name.name for it in imports if it.module == "editor.translation" for name in it.names}


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("language", translations.LANGUAGES)
class TestCatalogue:
    def test_holds_the_messages_of_the_code_and_no_other(self, language: str) -> None:
        written = translations.path_of(language, ".po").read_bytes()
        assert written == translations.po_bytes(translations.updated(language)), "run dev.py translations"

    def test_is_compiled(self, language: str) -> None:
        compiled = translations.path_of(language, ".mo").read_bytes()
        assert compiled == translations.mo_bytes(translations.translated(language)), "run dev.py translations"

    def test_translates_every_message(self, language: str) -> None:
        assert translations.untranslated(translations.translated(language)) == []

    def test_has_nothing_uncertain(self, language: str) -> None:
        assert [message.id for message in translations.translated(language) if message.fuzzy] == []

    def test_keeps_the_placeholders(self, language: str) -> None:
        assert list(placeholder_faults(translations.translated(language))) == []


@pytest.mark.parametrize("module", sorted(EDITOR.rglob("*.py")), ids=lambda path: path.stem)
def test_messages_are_literal(module: Path) -> None:
    shows_table = module.relative_to(EDITOR).as_posix() in SHOW_TABLES
    names = ("mark", "ntr") if shows_table else TEXTS_PER_CALL
    assert list(calls_without_literal(module.read_text("utf-8"), names)) == []


@pytest.mark.parametrize("call", ["tr(name)", "tr(f'{n} words')", "ntr('one', many, 2)", "tr('a' + b)"])
def test_a_message_that_is_not_literal_is_found(call: str) -> None:
    assert list(calls_without_literal(f"from editor.translation import ntr, tr\n{call}")) == [2]


@pytest.mark.parametrize("call", ["tr('a' 'b')", "ntr('one', 'many', count)", "mark(self, tone)"])
def test_a_literal_message_passes(call: str) -> None:
    assert list(calls_without_literal(f"from editor.translation import ntr, tr\n{call}")) == []


@pytest.mark.parametrize(
    ("message", "translation", "right"),
    [
        ("{count} words", "{count} mots", True),
        ("{count} words", "des mots", False),
        ("words", "{count} mots", False),
        (("{count} word", "{count} words"), ("un mot", "{count} mots"), True),
        (("{name}: {count} word", "{name}: {count} words"), ("un mot", "{count} mots"), False),
        ("not yet translated {count}", "", True),
    ],
)
def test_lost_placeholders_are_found(message: str, translation: str, right: bool) -> None:
    catalogue = Catalog("fr")
    catalogue.add(message, translation)
    assert (list(placeholder_faults(catalogue)) == []) is right
