"""What sources state, beside the record, in lines: each end of an outcome, and the likely confusion."""

from collections.abc import Iterator, Sequence

from inforce.answers.bounds import AGREES, DIFFERS, ONE_SIDE, POSSIBLE, VERDICTS
from inforce.answers.compared import Against, Compared
from inforce.cli.telling import lines_of_because, with_source

_WHICH = {"begins": "begins", "ends": "no longer from"}
_NEVER = "no such day"


def lines_of_against(found: Sequence[Against], head: str) -> Iterator[str]:
    """Tell outcomes under a head, the numbers first."""
    voices = len({each.voice for each in found})
    yield f"{head}: {_counted(voices, 'voice')}, {_counted(len({each.id for each in found}), 'outcome')}"
    for each in found:
        named = f" for {each.party}"
        party = f",{named}" if each.party and f"{named}," not in each.text else ""
        yield f"  {with_source(each.text + party, each.voice, each.cite)}"
        if each.denied:
            yield "    a denial gives no days to compare"
        for bound in each.bounds:
            yield from _bound(bound)


def _bound(bound: Compared) -> Iterator[str]:
    claimed, days = bound.claimed or _NEVER, bound.days or _NEVER
    yield f"    {_WHICH[bound.which]} {claimed}: {VERDICTS[bound.verdict]}; the record yields {days}"
    yield f"      {_views(bound)}"
    for confusion in bound.confusions:
        likely = "" if confusion.name == "none" else "likely: "
        yield f"      {likely}{confusion.text}"
        yield from lines_of_because(confusion.because, depth=4)


def _views(bound: Compared) -> str:
    """Say which views agree, which leave the day open, and what the others yield."""
    agreeing = [each.view for each in bound.views if each.verdict == AGREES]
    left_open = [each.view for each in bound.views if each.verdict in (POSSIBLE, ONE_SIDE)]
    told = [f"agrees in {', '.join(agreeing)}" if agreeing else "agrees in no view"]
    if left_open:
        told.append(f"open in {', '.join(left_open)}")
    others: dict[str, list[str]] = {}
    for each in bound.views:
        if each.verdict == DIFFERS:
            others.setdefault(each.days or _NEVER, []).append(each.view)
    told += [f"{days} in {', '.join(views)}" for days, views in others.items()]
    return "; ".join(told)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
