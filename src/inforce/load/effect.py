"""The line ``effect`` of a power: what its use brings about, and on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.dates import month_day_from_phrase
from inforce.load.form import Found, Reader, read_forms
from inforce.load.phrase import phrase_from_tokens
from inforce.model import Clause, Effect, Offset

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
