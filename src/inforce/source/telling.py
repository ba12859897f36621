"""A problem, told to a person."""

from collections.abc import Iterator

from inforce.source.excerpt import excerpt_from_line, safe
from inforce.source.problem import Problem

_MARGIN = "  "


def text_from_problem(problem: Problem) -> str:
    """Tell a problem in the one form that every face uses.

    Place, heading, the person's own line, carets, what is wrong, the likely fix. The first row is the
    `file:line:column` that editors and terminals turn into a link. What does not apply is left out.

    >>> from inforce.source.place import Place
    >>> line = "  once         plebicite-confirms and japan-defeated"
    >>> print(text_from_problem(Problem(
    ...     Place("sino-soviet-1945.treaty.md", 212, 16, 18), "Outer Mongolia > clause M1", line,
    ...     "There is no fact called plebicite-confirms.", "Did you mean plebiscite-confirms (line 188)?",
    ... )))
    sino-soviet-1945.treaty.md:212:16
      Outer Mongolia > clause M1
          once         plebicite-confirms and japan-defeated
                       ^^^^^^^^^^^^^^^^^^
      There is no fact called plebicite-confirms. Did you mean plebiscite-confirms (line 188)?
    """
    return "\n".join(_rows(problem))


def _rows(problem: Problem) -> Iterator[str]:
    yield safe(str(problem.place))
    if problem.heading:
        yield _MARGIN + safe(problem.heading)
    if problem.excerpt:
        yield from _pointed(problem)
    yield _MARGIN + safe(" ".join(filter(None, (problem.message, problem.hint))))


def _pointed(problem: Problem) -> Iterator[str]:
    """Show the line and, in the row below, carets under the stretch that is meant."""
    excerpt = excerpt_from_line(problem.excerpt, problem.place.column, problem.place.length)
    yield _MARGIN * 2 + excerpt.shown
    yield _MARGIN * 2 + " " * excerpt.indent + "^" * excerpt.carets
