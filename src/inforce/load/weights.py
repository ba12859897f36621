"""Weights from a table beside the treaty: one actor and its number a line, with the day from which it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.model import Weight
from inforce.source import SourceText, read_source
from inforce.temporal import BEGINNING, DateError, Day, day_from_iso

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.load.form import Found


def weights_from_file(found: Found, draft: Draft) -> tuple[Weight, ...]:
    """Read ``WEIGHT from FILE``: the columns are the actor, the number and, where it changes, from when.

    A share is one of what the numbers of its day add up to, unless the heading says that they are in percent.
    """
    token = found.token("file")
    path = Path(draft.document.file).parent / token.text
    draft.shared.read_also.append(path)
    source = read_source(path)
    if isinstance(source, SourceText):
        weights = tuple(_weights(found.text("weight"), source, found, draft))
        percent = _in_percent(source)
        return tuple(replace(each, total=_HUNDRED if percent else _total(weights, each)) for each in weights)
    draft.report(token, f"The table {token.text} cannot be read. {source.message}")
    return ()


def _weights(name: str, source: SourceText, found: Found, draft: Draft) -> Iterator[Weight]:
    for number, line in enumerate(source.lines, start=1):
        weight = _weight(name, [cell.strip() for cell in line.split(",")])
        if weight is not None and weight.actor in draft.names.of("actor"):
            yield weight
        elif number > 1 and line.strip():
            said = f"Line {number} of {found.text('file')} is not an actor and its number: {line[:60]}."
            draft.report(found.token("file"), said)


def _weight(name: str, row: list[str]) -> Weight | None:
    """Read an actor, its number and, if one is given, the day from which the number is that."""
    try:
        actor, value, *rest = row
        since = day_from_iso(rest[0]) if rest and rest[0] else None
        weight = Weight(name, actor, float(value), since=since)
    except (ValueError, DateError):
        return None
    return weight if isfinite(weight.value) else None


def _total(weights: Sequence[Weight], of: Weight) -> float:
    """Return what the numbers add up to that count on the day from which one does."""
    latest: dict[str, Weight] = {}
    for weight in sorted(weights, key=begins):
        if begins(weight) <= begins(of):
            latest[weight.actor] = weight
    return sum(weight.value for weight in latest.values())


def begins(weight: Weight) -> Day:
    """Return the day from which a weight counts."""
    return BEGINNING if weight.since is None else weight.since


def _in_percent(source: SourceText) -> bool:
    heading = source.lines[0].lower() if source.lines else ""
    return "percent" in heading or "%" in heading


_HUNDRED = 100.0
