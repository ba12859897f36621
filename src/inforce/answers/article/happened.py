"""What happened: acts and events in the order of their days, each in the voice of who says so."""

from collections.abc import Iterator, Sequence

from inforce.answers.article.about import Occurrence, day_of, occurrences
from inforce.answers.article.dates import words_from_stretch, words_from_uncertain
from inforce.answers.article.desk import Desk
from inforce.answers.article.effects import statements_of_effect
from inforce.answers.article.grammar import begun
from inforce.answers.article.recount import sentence_from_proposition
from inforce.answers.article.value import Block, Section, Statement
from inforce.answers.article.voices import (
    statements_of_details,
    statements_of_doubt,
    statements_of_voices,
    statements_of_votes,
)
from inforce.model import Claim, CountsAs, Outcome, State


def happened(desk: Desk) -> Section:
    """Write the chronology: one block for each thing on each day that is given for it."""
    told = [
        (day_of(claims[0]), block)
        for thing in occurrences(desk.claims)
        if not isinstance(thing.proposition, Outcome | CountsAs)
        for claims in of_one_date(thing)
        for block in _blocks(desk, thing, claims)
    ]
    blocks = tuple(block for _, block in sorted(told, key=lambda each: each[0]))
    return Section("what-happened", "What happened", blocks, listed=True)


def of_one_date(thing: Occurrence) -> list[list[Claim]]:
    """Part the claims about one thing by the dates that they give; who denies it stands with the first."""
    parted: dict[object, list[Claim]] = {}
    for claim in thing.claims:
        if not claim.against:
            parted.setdefault((claim.when, claim.stretch), []).append(claim)
    denials = [claim for claim in thing.claims if claim.against]
    if not parted:
        return [denials]
    dates = list(parted.values())
    return [dates[0] + denials, *dates[1:]]


def _blocks(desk: Desk, thing: Occurrence, claims: Sequence[Claim]) -> Iterator[Block]:
    statements = list(_statements(desk, thing, claims))
    if statements:
        yield Block(tuple(statements), date_of(claims[0]))


def date_of(claim: Claim) -> str:
    """Return the date of a claim as a label."""
    if claim.stretch is not None:
        return begun(words_from_stretch(claim.stretch))
    return words_from_uncertain(claim.when) if claim.when else ""


def _statements(desk: Desk, thing: Occurrence, claims: Sequence[Claim]) -> Iterator[Statement]:
    first = next((claim for claim in claims if not claim.against), claims[0])
    sentence = sentence_from_proposition(thing.proposition, desk.names, first)
    yield from statements_of_voices(desk, sentence, claims)
    yield from statements_of_doubt(claims)
    if isinstance(thing.proposition, State):
        return
    yield from statements_of_details(desk, claims)
    yield from statements_of_votes(claims)
    yield from _counted(desk, claims)
    yield from statements_of_effect(desk, claims[0])


def _counted(desk: Desk, claims: Sequence[Claim]) -> Iterator[Statement]:
    """Say as what an act counts, and according to whom."""
    labels = {claim.id.split("@")[0] for claim in claims}
    for claim in desk.claims:
        about = claim.proposition
        if isinstance(about, CountsAs) and about.act in labels:
            told = sentence_from_proposition(about, desk.names)
            yield from statements_of_voices(desk, told, [claim])
