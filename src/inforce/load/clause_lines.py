"""The lines of a clause, each read by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.condition import condition_from_line
from inforce.load.form import found_form
from inforce.load.limits import LIMIT_LINES
from inforce.load.lines import LineReader, incomplete, kept_line, line_citations, split_voice
from inforce.load.norm import with_norm
from inforce.load.phrase import listed, phrase_from_tokens
from inforce.load.provisional import PROVISIONAL_LINES
from inforce.model import Bearer, Clause, Line, Relation

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


def _on_expiry(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, on_expiry=True)


def _from_signature(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, from_signature=True)


def _survives(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(kept(clause, detail, draft), survives=True)


def _kind(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    if detail.rest[0].text not in DUTIES:
        incomplete(detail, draft, "A duty is one to achieve or to maintain; write one of these words.")
    return clause


def _alias(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    aliases = (token.text for token in listed(detail.rest))
    return replace(clause, aliases=tuple(dict.fromkeys((*clause.aliases, *aliases))))


def _to(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Keep to whom something goes; it is the counterparty if the sentence names none."""
    clause = kept(clause, detail, draft)
    if clause.counterparty != Bearer():
        return clause
    if phrase_from_tokens(detail.rest).text in ("the other", "the other party", "each other party"):
        return replace(clause, counterparty=Bearer(each=True))
    actors = tuple(token.text for token in listed(detail.rest) if draft.is_a("actor", token))
    return replace(clause, counterparty=Bearer(actors)) if actors else clause


def _against(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read which clause of another treaty this one replaces, or is incompatible with."""
    found = found_form(phrase_from_tokens(detail.rest), _OF_TREATY)
    if found is None:
        draft.not_understood(detail.rest, (_OF_TREATY,))
        return clause
    treaty = draft.named("treaty", found.token("treaty"))
    name = draft.named("clause", found.token("name"), treaty) if treaty else None
    if treaty == clause.treaty:
        draft.report(found.token("treaty"), f"{treaty} is the treaty of this clause.", "Name another treaty.")
        return clause
    relation = Relation(detail.key.split()[0], treaty or "", name or "")
    return replace(clause, against=(*clause.against, relation)) if name else clause


_OF_TREATY = "clause NAME of TREATY"


def _postponed(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Keep the line, with its names resolved."""
    condition_from_line(detail, draft)
    return kept(clause, detail, draft)


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
    "on expiry": _on_expiry,
    "from signature": _from_signature,
    "survives": _survives,
    "to": _to,
    "replaces": _against,
    "incompatible with": _against,
    "postponed so long as": _postponed,
    **dict.fromkeys(("at once", "without delay", "in its power", "in the shortest time"), _standard),
    **LIMIT_LINES,
    **PROVISIONAL_LINES,
}
