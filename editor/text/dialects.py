"""The Markdown dialects of the blogs: whose rules turn a body into HTML."""

from typing import Final, Literal, get_args

Dialect = Literal["astro", "astro-remark", "python-markdown"]
"""astro: Astro 7 and newer; astro-remark: Astro 6 and older; python-markdown: Pelican, MkDocs, Nikola."""

Math = Literal["", "double", "single"]
"""Which formulas a body has: none, those between two dollars or more, or those between single ones too."""

DIALECTS: Final[tuple[Dialect, ...]] = get_args(Dialect)
