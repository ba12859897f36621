"""The directive ``view``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.dates import day_from_token
from inforce.load.form import found_form
from inforce.load.lines import (
    LineReader,
    cited,
    incomplete,
    name_from_head,
    title_from_head,
    voice_from_token,
    with_lines,
)
from inforce.load.phrase import Phrase, listed, phrase_from_tokens
from inforce.load.rule_names import default_rules, rule_from_token
from inforce.model import Speaker, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive, Token

_SPEAKING = "ACTOR [from DATE] [until DATE2]"
_DEFAULTS = "the default rules"


def view_from_directive(directive: Directive, draft: Draft) -> View | None:
    """Build a view: whom it hears, who speaks for whom, which rules and readings it applies."""
    name = name_from_head(directive, draft)
    if name is None:
        return None
    title = title_from_head(directive, draft) or name
    view = View(name, title, (), citations=citations_from_tokens(directive.citations, draft))
    view = replace(view, under=draft.treaty)
    view = with_lines(view, directive.details, _LINES, draft)
    if view.tiers == ():
        hint = "Add whom it hears: hears ROC, then record; or: hears all."
        draft.report(directive.head[0], f"The view {name} hears nobody.", hint)
    return view


def _hears(view: View, detail: Detail, draft: Draft) -> View:
    """Read the voices in ranked tiers: commas inside a tier, ``then`` begins the next."""
    if phrase_from_tokens(detail.rest).text == "all":
        return cited(replace(view, tiers=None), detail, draft)
    tiers: list[tuple[str, ...]] = [()]
    for token in listed(detail.rest):
        if token.text == "then":
            tiers.append(())
        else:
            voice = voice_from_token(token, draft)
            tiers[-1] += (voice,) if voice else ()
    heard = tuple(tier for tier in tiers if tier)
    return cited(replace(view, tiers=(view.tiers or ()) + heard), detail, draft)


def _speaks(view: View, detail: Detail, draft: Draft) -> View:
    """Read ``CHN speaks through ROC until 1949-10-02, PRC from 1949-10-02``."""
    if len(detail.rest) < 4:
        incomplete(detail, draft, "Write through whom: CHN speaks through ROC.")
        return view
    state = draft.named("actor", detail.rest[0])
    speakers = [
        speaker
        for part in _parts(detail.rest[3:])
        if (speaker := _speaker(state or "", phrase_from_tokens(part), draft))
    ]
    return cited(replace(view, speakers=(*view.speakers, *speakers)), detail, draft)


def _parts(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    part: list[Token] = []
    for token in tokens:
        if token.text == ",":
            yield tuple(part)
            part = []
        else:
            part.append(token)
    if part:
        yield tuple(part)


def _speaker(state: str, phrase: Phrase, draft: Draft) -> Speaker | None:
    found = found_form(phrase, _SPEAKING)
    if found is None:
        draft.not_understood(phrase.tokens, (_SPEAKING,))
        return None
    government = draft.named("actor", found.token("actor"))
    since = day_from_token(found.token("date"), draft) if found.text("date") else None
    until = day_from_token(found.token("date2"), draft) if found.text("date2") else None
    return Speaker(state, government, since, until) if government else None


def _applies(view: View, detail: Detail, draft: Draft) -> View:
    """Read the rules that the view applies; with none named it applies the default rules."""
    phrase = phrase_from_tokens(detail.rest)
    view = cited(view, detail, draft)
    if phrase.text == _DEFAULTS:
        return view
    if phrase.text == "no rules":
        return replace(view, rules=())
    tokens, rules = detail.rest, view.rules or ()
    if phrase.text.startswith(_DEFAULTS):
        tokens, rules = tokens[3:], rules + default_rules()
    named = tuple(rule for token in listed(tokens) if (rule := rule_from_token(token, draft)))
    return replace(view, rules=tuple(dict.fromkeys(rules + named)))


def _does_not_apply(view: View, detail: Detail, draft: Draft) -> View:
    named = tuple(rule for token in listed(detail.rest) if (rule := rule_from_token(token, draft)))
    return cited(replace(view, without=view.without + named), detail, draft)


def _reads(view: View, detail: Detail, draft: Draft) -> View:
    """Read ``M1 as encyclopaedia``: the clause as that voice reads it."""
    match detail.rest:
        case [clause, word, voice] if word.text == "as":
            name = draft.named("clause", clause, draft.treaty)
            said = voice_from_token(voice, draft)
        case _:
            incomplete(detail, draft, "Write which clause as read by whom: reads M1 as encyclopaedia.")
            return view
    read = (*view.readings, (name, said)) if name and said else view.readings
    return replace(cited(view, detail, draft), readings=read)


_LINES: dict[str, LineReader[View]] = {
    "hears": _hears,
    "speaks": _speaks,
    "applies": _applies,
    "does not apply": _does_not_apply,
    "reads": _reads,
    "note": cited,
}
