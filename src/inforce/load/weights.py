"""Weights from a table beside the treaty: one actor and its number a line, with the day from which it counts."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.model import Weight
from inforce.source import SourceText, read_source
from inforce.temporal import DateError, day_from_iso

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.load.form import Found


def weights_from_file(found: Found, draft: Draft) -> tuple[Weight, ...]:
    """Read ``WEIGHT from FILE``: the columns are the actor, the number and, where it changes, from when."""
    token = found.token("file")
    path = Path(draft.document.file).parent / token.text
    draft.shared.read_also.append(path)
    source = read_source(path)
    if isinstance(source, SourceText):
        return tuple(_weights(found.text("weight"), source, found, draft))
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
        weight = Weight(name, actor, float(value), since)
    except (ValueError, DateError):
        return None
    return weight if isfinite(weight.value) else None
