"""How the treaty stood in each view: from when it was in force, until when, and on what its end rests."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.article.dates import words_from_day, words_of_when
from inforce.answers.article.desk import Desk
from inforce.answers.status import status
from inforce.model import CONSENTS, Act, Citation, Question, View, verb_named
from inforce.temporal import FOREVER, Day, UncertainDay, day_from_iso

_CONSENTS = ("sign", "exchange", *CONSENTS)
_OVER = ("ended", "void", "not_a_party")


class Standing(Struct, frozen=True):
    """The entry into force and the end of the treaty in one view.

    Each is None where it never comes about. ``disputed`` says that between the days of the end the view leaves two
    sides, rather than one day that is not known. ``sources`` are those of the acts that the end rests on.
    """

    view: View
    entry: UncertainDay | None
    end: UncertainDay | None
    disputed: bool
    last: Answer
    sources: tuple[Citation, ...] = ()
    entry_sources: tuple[Citation, ...] = ()

    @property
    def entered(self) -> str:
        """When it entered into force, in words."""
        return _words(self.entry) if self.entry else "not in the record"

    @property
    def ended(self) -> str:
        """When it ended, in words."""
        if self.end is None:
            return "not in the record"
        if self.disputed:
            first, last = words_from_day(self.end.first), words_from_day(self.end.last)
            return f"disputed from {first}{f', certain from {last}' if last else ' on'}"
        return f"void as of {_words(self.end).removeprefix('on ')}" if self.is_void else _words(self.end)

    @property
    def is_void(self) -> bool:
        """Whether it is void in this view, which is no end of what was in force."""
        return self.last.possible == ("void",)


def _words(when: UncertainDay) -> str:
    """Return when something came about in words, and that it may never have where no day is certain."""
    return f"{words_of_when(when)}{', if at all' if when.last >= FOREVER else ''}"


def standings(desk: Desk) -> tuple[Standing, ...]:
    """Return how the treaty stood in each view of the article."""
    found = (standing_from_rows(view, desk.timelines[view.id]) for view in desk.views)
    return tuple(_with_sources(desk, each) for each in found)


def _with_sources(desk: Desk, each: Standing) -> Standing:
    """Add the sources of the acts on which the entry into force and the end rest."""
    entry = desk.treaty.terms.entry
    text = entry.citations if entry is not None and each.entry is not None else ()
    consents = _sources(desk, each.view, each.entry, lambda act: act.verb in _CONSENTS)
    powers = _sources(desk, each.view, each.end, lambda act: bool(verb_named(act.verb).power))
    return replace(each, entry_sources=tuple(dict.fromkeys((*text, *consents))), sources=powers)


def standing_from_rows(view: View, rows: Sequence[Answer]) -> Standing:
    """Read the entry into force and the end off the intervals of a view."""
    entry = _turn(rows, ("in_force", *_OVER), needed="in_force")
    end = _turn(rows, _OVER)
    last = rows[-1]
    ends = [row for row in rows if set(row.possible) & set(_OVER)]
    disputed = any(row.certainty == "disputed" for row in ends) and end is not None and not end.is_exact
    return Standing(view, entry, end, disputed, last)


def _turn(rows: Sequence[Answer], over: tuple[str, ...], needed: str = "") -> UncertainDay | None:
    """Return the day from which one of some statuses holds: from the first that may to the first that does.

    Where none ever certainly does, the days have no end.
    """
    possible = [row for row in rows if set(row.possible) & set(over)]
    certain = [row for row in possible if set(row.possible) <= set(over)]
    if not possible or not possible[0].since or (needed and not any(needed in row.possible for row in rows)):
        return None
    first = day_from_iso(possible[0].since)
    last = day_from_iso(certain[0].since) if certain and certain[0].since else FOREVER
    return UncertainDay(((first, last),))


def _sources(
    desk: Desk, view: View, when: UncertainDay | None, is_meant: Callable[[Act], bool]
) -> tuple[Citation, ...]:
    """Return the sources of the acts of some kind that the answer of a day rests on."""
    if when is None:
        return ()
    day = when.last if when.last < FOREVER else when.first
    question = Question(desk.treaty.id, day, view=view.id, known=desk.known)
    ids = {reason.id for answer in status(desk.book, question) for reason in answer.because}
    found = (claim for claim in desk.book.claims if claim.id in ids)
    meant = (claim for claim in found if isinstance(claim.proposition, Act) and is_meant(claim.proposition))
    return tuple(dict.fromkeys(citation for claim in meant for citation in claim.citations))


def _order(each: Standing, of: str) -> tuple[bool, Day]:
    when = each.end if of == "ended" else each.entry
    return each.disputed and of == "ended", when.first if when else FOREVER


def alike(found: Sequence[Standing], of: str) -> Iterator[tuple[str, tuple[Standing, ...]]]:
    """Yield what views say of the entry (``entered``) or the end (``ended``), those together that say the same.

    They come in the order of their days, and last what is disputed.
    """
    groups: dict[str, list[Standing]] = {}
    for each in sorted(found, key=lambda each: _order(each, of)):
        groups.setdefault(str(getattr(each, of)), []).append(each)
    yield from ((told, tuple(group)) for told, group in groups.items())
