"""What a store says when it cannot do what is asked; each message is for the person who asked."""

from __future__ import annotations

from collections.abc import Sequence

from inforce.source import Problem, text_from_problem


class StoreError(Exception):
    """Something is wrong with a store, or with what is asked of it."""


class RefusedError(StoreError):
    """What is asked cannot be: there is no such entry, it is decided already, the person may not."""


class AbsentError(RefusedError):
    """There is no such entry, or no such treaty."""


class DecidedError(RefusedError):
    """What is asked comes too late: the entry is decided, corrected or withdrawn."""


class NotAllowedError(RefusedError):
    """Who asks may not: the store does not know them, or their role is too small."""


class StoreProblemsError(StoreError):
    """The lines of an entry have problems, and nothing of it is stored; ``problems`` has them all."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(map(text_from_problem, problems)))


class MissingExtraError(RefusedError):
    """The packages that a store needs are not installed."""

    def __init__(self, extra: str) -> None:
        super().__init__(f"This needs more packages: pip install 'inforce[{extra}]'.")


class NotWrittenError(StoreError):
    """The database did not take an entry: the disk is full, or somebody holds it. Nothing of it is stored."""


class UnreachableError(StoreError):
    """The database cannot be reached; whether a write that was under way is stored is not known."""


class DamagedError(StoreError):
    """What stands in a store is not what was written to it."""
