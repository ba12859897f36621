"""How statuses are drawn: a few families, each with a pattern of its own that reads without colour."""

from collections.abc import Sequence

HOLDS, DUE, DONE, BREACH, WAITS = "holds", "due", "done", "breach", "waits"
DISPUTED, UNCERTAIN, NOTHING = "disputed", "uncertain", "nothing"

MEANINGS = {
    HOLDS: "in force, owed, open",
    DUE: "due",
    DONE: "performed, used",
    BREACH: "breach or delay",
    WAITS: "waits or rests",
    DISPUTED: "disputed",
    UNCERTAIN: "the day is uncertain",
    NOTHING: "not yet, or no longer",
}
"""The families with what each means, in the order of the legend."""

_FAMILIES = {
    HOLDS: ("in_force", "provisional", "owed", "open", "exercisable", "holds"),
    DUE: ("due",),
    DONE: ("performed", "performed_late", "exercised"),
    BREACH: ("breached", "overdue"),
    WAITS: ("signed", "suspended", "conditional", "released", "closed"),
}
_FAMILY_OF = {status: family for family, statuses in _FAMILIES.items() for status in statuses}


def family_of(possible: Sequence[str], certainty: str) -> str:
    """Return the family in which an interval is drawn: that of its status, or of what leaves it open.

    >>> family_of(("in_force",), "certain"), family_of(("ended", "in_force"), "disputed")
    ('holds', 'disputed')
    """
    if len(possible) > 1:
        return DISPUTED if certainty == "disputed" else UNCERTAIN
    return _FAMILY_OF.get(possible[0], NOTHING)
