"""What may still happen on a coming day may do then what it could not do today."""

from inforce.engine import Evaluator
from inforce.engine.circuit import LASTING, MAYBE, NO, YES, Circuit, Kind, Node, readers_from_nodes
from inforce.engine.run import Run
from inforce.engine.signals import Change, changes_from_candidates
from inforce.model import Offset
from inforce.temporal import Day, Span

FIRST, LAST = Day(712_250), Day(712_260)
BETWEEN = changes_from_candidates(((FIRST, LAST),), True)


def run_of(signals: dict[int, list[Change]], *nodes: Node) -> Run:
    return Evaluator(Circuit(nodes, readers_from_nodes(nodes), {}, tuple(signals))).run(signals)


def test_what_was_stopped_on_its_first_possible_day_may_begin_on_the_next() -> None:
    on_the_first = changes_from_candidates(((FIRST, FIRST),), True)
    begins, ends = Node(Kind.EVENT_INPUT), Node(Kind.EVENT_INPUT)
    run = run_of({0: BETWEEN, 1: on_the_first}, begins, ends, Node(Kind.LATCH, (0, 1)))
    assert run.value_on(2, FIRST) == NO
    assert run.value_on(2, Day(FIRST + 1)) == MAYBE
    assert run.value_on(2, LAST) in (MAYBE, YES)


def test_what_follows_at_once_on_what_may_come_on_any_day_may_come_on_any_day() -> None:
    for_ever = [Change(FIRST, LASTING)]
    at_once = Offset(before=Span(days=1))
    other = changes_from_candidates(((LAST, LAST),), True)
    run = run_of(
        {0: for_ever, 1: other},
        Node(Kind.EVENT_INPUT),
        Node(Kind.EVENT_INPUT),
        Node(Kind.TIMER, (0, -1), offset=at_once),
    )
    assert (LAST, LASTING) in run.history[2]
