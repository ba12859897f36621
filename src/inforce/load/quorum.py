"""Whose acts of consent an entry into force asks for: of each party, of a number, of a share."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.form import Found, Reader, found_form
from inforce.load.phrase import Phrase, listed, text_from_tokens
from inforce.model import Quorum

if TYPE_CHECKING:
    from inforce.load.draft import Draft


def quorums_from_phrase(phrase: Phrase, draft: Draft) -> tuple[Quorum, ...]:
    """Read whose acts of consent are needed."""
    for form, reader in _EVENTS.items():
        found = found_form(phrase, form)
        if found:
            return tuple(_weighed(found, quorum, draft) for quorum in reader(found, draft))
    _report(phrase, draft)
    return ()


def _report(phrase: Phrase, draft: Draft) -> None:
    """Report the word that is no manner of consent, if that is what is wrong, else the forms that are understood."""
    manner = tuple(takewhile(lambda token: token.text != "by", phrase.tokens))
    said = text_from_tokens(manner)
    likely = draft.nearest(said, MANNERS)
    if said in MANNERS or not likely:
        draft.not_understood(phrase.tokens, _EVENTS)
    else:
        draft.report_across(manner, f"There is no manner of consent called {said}.", likely)


def _manner(found: Found) -> str:
    return found.text("manner").split()[0]


def _each_party(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    return (Quorum(_manner(found), each_party=True),)


def _number(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    return (Quorum(_manner(found), number=int(found.text("number"))),)


def _number_and_share(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    share = Quorum(_manner(found), weight=found.text("weight"), share=float(found.text("percent")))
    return (*_number(found, draft), share)


def _group(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    group = draft.named("group", found.token("group"))
    return (Quorum(_manner(found), group=group),) if group else ()


def _number_among(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    """Read a number of states that must include some: a number of any, and each of those."""
    return (*_number(found, draft), *(_actors if found.text("names") else _group)(found, draft))


def _of_groups(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    """Read a number of each group, and the share that those of the group have to hold."""
    turns = ("", "2") if found.text("group2") else ("",)
    return tuple(quorum for turn in turns for quorum in _of_group(found, turn, draft))


def _of_group(found: Found, turn: str, draft: Draft) -> tuple[Quorum, ...]:
    group = draft.named("group", found.token(f"group{turn}"))
    if not group:
        return ()
    number = Quorum(_manner(found), group=group, number=int(found.text(f"number{turn}")))
    if not found.text(f"weight{turn}"):
        return (number,)
    share = float(found.text(f"percent{turn}"))
    return number, Quorum(_manner(found), group=group, weight=found.text(f"weight{turn}"), share=share)


def _actors(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    named = (draft.named("actor", token) for token in listed(found.tokens("names")))
    actors = tuple(name for name in named if name)
    return (Quorum(_manner(found), actors=actors),) if actors else ()


def _of_signatories(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    """Read a part of the signatories, with or without those whom the text names besides."""
    named = _actors(found, draft) if found.text("names") else ()
    beside = named[0].actors if named else ()
    return (*named, Quorum(_manner(found), part=found.text("part"), beside=beside))


def _weighed(found: Found, quorum: Quorum, draft: Draft) -> Quorum:
    """Name the group among whose members a share is counted, if the text says so."""
    if not quorum.weight or quorum.group or not found.text("group"):
        return quorum
    return replace(quorum, group=draft.named("group", found.token("group")) or "")


MANNERS = ("signature", "ratification", "exchange of ratifications", "deposit", "accession")
"""How consent to be bound may be given; the acts that meet each are in the manual."""

_OF_GROUP = "NUMBER of GROUP [with PERCENT % of WEIGHT]"
_OF_GROUP_2 = "NUMBER2 of GROUP2 [with PERCENT2 % of WEIGHT2]"

_EVENTS: dict[str, Reader[tuple[Quorum, ...]]] = {
    "MANNER": _each_party,
    "MANNER by each party": _each_party,
    "MANNER by both parties": _each_party,
    "MANNER by all parties": _each_party,
    "MANNER by each of GROUP": _group,
    "MANNER by NUMBER states": _number,
    "MANNER by NUMBER parties": _number,
    "MANNER by NUMBER states, among them GROUP [states] with PERCENT % of WEIGHT": _number_and_share,
    "MANNER by NUMBER states with PERCENT % of WEIGHT": _number_and_share,
    "MANNER by NUMBER states, among them each of GROUP": _number_among,
    "MANNER by NUMBER states, among them NAMES": _number_among,
    f"MANNER by {_OF_GROUP} [and by {_OF_GROUP_2}]": _of_groups,
    "MANNER by PART of the signatories": _of_signatories,
    "MANNER by NAMES and by PART of the other signatories": _of_signatories,
    "MANNER by NAMES": _actors,
}
