"""Who reads a clause how."""

from collections.abc import Iterator

from inforce.answers.article.desk import Desk, in_views, stated
from inforce.answers.article.grammar import begun
from inforce.answers.article.promises import CLAUSE_LINES, line_in_words
from inforce.answers.article.value import Block, Section, Statement
from inforce.model import Reading

_NOTE = "note "


def readings(desk: Desk) -> Section:
    """Write a block for each clause that somebody reads in a way of his own."""
    by_clause: dict[str, list[Reading]] = {}
    for reading in desk.readings:
        by_clause.setdefault(reading.clause.id, []).append(reading)
    blocks = (
        Block(
            tuple(each for reading in found for each in _statements(desk, reading)),
            f"Clause {clause}",
        )
        for clause, found in by_clause.items()
    )
    return Section("readings", "Readings", tuple(blocks), listed=True)


def _statements(desk: Desk, reading: Reading) -> Iterator[Statement]:
    """Yield what one voice reads into a clause, its remarks, and which views follow it."""
    ground = f"reading {reading.clause.id} {reading.voice}"
    told = [_told(desk, line) for line in reading.lines if not line.startswith(_NOTE)]
    who = begun(desk.names.actor(reading.voice))
    text = f"{who} reads it so: {' '.join(told)}"
    yield stated(text, on=ground, cites=reading.citations, voice=reading.voice)
    for line in reading.lines:
        if line.startswith(_NOTE):
            yield stated(line_in_words(desk, "note", line.removeprefix(_NOTE).strip('"')), on=ground)
    views = [view for view in desk.views if (reading.clause.id, reading.voice) in view.readings]
    if views:
        follow = f"It is read so {in_views(views)}."
        yield stated(follow, on=[f"answer {view.id}" for view in views])


def _told(desk: Desk, line: str) -> str:
    key = next((k for k in sorted(CLAUSE_LINES, key=len, reverse=True) if line.startswith(f"{k} ")), "")
    if not key:
        return line_in_words(desk, "", line, {"": "{}"})
    return line_in_words(desk, key, line.removeprefix(key).strip().strip('"'))
