"""Many questions of one output each, run one after the other by the reference evaluator."""

from collections.abc import Sequence

from msgspec import Struct

from inforce.engine.backdating import run_with_backdating
from inforce.engine.courses import Course, Row, rows_from_courses
from inforce.engine.evaluate import Evaluator
from inforce.engine.secure import secure_acts
from inforce.engine.solve import Setting


class Task(Struct, frozen=True):
    """One question: its settings, one for each way of reading, and the name of the output."""

    settings: tuple[Setting, ...]
    output: str = "status"

    def rows(self, courses: Sequence[Course]) -> list[Row]:
        """Join the courses of all cases, in the order of the settings and of their cases."""
        has_unknown = any(choice.unknown for setting in self.settings for choice in setting.choices)
        return rows_from_courses(courses, has_unknown=has_unknown)


class Reference:
    """Run questions by the reference evaluator; ``routed`` counts them."""

    def __init__(self) -> None:
        self.name = "reference"
        self.routed = 0

    def rows(self, tasks: Sequence[Task]) -> list[list[Row]]:
        """Return the rows of each question."""
        self.routed += len(tasks)
        return [
            task.rows([one for setting in task.settings for one in courses_of(setting, task.output)])
            for task in tasks
        ]


def _courses(task: Task) -> list[Course]:
    return [course for setting in task.settings for course in courses_of(setting, task.output)]


def courses_of(setting: Setting, output: str) -> list[Course]:
    """Run all cases of a setting, and return the course of one output in each."""
    evaluator, node = Evaluator(setting.circuit), setting.circuit.outputs[output]
    runs = [
        (case, run_with_backdating(evaluator, case, secure_acts(evaluator, case))) for case in setting.cases
    ]
    return [
        Course((*setting.readings, *case.sides), setting.circuit.nodes[node], run.history[node])
        for case, run in runs
    ]
