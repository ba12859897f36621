"""What an address shows, as data: JSON, CSV, SVG, Markdown, iCalendar, Turtle."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

import msgspec

from inforce.answers import Answer, TreatyDesk
from inforce.answers.desk import query_of
from inforce.answers.picture import picture
from inforce.temporal import iso_from_day
from inforce.web.address import Asked, address_of
from inforce.web.calendar import calendar_from_dues, dues_of
from inforce.web.graph import turtle_from_treaty
from inforce.web.part_page import part_named, question_of
from inforce.web.shelf import Shelf
from inforce.web.treaty_page import parts_of

TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "md": "text/markdown; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
}
"""The forms, and how each is called on the web."""

COLUMNS = (
    "treaty", "instrument", "clause", "party", "counterparty", "view", "known", "status", "possible", "certainty",
    "since", "until", "how", "basis", "flags",
)  # fmt: skip


def as_form(shelf: Shelf, asked: Asked, form: str, base: str) -> str | bytes:
    """Return what an address shows in a form; ``base`` is where the server says that it is."""
    part, _ = part_named(shelf, asked)
    tellers: dict[str, Callable[[], str | bytes]] = {
        "json": lambda: _json(shelf, asked),
        "csv": lambda: csv_from_answers(_intervals(shelf, asked)),
        "svg": lambda: picture(shelf.book, question_of(asked, part), (asked.view,)).svg(),
        "md": lambda: _markdown(shelf, asked),
        "ics": lambda: calendar_from_dues(dues_of(shelf, asked), f"{base}{address_of(asked)}"),
        "ttl": lambda: turtle_from_treaty(shelf, asked, base),
    }
    return tellers[form]()


def _json(shelf: Shelf, asked: Asked) -> bytes:
    """Return the status on the day, as ``inforce status --json`` does."""
    part, _ = part_named(shelf, asked)
    question = question_of(asked, part)
    return msgspec.json.encode({"query": query_of("status", question), "answers": shelf.answers(question)})


def _intervals(shelf: Shelf, asked: Asked) -> Iterator[Answer]:
    """Yield every interval: of the part that is asked, or of the treaty with all its parts."""
    desk = TreatyDesk(shelf.book, shelf.library.paths, asked.treaty)
    treaty = shelf.treaty(asked.treaty)
    texts = ("", *(each.id for each in treaty.instruments))
    part, _ = part_named(shelf, asked)
    parts = [part] if asked.part else [each for text in texts for each in parts_of(shelf, treaty, text)]
    for each in parts:
        yield from desk.timeline(
            instrument=each.instrument or None,
            clause=each.clause or None,
            party=asked.party or None,
            view=asked.view,
            known=iso_from_day(asked.known) if asked.known is not None else None,
        ).answers


def csv_from_answers(answers: Iterable[Answer]) -> str:
    """Return answers as CSV (RFC 4180), a row each; several statuses or flags are parted by ``|``."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for answer in answers:
        writer.writerow(_cell(getattr(answer, name)) for name in COLUMNS)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    return "" if value is None else str(value)


def _markdown(shelf: Shelf, asked: Asked) -> str:
    """Return the article about a treaty, or the reasons of a part's status."""
    if not asked.part:
        known = iso_from_day(asked.known) if asked.known is not None else None
        desk = TreatyDesk(shelf.book, shelf.library.paths, asked.treaty)
        return desk.article(asked.view, known).markdown()
    part, _ = part_named(shelf, asked)
    reasons = "\n\n".join(answer.why() for answer in shelf.answers(question_of(asked, part)))
    return (
        f"# {shelf.treaty(asked.treaty).title}: {part.name}\n\n{part.sentence}\n\n```text\n{reasons}\n```\n"
    )
