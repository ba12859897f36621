"""What falls due, in lines: the days in the order of the calendar, what has no day at the end."""

from collections.abc import Iterator, Sequence

from inforce.answers.telling import headline, subject
from inforce.answers.window import Due
from inforce.cli.telling import lines_of_because

_NO_DAY = "no day"


def lines_of_dues(found: Sequence[Due], head: str, *, with_reasons: bool) -> Iterator[str]:
    """Tell what falls due, a line each; under an open day its cases, or with reasons all of them."""
    yield f"{head}: {_counted(found)}"
    for each in found:
        about = subject(each.answer)
        yield f"  {each.days or _NO_DAY}  {each.text}{'' if each.sure else ', if at all'} — {about}: {_status(each)}"
        if with_reasons:
            yield from lines_of_because(each.because, depth=3)
        else:
            yield from (f"      {item.text}" for item in each.because if item.kind == "case")


def _status(due: Due) -> str:
    """Tell the status on the days; since when and until when is another question."""
    from msgspec.structs import replace

    return headline(replace(due.answer, since=None, until=None))


def _counted(found: Sequence[Due]) -> str:
    dated = sum(each.days is not None for each in found)
    undated = len(found) - dated
    if not found:
        return "nothing"
    return f"{dated} with a day{f', {undated} without' if undated else ''}"
