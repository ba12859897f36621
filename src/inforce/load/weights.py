"""Weights from a table beside the treaty: one actor and its number a line."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.model import Weight
from inforce.source import SourceText, read_source

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.load.form import Found


def weights_from_file(found: Found, draft: Draft) -> tuple[Weight, ...]:
    """Read ``WEIGHT from FILE``: the table's first two columns are the actor and the number.

    A share is one of what the numbers add up to, unless the heading of the table says that they are in percent.
    """
    token = found.token("file")
    path = Path(draft.document.file).parent / token.text
    draft.shared.read_also.append(path)
    source = read_source(path)
    if isinstance(source, SourceText):
        weights = tuple(_weights(found.text("weight"), source, found, draft))
        total = _HUNDRED if _in_percent(source) else sum(weight.value for weight in weights)
        return tuple(replace(weight, total=total) for weight in weights)
    draft.report(token, f"The table {token.text} cannot be read. {source.message}")
    return ()


def _weights(name: str, source: SourceText, found: Found, draft: Draft) -> Iterator[Weight]:
    for number, line in enumerate(source.lines, start=1):
        row = line.split(",")
        value = _number(row[1]) if len(row) > 1 else None
        if value is not None and row[0].strip() in draft.names.of("actor"):
            yield Weight(name, row[0].strip(), value)
        elif number > 1 and line.strip():
            said = f"Line {number} of {source.file} is not an actor and its number: {line[:60]}."
            draft.report(found.token("file"), said)


def _in_percent(source: SourceText) -> bool:
    heading = source.lines[0].lower() if source.lines else ""
    return "percent" in heading or "%" in heading


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None


_HUNDRED = 100.0
