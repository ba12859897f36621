"""Facts that lasted: who says so, from when to when, and who denies it."""

from collections.abc import Iterator

from inforce.answers.article.about import Occurrence, occurrences
from inforce.answers.article.dates import words_from_stretch
from inforce.answers.article.desk import Desk, stated
from inforce.answers.article.grammar import begun, ended, listed
from inforce.answers.article.recount import sentence_from_proposition
from inforce.answers.article.value import Block, Section, Statement
from inforce.answers.article.voices import statements_of_details, statements_of_doubt, statements_of_voices
from inforce.model import Claim, State


def lasting(desk: Desk) -> Section:
    """Write a block for each fact that lasted."""
    found = [thing for thing in occurrences(desk.claims) if isinstance(thing.proposition, State)]
    blocks = tuple(_block(desk, thing) for thing in found)
    return Section("facts-that-lasted", "Facts that lasted", blocks, listed=True)


def _block(desk: Desk, thing: Occurrence) -> Block:
    sentence = sentence_from_proposition(thing.proposition, desk.names)
    return Block(tuple(_statements(desk, thing, sentence)), begun(sentence))


def _statements(desk: Desk, thing: Occurrence, sentence: str) -> Iterator[Statement]:
    """Yield the claims by the time that they give, then the denials, doubts and remarks."""
    times: dict[str, list[Claim]] = {}
    for claim in thing.claims:
        if not claim.against:
            told = words_from_stretch(claim.stretch) if claim.stretch else "at a time that is not given"
            times.setdefault(told, []).append(claim)
    for told, claims in times.items():
        who = listed([desk.voice(claim) for claim in claims if claim.voice != "record"])
        text = ended(begun(f"{told}, according to {who}" if who else told))
        yield stated(
            text,
            on=[f"claim {claim.id}" for claim in claims],
            cites=[citation for claim in claims for citation in claim.citations],
            voice=", ".join(dict.fromkeys(claim.voice for claim in claims)),
        )
    denials = [claim for claim in thing.claims if claim.against]
    yield from statements_of_voices(desk, sentence, denials)
    yield from statements_of_doubt(thing.claims)
    yield from statements_of_details(desk, thing.claims)
