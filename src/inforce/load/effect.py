"""The line ``effect`` of a power: what its use brings about, and on which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.dates import month_day_from_phrase
from inforce.load.form import Found, Reader, read_forms
from inforce.load.phrase import phrase_from_tokens, text_from_tokens
from inforce.model import Bearer, Clause, Effect, Offset

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail

TERMS = {"the first term": "first", "the term": "running", "the period": "running", "any period": "running"}
"""Which end of a term is meant, by the words for it."""

_EFFECTS = {
    "the treaty ends": "ends",
    "it ceases to be a party": "leaves",
    "the treaty is suspended": "suspends",
    "the treaty is suspended for it": "suspends for itself",
    "suspends": "suspends",
    "the treaty is resumed": "resumes",
    "resumes": "resumes",
}
_USUAL = {
    **dict.fromkeys(
        ("denounce", "withdraw", "terminate"), "effect the treaty ends, or effect it ceases to be a party"
    ),
    "suspend": "effect the treaty is suspended",
    "resume": "effect the treaty is resumed",
}
"""What the powers over a treaty itself mostly bring about, by their verbs."""

_TEXTS = ("treaty", "agreement", "convention", "protocol", "pact", "covenant", "charter")
_THIS = frozenset(("", "it", *(f"{word} {text}" for word in ("this", "the") for text in _TEXTS)))
_NEW_YEAR = Offset(annual=(12, 31), days=1)
"""From a day to the first day after its calendar year: what works at the end of a day works from the next."""

_DAYS: dict[str, tuple[Offset, ...]] = {
    "at the end of the calendar year": (_NEW_YEAR,),
    "at the end of the calendar year following the notice": (_NEW_YEAR, _NEW_YEAR),
    "at the end of the month": (Offset(following_month=True),),
    "on the first day of the following month": (Offset(following_month=True),),
}
_THAT_YEAR = "on ANNUAL of that year"
_NEXT_YEAR = "on ANNUAL of the following year"


def effect_line(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read what a power brings about."""
    effect = read_forms(phrase_from_tokens(detail.rest), _EFFECT_FORMS, draft)
    return in_order(replace(clause, effect=effect), detail, draft) if effect else clause


def report_no_effect(clause: Clause, details: Sequence[Detail], draft: Draft) -> None:
    """Report a power over the treaty itself that says no effect: its use would bring about nothing."""
    says_one = clause.effect is not None or any(detail.key in ("effect", "silent on") for detail in details)
    if clause.kind != "power" or says_one or clause.verb not in _USUAL or clause.bearer == Bearer():
        return
    for detail in details:
        tokens = detail.rest
        verb = next((at for at, token in enumerate(tokens) if token.text == clause.verb), len(tokens))
        if verb and tokens[verb - 1].text == "may" and text_from_tokens(tokens[verb + 1 :]) in _THIS:
            message = f"Nothing says what it brings about to {clause.verb}."
            draft.report(tokens[verb], message, f"Add a line: {_USUAL[clause.verb]}.")
            return


def in_order(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Report an effect on a day of the year that comes before the last day for the notice that has it."""
    steps = clause.effect.steps if clause.effect else ()
    first = steps[0].annual if steps and not steps[0].days else None
    if clause.yearly is not None and first is not None and first < clause.yearly:
        hint = "Write of the following year, or an earlier last day for the notice."
        draft.report_across(
            detail.rest, "In the same year the effect would come before the last day for notice.", hint
        )
    return clause


def _read_effect(found: Found, draft: Draft) -> Effect | None:
    _, _, when = found.phrase.text.partition(", ")
    effect = Effect(_EFFECTS[found.text("result")], TERMS.get(found.text("term"), ""))
    if when in _DAYS:
        return replace(effect, steps=_DAYS[when])
    if not found.text("annual"):
        return effect
    day = month_day_from_phrase(found.part("annual"), draft)
    if day is None:
        return None
    steps = (Offset(annual=day),)
    return replace(effect, steps=steps if when.endswith("that year") else (_NEW_YEAR, *steps))


_EFFECT_FORMS: dict[str, Reader[Effect | None]] = dict.fromkeys(
    ("RESULT[, at the end of TERM]", *(f"RESULT, {day}" for day in (*_DAYS, _THAT_YEAR, _NEXT_YEAR))),
    _read_effect,
)
