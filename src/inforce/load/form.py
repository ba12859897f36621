"""Forms: the wordings that a line may have, written as a person would read them.

A form is both the grammar and what a problem shows as understood. Words stand for themselves, words in
capitals for what is filled in, brackets for what may be left out: ``by notice of SPAN [from its making]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from inforce.load.phrase import Phrase, phrase_from_tokens

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

T = TypeVar("T")

_SPAN = r"\d+ [a-z]+(?:(?:,|,? and)? \d+ [a-z]+)*"
_NAME = r"[^\s,\"()]+"
_NAMES = rf"{_NAME}(?:(?:,|,? and) {_NAME})*"
_SLOTS = {
    "SPAN": _SPAN,
    "NAME": _NAME,
    "ACTOR": _NAME,
    "TREATY": _NAME,
    "FACT": _NAME,
    "GROUP": _NAME,
    "WEIGHT": _NAME,
    "FILE": r"[^\s,]+",
    "DATE": r"\[[^\]]*\]\S*|[^\s,]+",
    "NAMES": _NAMES,
    "NUMBER": r"\d+",
    "PERCENT": r"\d+(?:\.\d+)?",
    "PART": r"a majority|two thirds|three quarters",
    "TERM": r"the first term|the term|the period|any period",
    "MANNER": r"signature|ratification|exchange of ratifications|deposit|accession",
    "RESULT": r"the treaty ends|it ceases to be a party|the treaty is suspended for it|the treaty is suspended|suspends"
    r"|the treaty is resumed|resumes",
    "CEASES": r"ceases to be one|ceases to be a party|counts as withdrawing from this",
    "ANNUAL": r"\d{1,2} [A-Za-z]+",
    "CONDITION": r".+",
    "EVENT": r".+",
    "TEXT": r".+",
}
_PIECE = re.compile(r" \[|\[|\]|[A-Z]{4,}2?|.")
_MEANINGS = {
    "TERM": "the first term, the term, the period or any period",
    "MANNER": "signature, ratification, exchange of ratifications, deposit or accession",
    "PART": "a majority, two thirds or three quarters",
    "RESULT": "the treaty ends, it ceases to be a party, the treaty is suspended, the treaty is suspended for it"
    " or the treaty is resumed",
    "CEASES": "ceases to be one, ceases to be a party or counts as withdrawing from this",
    "ANNUAL": "a day such as 31 March",
    "EVENT": "such as ratification by each party, or deposit by 10 states",
}
_SECOND = re.compile(r"(?<=[A-Z])2")  # a form may have a second slot of one kind, as in DATE2


class Found(Struct, frozen=True):
    """A form that a phrase has, with what it fills in."""

    phrase: Phrase
    match: re.Match[str]

    def text(self, slot: str) -> str:
        """Return the text of a slot; empty if the form leaves it out."""
        return self.match.groupdict().get(slot) or ""

    def tokens(self, slot: str) -> tuple[Token, ...]:
        """Return the tokens of a slot."""
        if not self.text(slot):
            return ()
        return self.phrase.tokens_between(self.match.start(slot), self.match.end(slot))

    def token(self, slot: str) -> Token:
        """Return the first token of a slot that is filled in."""
        return self.tokens(slot)[0]

    def part(self, slot: str) -> Phrase:
        """Return a slot as a phrase of its own."""
        return phrase_from_tokens(self.tokens(slot))


Reader = Callable[[Found, "Draft"], T]


@cache
def pattern_from_form(form: str) -> re.Pattern[str]:
    """Compile a form.

    >>> bool(pattern_from_form("by notice of SPAN [from its making]").fullmatch("by notice of 1 year"))
    True
    """
    return re.compile("".join(_regex(piece) for piece in _PIECE.findall(form)))


def found_form(phrase: Phrase, form: str) -> Found | None:
    """Match a phrase with one form."""
    match = pattern_from_form(form).fullmatch(phrase.text)
    return Found(phrase, match) if match else None


def read_forms(phrase: Phrase, forms: Mapping[str, Reader[T]], draft: Draft) -> T | None:
    """Read a phrase by the first form that it has, or report which forms are understood."""
    for form, reader in forms.items():
        found = found_form(phrase, form)
        if found:
            return reader(found, draft)
    draft.not_understood(phrase.tokens, forms)
    return None


def told_forms(forms: Iterable[str]) -> str:
    """Tell the forms that are understood, in the words of a fix.

    >>> told_forms(["unlimited", "SPAN"])
    'The forms understood are: unlimited · SPAN.'
    """
    told = " · ".join(forms)
    meanings = [f" {slot} is {meaning}." for slot, meaning in _MEANINGS.items() if slot in told]
    return f"The forms understood are: {_SECOND.sub('', told)}.{''.join(meanings)}"


def _regex(piece: str) -> str:
    if piece == " [":
        return "(?: "
    if piece in "[]":
        return "(?:" if piece == "[" else ")?"
    slot = piece.removesuffix("2")
    if slot in _SLOTS:
        return f"(?P<{piece.lower()}>{_SLOTS[slot]})"
    return re.escape(piece)
