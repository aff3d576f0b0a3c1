from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from editor import translation
from editor.translation import language, mark, ntr, tr, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def _french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    catalogue = Catalog("fr")
    catalogue.add("Save", "Enregistrer 🌞")
    catalogue.add(("{count} word", "{count} words"), ("{count} mot", "{count} mots"))
    folder = tmp_path / "translations" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "article-editor.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(translation, "RESOURCES", tmp_path)
    yield
    use_language("en")


def test_english_is_what_the_code_says() -> None:
    use_language("en")
    assert (tr("Save"), language()) == ("Save", "en")


@pytest.mark.usefixtures("_french")
@pytest.mark.parametrize("name", ["fr", "fr_CA", "fr-BE"])
def test_words_follow_the_language(name: str) -> None:
    use_language(name)
    assert (tr("Save"), language()) == ("Enregistrer 🌞", "fr")


@pytest.mark.usefixtures("_french")
def test_a_number_chooses_the_form_that_its_language_wants() -> None:
    use_language("fr")
    assert [ntr("{count} word", "{count} words", count) for count in (0, 1, 2)] == [
        "{count} mot",
        "{count} mot",
        "{count} mots",
    ]
    use_language("en")
    assert [ntr("{count} word", "{count} words", count) for count in (0, 1)] == [
        "{count} words",
        "{count} word",
    ]


@pytest.mark.usefixtures("_french")
def test_what_has_no_translation_stays_english() -> None:
    use_language("fr")
    assert tr("Not yet translated") == "Not yet translated"
    use_language("tlh")
    assert tr("Save") == "Save"


@pytest.mark.usefixtures("_french")
def test_a_marked_text_is_worded_where_it_is_shown() -> None:
    use_language("fr")
    marked = mark("Save")
    assert (marked, tr(marked)) == ("Save", "Enregistrer 🌞")
