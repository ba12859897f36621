"""Days, stretches and spans that stand in a line, or the problem at the very character."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from inforce.source import Place
from inforce.temporal import (
    DateError,
    Day,
    Span,
    Stretch,
    UncertainDay,
    act_day_from_edtf,
    day_from_iso,
    days_in_month,
    span_from_text,
    stretch_from_edtf,
)

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.load.phrase import Phrase
    from inforce.parse.syntax import Token

T = TypeVar("T")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_COMMON_YEAR = 2001


def day_from_token(token: Token, draft: Draft) -> Day | None:
    """Read an exact day, such as one that a text names as its last."""
    return _read(day_from_iso, token.text, token, draft)


def moment_from_token(token: Token, draft: Draft) -> UncertainDay | None:
    """Read the day of an act, as uncertain as it is known."""
    return _read(act_day_from_edtf, token.text, token, draft)


def stretch_from_token(token: Token, draft: Draft, onwards: bool = False) -> Stretch | None:
    """Read how long something lasted; ``onwards`` makes of a single date the beginning of an open stretch."""
    text = f"{token.text}/.." if onwards and "/" not in token.text else token.text
    return _read(stretch_from_edtf, text, token, draft)


def span_from_phrase(phrase: Phrase, draft: Draft) -> Span | None:
    """Read a calendar length such as ``30 years``."""
    try:
        return span_from_text(phrase.text)
    except DateError as error:
        token = phrase.token_at(error.offset)
        if token is not None:
            draft.report(token, sentence(error.message), sentence(error.hint))
        return None


def month_day_from_phrase(phrase: Phrase, draft: Draft) -> tuple[int, int] | None:
    """Read a day that every year has, such as ``31 March``, as its month and its day."""
    day, month = (token.text for token in phrase.tokens)
    if month not in _MONTHS:
        hint = draft.nearest(month, _MONTHS) or "Write the month in full, as in 31 March."
        draft.report(phrase.tokens[1], f"There is no month called {month}.", hint)
        return None
    number = _MONTHS.index(month) + 1
    if not 1 <= int(day) <= days_in_month(_COMMON_YEAR, number):
        draft.report_across(
            phrase.tokens, f"Not every year has a {phrase.text}.", "Write a day that comes every year."
        )
        return None
    return number, int(day)


def looks_like_date(text: str) -> bool:
    """Tell whether a word is meant as a date: a year or a bracket begins it.

    >>> looks_like_date("1945-08-24"), looks_like_date("un-takes-over"), looks_like_date("T5")
    (True, False, False)
    """
    return text[:4].isdigit() or text[:1] == "[" or (text[:1] == "-" and text[1:5].isdigit())


def sentence(text: str) -> str:
    """Make a whole sentence of the short words of an error.

    >>> sentence("1972-06 has 30 days")
    '1972-06 has 30 days.'
    """
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}" if text else ""


def _read(reader: Callable[[str], T], text: str, token: Token, draft: Draft) -> T | None:
    try:
        return reader(text)
    except DateError as error:
        offset = min(error.offset, max(len(token.text) - 1, 0))
        place = Place(
            draft.document.file, token.line, token.column + offset, max(len(token.text) - offset, 1)
        )
        draft.report_at(place, sentence(error.message), sentence(error.hint))
        return None
