"""Where two views differ, in lines: the days, what is asked, what each of them answers; then on what it turns."""

from collections.abc import Iterable, Iterator, Sequence

from inforce.answers import Answer, Because
from inforce.answers.apart import Apart, Differing
from inforce.answers.telling import subject
from inforce.answers.wording import words_from_status
from inforce.cli.intervals import OPEN

_MOST = 12
"""So many lines of evidence are told; --json has all, difference by difference."""


def lines_of_differing(found: Differing, *, with_reasons: bool) -> Iterator[str]:
    """Tell every difference in a line, with reasons each with its own evidence, and at the end all of it weighed."""
    query = found.query
    one, _, other = str(query["view"]).partition(" ")
    known = f", as known on {query['known']}" if query["known"] else ""
    day = f" on {query['on']}" if query["on"] else ""
    counted = f"{len(found.answers)} differences" if len(found.answers) != 1 else "1 difference"
    yield f"{query['treaty']}{day}, views {one} and {other}{known}: {counted if found.answers else 'no difference'}"
    rows = [("since", "until", "", one, other), *map(_row, found.answers)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row, each in zip(rows, (None, *found.answers), strict=True):
        if found.answers:
            yield "  " + "  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)).rstrip()
        if with_reasons and each is not None:
            yield from _evidence(each)
    yield from _weighed(found)


def _row(each: Apart) -> tuple[str, ...]:
    return (each.since or OPEN, each.until or OPEN, subject(each.one), _status(each.one), _status(each.other))


def _status(answer: Answer) -> str:
    return " or ".join(map(words_from_status, answer.possible))


def _evidence(each: Apart) -> Iterator[str]:
    for answer, only in ((each.one, each.only_one), (each.other, each.only_other)):
        yield from (f"      {answer.view}: {line}" for line in _lines(only))


def _lines(reasons: Iterable[Because]) -> Iterator[str]:
    for reason in reasons:
        voice = f" — {reason.voice}" if reason.voice else ""
        yield "  ".join(filter(None, (f"{reason.text}{voice}", reason.cite)))


def _weighed(found: Differing) -> Iterator[str]:
    """Tell on what most of the differences turn."""
    if not found.evidence:
        return
    yield "on what they turn"
    shown: Sequence[tuple[int, str, str]] = [
        (each.differences, each.view, line)
        for each in found.evidence[:_MOST]
        for line in _lines((each.because,))
    ]
    width = max(len(view) for _, view, _ in shown)
    for times, view, line in shown:
        yield f"  {times:>4}  {view:<{width}}  {line}"
    if len(found.evidence) > _MOST:
        yield f"  and {len(found.evidence) - _MOST} more"
