"""After any edits of any text the page is the one that the whole text gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.html import Options
from tests.rendering.live.texts import MDX_LINES, Session, check_page, sessions

if TYPE_CHECKING:
    from editor.text.dialects import Dialect, Math


@pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
@given(session=sessions(), gfm=st.booleans(), smart_punctuation=st.booleans())
def test_after_any_edits_the_page_is_that_of_the_whole_text(
    session: Session, gfm: bool, smart_punctuation: bool, dialect: Dialect
) -> None:
    check_page(session, Options(dialect, smart_punctuation=smart_punctuation, gfm=gfm))


@pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
@given(session=sessions(MDX_LINES), math=st.sampled_from(["", "double", "single"]))
def test_after_any_edits_of_mdx_the_page_is_that_of_the_whole_text(
    session: Session, math: Math, dialect: Dialect
) -> None:
    check_page(session, Options(dialect, math=math, mdx=True))
