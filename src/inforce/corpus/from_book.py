"""A book as a columnar book, and back: nothing of a claim is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import pyarrow as pa
from msgspec.structs import replace

from inforce.corpus.columnar import Columnar, CorpusError
from inforce.corpus.columns import EPOCH
from inforce.corpus.schema import Manifest, table_of
from inforce.corpus.template import WHOLE_BOOK
from inforce.model import Act, Book, Claim, CountsAs, Event, Finding, Invalidity, Outcome, Speaks, State
from inforce.temporal import BEGINNING, FOREVER, UncertainDay

BOOK = "book"
"""The name of the one template of a book that was written in files: the book itself, without its claims."""


def columnar_from_book(book: Book, title: str = "") -> Columnar:
    """Return a book as a columnar book, held in memory; ``write_columnar`` puts it on disk.

    Treaties of a book act upon one another, so that they share no template: the book without its claims is the one
    template of all of them. The text of a claim is the claim itself, as JSON, and its row the place that it has in the
    book; the other columns are for queries.

    >>> columnar_from_book(Book()).table("treaties").num_rows
    0
    """
    whole = msgspec.json.encode(replace(book, claims=())).decode()
    tables = {
        "templates": table_of("templates", {"name": [BOOK], "text": [whole], "parties": [WHOLE_BOOK]}),
        "treaties": _treaties(book),
        "parties": _parties(book),
        "actors": table_of(
            "actors",
            {"actor": _texts(book.actors), "name": _texts(actor.name for actor in book.actors.values())},
        ),
        "claims": _claims(book.claims),
    }
    return Columnar(Manifest(title=title, importer=BOOK), tables)


def _treaties(book: Book) -> pa.Table:
    treaties = book.treaties.values()
    columns = {"treaty": _texts(book.treaties), "title": _texts(treaty.title for treaty in treaties)}
    return table_of("treaties", {**columns, "template": _texts(BOOK for _ in treaties)})


def _parties(book: Book) -> pa.Table:
    members = [(treaty.id, party) for treaty in book.treaties.values() for party in treaty.parties]
    treaties, parties = (_texts(pair[turn] for pair in members) for turn in (0, 1))
    return table_of("parties", {"treaty": treaties, "party": parties})


def _texts(words: Iterable[str]) -> pa.Array:
    return pa.array(list(words), pa.string())


def book_from_columnar(columnar: Columnar) -> Book:
    """Return the book that a columnar book was made of.

    Raises:
        CorpusError: if it was not made of a book.
    """
    templates = columnar.table("templates").to_pylist()
    if [row["parties"] for row in templates] != [WHOLE_BOOK]:
        raise CorpusError("This columnar book was made of a data set and not of treaty files.")
    book = msgspec.json.decode(templates[0]["text"], type=Book)
    rows = columnar.table("claims").select(["row", "text"]).sort_by("row").to_pylist()
    return replace(book, claims=tuple(msgspec.json.decode(row["text"], type=Claim) for row in rows))


def _claims(claims: tuple[Claim, ...]) -> pa.Table:
    rows = [{**_about(claim), **_dates(claim), "row": turn} for turn, claim in enumerate(claims)]
    names = ("treaty", "what", "name", "party", "object", "earliest", "latest", "certainty", "row", "text")
    texts = [msgspec.json.encode(claim).decode() for claim in claims]
    columns: dict[str, Any] = {name: [row.get(name) for row in rows] for name in names if name != "text"}
    if not claims:
        return table_of("claims", {})
    columns |= {"text": texts, "voice": [claim.voice for claim in claims]}
    columns |= {"against": [claim.against for claim in claims]}
    columns |= {key: [_first(getattr(claim, key)) for claim in claims] for key in ("said", "known")}
    return table_of("claims", columns)


def _about(claim: Claim) -> dict[str, str | None]:
    """Return what a claim is about, for queries."""
    words: Iterator[str | None] = iter(_words(claim))
    return dict(zip(("treaty", "what", "name", "party", "object"), words, strict=True))


def _words(claim: Claim) -> tuple[str | None, ...]:
    match claim.proposition:
        case Act() as act:
            actor = act.actors[0].code if act.actors else None
            return act.treaty or claim.under, "act", act.verb, actor, ", ".join(act.objects) or None
        case Event() | State() as fact:
            what = "event" if isinstance(fact, Event) else "state"
            return claim.under, what, fact.fact, fact.whom or None, None
        case Outcome() as outcome:
            return outcome.treaty, "outcome", outcome.status, None, outcome.clause or None
        case Finding() | Invalidity() as found:
            return found.treaty, "finding", found.body, getattr(found, "party", None), None
        case Speaks() as speaks:
            return claim.under, "speaks", speaks.government, speaks.state, None
        case CountsAs() as counts:
            return claim.under, "counts", counts.verb, None, counts.act


def _dates(claim: Claim) -> dict[str, int | str | None]:
    """Return the first and the last day on which a claim says that it may have been, or may have held."""
    first = claim.when or (claim.stretch.start if claim.stretch else None)
    last = claim.when or (claim.stretch.stop if claim.stretch else None)
    marks = [day.doubtful for day in (first, last) if day]
    return {
        "earliest": _first(first),
        "latest": None if last is None or last.last == FOREVER else last.last - EPOCH,
        "certainty": "?" if any(marks) else "",
    }


def _first(day: UncertainDay | None) -> int | None:
    return None if day is None or day.first == BEGINNING else day.first - EPOCH
