"""The intervals of a timeline: their table, and on a terminal their drawing above it."""

from collections.abc import Iterable, Iterator, Sequence

from inforce.answers import Answer
from inforce.answers.telling import subject
from inforce.answers.wording import words_from_status

OPEN = ".."
"""An end of an interval that lies open, as EDTF writes it."""

_HEADS = ("since", "until", "status", "certainty", "how", "flags")


def lines_of_table(answers: Sequence[Answer]) -> Iterator[str]:
    """Tell the intervals of every party as a plain table."""
    for found in by_subject(answers):
        yield _head(found[0])
        yield from _table(found)


def lines_of_timeline(answers: Sequence[Answer]) -> Iterator[str]:
    """Draw the intervals of every party as a bar, their table under it."""
    from shutil import get_terminal_size

    from inforce.cli.drawing import LETTERS, bar_from_answers

    width = min(get_terminal_size().columns, 120) - 4
    for found in by_subject(answers):
        yield _head(found[0])
        bar = bar_from_answers(found, width)
        if bar:
            yield from ("", *(f"  {line}" for line in bar), "")
        yield from _table(found, LETTERS if bar else "")


def by_subject(answers: Iterable[Answer]) -> list[list[Answer]]:
    """Part answers by what they are about, a treaty or a clause with its bearer, and by view."""
    found: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        found.setdefault((subject(answer), answer.view), []).append(answer)
    return list(found.values())


def _head(answer: Answer) -> str:
    known = f", as known on {answer.known}" if answer.known else ""
    return f"{subject(answer)}, view {answer.view}{known}"


def _table(answers: Sequence[Answer], letters: str = "") -> Iterator[str]:
    """Yield the rows of a table, without the columns in which nothing stands."""
    rows = [_HEADS, *map(_row, answers)]
    if letters:
        names = ("", *(letters[number % len(letters)] for number in range(len(answers))))
        rows = [(name, *row) for name, row in zip(names, rows, strict=True)]
    columns = [column for column in zip(*rows, strict=True) if any(column[1:])]
    widths = [max(map(len, column)) for column in columns]
    for cells in zip(*columns, strict=True):
        yield "  " + "  ".join(f"{cell:<{w}}" for cell, w in zip(cells, widths, strict=True)).rstrip()


def _row(answer: Answer) -> tuple[str, ...]:
    return (
        answer.since or OPEN,
        answer.until or OPEN,
        " or ".join(map(words_from_status, answer.possible)),
        answer.certainty,
        answer.how or "",
        ", ".join(map(words_from_status, answer.flags)),
    )
