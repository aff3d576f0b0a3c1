"""How long images take: the gallery of blogs, reading 2,000 photographs, making one fit for a page.

`python -m tests.benchmarks.images [ARTICLES…]`
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from PIL import Image

from editor.blog.blog import find_blog
from editor.blog.gallery import gallery
from editor.blog.image_places import sibling_uses
from editor.picture.picture import read_picture
from editor.picture.treating import Treatment, treated
from tests.benchmarks.blogs import SIZES, make_blog
from tests.picture.photographs import exif

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUNDS: Final = 3
_PHOTOGRAPHS: Final = 2_000
_LARGE: Final = (6000, 4000)


def seconds(work: Callable[[], object]) -> float:
    """Answer the median time that work takes."""
    times = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return median(times)


def photograph(size: tuple[int, int]) -> bytes:
    """Answer a photograph full of detail, with a place."""
    image = Image.effect_noise((size[0] // 4, size[1] // 4), 60).resize(size).convert("RGB")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, exif=exif(6))
    return out.getvalue()


def main(sizes: tuple[int, ...]) -> None:
    """Print the figures."""
    large = photograph(_LARGE)
    _tell(f"a photograph of {_LARGE[0]} × {_LARGE[1]}, {len(large) / 1e6:.1f} MB")
    for name, treatment in (
        ("turned upright, as fine as it was", Treatment()),
        ("2000 px, WebP", Treatment(2000, "webp")),
        ("2000 px, JPEG", Treatment(2000, "jpeg")),
    ):
        _tell(f"  {name}: {seconds(partial(treated, large, treatment)):.2f} s")
    small = photograph((1600, 1000))
    _tell(f"{_PHOTOGRAPHS} photographs of {len(small) / 1e3:.0f} kB")
    _tell(f"  read: {seconds(lambda: [read_picture(small) for _ in range(_PHOTOGRAPHS)]):.2f} s")
    for articles in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _measure_blog(Path(folder) / "blog", articles, small[:1000])


def _measure_blog(root: Path, articles: int, data: bytes) -> None:
    make_blog(root, articles)
    for number in range(_PHOTOGRAPHS):
        (root / f"src/assets/photo-{number}.jpg").write_bytes(data)
    blog = find_blog(root)
    article = next((root / "src/content/blog").rglob("*.md"))
    count = len(gallery(blog, {}))
    _tell(f"{articles} articles, {count} images")
    _tell(f"  the gallery: {seconds(partial(gallery, blog, {})):.2f} s")
    _tell(f"  where an image goes: {seconds(partial(sibling_uses, article, blog)):.3f} s")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
