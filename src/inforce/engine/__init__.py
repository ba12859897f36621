"""Treaties as circuits: compiled under a view, split into cases, run, explained. Pure: no file, no clock."""

from inforce.engine.audible import Knowledge, knowledge_of, rank_of
from inforce.engine.builder import CycleError
from inforce.engine.cases import BUDGET
from inforce.engine.choices import Choice
from inforce.engine.circuit import Reason
from inforce.engine.evaluate import Evaluator
from inforce.engine.evidence import Evidence
from inforce.engine.explain import grounds_of_event, grounds_on
from inforce.engine.general_law import rules_of, supplied_clauses
from inforce.engine.grounds import Ground
from inforce.engine.happenings import Happening, earlier, happenings_of
from inforce.engine.hear import evidence_from_claims
from inforce.engine.offsets import day_by_offset
from inforce.engine.parties import SUCCEEDING, with_heirs
from inforce.engine.rows import (
    Row,
    certainty_on,
    possible_on,
    rows_from_solution,
    statuses_on,
    statuses_within,
)
from inforce.engine.solve import (
    Hearing,
    Resolution,
    Signal,
    Solution,
    compile_signals,
    cone_of,
    resolutions_of,
    solve,
    solve_heard,
)
from inforce.engine.stays import Stay, beginnings_of, stays_of
from inforce.engine.uses import RESERVE, Use, lacking_grounds, uses_of

__all__ = [
    "BUDGET",
    "RESERVE",
    "SUCCEEDING",
    "Choice",
    "CycleError",
    "Evaluator",
    "Evidence",
    "Ground",
    "Happening",
    "Hearing",
    "Knowledge",
    "Reason",
    "Resolution",
    "Row",
    "Signal",
    "Solution",
    "Stay",
    "Use",
    "beginnings_of",
    "certainty_on",
    "compile_signals",
    "cone_of",
    "day_by_offset",
    "earlier",
    "evidence_from_claims",
    "grounds_of_event",
    "grounds_on",
    "happenings_of",
    "knowledge_of",
    "lacking_grounds",
    "possible_on",
    "rank_of",
    "resolutions_of",
    "rows_from_solution",
    "rules_of",
    "solve",
    "solve_heard",
    "statuses_on",
    "statuses_within",
    "stays_of",
    "supplied_clauses",
    "uses_of",
    "with_heirs",
]
