"""The lines of a clause that bound it in time: by when, from when, how long, with which notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.condition import condition_from_line
from inforce.load.dates import day_from_token, looks_like_date, month_day_from_phrase, span_from_phrase
from inforce.load.effect import TERMS, effect_line, in_order
from inforce.load.form import Found, Reader, found_form, read_forms
from inforce.load.lines import LineReader, incomplete
from inforce.load.phrase import phrase_from_tokens
from inforce.model import Clause, Deadline, Notice, Offset, Window
from inforce.temporal import Day, Span

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail


def _until(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read a last condition, a notice not to become a party, or the day that is the first one without the clause."""
    phrase = phrase_from_tokens(detail.rest)
    refused = next((found for form in _REFUSALS if (found := found_form(phrase, form))), None)
    if refused is not None:
        span = span_from_phrase(refused.part("span"), draft) if refused.text("span") else Span()
        return replace(clause, notice=Notice(Offset(after=span))) if span is not None else clause
    if len(detail.rest) == 1 and looks_like_date(detail.rest[0].text):
        return replace(clause, until_day=day_from_token(detail.rest[0], draft))
    condition = condition_from_line(detail, draft)
    return replace(clause, until=(*clause.until, condition)) if condition else clause


_REFUSALS = (
    "SPAN after its notice that it will not become a party",
    "its notice that it will not become a party",
)
"""How provisional application ends by the clause itself (general law: Vienna Convention, art. 25(2))."""


def _through(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    day = _one_day(detail, draft)
    return replace(clause, until_day=Day(day + 1)) if day is not None else clause


def _by(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    day = _one_day(detail, draft)
    return replace(clause, deadline=Deadline(Offset(on=day))) if day is not None else clause


def _one_day(detail: Detail, draft: Draft) -> Day | None:
    if len(detail.rest) == 1:
        return day_from_token(detail.rest[0], draft)
    incomplete(detail, draft, "Write one day here, such as 1945-12-03.")
    return None


def _within(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    deadline = read_forms(phrase_from_tokens(detail.rest), _DEADLINES, draft)
    return replace(clause, deadline=deadline) if deadline else clause


def _deadline(found: Found, draft: Draft) -> Deadline | None:
    span = span_from_phrase(found.part("span"), draft)
    of = found.phrase.text.partition(" of ")[2]
    if found.text("fact"):
        of = draft.named("fact", found.token("fact")) or ""
    return Deadline(Offset(after=span), of) if span else None


_DEADLINES: dict[str, Reader[Deadline | None]] = {
    "SPAN": _deadline,
    "SPAN of signature": _deadline,
    "SPAN of entry into force": _deadline,
    "SPAN of entry into force for it": _deadline,
    "SPAN of FACT": _deadline,
}


def _latest(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    phrase = phrase_from_tokens(detail.rest)
    yearly = found_form(phrase, _YEARLY)
    if yearly is not None:
        day = month_day_from_phrase(yearly.part("annual"), draft)
        return in_order(replace(clause, yearly=day), detail, draft)
    forms: dict[str, Reader[Window | None]] = {
        "SPAN before the end of TERM": _latest_window,
        "DATE": _latest_day,
    }
    if not any(found_form(phrase, form) for form in forms):
        draft.not_understood(detail.rest, (*forms, _YEARLY))
        return clause
    return _merged(clause, read_forms(phrase, forms, draft), detail, draft)


_YEARLY = "ANNUAL of any year"
"""A last day for notice that comes round every year; a notice after it is in time for the next one."""


def _earliest(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    forms: dict[str, Reader[Window | None]] = dict.fromkeys(
        ("the end of TERM", "SPAN before the end of TERM"), _earliest_window
    )
    forms |= dict.fromkeys(
        ("SPAN after entry into force for it", "SPAN after entry into force"), _window_after_entry
    )
    forms["DATE"] = _earliest_day
    window = read_forms(phrase_from_tokens(detail.rest), forms, draft)
    return _merged(clause, window, detail, draft)


def _latest_window(found: Found, draft: Draft) -> Window | None:
    span = span_from_phrase(found.part("span"), draft)
    return Window(TERMS[found.text("term")], latest=Offset(before=span)) if span else None


def _earliest_window(found: Found, draft: Draft) -> Window | None:
    span = span_from_phrase(found.part("span"), draft) if found.text("span") else Span()
    return Window(TERMS[found.text("term")], earliest=Offset(before=span)) if span else None


def _window_after_entry(found: Found, draft: Draft) -> Window | None:
    span = span_from_phrase(found.part("span"), draft)
    whose = "own" if found.phrase.text.endswith(" for it") else "entry"
    return Window(whose, earliest=Offset(after=span)) if span else None


def _latest_day(found: Found, draft: Draft) -> Window | None:
    day = day_from_token(found.token("date"), draft)
    return Window("day", latest=Offset(on=day)) if day is not None else None


def _earliest_day(found: Found, draft: Draft) -> Window | None:
    day = day_from_token(found.token("date"), draft)
    return Window("day", earliest=Offset(on=day)) if day is not None else None


def _merged(clause: Clause, window: Window | None, detail: Detail, draft: Draft) -> Clause:
    """Let both bounds stand in one clause, counted from the end of the same term."""
    old = clause.window
    if window is None or old is None:
        return replace(clause, window=window or old)
    if old.term != window.term:
        hint = "Count both bounds from the end of the same term."
        draft.report_across(detail.rest, "The two bounds count from different ends.", hint)
        return clause
    latest, earliest = window.latest or old.latest, window.earliest or old.earliest
    return replace(clause, window=Window(window.term, latest, earliest))


def _notice(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    forms: dict[str, Reader[Notice | None]] = dict.fromkeys(
        ("SPAN", "SPAN from its making", "SPAN from receipt", "SPAN from receipt by TEXT"), _read_notice
    )
    notice = read_forms(phrase_from_tokens(detail.rest), forms, draft)
    return replace(clause, notice=notice) if notice else clause


def _read_notice(found: Found, draft: Draft) -> Notice | None:
    span = span_from_phrase(found.part("span"), draft)
    receiver = found.text("text")
    if receiver and not receiver.startswith(("the ", "each ")):
        receiver = draft.named("actor", found.token("text")) or ""
    return Notice(Offset(after=span), "from receipt" in found.phrase.text, receiver) if span else None


LIMIT_LINES: dict[str, LineReader[Clause]] = {
    "until": _until,
    "through": _through,
    "by": _by,
    "within": _within,
    "no later than": _latest,
    "not before": _earliest,
    "by notice of": _notice,
    "effect": effect_line,
}
"""The lines that the engine counts days with."""
