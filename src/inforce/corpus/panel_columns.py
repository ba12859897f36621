"""The columns of a panel: who, when, and what holds, in one column or between two bounds."""

from __future__ import annotations

from collections.abc import Iterator

from inforce.corpus.panel_asked import CODES, UNITS
from inforce.corpus.panel_sweep import COVERED, MAYBE, SURELY
from inforce.corpus.panel_value import Column
from inforce.corpus.panel_work import Work
from inforce.corpus.panel_years import Years

Chosen = tuple[Column, str]
"""A column and the SQL of its values."""

_WHOSE = {"cow": "Correlates of War", "gw": "Gleditsch and Ward", "iso3": "ISO 3166"}
_UNIT_LABELS = {
    "actor": "Actor",
    "actor1": "Actor that is bound",
    "actor2": "Actor towards which it is bound",
    "treaty": "Treaty",
}


def columns_of(work: Work, years: Years, rails: tuple[int, ...]) -> list[Chosen]:
    """Return the columns in their order, each with the SQL of its values over the table ``segments``."""
    return [*_of_units(work), _of_time(work), *_of_obligations(work, years, rails)]


def _of_units(work: Work) -> Iterator[Chosen]:
    for unit, name in zip(("u1", "u2"), UNITS[work.asked.unit], strict=False):
        yield Column(name, _UNIT_LABELS[name]), unit
    codes = work.asked.codes
    for turn, unit in enumerate(work.actors if codes else (), 1):
        number = str(turn) if work.asked.of_pairs else ""
        yield (
            Column(f"{CODES[codes]}{number}".strip("_"), f"Code of actor{number} ({_WHOSE[codes]})"),
            f"{unit}_code",
        )


def _of_time(work: Work) -> Chosen:
    if work.asked.by_day:
        return Column("day", "Day"), "DATE '1970-01-01' + p::INTEGER"
    return Column("year", "Year"), "p::INTEGER"


def _of_obligations(work: Work, years: Years, rails: tuple[int, ...]) -> Iterator[Chosen]:
    """Yield the one column of an obligation, or its two where anything in it is open."""
    values = {} if work.asked.counted else {0: "no", 1: "yes"}
    told = "number" if work.asked.counted else "whether any"
    for turn, column in enumerate(work.asked.columns):
        name, covered = column.name, _is_covered(turn, years)
        if SURELY not in rails or not _is_open(work, turn):
            yield (
                Column(name, f"{name}: {told}", values),
                f"CASE WHEN {covered} THEN {_value(work, turn, MAYBE)} END",
            )
            continue
        for end, case, rail in (("min", "in every case", SURELY), ("max", "in some case", MAYBE)):
            label = Column(f"{name}_{end}", f"{name}: {told}, {case}", values)
            yield label, f"CASE WHEN {covered} THEN {_value(work, turn, rail)} END"


def _is_covered(turn: int, years: Years) -> str:
    """Return the SQL condition that a column has a value."""
    first, last = years.covered
    return f"v{turn}_{COVERED} > 0 AND p BETWEEN {first} AND {last}"


def _is_open(work: Work, turn: int) -> bool:
    one, other = (_value(work, turn, rail) for rail in (SURELY, MAYBE))
    ((is_open,),) = work.run(f"SELECT coalesce(bool_or({one} <> {other}), false) FROM segments")
    return bool(is_open)


def _value(work: Work, turn: int, rail: int) -> str:
    return f"v{turn}_{rail}" if work.asked.counted else f"(v{turn}_{rail} > 0)::TINYINT"
