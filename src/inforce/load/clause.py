"""The directive ``clause``: a head, a norm sentence, and the lines that condition and bound it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.clause_head import ClauseHead, head_from_parts, parts_from_directive
from inforce.load.clause_lines import CLAUSE_LINES, DUTIES, kept
from inforce.load.clause_source import ClauseSource
from inforce.load.effect import report_no_effect
from inforce.load.lines import line_citations, said_lines, says_something
from inforce.load.provisional import report_misplaced, settled
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
    report_misplaced(clause, directive.details, draft)
    report_no_effect(clause, directive.details, draft)
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
    said: list[Line] = []
    for draft, detail in lines:
        said += said_lines((detail,), draft)
        if not says_something(detail, draft):
            continue
        kind = detail.rest[0].text if detail.key == "kind" else kind
        reader = CLAUSE_LINES.get(detail.key, kept)
        clause = reader(clause, detail, draft)
        if reader is not kept:
            clause = replace(clause, citations=clause.citations + line_citations(detail, draft))
    return settled(_for_itself(_with_kind(replace(clause, said=tuple(said)), kind)))


def _for_itself(clause: Clause) -> Clause:
    """Name the act by which a power is used that lets the treaty rest for its holder alone."""
    alone = clause.effect is not None and clause.effect.what == "suspends for itself"
    return replace(clause, verb="suspend-for-itself") if alone else clause


def _with_kind(clause: Clause, kind: str) -> Clause:
    """Make a duty one to achieve if a line says so, or if there is a day or a doing to measure it by."""
    if clause.kind != "maintain":
        return clause
    measured = clause.deadline or clause.performed_by or clause.each_time or clause.standards
    achieve = kind == "achieve" if kind in DUTIES else bool(measured)
    return replace(clause, kind="achieve" if achieve else "maintain")
