"""The directive ``actor``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.dates import moment_from_token
from inforce.load.form import Found, read_forms
from inforce.load.lines import (
    LineReader,
    cited,
    incomplete,
    line_citations,
    name_from_head,
    one_name,
    title_from_head,
    voice_from_token,
    with_lines,
    with_name,
)
from inforce.load.phrase import phrase_from_tokens, said_text
from inforce.model import RECORD, Actor, GovernmentClaim
from inforce.temporal import UncertainDay

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive

_GOVERNMENT = (
    "ACTOR [said by NAME]",
    "ACTOR, claimed from DATE [said by NAME]",
    "ACTOR, since DATE [said by NAME]",
)


def actor_from_directive(directive: Directive, draft: Draft) -> Actor | None:
    """Build an actor: a state, a government, an organ, a mere voice."""
    code = name_from_head(directive, draft)
    if code is None:
        return None
    citations = citations_from_tokens(directive.citations, draft)
    actor = Actor(code, title_from_head(directive, draft) or code, citations=citations)
    return with_lines(actor, directive.details, _LINES, draft)


def _government(actor: Actor, detail: Detail, draft: Draft) -> Actor:
    """Read a claim to be the government of a state; ``claimed from`` makes it the actor's own."""
    forms = dict.fromkeys(_GOVERNMENT, lambda found, desk: _claim(actor, found, desk))
    claim = read_forms(phrase_from_tokens(detail.rest), forms, draft)
    if claim is None:
        return actor
    claim = replace(claim, citations=line_citations(detail, draft))
    return replace(actor, governments=(*actor.governments, claim))


def _claim(actor: Actor, found: Found, draft: Draft) -> GovernmentClaim | None:
    state = draft.named("actor", found.token("actor"))
    since = moment_from_token(found.token("date"), draft) if found.text("date") else None
    voice: str | None = actor.code if ", claimed from" in found.phrase.text else RECORD
    if found.text("name"):
        voice = voice_from_token(found.token("name"), draft)
    return GovernmentClaim(state, voice, since) if state and voice else None


def _state_since(actor: Actor, detail: Detail, draft: Draft) -> Actor:
    return replace(cited(actor, detail, draft), state_since=_moment(detail, draft))


def _state_until(actor: Actor, detail: Detail, draft: Draft) -> Actor:
    return replace(cited(actor, detail, draft), state_until=_moment(detail, draft))


def _moment(detail: Detail, draft: Draft) -> UncertainDay | None:
    if len(detail.rest) == 1:
        return moment_from_token(detail.rest[0], draft)
    incomplete(detail, draft, "Write one date, such as 1993-01-01.")
    return None


def _organ(actor: Actor, detail: Detail, draft: Draft) -> Actor:
    return replace(cited(actor, detail, draft), organ_of=one_name(detail, draft, "actor") or "")


def _kind(actor: Actor, detail: Detail, draft: Draft) -> Actor:
    return replace(cited(actor, detail, draft), kind=said_text(detail.rest))


_LINES: dict[str, LineReader[Actor]] = {
    "name": with_name,
    "government of": _government,
    "state since": _state_since,
    "state until": _state_until,
    "organ of": _organ,
    "kind": _kind,
    "note": cited,
}
