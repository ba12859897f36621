"""Many questions on one circuit: each is run on its own part of it, as if it had been compiled alone."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from inforce.engine.backdating import run_with_backdating
from inforce.engine.cases import BUDGET, cases_from_choices
from inforce.engine.choices import Choice, choices_from_evidence
from inforce.engine.circuit import Circuit
from inforce.engine.courses import Course, Row, rows_from_courses
from inforce.engine.evaluate import Evaluator
from inforce.engine.secure import secure_acts
from inforce.engine.solve import (
    Hearing,
    Setting,
    Signal,
    compile_signals,
    judge_of,
    readings_of,
    settings_of,
)

Signals = Mapping[str, Signal]
"""The signals of one question: the first is asked for, the others are run with it."""


class Task(Struct, frozen=True):
    """Questions on which the same things are open: the same cases are theirs.

    ``settings`` has one setting for each way of reading; ``outputs`` are what is asked for, ``questions`` the turns of
    the questions that ask for them.
    """

    settings: tuple[Setting, ...]
    outputs: tuple[str, ...]
    questions: tuple[int, ...]

    def rows(self, courses: Sequence[Course]) -> list[Row]:
        """Join the courses of one output in all cases, in the order of the settings and of their cases."""
        has_unknown = any(choice.unknown for setting in self.settings for choice in setting.choices)
        return rows_from_courses(courses, has_unknown=has_unknown)


def tasks_from_questions(hearing: Hearing, questions: Sequence[Signals], budget: int = BUDGET) -> list[Task]:
    """Compile questions together; where a clause is read in several ways, each by itself.

    Raises:
        CycleError: if a signal depends on itself without an act.
    """
    heard = (hearing.book, hearing.view, hearing.evidence)
    named = {repr(signal): signal for question in questions for signal in question.values()}
    circuit, touched = compile_signals(*heard, named, {})
    (read_as, _), *others = readings_of(hearing.book, hearing.view, touched)
    if others:
        return [_alone(hearing, question, turn, budget) for turn, question in enumerate(questions)]
    if read_as:
        circuit, _ = compile_signals(*heard, named, read_as)
    settled, choices = choices_from_evidence(circuit, hearing.evidence)
    tasks = []
    for open_ones, turns in _by_openness(circuit, choices, questions).items():
        kept = tuple(choice for turn, choice in enumerate(choices) if open_ones >> turn & 1)
        setting = Setting(circuit, kept, tuple(cases_from_choices(settled, kept, budget)))
        outputs = tuple(repr(next(iter(questions[turn].values()))) for turn in turns)
        tasks.append(Task((setting,), outputs, tuple(turns)))
    return tasks


def _alone(hearing: Hearing, question: Signals, turn: int, budget: int) -> Task:
    settings = tuple(settings_of(hearing, question, budget, beside={}))
    return Task(settings, (next(iter(question)),), (turn,))


def _by_openness(
    circuit: Circuit, choices: Sequence[Choice], questions: Sequence[Signals]
) -> dict[int, list[int]]:
    """Return the turns of the questions by the choices on which they turn, as bits."""
    reached = _choices_reached(circuit, choices)
    found: dict[int, list[int]] = {}
    for turn, question in enumerate(questions):
        open_ones = 0
        for signal in question.values():
            node = circuit.outputs[repr(signal)]
            open_ones |= reached[node] if node >= 0 else 0
        found.setdefault(open_ones, []).append(turn)
    return found


def _choices_reached(circuit: Circuit, choices: Sequence[Choice]) -> list[int]:
    """Return the choices on which each node turns, as bits; powers of acts lead back, so until nothing changes."""
    reached = [0] * len(circuit.nodes)
    for turn, choice in enumerate(choices):
        for index in choice.inputs:
            reached[index] |= 1 << turn
    is_changing = True
    while is_changing:
        is_changing = False
        for index, node in enumerate(circuit.nodes):
            found = reached[index]
            for source in (*node.inputs, *judge_of(node.slot)):
                found |= reached[source] if source >= 0 else 0
            is_changing, reached[index] = is_changing or found != reached[index], found
    return reached


class Reference:
    """Run questions by the reference evaluator; ``routed`` counts them."""

    def __init__(self) -> None:
        self.name = "reference"
        self.routed = 0

    def rows(self, tasks: Sequence[Task]) -> list[list[list[Row]]]:
        """Return the rows of each output of each task."""
        self.routed += sum(len(task.outputs) for task in tasks)
        return [_rows(task) for task in tasks]


def _rows(task: Task) -> list[list[Row]]:
    courses: list[list[Course]] = [[] for _ in task.outputs]
    for setting in task.settings:
        evaluator, nodes = Evaluator(setting.circuit), setting.circuit.nodes
        for case in setting.cases:
            run = run_with_backdating(evaluator, case, secure_acts(evaluator, case))
            for found, output in zip(courses, task.outputs, strict=True):
                node = setting.circuit.outputs[output]
                found.append(Course((*setting.readings, *case.sides), nodes[node], run.history[node]))
    return [task.rows(found) for found in courses]
