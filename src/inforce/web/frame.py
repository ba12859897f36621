"""What every page shows beside its own matter."""

from __future__ import annotations

from inforce.answers.asking import today
from inforce.answers.picture.families import MEANINGS, family_of
from inforce.model import ALL_VOICES
from inforce.temporal import Day
from inforce.web.address import FORMS, Asked, address_of
from inforce.web.notes import citations_in
from inforce.web.shelf import Shelf
from inforce.web.visit import Visit


def frame(shelf: Shelf, visit: Visit | None = None, base: str = "") -> dict[str, object]:
    """Return what the templates of every page may use."""
    book = shelf.book
    return {
        "base": base,
        "cited": citations_in,
        "corpus": shelf.corpus,
        "coverage": coverage(shelf),
        "edition": shelf.digest,
        "family_of": family_of,
        "forms": tuple(FORMS),
        "legend": MEANINGS.items(),
        "link": link,
        "max": max,
        "names": {code: actor.name for code, actor in book.actors.items()},
        "titles": {treaty.id: treaty.title for treaty in book.treaties.values()},
        "origins": shelf.origins,
        "today": today(),
        "types": {name: form.media for name, form in FORMS.items()},
        "visit": visit,
        "views": (*book.views.values(), ALL_VOICES),
    }


def link(treaty: str, part: str, on: Day, view: str, asked: Asked, party: str = "") -> str:
    """Return the address of a part on a day in a view, everything else as it is asked."""
    from msgspec.structs import replace

    return address_of(replace(asked, treaty=treaty, part=part, on=on, view=view, party=party or asked.party))


def coverage(shelf: Shelf) -> str:
    """Say what is in the book, and until which day something is recorded."""
    if shelf.told:
        return shelf.told
    book = shelf.book
    days = (
        claim.when.first for claim in book.claims if claim.when is not None and claim.when.first <= today()
    )
    last = shelf.kept("last day", lambda: max(days, default=None))
    from inforce.answers.article.dates import words_from_day

    until = f", the last of them of {words_from_day(last)}" if last else ""
    return (
        f"In the book: {len(book.treaties)} treaties, {len(book.sources)} sources, "
        f"{len(book.claims)} records{until}. Edition {shelf.digest}."
    )
