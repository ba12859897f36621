"""What an import read, what it refused and why, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

READ, NOTED, REFUSED, CONTRADICTS = "read", "noted", "refused", "contradicts itself"
_MOST_EXAMPLES = 3


class Example(Struct, frozen=True):
    """One place in a file: the row as a spreadsheet numbers it, the head being row 1, and what stands there."""

    row: int
    text: str


class Remark(Struct, frozen=True):
    """One kind of thing that an import has to say about a file, how often it met it, and the first few places."""

    kind: str
    file: str
    about: str
    count: int
    examples: tuple[Example, ...] = ()


class Report(Struct, frozen=True):
    """What an import has to say: the rows and claims of each file, then every remark."""

    source: str
    retrieved: str
    treaties: int
    parties: int
    claims: int
    remarks: tuple[Remark, ...]
    out: str = ""

    def of(self, kind: str) -> tuple[Remark, ...]:
        """Return the remarks of one kind."""
        return tuple(remark for remark in self.remarks if remark.kind == kind)


def lines_of_report(report: Report) -> Iterator[str]:
    """Tell a report: what was read, what was noted, what was refused and why, what contradicts itself."""
    numbers = (
        (report.treaties, "treaty", "treaties"),
        (report.parties, "membership", "memberships"),
        (report.claims, "claim", "claims"),
    )
    counted = ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in numbers)
    yield f"{report.source}, retrieved {report.retrieved}: {counted}"
    for kind in (READ, NOTED, REFUSED, CONTRADICTS):
        remarks = report.of(kind)
        if remarks:
            yield f"  {kind}"
        for remark in remarks:
            yield f"    {remark.count:>9,}  {remark.about} ({remark.file})"
            yield from (f"               row {each.row}: {each.text}" for each in remark.examples)


def first_examples(rows: list[int], texts: list[str]) -> tuple[Example, ...]:
    """Return the first few places.

    >>> first_examples([2, 5], ["1964", "1965"])[0].row
    2
    """
    return tuple(Example(row, text) for row, text in list(zip(rows, texts, strict=True))[:_MOST_EXAMPLES])
