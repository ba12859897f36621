"""Name what is asked: which signals of the engine answer a question."""

from inforce.engine import Signal, UnknownNameError, supplied_clauses, treaty_named, view_named
from inforce.model import FLAGS, Book, Clause, Treaty, View

__all__ = ["FLAG_NAMES", "UnknownNameError", "clause_named", "flags_of", "treaty_named", "view_named"]

FLAG_NAMES = tuple(flag for flag in FLAGS if flag != "projected")
"""The flags that the record decides; ``projected`` depends on the day of knowledge alone."""


def clause_named(book: Book, view: View, treaty: Treaty, name: str) -> Clause:
    """Return a clause of a treaty by number or alias, or one that general law supplies in the view.

    Raises:
        UnknownNameError: if there is no such clause.
    """
    supplied = supplied_clauses(view, treaty)
    for clause in (*treaty.clauses, *supplied):
        if name == clause.id or name in clause.aliases:
            return clause
    names = [n for clause in (*treaty.clauses, *supplied) for n in (clause.id, *clause.aliases)]
    raise UnknownNameError("clause", name, tuple(names))


def flags_of(
    treaty: Treaty, clause: Clause | None, party: str, between: tuple[str, str] | None = None
) -> dict[str, Signal]:
    """Return the signals of the flags of an answer; they are run apart, for they turn on other disputes."""
    if clause is None and between:
        return {flag: ("flag", treaty.id, "", between[0], flag, between[1]) for flag in FLAG_NAMES}
    name = clause.id if clause else ""
    return {flag: ("flag", treaty.id, name, party, flag) for flag in FLAG_NAMES}
