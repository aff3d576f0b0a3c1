from __future__ import annotations

from editor.text.folding import folded


def test_folded_text_has_no_accents_and_no_case() -> None:
    assert folded("Été ŒUVRE Straße") == "ete œuvre strasse"
    assert folded("Slow BREAD") == "slow bread"
