"""What a source may have mixed up: a closed list, each decided from the record by a function of its own."""

from collections.abc import Callable

from msgspec import Struct

from inforce.answers import confused_day, confused_end, confused_entry
from inforce.answers.answer import Because
from inforce.answers.puzzle import Found, Puzzle
from inforce.answers.wording import text_from_citations, text_from_claim
from inforce.model import Claim

CONFUSIONS = {
    "one_view": "what holds in one view only taken for what holds in all",
    "signature": "the signature taken for the entry into force",
    "one_consent": "the consent of one party taken for the entry into force",
    "exchange": "the exchange of ratifications taken for the entry into force",
    "internal_act": "a decision inside a state taken for its act towards the others",
    "notice": "a notice or a declaration taken for the end that follows from it, or does not",
    "later_signature": "the signature of a later treaty taken for the end that its entry into force brings",
    "later_entry": "the entry into force of a later treaty taken for the end",
    "expiry": "the end of the first term taken for the end",
    "off_by_one": "the last day with it taken for the first day without it, or the other way round",
    "precision": "a year or a month taken for a day",
    "none": "no confusion found",
}
"""The closed list, in the order in which they are asked."""


_FUNCTIONS: dict[str, Callable[[Puzzle], Found]] = {
    "one_view": confused_day.one_view,
    "signature": confused_entry.signature,
    "one_consent": confused_entry.one_consent,
    "exchange": confused_entry.exchange,
    "internal_act": confused_entry.internal_act,
    "notice": confused_end.notice,
    "later_signature": confused_end.later_signature,
    "later_entry": confused_end.later_entry,
    "expiry": confused_end.expiry,
    "off_by_one": confused_day.off_by_one,
    "precision": confused_day.precision,
}
"""How each confusion is found in the record."""


class Confusion(Struct, frozen=True):
    """What a source may have mixed up, with what in the record says so."""

    name: str
    text: str
    because: tuple[Because, ...] = ()


def confusions_of(puzzle: Puzzle) -> tuple[Confusion, ...]:
    """Return what may have been mixed up, the likeliest first; that nothing was found is an answer too."""
    found = [
        Confusion(name, f"{CONFUSIONS[name]}{f': {more}' if more else ''}", tuple(map(_because, claims)))
        for name, function in _FUNCTIONS.items()
        for more, claims in function(puzzle)
    ]
    return tuple(found) or (Confusion("none", CONFUSIONS["none"]),)


def _because(claim: Claim) -> Because:
    return Because(
        "claim", claim.id, text_from_claim(claim), claim.voice, text_from_citations(claim.citations)
    )
