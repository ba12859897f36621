"""Views side by side: a line for each, and under a dispute what each side says."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from inforce.answers import Answer, Because
from inforce.answers.telling import headline, subject
from inforce.answers.wording import words_from_status
from inforce.cli.telling import lines_of_why

_UNSETTLED = "open"
"""The name of a reason that says what would settle an answer."""

_CITE = re.compile(r"\[@[^\]]*\]")


class Side(Struct, frozen=True):
    """One side of a dispute: what follows if it is right, and the sources that it alone rests on."""

    text: str
    cites: tuple[str, ...]


def lines_of_views(answers: Sequence[Answer]) -> Iterator[str]:
    """Tell the answers of every view, a line each, the sides of a dispute indented under it."""
    parts: dict[str, list[Answer]] = {}
    for answer in answers:
        parts.setdefault(subject(answer), []).append(answer)
    width = max((len(answer.view) for answer in answers), default=0)
    for part, found in parts.items():
        known = f", as known on {found[0].known}" if found[0].known else ""
        yield f"{part} on {found[0].on}{known}"
        for answer in found:
            yield from _lines(answer, width)


def lines_of_views_with_reasons(answers: Sequence[Answer]) -> Iterator[str]:
    """Tell every view in a line, then each with its reasons."""
    yield from lines_of_views(answers)
    for answer in answers:
        yield ""
        yield from lines_of_why((answer,))


def sides_of_dispute(because: Iterable[Because]) -> list[Side]:
    """Return the sides of a dispute, each with the sources that not every side has."""
    found: list[tuple[str, dict[str, None]]] = []
    for reason in because:
        if reason.kind == "case" and reason.id != _UNSETTLED:
            found.append((reason.text, {}))
        elif found:
            found[-1][1].update(dict.fromkeys(_CITE.findall(reason.cite)))
    shared = set[str]() if not found else set(found[0][1]).intersection(*(cites for _, cites in found[1:]))
    return [Side(text, tuple(cite for cite in cites if cite not in shared)) for text, cites in found]


def _lines(answer: Answer, width: int) -> Iterator[str]:
    """Tell one view: the answer, the sides of a dispute, and what would settle it."""
    sides = sides_of_dispute(answer.because)
    yield f"  {answer.view:<{width}}  {_in_short(answer) if sides else headline(answer)}"
    yield from lines_of_cases(answer, width + 6)


def lines_of_cases(answer: Answer, indent: int) -> Iterator[str]:
    """Tell under an open answer what each side says, and what would settle it."""
    for side in sides_of_dispute(answer.because):
        yield " " * indent + "  ".join((side.text, *filter(None, [" ".join(side.cites)])))
    for reason in answer.because:
        if reason.kind == "case" and reason.id == _UNSETTLED:
            yield " " * indent + reason.text


def _in_short(answer: Answer) -> str:
    """Tell an open answer whose sides follow in lines of their own."""
    since = f" since {answer.since}" if answer.since else ""
    until = f" until {answer.until}" if answer.until else ""
    flags = "".join(f"; {words_from_status(flag)}" for flag in answer.flags)
    return f"{answer.certainty}{since}{until}{flags}"
