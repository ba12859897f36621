"""One question about a treaty put to each of many parties: one run for all, as far as nothing is open."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from inforce.answers.question import FLAG_NAMES, flags_of, treaty_named
from inforce.answers.status import Asked
from inforce.engine import Hearing, Signal, Solution, renamed, signals_of, solve_heard
from inforce.model import Question


def asked_of_each(hearing: Hearing, question: Question, who: Sequence[str]) -> Iterator[Asked]:
    """Solve the status of a treaty or instrument for each of some parties, in their order.

    All are solved on rails together; a party for which anything is open then is solved again, alone and by cases.

    >>> import inforce
    >>> from inforce.model import ALL_VOICES
    >>> book = inforce.open().book
    >>> of = Question("sino-soviet-1945", on=book.expectations[0].question.on)
    >>> [each.party for each in asked_of_each(Hearing(book, ALL_VOICES), of, ("CHN", "SUN"))]
    ['CHN', 'SUN']
    """
    shared = _together(hearing, question, who)
    for party in who:
        about = replace(question, party=party)
        asked = _OnRails(about, party, hearing, shared)
        is_open = any(len(row.possible) > 1 for row in asked.rows)
        yield Asked(about, party, hearing) if is_open else asked


def _together(hearing: Hearing, question: Question, who: Sequence[str]) -> Solution:
    treaty = treaty_named(hearing.book, question.treaty)
    signals: dict[str, Signal] = {}
    flags: dict[str, Signal] = {}
    for party in who:
        found = signals_of(question, treaty, None, party, hearing.view)
        signals |= {f"{party} {name}" if name == "status" else name: signal for name, signal in found.items()}
        flags |= {f"{party} {flag}": signal for flag, signal in flags_of(treaty, None, party).items()}
    return solve_heard(hearing, signals, budget=1, beside=flags)


class _OnRails(Asked):
    """A question of one party whose solution is a part of that of all."""

    def __init__(self, question: Question, party: str, hearing: Hearing, shared: Solution) -> None:
        self._shared = shared
        super().__init__(question, party, hearing)

    def _solved(self, hearing: Hearing, budget: int, also: Mapping[str, Signal]) -> Solution:
        names = ("status", *FLAG_NAMES)
        return renamed(self._shared, {name: f"{self.party} {name}" for name in names})
