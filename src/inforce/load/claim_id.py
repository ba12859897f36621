"""Names of claims, the same on every machine: the record's label, or a digest of what is claimed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from inforce.model import (
    Act,
    Claim,
    CountsAs,
    Event,
    Finding,
    Invalidity,
    Outcome,
    Proposition,
    Speaks,
    State,
)
from inforce.temporal import edtf_from_stretch, edtf_from_uncertain

_LENGTH = 8


def claim_id(claim: Claim, label: str, first: bool) -> str:
    """Name a claim: the label for the first voice, ``label@VOICE`` for the others, ``!`` for a denial."""
    if label:
        return label if first and not claim.against else f"{label}@{claim.voice}{'!' * claim.against}"
    import hashlib

    return hashlib.sha256(text_from_claim(claim).encode()).hexdigest()[:_LENGTH]


def with_unique_ids(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give each claim an id of its own: a second one of a name gets its voice, then a number, behind it."""
    taken: set[str] = set()
    named: list[Claim] = []
    for claim in claims:
        name = claim.id if claim.id not in taken else f"{claim.id.split('@')[0]}@{claim.voice}"
        turn = 2
        while name in taken:
            name, turn = f"{claim.id.split('@')[0]}@{claim.voice}-{turn}", turn + 1
        taken.add(name)
        named.append(claim if name == claim.id else replace(claim, id=name))
    return tuple(named)


def text_from_claim(claim: Claim) -> str:
    """Write a claim on one line: its date, what is claimed, and by whom.

    >>> text_from_claim(Claim("", Event("japan-capitulates"), "TASS"))
    'undated: japan-capitulates, said by TASS'
    """
    date = edtf_from_uncertain(claim.when) if claim.when else "undated"
    date = edtf_from_stretch(claim.stretch) if claim.stretch else date
    said = "denied by" if claim.against else "said by"
    return f"{date}: {text_from_proposition(claim.proposition)}, {said} {claim.voice}"


def text_from_proposition(proposition: Proposition) -> str:
    """Write a proposition in words that are the same whatever the file's wording was.

    >>> from inforce.model import ActorAt
    >>> text_from_proposition(Act("ratify", (ActorAt("CHN", "ROC"),), "sino-soviet-1945"))
    'CHN (ROC) ratify sino-soviet-1945'
    """
    label = f" ^{proposition.label}" if proposition.label else ""
    return _told(proposition) + label


def _told(proposition: Proposition) -> str:
    match proposition:
        case Act():
            return _act(proposition)
        case Event() | State():
            return str(proposition)
        case Finding() | Invalidity():
            return _finding(proposition)
        case Speaks():
            return f"{proposition.government} speaks for {proposition.state}"
        case CountsAs():
            return f"^{proposition.act} counts as {proposition.verb}"
        case Outcome():
            clause = f" clause {proposition.clause}" if proposition.clause else ""
            instrument = f", {proposition.instrument}," if proposition.instrument else ""
            party = f" for {proposition.party}" if proposition.party else ""
            return f"{proposition.treaty}{instrument}{clause} is {proposition.status}{party}"


def _act(act: Act) -> str:
    actors = ", ".join(map(str, act.actors))
    party = f"for {act.party}" if act.party else ""
    return " ".join(filter(None, (actors, act.verb, act.treaty, ", ".join(act.objects), party)))


def _finding(found: Finding | Invalidity) -> str:
    if isinstance(found, Invalidity):
        return f"{found.body} finds {found.treaty} void{f' for {found.ground}' if found.ground else ''}"
    clauses = f"{', '.join(found.clauses)} of {found.treaty}"
    if found.about:
        return f"{found.body} finds that the reservation of {found.party} to {clauses} is impermissible"
    return f"{found.body} finds that {found.party} failed {clauses}"
