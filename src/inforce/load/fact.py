"""The directive ``fact``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.condition import condition_from_line
from inforce.load.ground import bar_from_line, defect_from_line
from inforce.load.lines import LineReader, name_from_head, one_name, title_from_head, with_lines
from inforce.model import Fact

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive


def fact_from_directive(directive: Directive, draft: Draft) -> Fact | None:
    """Build a fact: one that happens, one that lasts, or one that follows from others."""
    name = name_from_head(directive, draft)
    if name is None:
        return None
    sentence = title_from_head(directive, draft)
    if not sentence:
        hint = f'Say it in plain words: fact {name} "…". Explanations reuse the sentence.'
        draft.report(directive.head[0], f"The fact {name} has no sentence.", hint)
    fact = with_lines(Fact(name, sentence, ""), directive.details, _LINES, draft)
    if not fact.nature:
        hint = (
            "Add one line: event, if it happens on a day; state, if it lasts; or from which facts it follows."
        )
        draft.report(directive.head[0], f"The fact {name} does not say of which nature it is.", hint)
    return fact if fact.nature else replace(fact, nature="event")


def _event(fact: Fact, detail: Detail, draft: Draft) -> Fact:
    return _of_nature(fact, "event", detail, draft)


def _state(fact: Fact, detail: Detail, draft: Draft) -> Fact:
    return _of_nature(fact, "state", detail, draft)


def _state_of(fact: Fact, detail: Detail, draft: Draft) -> Fact:
    return replace(_of_nature(fact, "state", detail, draft), of=one_name(detail, draft, "actor") or "")


def _defined(fact: Fact, detail: Detail, draft: Draft) -> Fact:
    definition = condition_from_line(detail, draft)
    return replace(_of_nature(fact, "defined", detail, draft), definition=definition)


def _of_nature(fact: Fact, nature: str, detail: Detail, draft: Draft) -> Fact:
    if fact.nature:
        hint = "A fact is an event, a state, or follows from one condition."
        draft.report_across(detail.tokens, f"The fact {fact.id} is said to be of a nature twice.", hint)
        return fact
    return replace(fact, nature=nature)


def _ground(fact: Fact, detail: Detail, draft: Draft) -> Fact:
    defect = defect_from_line(fact.id, detail, draft)
    return replace(fact, grounds=(*fact.grounds, defect)) if defect else fact


def _bars(fact: Fact, detail: Detail, draft: Draft) -> Fact:
    bar = bar_from_line(fact.id, detail, draft)
    return replace(fact, bars=(*fact.bars, bar)) if bar else fact


_LINES: dict[str, LineReader[Fact]] = {
    "event": _event,
    "state": _state,
    "state of": _state_of,
    "ground": _ground,
    "bars": _bars,
    "": _defined,
}
