"""Who can be a party: those whom a text names, and those who sign it or consent to it."""

from collections.abc import Iterable, Iterator
from itertools import product

from inforce.answers.question import UnknownNameError
from inforce.engine import SUCCEEDING, with_heirs
from inforce.model import CONSENTS, Act, Book, Claim, Speaks
from inforce.temporal import UncertainDay

JOINING = ("sign", "notify-succession", "agree-succession", *CONSENTS)
"""The acts by which a state comes to a treaty."""


class GovernmentNamedError(UnknownNameError):
    """A question names a government where it has to name a party; ``states`` are those it is said to speak for."""

    def __init__(self, name: str, states: tuple[str, ...]) -> None:
        super().__init__("party", name, states)
        self.states = states
        self.args = (
            f"{name} is a government, not a party: it is said to speak for {' and '.join(states)}. "
            f"Name {' or '.join(states)}; which government speaks for a state is for the view to say.",
        )


def possible_parties(book: Book) -> dict[str, tuple[str, ...]]:
    """Return for each treaty who can be a party to it, whatever a view hears: those named first, then the others."""
    acting: dict[str, set[str]] = {name: set() for name in book.treaties}
    for claim in book.claims:
        act = claim.proposition
        if isinstance(act, Act) and act.verb in JOINING and act.treaty in acting:
            acting[act.treaty].update(actor.code for actor in act.actors)
    for name, old in _amendments(book):
        acting[name].update(_newcomers(book, name, old))
    heirs = tuple(_successions(book))
    return {
        name: with_heirs((*treaty.parties, *sorted(acting[name])), heirs)
        for name, treaty in book.treaties.items()
    }


def _amendments(book: Book) -> Iterator[tuple[str, str]]:
    """Yield each treaty with one that it amends."""
    for treaty in book.treaties.values():
        yield from ((treaty.id, action.treaty) for action in treaty.actions if action.what == "amends")


def _newcomers(book: Book, name: str, old: str) -> Iterator[str]:
    """Yield who may have consented to a treaty after the first consent to one that amends it."""
    first = min((days.first for _, days in _consents(book, name)), default=None)
    for act, days in _consents(book, old):
        if first is not None and days.last > first:
            yield from (actor.code for actor in act.actors)


def _consents(book: Book, name: str) -> Iterator[tuple[Act, UncertainDay]]:
    for claim in book.claims:
        act = claim.proposition
        if isinstance(act, Act) and act.verb in CONSENTS and act.treaty == name and claim.when:
            yield act, claim.when


def _successions(book: Book) -> Iterator[tuple[str, str]]:
    """Yield each successor with its predecessor, as anybody says."""
    for act in (claim.proposition for claim in book.claims):
        if isinstance(act, Act) and act.verb in SUCCEEDING:
            yield from product((actor.code for actor in act.actors), act.objects)


def check_party(book: Book, code: str, parties: Iterable[str]) -> None:
    """Check that a code is one of the parties that are meant.

    Raises:
        GovernmentNamedError: if it is a government's; the error names the state.
        UnknownNameError: if it is no party's; the error has the nearest ones.
    """
    known = tuple(dict.fromkeys(parties))
    if code in known:
        return
    states = _states_of(code, book)
    if states:
        raise GovernmentNamedError(code, states)
    raise UnknownNameError("party", code, known)


def _states_of(code: str, book: Book) -> tuple[str, ...]:
    """Return the states of which somebody says that this is the government."""
    actor = book.actors.get(code)
    said = [claim.state for claim in actor.governments] if actor else []
    said += [state for claim in book.claims for state in _said_to_speak(claim, code)]
    return tuple(dict.fromkeys(said))


def _said_to_speak(claim: Claim, code: str) -> tuple[str, ...]:
    speaks = claim.proposition
    return (speaks.state,) if isinstance(speaks, Speaks) and speaks.government == code else ()


class SamePartyError(UnknownNameError):
    """A question about two parties names one of them twice."""

    def __init__(self, name: str, others: tuple[str, ...]) -> None:
        super().__init__("second party", name, others)
        self.args = (f"{name} stands on both sides. Name another party: {', '.join(others[:12])}.",)


def check_pair(book: Book, one: str, other: str) -> None:
    """Check that two codes are two parties of a book.

    Raises:
        GovernmentNamedError: if one is a government's; the error names the state.
        UnknownNameError: if one is no party's, or both are the same.
    """
    known = tuple(dict.fromkeys(code for who in possible_parties(book).values() for code in who))
    check_party(book, one, known)
    check_party(book, other, known)
    if one == other:
        raise SamePartyError(one, tuple(code for code in known if code != one))
