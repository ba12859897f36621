"""What was asked, as every answer repeats it: the same in the command line, over HTTP and in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inforce.answers.desk import query_of
from inforce.answers.wording import text_from_day
from inforce.model import Question

if TYPE_CHECKING:
    from inforce.answers.between import Pair
    from inforce.answers.whatif import Supposition
    from inforce.answers.window import Window

Query = dict[str, Any]


def query_of_list() -> Query:
    """Return the query of ``list``."""
    return {"verb": "list"}


def query_of_show(treaty: str, clause: str = "", about: str = "") -> Query:
    """Return the query of ``show``."""
    return {"verb": "show", "treaty": treaty, "clause": clause or None, "about": about or None}


def query_of_acts(treaty: str, by: str, voter: str, view: str, known: str | None) -> Query:
    """Return the query of ``acts``."""
    about = {"treaty": treaty, "by": by or None, "voter": voter or None}
    return {"verb": "acts", **about, "view": view, "known": known}


def query_of_parties(question: Question) -> Query:
    """Return the query of ``parties``."""
    return _some("parties", question, "treaty", "on", "view", "known")


def query_of_may(act: str, question: Question) -> Query:
    """Return the query of ``may``."""
    return {"act": act, **_some("may", question, "treaty", "party", "on", "view", "known")}


def query_of_against(voice: str, question: Question) -> Query:
    """Return the query of ``against``."""
    return {"voice": voice or None, **_some("against", question, "treaty", "view", "known")}


def query_of_due(window: Window) -> Query:
    """Return the query of ``due``."""
    return {
        "verb": "due",
        "from": text_from_day(window.first),
        "to": text_from_day(window.last),
        "treaty": window.treaty or None,
        "party": window.party or None,
        "view": window.view,
        "known": text_from_day(window.known),
        "undated": window.undated,
        "over": window.over,
    }


def query_of_between(pair: Pair) -> Query:
    """Return the query of ``between``."""
    return {
        "verb": "between",
        "one": pair.one,
        "other": pair.other,
        "on": text_from_day(pair.on),
        "view": pair.view,
        "known": text_from_day(pair.known),
        "statuses": pair.statuses,
        "over": pair.over,
    }


def query_of_whatif(question: Question, supposed: Supposition) -> Query:
    """Return the query of ``whatif``: the question, and everything that is supposed."""
    from msgspec.structs import asdict

    return {**query_of("whatif", question), **asdict(supposed)}


def _some(verb: str, question: Question, *keys: str) -> Query:
    found = query_of(verb, question)
    return {"verb": verb, **{key: found[key] for key in keys}}
