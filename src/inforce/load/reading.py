"""The directive ``reading``: a clause as one voice reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.clause import clause_from_lines
from inforce.load.lines import voice_from_token
from inforce.load.phrase import text_from_tokens
from inforce.model import Reading

if TYPE_CHECKING:
    from inforce.load.clause_source import ClauseSource
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive

_FORM = "Write reading CLAUSE by VOICE."


def reading_from_directive(directive: Directive, draft: Draft) -> Reading | None:
    """Build a reading: its lines stand in place of the clause's with the same key, or are added."""
    match directive.head:
        case [clause, by, voice] if by.text == "by":
            name = draft.named("clause", clause, draft.treaty)
            said = voice_from_token(voice, draft)
        case _:
            tokens = directive.head or directive.tokens
            draft.report_across(tokens, "It is not understood who reads which clause.", _FORM)
            return None
    source = draft.shared.clauses.get((draft.treaty, name or ""))
    if source is None or said is None:
        return None
    if not directive.details:
        draft.report(directive.head[0], "This reading says nothing.", "Add the line that is read otherwise.")
    return _read(source, said, directive, draft)


def _read(source: ClauseSource, voice: str, directive: Directive, draft: Draft) -> Reading:
    own = {detail.key for detail in directive.details}
    inherited = [(draft.muted(), detail) for detail in source.details if detail.key not in own]
    said = [(draft, detail) for detail in directive.details]
    clause = clause_from_lines(source.head, [*inherited, *said], draft.treaty)
    cited = replace(clause, citations=source.clause.citations)
    lines = tuple(_line(detail) for detail in directive.details)
    citations = citations_from_tokens(directive.citations, draft)
    for detail in directive.details:
        citations += citations_from_tokens(detail.citations, draft.muted())
    return Reading(voice, cited, lines, citations)


def _line(detail: Detail) -> str:
    return f"{detail.key} {text_from_tokens(detail.rest)}".strip()
