"""Settings and session files: kept, and never a reason not to start."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.session import (
    Session,
    chosen_dialects,
    rules_off,
    with_dialect,
    with_recent_file,
    with_recent_folder,
    with_rule,
)
from editor.settings import Settings, read_settings
from editor.stored import read_stored, stored_text


def test_settings_come_back_as_they_were_stored() -> None:
    settings = Settings(theme="dark", font_size=18, author="Zoé 🦊")
    assert read_settings(stored_text(settings)) == settings


def test_a_session_comes_back_as_it_was_stored() -> None:
    session = Session(open_files=("/a.md", "/é.md"), preview_shown=False)
    assert read_stored(Session, stored_text(session)) == session


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', '{"font_size": "big"}', '{"unknown": 1}'])
def test_a_damaged_file_gives_the_defaults(text: str) -> None:
    assert read_settings(text) == Settings()


def test_what_fits_is_kept_beside_what_does_not() -> None:
    settings = read_settings('{"theme": "pink", "font_size": 400, "line_height": 160, "column_width": true}')
    assert settings == Settings(line_height=160)


def test_a_list_of_other_things_than_strings_is_not_kept() -> None:
    assert read_stored(Session, '{"open_files": [1], "folder": "/b"}') == Session(folder="/b")


@given(st.text())
def test_no_text_keeps_the_program_from_starting(text: str) -> None:
    assert isinstance(read_settings(text), Settings)


def test_every_setting_describes_itself() -> None:
    for field in dataclasses.fields(Settings):
        description = field.metadata["description"]
        assert description.label
        assert description.help
        assert read_settings(stored_text(Settings())) == Settings()


def test_recent_paths_are_newest_first_without_repeats_and_bounded() -> None:
    session = Session()
    for number in range(20):
        session = with_recent_file(session, f"/{number}.md")
    session = with_recent_file(session, "/15.md")
    assert session.recent_files[:3] == ("/15.md", "/19.md", "/18.md")
    assert len(session.recent_files) == 12
    assert with_recent_folder(session, "/blog").recent_folders == ("/blog",)


def test_dialects_are_remembered_for_their_blogs_and_forgotten_alone() -> None:
    session = with_dialect(with_dialect(Session(), "/mon blog", "astro"), "/b", "python-markdown")
    session = read_stored(Session, stored_text(with_dialect(session, "/mon blog", "astro-remark")))
    assert chosen_dialects(session) == {"/mon blog": "astro-remark", "/b": "python-markdown"}
    assert chosen_dialects(with_dialect(session, "/b", "")) == {"/mon blog": "astro-remark"}
    for number in range(200):
        session = with_dialect(session, f"/{number}", "astro")
    assert len(session.dialects) == 100


def test_rules_are_switched_off_for_a_blog_and_on_again() -> None:
    session = with_rule(Session(), "/mon blog", "draft", is_told=False)
    session = with_rule(session, "/mon blog", "alert", is_told=False)
    session = with_rule(session, "/b", "draft", is_told=False)
    assert rules_off(session, "/mon blog") == ("alert", "draft")
    session = with_rule(session, "/mon blog", "draft", is_told=True)
    assert (rules_off(session, "/mon blog"), rules_off(session, "/b")) == (("alert",), ("draft",))
