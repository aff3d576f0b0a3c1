"""A blog's own templates of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.templates import Filling, Template, filled, template_for, templates_of

if TYPE_CHECKING:
    from pathlib import Path

FILLING = Filling('L\'été : « à "Paris" »', "lété-à-paris", "2026-11-29", "'Nov 29 2026'")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("---\ntitle: {{title}}\n---\n", '---\ntitle: "L\'été : « à \\"Paris\\" »"\n---\n'),
        ("---\ntitle: '{{ Title }}'\n---\n", "---\ntitle: 'L''été : « à \"Paris\" »'\n---\n"),
        ("---\ndate: {{date}} # when\n---\n", "---\ndate: 'Nov 29 2026' # when\n---\n"),
        ('---\ndate: "{{date}}"\n---\n', '---\ndate: "2026-11-29"\n---\n'),
        ("---\na: {b: [x, '{{slug}}']}\n---\n", "---\na: {b: [x, 'lété-à-paris']}\n---\n"),
        ("+++\ntitle = '{{ .Title }}'\n+++\n", "+++\ntitle = \"L'été : « à \\\"Paris\\\" »\"\n+++\n"),
        ("# {{title}}\n\nOn {{date}}: {{slug}}, {{more}}\n",
         "# L'été : « à \"Paris\" »\n\nOn 2026-11-29: lété-à-paris, {{more}}\n"),
        ("+++\ndate = '{{ .Date }}'\ndraft = true\nslug = '{{ .Name }}'\n+++\n",
         "+++\ndate = '2026-11-29'\ndraft = true\nslug = 'lété-à-paris'\n+++\n"),
        ('# {{ replace .Name "-" " " | title }}\n', "# L'été : « à \"Paris\" »\n"),
        ("---\na: &x {{slug}}\nb: *x\n---\n", "---\na: &x lété-à-paris\nb: lété-à-paris\n---\n"),
        ("no names", "no names"),
        ("---\ntitle: [{{title}}\n---\n", "---\ntitle: [L'été : « à \"Paris\" »\n---\n"),
    ],
)  # fmt: skip
def test_names_are_filled_in(text: str, wanted: str) -> None:
    assert filled(Template("a", text), FILLING) == wanted


def test_templates_lie_in_a_folder_of_the_blog(tmp_path: Path) -> None:
    assert templates_of(tmp_path) == ()
    for place, data in (
        ("templates/recipe.md", b"recipe\r\n"),
        ("templates/broken.md", b"\xff"),
        ("templates/notes.txt", b"no"),
        ("archetypes/recipe.md", b"Hugo's"),
        ("archetypes/default.md", b"default"),
    ):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(data)
    templates = templates_of(tmp_path)
    assert templates == (Template("default", "default"), Template("recipe", "recipe\n"))
    assert template_for(templates, ("posts", "recipe")) == templates[1]
    assert template_for(templates, ("posts",)) == templates[0]
    assert template_for(templates[1:], ("posts",)) is None
