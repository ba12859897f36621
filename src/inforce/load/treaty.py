"""The directive ``treaty``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.dates import span_from_phrase
from inforce.load.form import found_form
from inforce.load.lines import (
    LineReader,
    cited,
    incomplete,
    kept_line,
    line_citations,
    name_from_head,
    said_lines,
    title_from_head,
    titled,
    with_lines,
)
from inforce.load.phrase import listed, phrase_from_tokens, said_text
from inforce.load.terms import TERM_LINES
from inforce.model import Action, Offset, Treaty

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive

_ACTION_FORMS = ("TREATY", "TREATY, on entry into force")


def treaty_from_directive(directive: Directive, draft: Draft) -> Treaty | None:
    """Build a treaty; its instruments and clauses join it when all files are read."""
    name = name_from_head(directive, draft)
    if name is None:
        return None
    title = title_from_head(directive, draft) or name
    treaty = Treaty(name, title, (), citations=citations_from_tokens(directive.citations, draft))
    treaty = with_lines(treaty, directive.details, _LINES, draft)
    treaty = replace(treaty, said=said_lines(directive.details, draft))
    if treaty.tacit and not any(action.what == "amends" for action in treaty.actions):
        hint = "Add the treaty whose parties it binds, such as: amends lakes-1951."
        draft.report(directive.head[0], "This treaty binds in silence and amends none.", hint)
    if not any(detail.key == "parties" for detail in directive.details):
        hint = "Add a line such as: parties CHN, SUN."
        draft.report(directive.head[0], "This treaty has no parties.", hint)
    return treaty


def _parties(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    named = (draft.named("actor", token) for token in listed(detail.rest))
    parties = (*treaty.parties, *(name for name in named if name))
    return replace(cited(treaty, detail, draft), parties=tuple(dict.fromkeys(parties)))


def _terms(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    terms = TERM_LINES[detail.key](treaty.terms, detail, draft)
    return replace(cited(treaty, detail, draft), terms=terms)


def _authentic(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    languages = tuple(token.text for token in listed(detail.rest))
    return replace(cited(treaty, detail, draft), authentic=languages)


def _published(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    return replace(cited(treaty, detail, draft), published=said_text(detail.rest))


def _silent(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    matters = said_text(detail.rest).split(", ")
    return replace(cited(treaty, detail, draft), silent_on=(*treaty.silent_on, *filter(None, matters)))


def _action(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    """Read how this treaty acts on another when it enters into force."""
    phrase = phrase_from_tokens(detail.rest)
    found = next(filter(None, (found_form(phrase, form) for form in _ACTION_FORMS)), None)
    if found is None:
        draft.not_understood(detail.rest, _ACTION_FORMS)
        return treaty
    name = draft.named("treaty", found.token("treaty"))
    action = Action(detail.key, name or "", line_citations(detail, draft))
    return replace(treaty, actions=(*treaty.actions, action)) if name else treaty


def _establishes(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    """Read that the treaty establishes a boundary, or an organisation; nothing else is asked for."""
    said, treaty = said_text(detail.rest), cited(treaty, detail, draft)
    if said == "an organisation":
        return replace(treaty, organisation=True)
    if said != "a boundary":
        incomplete(detail, draft, "Write establishes a boundary, or establishes an organisation.")
    return replace(treaty, boundary=True)


def _third(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    named = (draft.named("actor", token) for token in listed(detail.rest))
    return replace(cited(treaty, detail, draft), third=(*treaty.third, *(name for name in named if name)))


def _only_for(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    """Read who alone may become a party: parties to another treaty, members of a group; other words are kept."""
    treaty, phrase = _kept(treaty, detail, draft), phrase_from_tokens(detail.rest)
    if found := found_form(phrase, "parties to NAMES"):
        named = tuple(filter(None, (draft.named("treaty", token) for token in listed(found.tokens("names")))))
        return replace(treaty, only_parties_to=(*treaty.only_parties_to, *named))
    if found := found_form(phrase, "members of GROUP"):
        group = draft.named("group", found.token("group"))
        return replace(treaty, only_members_of=(*treaty.only_members_of, group)) if group else treaty
    return treaty


def _binds(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    """Read that a text binds the parties to what it amends, unless they reject it in time."""
    found = found_form(phrase_from_tokens(detail.rest), _IN_SILENCE)
    if found is None:
        draft.not_understood(detail.rest, (_IN_SILENCE,))
        return treaty
    span = span_from_phrase(found.part("span"), draft)
    treaty = cited(treaty, detail, draft)
    return replace(treaty, tacit=Offset(after=span)) if span else treaty


_IN_SILENCE = "whoever does not reject it within SPAN of its communication"


def _kept(treaty: Treaty, detail: Detail, draft: Draft) -> Treaty:
    return replace(treaty, lines=(*treaty.lines, kept_line(detail, draft)))


_LINES: dict[str, LineReader[Treaty]] = {
    "title": titled,
    "parties": _parties,
    "authentic": _authentic,
    "published": _published,
    "silent on": _silent,
    "establishes": _establishes,
    "third states": _third,
    **dict.fromkeys(TERM_LINES, _terms),
    **dict.fromkeys(("replaces", "ends", "suspends"), _action),
    **dict.fromkeys(("amends", "subject to", "prevails over"), _action),
    "only for": _only_for,
    "binds": _binds,
    **dict.fromkeys(("image", "signed at", "see also", "link", "note"), _kept),
}
