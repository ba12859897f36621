"""How an instrument enters into force: the line ``in force`` and the line for those who come later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.dates import day_from_token, span_from_phrase
from inforce.load.form import Found, Reader, found_form, read_forms
from inforce.load.lines import line_citations
from inforce.load.phrase import Phrase, listed, phrase_from_tokens
from inforce.model import EntryIntoForce, Offset, Quorum

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail

_ON_FIRST = "on the first day of the month after "
_LATER = "its deposit"


def entry_from_line(detail: Detail, draft: Draft) -> EntryIntoForce:
    """Read the line ``in force``; what is not understood is kept as text and reported."""
    phrase = phrase_from_tokens(detail.rest)
    entry = read_forms(phrase, _ENTRIES, draft)
    citations = line_citations(detail, draft.muted())
    return replace(entry or EntryIntoForce(""), text=phrase.text, citations=citations)


def own_offset_from_line(detail: Detail, draft: Draft) -> Offset | None:
    """Read from which day a state is bound that deposits after the entry into force."""
    phrase = phrase_from_tokens(detail.rest)
    return read_forms(phrase, _OWN, draft)


def _upon(found: Found, draft: Draft) -> EntryIntoForce:
    return EntryIntoForce("", _quorums(found.part("event"), draft))


def _after(found: Found, draft: Draft) -> EntryIntoForce:
    return EntryIntoForce("", _quorums(found.part("event"), draft), _offset(found, draft))


def _with(found: Found, draft: Draft) -> EntryIntoForce:
    """Follow another treaty, or an instrument of the same one."""
    token = found.token("treaty")
    if token.text in draft.names.instruments(draft.treaty):
        return EntryIntoForce("", along_with=token.text)
    return EntryIntoForce("", along_with=draft.named("treaty", token) or "")


def _on(found: Found, draft: Draft) -> EntryIntoForce:
    return EntryIntoForce("", offset=Offset(on=day_from_token(found.token("date"), draft)))


def _offset(found: Found, draft: Draft) -> Offset:
    """Read the time that runs after the event, and the first of the month that it leads to."""
    monthly = found.phrase.text.startswith(_ON_FIRST)
    span = span_from_phrase(found.part("span"), draft) if found.text("span") else None
    return Offset(after=span, following_month=monthly) if span else Offset(following_month=monthly)


_ENTRIES: dict[str, Reader[EntryIntoForce]] = {
    "with TREATY": _with,
    "on DATE": _on,
    "on the first day of the month after SPAN after EVENT": _after,
    "on the first day of the month after EVENT": _after,
    "SPAN after EVENT": _after,
    "upon EVENT": _upon,
}

_OWN: dict[str, Reader[Offset]] = {
    f"upon {_LATER}": _offset,
    f"SPAN after {_LATER}": _offset,
    f"on the first day of the month after SPAN after {_LATER}": _offset,
    f"on the first day of the month after {_LATER}": _offset,
}


def _quorums(phrase: Phrase, draft: Draft) -> tuple[Quorum, ...]:
    """Read whose acts of consent are needed."""
    for form, reader in _EVENTS.items():
        found = found_form(phrase, form)
        if found:
            return tuple(_weighed(found, quorum, draft) for quorum in reader(found, draft))
    draft.not_understood(phrase.tokens, _EVENTS)
    return ()


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


def _actors(found: Found, draft: Draft) -> tuple[Quorum, ...]:
    named = (draft.named("actor", token) for token in listed(found.tokens("names")))
    actors = tuple(name for name in named if name)
    return (Quorum(_manner(found), actors=actors),) if actors else ()


def _weighed(found: Found, quorum: Quorum, draft: Draft) -> Quorum:
    """Name the group among whose members a share is counted, if the text says so."""
    if not quorum.weight or not found.text("group"):
        return quorum
    return replace(quorum, group=draft.named("group", found.token("group")) or "")


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
    "MANNER by NAMES": _actors,
}
