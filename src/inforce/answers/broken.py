"""Expectations that a change of the record breaks: what somebody has read in the sources, and would no longer be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inforce.answers.expectations import check_expectations
from inforce.model import Book

TOLD = 20
"""So many are told one by one: who breaks more has broken a treaty, and looks at its effect."""


class Broken(Struct, frozen=True):
    """An expectation that held and fails: where it stands, what it expects, and what came out instead.

    The new evidence may be right and the expectation out of date: somebody has to look at both.
    """

    file: str
    line: int
    expects: str
    fails: str


def expectations_broken(before: Book, after: Book, treaty: str) -> tuple[Broken, ...]:
    """Return what is expected of a treaty, and of those in its folder, that holds in one book and fails in another.

    Ask it before lines enter a curated book; what failed already is not said again.

    >>> import inforce
    >>> book = inforce.open().book
    >>> expectations_broken(book, book, "nonaggression-1937")
    ()
    """
    if before.claims == after.claims:
        return ()
    near = [each for each in after.expectations if after.is_beside(each.question.treaty, treaty)]
    failing = check_expectations(after, near)
    failed = {each.expectation for each in check_expectations(before, (f.expectation for f in failing))}
    return tuple(
        Broken(each.expectation.file, each.expectation.line, each.expectation.text, each.text)
        for each in failing
        if each.expectation not in failed
    )


def lines_of_broken(found: Sequence[Broken], *, would: bool) -> Iterator[str]:
    """Tell the expectations that would fail, or that fail now; of very many the first."""
    if found:
        expectations = "1 expectation" if len(found) == 1 else f"{len(found)} expectations"
        yield f"{expectations} {'would fail' if would else 'held and fail now'}"
    for each in found[:TOLD]:
        yield f"  {each.file}:{each.line}: expect {each.expects}"
        yield f"    {each.fails}"
    if len(found) > TOLD:
        yield f"  and {len(found) - TOLD} more; --json has them all"
