"""The acts and claims that a picture marks: signatures, consents, findings, endings done and endings claimed."""

from collections.abc import Iterable, Iterator

from inforce.answers.article.about import claims_about
from inforce.answers.article.dates import words_from_uncertain
from inforce.answers.article.desk import is_known
from inforce.answers.article.grammar import begun
from inforce.answers.article.names import Names
from inforce.answers.article.recount import sentence_from_proposition
from inforce.answers.picture.value import Mark
from inforce.model import CONSENTS, RECORD, Act, Book, Claim, Finding, Invalidity, Outcome, Treaty, verb_named
from inforce.temporal import Day, UncertainDay

_MARKED = ("sign", "exchange", "conclude", *CONSENTS)
_UNMARKED = ("postpone", "revoke")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def marks_of(book: Book, treaty: Treaty, known: Day | None) -> tuple[Mark, ...]:
    """Return the main moments of a treaty in their order, one mark for all of one day."""
    names = Names(book, treaty)
    found: dict[UncertainDay, dict[str, None]] = {}
    heard = [claim for claim in claims_about(book, treaty) if is_known(claim, known)]
    for when, about in _moments(heard, treaty, names):
        found.setdefault(when, {})[about] = None
    days = sorted(found, key=lambda when: (when.first, when.last))
    return tuple(
        Mark(_letter(number), when, f"{words_from_uncertain(when)}: {'; '.join(found[when])}")
        for number, when in enumerate(days)
    )


def _letter(number: int) -> str:
    turn, at = divmod(number, len(_LETTERS))
    return _LETTERS[at] + (str(turn + 1) if turn else "")


def _moments(claims: Iterable[Claim], treaty: Treaty, names: Names) -> Iterator[tuple[UncertainDay, str]]:
    for claim in claims:
        when = claim.when or (claim.stretch.start if claim.stretch and not claim.stretch.open_start else None)
        if when is not None and not claim.against and _is_marked(claim, treaty):
            yield when, _told(claim, names)


def _is_marked(claim: Claim, treaty: Treaty) -> bool:
    match claim.proposition:
        case Act(verb=verb, treaty=about):
            power = verb_named(verb).power and verb not in _UNMARKED
            return about == treaty.id and bool(power or verb in _MARKED)
        case Finding() | Invalidity():
            return True
        case Outcome(treaty=about, status=status, clause=clause, instrument=instrument, party=party):
            return about == treaty.id and status == "ended" and not (clause or instrument or party)
    return False


def _told(claim: Claim, names: Names) -> str:
    sentence = sentence_from_proposition(claim.proposition, names)
    about = claim.proposition
    own = claim.voice == RECORD or (isinstance(about, Finding | Invalidity) and about.body == claim.voice)
    return begun(sentence if own else f"{sentence}, according to {names.actor(claim.voice)}")
