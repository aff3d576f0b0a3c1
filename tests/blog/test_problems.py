"""Problems as checks find them."""

from __future__ import annotations

from editor.blog.problems import Problem


def test_a_problem_without_a_repair_has_no_edits() -> None:
    problem = Problem("missing", "error", "title", 0, 3)
    assert (problem.place, dict(problem.data), problem.repair) == ((), {}, ())
