"""How an instrument enters into force: the line ``in force`` and the line for those who come later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.condition import condition_of_tokens
from inforce.load.dates import day_from_token, span_from_phrase
from inforce.load.form import Found, Reader, found_form, read_forms
from inforce.load.lines import line_citations
from inforce.load.phrase import phrase_from_tokens
from inforce.load.quorum import quorums_from_phrase
from inforce.model import EntryIntoForce, NotBefore, Offset, Quorum
from inforce.temporal import Span

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail

_ON_FIRST = "on the first day of the month after "
_LATER = "its deposit"


def entry_from_line(detail: Detail, draft: Draft) -> EntryIntoForce:
    """Read the line ``in force``; what is not understood is kept as text and reported."""
    phrase = phrase_from_tokens(detail.rest)
    bounded = found_form(phrase, "EVENT, not before TEXT")
    awaited = None if bounded else found_form(phrase, "EVENT, and once CONDITION")
    held = bounded or awaited
    entry = read_forms(held.part("event") if held else phrase, _ENTRIES, draft)
    bound = read_forms(bounded.part("text"), _BOUNDS, draft) if bounded else None
    if awaited:
        condition = condition_of_tokens(awaited.tokens("condition"), draft)
        bound = NotBefore(of="condition", condition=condition) if condition else None
    citations = line_citations(detail, draft.muted())
    return replace(entry or EntryIntoForce(""), text=phrase.text, citations=citations, not_before=bound)


def own_offset_from_line(detail: Detail, draft: Draft) -> Offset | None:
    """Read from which day a state is bound that deposits after the entry into force, or after its conditions."""
    phrase = phrase_from_tokens(detail.rest)
    return read_forms(phrase, _OWN, draft)


def _upon(found: Found, draft: Draft) -> EntryIntoForce:
    return EntryIntoForce("", quorums_from_phrase(found.part("event"), draft))


def _after(found: Found, draft: Draft) -> EntryIntoForce:
    return EntryIntoForce("", quorums_from_phrase(found.part("event"), draft), _offset(found, draft))


def _once(found: Found, draft: Draft) -> EntryIntoForce:
    """Read that each party is bound from the day on which a fact happens to it."""
    fact = draft.named("fact", found.token("fact"))
    return EntryIntoForce("", (Quorum(fact, number=1),) if fact else ())


def _with(found: Found, draft: Draft) -> EntryIntoForce:
    """Follow another treaty, or an instrument of the same one."""
    token = found.token("treaty")
    if token.text in draft.names.instruments(draft.treaty):
        return EntryIntoForce("", along_with=token.text)
    return EntryIntoForce("", along_with=draft.named("treaty", token) or "")


def _on(found: Found, draft: Draft) -> EntryIntoForce:
    return EntryIntoForce("", offset=Offset(on=day_from_token(found.token("date"), draft)))


def _after_opening(found: Found, draft: Draft) -> NotBefore:
    return NotBefore(Offset(after=span_from_phrase(found.part("span"), draft) or Span()), "opening")


def _after_treaty(found: Found, draft: Draft) -> NotBefore | None:
    treaty = draft.named("treaty", found.token("treaty"))
    return NotBefore(of=treaty) if treaty else None


def _from_day(found: Found, draft: Draft) -> NotBefore | None:
    day = day_from_token(found.token("date"), draft)
    return NotBefore(Offset(on=day)) if day is not None else None


def _sent(found: Found, draft: Draft) -> EntryIntoForce:
    """Read an entry into force that waits for nobody's consent: it is counted from the text's being sent out."""
    return EntryIntoForce("", (Quorum("communication"),), _offset(found, draft))


def _offset(found: Found, draft: Draft) -> Offset:
    """Read the time that runs after the event, and the first of the month that it leads to."""
    monthly = found.phrase.text.startswith(_ON_FIRST)
    span = span_from_phrase(found.part("span"), draft) if found.text("span") else None
    return Offset(after=span, following_month=monthly) if span else Offset(following_month=monthly)


_ENTRIES: dict[str, Reader[EntryIntoForce]] = {
    "with TREATY": _with,
    "on DATE": _on,
    "SPAN after its communication": _sent,
    "upon its communication": _sent,
    "on the first day of the month after SPAN after EVENT": _after,
    "on the first day of the month after EVENT": _after,
    "SPAN after EVENT": _after,
    "upon EVENT": _upon,
    "for each party once FACT": _once,
}

_BOUNDS: dict[str, Reader[NotBefore | None]] = {
    "SPAN after opening for signature": _after_opening,
    "the entry into force of TREATY": _after_treaty,
    "DATE": _from_day,
}

_OWN: dict[str, Reader[Offset]] = {
    f"upon {_LATER}": _offset,
    f"SPAN after {_LATER}": _offset,
    f"on the first day of the month after SPAN after {_LATER}": _offset,
    f"on the first day of the month after {_LATER}": _offset,
}
