"""One thing over time, as a row of a page: who it is for, and its stretches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from inforce.answers.answer import Answer
from inforce.answers.picture.families import family_of
from inforce.answers.picture.tracks import words_of_span
from inforce.answers.wording import words_from_status
from inforce.exchange.forms.part import Part
from inforce.temporal import BEGINNING, FOREVER, Day, day_from_iso


class Stretch(Struct, frozen=True):
    """Some days on which the answer stays the same; ``word`` is the status, ``more`` what stands beside it."""

    since: Day
    until: Day
    family: str
    word: str
    more: str
    span: str
    answer: Answer


class Row(Struct, frozen=True):
    """A part for those for whom it is alike; ``who`` is empty where it is for all, or for nobody in particular."""

    part: Part
    who: str
    parties: tuple[str, ...]
    stretches: tuple[Stretch, ...]

    def on(self, day: Day) -> Stretch:
        """Return the stretch in which a day lies."""
        return next(each for each in reversed(self.stretches) if each.since <= day)


def rows_from_answers(
    part: Part, found: Iterable[tuple[str, Sequence[Answer]]], parties: Sequence[str]
) -> tuple[Row, ...]:
    """Return the rows of a part; parties for whom it is alike share one."""
    alike: dict[tuple[object, ...], list[str]] = {}
    drawn: dict[tuple[object, ...], tuple[Stretch, ...]] = {}
    for party, answers in found:
        made = tuple(map(stretch_from_answer, answers))
        gist = tuple((each.since, each.word, each.more) for each in made)
        alike.setdefault(gist, []).append(party)
        drawn.setdefault(gist, made)
    return tuple(
        Row(part, _who(group, parties), tuple(filter(None, group)), drawn[gist])
        for gist, group in alike.items()
    )


def _who(group: Sequence[str], parties: Sequence[str]) -> str:
    named = [code for code in group if code]
    if len(named) > 1 and set(named) == set(parties):
        return "each party"
    return ", ".join(named)


def stretch_from_answer(answer: Answer) -> Stretch:
    """Return a stretch as a page shows it."""
    since = day_from_iso(answer.since) if answer.since else BEGINNING
    until = day_from_iso(answer.until) if answer.until else FOREVER
    word = " or ".join(map(words_from_status, answer.possible))
    doubt = "" if answer.certainty == "certain" else answer.certainty
    how = f"by {answer.how.replace(';', ' or ')}" if answer.how and "ended" in answer.possible else ""
    flags = (words_from_status(flag) for flag in answer.flags if not flag.startswith("projected"))
    more = "; ".join(filter(None, (doubt, how, *flags)))
    family = family_of(answer.possible, answer.certainty)
    return Stretch(since, until, family, word, more, words_of_span(since, until), answer)
