"""Tells a record and a world in a few lines, so that a counter-example can be read."""

from collections.abc import Iterator, Mapping

from inforce.model import Claim, Proposition
from tests.properties.records import Record
from tests.properties.texts import FIRST
from tests.treaties.telling import told


def day_told(day: object) -> str:
    """Tell a day as its number in the record's window."""
    return f"+{day - FIRST}" if isinstance(day, int) else "never"


def record_told(record: Record) -> Iterator[str]:
    """Tell the treaty, the view and the claims."""
    yield ""
    yield told(record.treaty.terms)
    yield from (told(clause) for clause in record.treaty.clauses)
    yield told(record.view)
    yield from (told(actor) for actor in record.book.actors.values() if actor.governments)
    yield from (f"reading: {told(reading)}" for reading in record.book.readings)
    yield from map(claim_told, record.claims)


def claim_told(claim: Claim) -> str:
    """Tell one claim with its days counted from the first."""
    verb = "denies" if claim.against else "says"
    ends = [claim.when] if claim.when else [claim.stretch.start, claim.stretch.stop] if claim.stretch else []
    days = " / ".join(
        "..".join(day_told(day) for day in dict.fromkeys((end.first, end.last))) + "?" * end.doubtful
        for end in ends
    )
    said = "".join(
        f" {name} {day_told(day.first)}..{day_told(day.last)}"
        for name, day in (("known", claim.known), ("effect", claim.effect))
        if day
    )
    return f"{claim.voice} {verb} {told(claim.proposition)} on {days or 'no day'}{said}"


def happened_told(happened: Mapping[Proposition, int]) -> str:
    """Tell what happened in a world."""
    return "; ".join(
        f"{day_told(day)} {told(about)}" for about, day in sorted(happened.items(), key=lambda i: i[1])
    )
