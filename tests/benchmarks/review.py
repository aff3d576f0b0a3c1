"""How long looking at a whole blog takes: `python -m tests.benchmarks.review [ARTICLES]…`.

Prints for each size: what must be known first, the first look at all articles, and the next one when one
article changed; also how many problems there are, by rule.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from time import perf_counter

from editor.article.files import read_file
from editor.article.source import Source, decode
from editor.blog.blog import find_blog
from editor.blog.checks.blog_review import BlogReview
from editor.blog.schemas.known import Known
from tests.benchmarks.blogs import make_blog

_TODAY = date(2026, 11, 29)


def main(sizes: list[int]) -> None:
    """Print the figures of blogs of these sizes."""
    for size in sizes or [100, 1_000]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            make_blog(root, size)
            _judge(root, size)


def _judge(root: Path, size: int) -> None:
    blog, known = find_blog(root), Known()
    started = perf_counter()
    first = BlogReview(blog, known, _TODAY)
    learnt = perf_counter()
    rules = Counter(problem.rule for path in first.files for problem in first.review_file(path, _read))
    looked = perf_counter()
    path = first.files[0]
    path.write_text(path.read_text("utf-8") + "\nx\n", "utf-8")
    second = BlogReview(blog, known, _TODAY, first)
    for path in second.files:
        second.review_file(path, _read)
    again = perf_counter() - looked
    told = ", ".join(f"{rule} {count}" for rule, count in rules.most_common()) or "no problems"
    sys.stdout.write(
        f"{size} articles: known in {learnt - started:.2f} s, looked at in {looked - learnt:.2f} s"
        f" ({(looked - learnt) / size * 1000:.1f} ms each), again in {again:.2f} s\n    {told}\n"
    )


def _read(path: Path) -> Source:
    return decode(read_file(path))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
