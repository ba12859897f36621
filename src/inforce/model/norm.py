"""The kinds of norm and the closed lists of statuses, each list a chain of priorities."""

from typing import Literal

NormKind = Literal["treaty", "achieve", "maintain", "prohibition", "permission", "power", "constitutive"]

TREATY_STATUSES = (
    "void",
    "not_a_party",
    "ended",
    "suspended",
    "in_force",
    "provisional",
    "signed",
    "not_concluded",
)
"""Statuses of a treaty, for all or for one party: the first that holds is the status."""

STATUSES: dict[NormKind, tuple[str, ...]] = {
    "treaty": TREATY_STATUSES,
    "achieve": (
        "not_applicable",
        "not_yet_operative",
        "performed",
        "performed_late",
        "released",
        "ended",
        "suspended",
        "conditional",
        "overdue",
        "due",
    ),
    "maintain": (
        "not_applicable",
        "not_yet_operative",
        "ended",
        "suspended",
        "conditional",
        "breached",
        "owed",
    ),
    "prohibition": (
        "not_applicable",
        "not_yet_operative",
        "ended",
        "suspended",
        "conditional",
        "breached",
        "owed",
    ),
    "permission": ("not_applicable", "not_yet_operative", "ended", "suspended", "closed", "open"),
    "power": (
        "not_applicable",
        "not_yet_operative",
        "exercised",
        "ended",
        "lost",
        "suspended",
        "conditional",
        "exercisable",
    ),
    "constitutive": ("not_yet_operative", "ceased", "conditional", "holds"),
}

FLAGS = (
    "breach_alleged",
    "breach_found",
    "breach_admitted",
    "breach_unremedied",
    "performance_suspended",
    "notice_running",
    "tolerated",
    "projected",
)
"""What may stand beside a status without replacing it."""

CERTAINTIES = ("certain", "disputed", "uncertain", "unknown")
