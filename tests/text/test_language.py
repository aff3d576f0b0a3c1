"""French and English are told apart by their commonest words."""

import pytest

from editor.text.language import likely_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le chat dort sur la table, et il est content. 🐈", "fr"),
        ("The cat sleeps on the table, and it is happy. 🐈", "en"),
        ("L’été, les abricots sont mûrs.", "fr"),
        ("", "en"),
        ("```python\nprint(1)\n```", "en"),
        ("Le " + "the " * 3, "en"),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, language: str) -> None:
    assert likely_language(text) == language
