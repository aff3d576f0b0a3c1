"""An article of MDX: opened, written in, shown, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from editor.article.files import read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_TEXT = (
    "---\r\ntitle: Été 🌞\r\n---\r\nimport  Chart from './Chart.astro';\r\n\r\n"
    "<Chart data={ [1,2] }>\r\n  *dedans*\r\n</Chart>\r\n\r\nLe {nom} et $x$\r\n"
).encode()


def test_mdx_is_shown_while_it_is_written_and_keeps_its_bytes(
    start: Callable[..., Desk], tmp_path: Path
) -> None:
    root = tmp_path / "site été"
    path = root / "src" / "content" / "blog" / "a.mdx"
    path.parent.mkdir(parents=True)
    settings = "export default { markdown: { remarkPlugins: ['remark-math'] } };"
    (root / "astro.config.mjs").write_text(settings, "utf-8")
    path.write_bytes(_TEXT)
    desk = start(path)
    desk.wait(lambda: "mdx-component" in desk.page() and "<em>dedans</em>" in desk.page())
    assert "Chart from" not in desk.page()
    assert "data={[1,2]}" in desk.page().replace(" ", "")
    assert "<math" in desk.page()
    desk.press(Qt.Key.Key_End, _CONTROL)
    desk.type("<B>fin")
    desk.wait(lambda: 'class="notice"' in desk.page())
    desk.type("</B> 🐚")
    desk.wait(lambda: 'class="notice"' not in desk.page() and "🐚" in desk.page())
    desk.run("file.save")
    assert read_file(path) == _TEXT + "<B>fin</B> 🐚".encode()
