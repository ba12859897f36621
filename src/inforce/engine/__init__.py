"""Treaties as circuits: compiled under a view, split into cases, run, explained. Pure: no file, no clock."""

from inforce.engine.asking import (
    TOO_FEW,
    bearers_of,
    counterparty_of,
    endings_of,
    instances_between,
    signals_of,
    status_signal,
)
from inforce.engine.audible import Knowledge, knowledge_of, rank_of
from inforce.engine.builder import CycleError
from inforce.engine.cases import BUDGET
from inforce.engine.choices import Choice
from inforce.engine.circuit import Reason
from inforce.engine.evaluate import Evaluator
from inforce.engine.evidence import Evidence
from inforce.engine.explain import grounds_of_event, grounds_on
from inforce.engine.general_law import residuals_of, rules_of, supplied_clauses
from inforce.engine.grounds import Ground
from inforce.engine.happenings import Happening, earlier, happenings_of
from inforce.engine.hear import evidence_from_claims
from inforce.engine.heirs import SUCCEEDING, with_heirs
from inforce.engine.jointly import solve_jointly
from inforce.engine.named import UnknownNameError, treaty_named, view_named
from inforce.engine.offsets import day_by_offset
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
    Setting,
    Signal,
    Solution,
    compile_signals,
    cone_of,
    renamed,
    resolutions_of,
    settings_of,
    solve,
    solve_heard,
)
from inforce.engine.stays import Stay, beginnings_of, stays_of
from inforce.engine.tasks import Reference, Task, tasks_from_questions
from inforce.engine.uses import RESERVE, Use, lacking_grounds, uses_of
from inforce.engine.variants import Sought

__all__ = [
    "BUDGET",
    "RESERVE",
    "SUCCEEDING",
    "TOO_FEW",
    "Choice",
    "CycleError",
    "Evaluator",
    "Evidence",
    "Ground",
    "Happening",
    "Hearing",
    "Knowledge",
    "Reason",
    "Reference",
    "Resolution",
    "Row",
    "Setting",
    "Signal",
    "Solution",
    "Sought",
    "Stay",
    "Task",
    "UnknownNameError",
    "Use",
    "bearers_of",
    "beginnings_of",
    "certainty_on",
    "compile_signals",
    "cone_of",
    "counterparty_of",
    "day_by_offset",
    "earlier",
    "endings_of",
    "evidence_from_claims",
    "grounds_of_event",
    "grounds_on",
    "happenings_of",
    "instances_between",
    "knowledge_of",
    "lacking_grounds",
    "possible_on",
    "rank_of",
    "renamed",
    "residuals_of",
    "resolutions_of",
    "rows_from_solution",
    "rules_of",
    "settings_of",
    "signals_of",
    "solve",
    "solve_heard",
    "solve_jointly",
    "status_signal",
    "statuses_on",
    "statuses_within",
    "stays_of",
    "supplied_clauses",
    "tasks_from_questions",
    "treaty_named",
    "uses_of",
    "view_named",
    "with_heirs",
]
