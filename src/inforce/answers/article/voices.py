"""Who says a thing: claims as statements in the voice of each, with denials, doubts and remarks."""

import re
from collections.abc import Iterator, Sequence

from inforce.answers.article.desk import Desk, stated
from inforce.answers.article.grammar import begun, ended, listed
from inforce.answers.article.value import Statement
from inforce.model import RECORD, VOTES, Citation, Claim, Detail, Finding, Invalidity

_VOTE = re.compile(r"(\d+)-(\d+)(?:-(\d+))?(?= |$)")
_FROM = re.compile(r"^ from \S+\.csv$")
_BALLOTS = {"yes": "In favour", "no": "Against", "abstain": "Abstaining"}
_PLAIN = ("at the request of", "on the ground of", "by", "with", "received by")
"""Words under a record that begin a sentence without a colon."""


def statements_of_voices(desk: Desk, sentence: str, claims: Sequence[Claim]) -> Iterator[Statement]:
    """Say a thing in the voice of the record, or of those who say it; then who denies it."""
    own = [claim for claim in claims if _speaks_for_itself(claim) and not claim.against]
    others = [claim for claim in claims if claim not in own and not claim.against]
    if own:
        yield stated(ended(begun(sentence)), on=_grounds(own), cites=_cites(own), voice=_voices(own))
    if others:
        who = listed([desk.voice(claim) for claim in others])
        told = f"So also {who}" if own else f"According to {who}, {sentence}"
        yield stated(ended(told), on=_grounds(others), cites=_cites(others), voice=_voices(others))
    for claim in claims:
        if claim.against:
            yield _denial(desk, sentence, claim, alone=not (own or others))


def _speaks_for_itself(claim: Claim) -> bool:
    """Whether a sentence needs no "according to": the record's own, or a body telling what it finds."""
    about = claim.proposition
    return claim.voice == RECORD or (isinstance(about, Finding | Invalidity) and about.body == claim.voice)


def _denial(desk: Desk, sentence: str, claim: Claim, *, alone: bool) -> Statement:
    who = desk.names.actor(claim.voice)
    what = f" that {sentence}" if alone else " this"
    return stated(
        ended(f"{begun(who)} denies{what}{desk.said_on(claim)}"),
        on=f"claim {claim.id}",
        cites=claim.citations,
        voice=claim.voice,
    )


def statements_of_doubt(claims: Sequence[Claim]) -> Iterator[Statement]:
    """Say what of claims is not verified, each remark once."""
    remarks: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.unverified:
            remarks.setdefault(claim.unverified, []).append(claim)
    for remark, found in remarks.items():
        told = "Unverified" if remark == "unverified" else f"Unverified: {remark}"
        yield stated(ended(told), on=_grounds(found))


def statements_of_details(desk: Desk, claims: Sequence[Claim]) -> Iterator[Statement]:
    """Say the measures, votes and remarks under claims, each once, in the voice of whoever gives it."""
    details = {detail: claim for claim in reversed(claims) for detail in claim.details}
    for claim in claims:
        for detail in claim.details:
            if details.pop(detail, None) is not None:
                yield _detail(desk, detail, claim)


def statements_of_votes(claims: Sequence[Claim]) -> Iterator[Statement]:
    """Say who voted how, where a roll call is kept."""
    for claim in claims:
        cites = [cite for detail in claim.details if detail.key == "vote" for cite in detail.citations]
        for vote in VOTES:
            voters = [ballot.voter for ballot in claim.votes if ballot.vote == vote]
            if voters:
                text = f"{_BALLOTS[vote]}: {listed(voters)}."
                yield stated(text, on=f"claim {claim.id}", cites=cites or claim.citations)


def _detail(desk: Desk, detail: Detail, claim: Claim) -> Statement:
    text = _told(desk, detail)
    if detail.voice != RECORD:
        text = f"{text.removesuffix('.')}, according to {desk.names.actor(detail.voice)}"
    own = detail.key == "note" or detail.voice not in (RECORD, claim.voice)
    cites: tuple[Citation, ...] = detail.citations or (() if own else claim.citations)
    return stated(ended(text), on=f"claim {claim.id}", cites=cites, voice=detail.voice)


def _told(desk: Desk, detail: Detail) -> str:
    if detail.key == "note":
        return detail.text
    if detail.key == "vote" and (vote := _VOTE.match(detail.text)):
        return f"Vote: {_counted(vote)}{_FROM.sub('', detail.text[vote.end() :])}"
    joint = " " if detail.key in _PLAIN else ": "
    return f"{begun(detail.key.replace('-', ' '))}{joint}{desk.names.phrase(detail.text)}"


def _counted(vote: re.Match[str]) -> str:
    """Return a vote in words.

    >>> _counted(_VOTE.match("25-9-24"))
    '25 in favour, 9 against, 24 abstaining'
    """
    abstained = f", {vote[3]} abstaining" if vote[3] else ""
    return f"{vote[1]} in favour, {vote[2]} against{abstained}"


def _grounds(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(f"claim {claim.id}" for claim in claims)


def _cites(claims: Sequence[Claim]) -> tuple[Citation, ...]:
    return tuple(citation for claim in claims for citation in claim.citations)


def _voices(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.voice for claim in claims))
