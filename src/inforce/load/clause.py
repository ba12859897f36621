"""The directive ``clause``: a head, a norm sentence, and the lines that condition and bound it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.clause_head import ClauseHead, head_from_parts, parts_from_directive
from inforce.load.clause_source import ClauseSource
from inforce.load.condition import condition_from_line
from inforce.load.limits import LIMIT_LINES
from inforce.load.lines import LineReader, incomplete, kept_line, line_citations, split_voice
from inforce.load.norm import with_norm
from inforce.load.phrase import listed, phrase_from_tokens
from inforce.model import Bearer, Clause, Line

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive

DraftedLine = tuple["Draft", "Detail"]
"""A line with the desk that its problems go to: a reading builds on lines that stand elsewhere."""


def clause_from_directive(directive: Directive, draft: Draft) -> Clause | None:
    """Build a clause, and keep what it was built from for the readings of it."""
    head = head_from_parts(parts_from_directive(directive), directive, draft)
    if head is None:
        return None
    if not draft.treaty:
        hint = "Write the treaty above it, or include this file in the treaty's."
        draft.report(directive.head[0], f"The clause {head.id} stands under no treaty.", hint)
    citations = citations_from_tokens(directive.citations, draft)
    clause = clause_from_lines(head, ((draft, detail) for detail in directive.details), draft.treaty)
    if not clause.sentence:
        hint = "Its first line says who shall, shall not or may do what, or what is."
        draft.report(directive.tokens[0], f"The clause {clause.id} states no norm.", hint)
    clause = replace(clause, citations=citations + clause.citations)
    draft.shared.clauses.setdefault((draft.treaty, clause.id), ClauseSource(clause, head, directive.details))
    return clause


def clause_from_lines(head: ClauseHead, lines: Iterable[DraftedLine], treaty: str) -> Clause:
    """Build a clause from its head and its lines, wherever each line stands."""
    clause = Clause(
        head.id, treaty, head.instrument, "maintain", Bearer(), "",
        aliases=head.aliases, inferred_from=head.inferred_from, inferred_by=head.inferred_by,
    )  # fmt: skip
    kind = ""
    for draft, detail in lines:
        kind = detail.rest[0].text if detail.key == "kind" and detail.rest else kind
        reader = _LINES.get(detail.key, _kept)
        clause = reader(clause, detail, draft)
        if reader is not _kept:
            clause = replace(clause, citations=clause.citations + line_citations(detail, draft))
    return _with_kind(clause, kind)


def _with_kind(clause: Clause, kind: str) -> Clause:
    """Make a duty one to achieve if a line says so, or if there is a day or a doing to measure it by."""
    if clause.kind != "maintain":
        return clause
    measured = clause.deadline or clause.performed_by or clause.each_time or clause.standards
    achieve = kind == "achieve" if kind in _DUTIES else bool(measured)
    return replace(clause, kind="achieve" if achieve else "maintain")


_DUTIES = ("achieve", "maintain")


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
    kept = _kept(clause, detail, draft) if detail.rest else clause
    return replace(kept, standards=(*clause.standards, detail.key))


def _essential(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read that the clause is essential; where a voice says so, it is kept as what that voice says."""
    _, voice = split_voice(phrase_from_tokens(detail.tokens[:1] + detail.rest).tokens, draft)
    if not voice:
        return replace(clause, essential=True)
    line = Line(detail.key, "", voice, line_citations(detail, draft.muted()))
    return replace(clause, lines=(*clause.lines, line))


def _needs_relations(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, needs_relations=True)


def _on_expiry(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, on_expiry=True)


def _survives(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(_kept(clause, detail, draft), survives=True)


def _kind(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    if not detail.rest or detail.rest[0].text not in _DUTIES:
        incomplete(detail, draft, "A duty is one to achieve or to maintain; write one of these words.")
    return clause


def _alias(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    aliases = (token.text for token in listed(detail.rest))
    return replace(clause, aliases=tuple(dict.fromkeys((*clause.aliases, *aliases))))


def _to(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Keep to whom something goes; it is the counterparty if the sentence names none."""
    kept = _kept(clause, detail, draft)
    if clause.counterparty != Bearer():
        return kept
    if phrase_from_tokens(detail.rest).text in ("the other", "the other party", "each other party"):
        return replace(kept, counterparty=Bearer(each=True))
    actors = tuple(token.text for token in listed(detail.rest) if draft.is_a("actor", token))
    return replace(kept, counterparty=Bearer(actors)) if actors else kept


def _postponed(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Keep the line, with its names resolved."""
    condition_from_line(detail, draft)
    return _kept(clause, detail, draft)


def _kept(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    return replace(clause, lines=(*clause.lines, kept_line(detail, draft)))


_LINES: dict[str, LineReader[Clause]] = {
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
    "survives": _survives,
    "to": _to,
    "postponed so long as": _postponed,
    **dict.fromkeys(("at once", "without delay", "in its power", "in the shortest time"), _standard),
    **LIMIT_LINES,
}
