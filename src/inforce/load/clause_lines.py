"""The lines of a clause, each read by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.act_object import treaty_ahead
from inforce.load.condition import condition_from_line
from inforce.load.cursor import Cursor
from inforce.load.dates import span_from_phrase
from inforce.load.form import found_form
from inforce.load.limits import LIMIT_LINES
from inforce.load.lines import LineReader, incomplete, kept_line, line_citations, split_voice
from inforce.load.norm import with_norm
from inforce.load.phrase import listed, phrase_from_tokens
from inforce.load.provisional import PROVISIONAL_LINES
from inforce.model import Bearer, Clause, Displaced, Line

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail

DUTIES = ("achieve", "maintain")


def _once(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    condition = condition_from_line(detail, draft)
    return replace(clause, once=(*clause.once, condition)) if condition else clause


def _so_long_as(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    condition = condition_from_line(detail, draft)
    return replace(clause, so_long_as=(*clause.so_long_as, condition)) if condition else clause


def _performed_by(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, performed_by=condition_from_line(detail, draft))


def _breached_while(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, breached_while=condition_from_line(detail, draft))


def _each_time(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    if len(detail.rest) == 1:
        return replace(clause, each_time=draft.named("fact", detail.rest[0]) or "")
    incomplete(detail, draft, "Write the name of one fact here; of whom it holds follows from the clause.")
    return clause


def _standard(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    clause = kept(clause, detail, draft) if detail.rest else clause
    return replace(clause, standards=(*clause.standards, detail.key))


def _essential(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read that the clause is essential; where a voice says so, it is kept as what that voice says."""
    _, voice = split_voice(phrase_from_tokens(detail.tokens[:1] + detail.rest).tokens, draft)
    if not voice:
        return replace(clause, essential=True)
    line = Line(detail.key, "", voice, line_citations(detail, draft.muted()))
    return replace(clause, lines=(*clause.lines, line), essential_by=(*clause.essential_by, voice))


def _needs_relations(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, needs_relations=True)


def _humanitarian(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, humanitarian=True)


def _in_place_of(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read ``3, 4 of lakes-1951``: which clauses of an earlier treaty this one is incompatible with."""
    return replace(clause, in_place_of=(*clause.in_place_of, *_of_another(clause, detail, draft)))


def _incompatible(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read ``3, 4 of trade-1950``: which clauses of another treaty do not go together with this one."""
    return replace(clause, incompatible=(*clause.incompatible, *_of_another(clause, detail, draft)))


def _of_another(clause: Clause, detail: Detail, draft: Draft) -> tuple[Displaced, ...]:
    cursor = Cursor(detail.rest)
    other = treaty_ahead(cursor, draft)
    if not other or other == clause.treaty:
        incomplete(detail, draft, f"Write {detail.key} 3 of TREATY, another one than this.")
        return ()
    tokens = cursor.take_list(("of",))
    named = (draft.named("clause", token, other) for token in tokens)
    return tuple(Displaced(other, name) for name in named if name)


def _on_expiry(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, on_expiry=True)


def _from_signature(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, from_signature=True)


def _survives(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read that a clause outlives the treaty: for a time, or, in whatever words, for good."""
    found = found_form(phrase_from_tokens(detail.rest), _FOR_A_TIME)
    span = span_from_phrase(found.part("span"), draft) if found else None
    return replace(kept(clause, detail, draft), survives=True, outlives=span)


_FOR_A_TIME = "the end for SPAN[, TEXT]"


def _kind(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    if detail.rest[0].text not in DUTIES:
        incomplete(detail, draft, "A duty is one to achieve or to maintain; write one of these words.")
    return clause


def _alias(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    aliases = (token.text for token in listed(detail.rest))
    return replace(clause, aliases=tuple(dict.fromkeys((*clause.aliases, *aliases))))


def _to(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Keep to whom something goes: the counterparty, if it names actors or the sentence names none."""
    clause = replace(kept(clause, detail, draft), addressees=_addressees(detail, draft))
    actors = tuple(token.text for token in listed(detail.rest) if draft.is_a("actor", token))
    if actors or clause.counterparty != Bearer():
        return replace(clause, counterparty=Bearer(actors)) if actors else clause
    if phrase_from_tokens(detail.rest).text in ("the other", "the other party", "each other party"):
        return replace(clause, counterparty=Bearer(each=True))
    return clause


def _addressees(detail: Detail, draft: Draft) -> tuple[str, ...]:
    """Return the actors to whom a notice goes, and the other party; each of many others is not asked for one by one."""
    text = phrase_from_tokens(detail.rest).text
    other = ("the other",) if text.startswith("the other") else ()
    return (*other, *(token.text for token in listed(detail.rest) if draft.is_a("actor", token)))


def _stating(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(kept(clause, detail, draft), stating=True)


def _postponed(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read what holds the effect back."""
    return replace(kept(clause, detail, draft), postponed=condition_from_line(detail, draft))


def kept(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Keep a line that is shown but not computed."""
    return replace(clause, lines=(*clause.lines, kept_line(detail, draft)))


CLAUSE_LINES: dict[str, LineReader[Clause]] = {
    "": with_norm,
    "alias": _alias,
    "kind": _kind,
    "once": _once,
    "so long as": _so_long_as,
    "each time": _each_time,
    "performed by": _performed_by,
    "breached while": _breached_while,
    "essential": _essential,
    "needs relations": _needs_relations,
    "humanitarian": _humanitarian,
    "in place of": _in_place_of,
    "incompatible with": _incompatible,
    "on expiry": _on_expiry,
    "from signature": _from_signature,
    "survives": _survives,
    "to": _to,
    "stating": _stating,
    "postponed so long as": _postponed,
    **dict.fromkeys(("at once", "without delay", "in its power", "in the shortest time"), _standard),
    **LIMIT_LINES,
    **PROVISIONAL_LINES,
}
