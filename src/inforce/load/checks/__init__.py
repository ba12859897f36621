"""Checks of a whole book: each a function of one signature, listed in one tuple.

A check decides what no single line can: whether facts go in a circle, whether a name that a record refers to
is given somewhere. A new check is one function and one line here.
"""

from collections.abc import Callable, Iterator, Sequence

from inforce.load.checks.before_force import check_finders, check_opting_out
from inforce.load.checks.cycles import check_cycles, check_cycles_of_terms
from inforce.load.checks.facts import check_fact_cycles
from inforce.load.checks.labels import check_label_references, check_labels_once
from inforce.load.checks.occurrences import check_occurrences
from inforce.load.checks.only_for import check_only_for
from inforce.load.checks.readings import check_readings_of_views
from inforce.load.checks.relations import check_circles
from inforce.load.checks.reservations import check_reservations
from inforce.load.checks.shipped import check_citations
from inforce.load.checks.statuses import check_condition_statuses, check_expected_statuses
from inforce.load.checks.succession import check_succession
from inforce.load.checks.weights import check_weights
from inforce.load.entries import Entry
from inforce.model import Book
from inforce.source import Problem

Check = Callable[[Book, Sequence[Entry]], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_fact_cycles,
    check_label_references,
    check_labels_once,
    check_occurrences,
    check_reservations,
    check_readings_of_views,
    check_condition_statuses,
    check_expected_statuses,
    check_weights,
    check_succession,
    check_circles,
    check_opting_out,
    check_finders,
    check_only_for,
    check_cycles,
    check_cycles_of_terms,
    check_citations,
)

__all__ = ["CHECKS", "Check"]
