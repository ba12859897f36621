"""Last days that were moved: what the last day of a duty was before each grant of more time."""

from collections.abc import Iterator

from msgspec.structs import replace

from inforce.answers.clause_days import last_days
from inforce.answers.occasion import Occasion
from inforce.answers.status import Asked
from inforce.engine import Hearing
from inforce.model import Act, Claim, Clause, Question
from inforce.temporal import edtf_from_uncertain


def postponed_occasions(
    hearing: Hearing, question: Question, clause: Clause, bearer: str
) -> Iterator[Occasion]:
    """Yield each last day of a duty that a later grant of more time put another in the place of.

    It is what the record yields without that grant and the grants after it.
    """
    grants = _grants(hearing, clause, bearer)
    if not grants:
        return
    asked_of = replace(question, clause=clause.id, party=bearer)
    now = _days(hearing, asked_of, bearer)
    for turn, grant in enumerate(grants):
        book = replace(hearing.book, claims=_without(hearing.book.claims, grants[turn:]))
        before = Hearing(book, hearing.view, hearing.known)
        told = edtf_from_uncertain(grant.until) if grant.until else "another day"
        for occasion in _occasions(before, asked_of, bearer):
            if occasion.days not in now and (turn == 0 or _is_before(occasion, grant)):
                now.append(occasion.days)
                yield replace(occasion, kind="postponed", text=f"last day until it was postponed to {told}")


def _is_before(occasion: Occasion, grant: Claim) -> bool:
    return grant.until is not None and occasion.days[-1][1] < grant.until.first


def _grants(hearing: Hearing, clause: Clause, bearer: str) -> list[Claim]:
    """Return the grants of more time for a clause and a bearer in the order of their days, each act once."""
    if not hearing.evidence.acts.get(("postpone", clause.treaty)):
        return []
    names = {clause.id, *clause.aliases}
    found: dict[Act, Claim] = {}
    for claim in hearing.book.claims:
        act = claim.proposition
        if not isinstance(act, Act) or act.verb != "postpone" or act.treaty != clause.treaty:
            continue
        if (
            act.party in ("", bearer)
            and names & set(act.objects)
            and claim.when is not None
            and not claim.against
        ):
            found.setdefault(act, claim)
    return sorted(found.values(), key=lambda claim: (claim.when.first if claim.when else 0, claim.line))


def _without(claims: tuple[Claim, ...], grants: list[Claim]) -> tuple[Claim, ...]:
    gone = [grant.proposition for grant in grants]
    return tuple(claim for claim in claims if claim.proposition not in gone)


def _occasions(hearing: Hearing, question: Question, bearer: str) -> Iterator[Occasion]:
    also = {"time_out": ("time_out", question.treaty, question.clause, bearer)}
    yield from last_days(Asked(question, bearer, hearing, flagged=False, also=also))


def _days(hearing: Hearing, question: Question, bearer: str) -> list[object]:
    return [occasion.days for occasion in _occasions(hearing, question, bearer)]
