"""What is disputed: the force of the treaty by view, what sources state of it, rival claims, rival governments."""

from collections.abc import Iterator, Sequence

from inforce.answers.article.about import Occurrence, occurrences
from inforce.answers.article.dates import words_from_stretch, words_of_when
from inforce.answers.article.desk import Desk, in_views, stated
from inforce.answers.article.governments import governments
from inforce.answers.article.grammar import begun, ended
from inforce.answers.article.happened import of_one_date
from inforce.answers.article.recount import sentence_from_proposition
from inforce.answers.article.standing import Standing
from inforce.answers.article.value import Block, Section, Statement, Table
from inforce.answers.article.voices import statements_of_doubt, statements_of_voices
from inforce.model import ALL_VOICES, Act, Claim, CountsAs, Outcome, Speaks
from inforce.rules import RULES
from inforce.temporal import Candidates, intersect

_ALIKE = "Every voice heard alike"


def disputes(desk: Desk, found: Sequence[Standing]) -> Section:
    """Write what voices and views do not agree upon."""
    parts = (_by_view(desk, found), _outcomes(desk, found), _rivals(desk), governments(desk))
    return Section("disputes", "Disputes", parts=tuple(part for part in parts if not part.is_empty))


def _by_view(desk: Desk, found: Sequence[Standing]) -> Section:
    rows = tuple(tuple(_cells(desk, each)) for each in found)
    heads = ("View", "In force", "Ended", "How", "On which ground")
    table = Table("In force and ended, view by view", heads, rows)
    return Section("by-view", "In force and ended, by view", tables=(table,))


def _cells(desk: Desk, each: Standing) -> Iterator[Statement]:
    ground = f"answer {each.view.id}"
    yield stated(_ALIKE if each.view is ALL_VOICES else each.view.title or each.view.id, on=ground)
    yield stated(begun(each.entered), on=ground, cites=each.entry_sources)
    yield stated(begun(each.ended), on=ground, cites=each.sources)
    yield stated(begun((each.last.how if each.end else "") or "–"), on=ground)
    yield stated(begun(_basis(each)) or "–", on=ground)


def _basis(each: Standing) -> str:
    """Return the rule or clause of an end, a rule by its title."""
    basis = (each.last.basis if each.end else "") or ""
    for rule in RULES.values():
        basis = basis.replace(f"{rule.id} (", f"{rule.title} (")
    return basis


def _outcomes(desk: Desk, found: Sequence[Standing]) -> Section:
    claims = [claim for claim in desk.claims if isinstance(claim.proposition, Outcome)]
    blocks = tuple(Block(tuple(_outcome(desk, claim, found))) for claim in claims)
    return Section("what-sources-state", "What sources state of it", blocks, listed=True)


def _outcome(desk: Desk, claim: Claim, found: Sequence[Standing]) -> Iterator[Statement]:
    """Tell a status that a source states, and with which views its day of an end agrees."""
    sentence = sentence_from_proposition(claim.proposition, desk.names)
    time = f" {words_from_stretch(claim.stretch)}" if claim.stretch else ""
    text = ended(f"According to {desk.voice(claim)}, {sentence}{time}")
    yield stated(text, on=f"claim {claim.id}", cites=claim.citations, voice=claim.voice)
    yield from statements_of_doubt([claim])
    outcome = claim.proposition
    assert isinstance(outcome, Outcome)
    if outcome.status == "ended" and not (outcome.clause or outcome.instrument) and claim.stretch is not None:
        day = claim.stretch.start.candidates
        same = [each for each in found if each.end and not each.disputed and each.end.candidates == day]
        yield _agreement(same, found, claim)


def _agreement(same: Sequence[Standing], found: Sequence[Standing], claim: Claim) -> Statement:
    where = in_views([each.view for each in same])
    text = f"The record yields this day {where}." if same else "No view told here yields this day."
    return stated(text, on=[f"claim {claim.id}", *(f"answer {each.view.id}" for each in same or found)])


def _rivals(desk: Desk) -> Section:
    things = (thing for thing in occurrences(desk.claims) if is_disputed(thing))
    blocks = tuple(_rival(desk, thing) for thing in things)
    return Section("rival-claims", "Rival claims", blocks, listed=True)


def is_disputed(thing: Occurrence) -> bool:
    """Whether claims about one thing cannot all be true: one denies it, or their days have none in common."""
    if isinstance(thing.proposition, Outcome | CountsAs | Speaks):
        return False
    if any(claim.against for claim in thing.claims):
        return any(not claim.against for claim in thing.claims)
    days = [claim.when.candidates for claim in thing.claims if claim.when is not None]
    return bool(days) and not _common(days)


def _common(days: Sequence[Candidates]) -> Candidates:
    common = days[0]
    for each in days[1:]:
        common = intersect(common, each)
    return common


def _rival(desk: Desk, thing: Occurrence) -> Block:
    sentence = sentence_from_proposition(thing.proposition, desk.names, _plainest(thing))
    under = tuple(
        Block(
            (
                *statements_of_voices(desk, f"{_when(claims[0])}{sentence}", claims),
                *statements_of_doubt(claims),
            )
        )
        for claims in of_one_date(thing)
    )
    return Block((), begun(sentence), under)


def _plainest(thing: Occurrence) -> Claim | None:
    return thing.claims[0] if isinstance(thing.proposition, Act) else None


def _when(claim: Claim) -> str:
    if claim.stretch is not None:
        return f"{words_from_stretch(claim.stretch)} "
    return f"{words_of_when(claim.when)} " if claim.when else ""
