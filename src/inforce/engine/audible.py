"""Which claims a view hears as known on a day: voices, knowledge, corrections, qualifications."""

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from inforce.model import RECORD, Act, Claim, CountsAs, View
from inforce.temporal import Day, UncertainDay


class Knowledge(Enum):
    """Whether a claim was known by a day."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


class Heard(Struct, frozen=True):
    """A claim with the rank of its voice in the view (0 is highest) and whether it may be left out."""

    claim: Claim
    rank: int
    optional: bool = False


def rank_of(view: View, voice: str) -> int | None:
    """Return the tier of a voice in a view, or None if the view does not hear it."""
    if view.tiers is None:
        return 0
    return next((rank for rank, tier in enumerate(view.tiers) if voice in tier), None)


def known_from(claim: Claim) -> UncertainDay | None:
    """Return from when a claim was known: as given, else when it was said, else the day of the act.

    It is never the day on which somebody opened a data base (design, S12).
    """
    if claim.known or claim.said or claim.when:
        return claim.known or claim.said or claim.when
    return claim.stretch.start if claim.stretch else None


def knowledge_of(claim: Claim, known: Day | None) -> Knowledge:
    """Tell whether a claim was known by a day; an undated one always was."""
    since = known_from(claim)
    if known is None or since is None or (since.last <= known and not since.doubtful):
        return Knowledge.YES
    return Knowledge.PERHAPS if since.first <= known else Knowledge.NO


def audible(claims: Iterable[Claim], view: View, known: Day | None) -> list[Heard]:
    """Return the claims that a view hears as known on a day, corrections and qualifications applied."""
    heard: list[Heard] = []
    for claim in claims:
        rank = rank_of(view, claim.voice)
        if rank is None:
            continue
        knowledge = knowledge_of(claim, known)
        if knowledge is not Knowledge.NO:
            heard.append(Heard(claim, rank, knowledge is Knowledge.PERHAPS))
    if any(item.claim.corrects for item in heard):
        heard = _corrected(heard)
    if any(isinstance(item.claim.proposition, CountsAs) for item in heard):
        heard.extend(_qualified(heard))
    return heard


def _corrected(heard: Sequence[Heard]) -> list[Heard]:
    """Leave out what its own voice, or we ourselves for a slip of typing, corrected."""
    dropped = {
        (item.claim.corrects, item.claim.voice) for item in heard if item.claim.corrects and not item.optional
    }
    by_anyone = {label for label, voice in dropped if voice == RECORD}
    return [item for item in heard if item.claim.id not in by_anyone and not _is_corrected(item, dropped)]


def _is_corrected(item: Heard, dropped: set[tuple[str, str]]) -> bool:
    label = item.claim.id.split("@")[0]
    return (item.claim.id, item.claim.voice) in dropped or (label, item.claim.voice) in dropped


def _qualified(heard: Sequence[Heard]) -> list[Heard]:
    """Add what an act counts as, according to the voices that say so.

    A voice that counts it as no act denies every act that other voices make of it.
    """
    acts = {
        item.claim.id.split("@")[0]: item.claim for item in heard if isinstance(item.claim.proposition, Act)
    }
    named = [(item, item.claim.proposition) for item in heard if isinstance(item.claim.proposition, CountsAs)]
    verbs = {(p.act, p.verb) for _, p in named if p.verb != "none"}
    return [
        added
        for item, counts in named
        if counts.act in acts
        for label, verb in sorted(verbs)
        if label == counts.act and counts.verb in (verb, "none")
        for added in (_as_counted(item, acts[label], verb),)
    ]


def _as_counted(item: Heard, act: Claim, verb: str) -> Heard:
    proposition = act.proposition
    assert isinstance(proposition, Act)
    denies = isinstance(item.claim.proposition, CountsAs) and item.claim.proposition.verb == "none"
    counted = replace(
        item.claim,
        id=f"{item.claim.id}:{verb}",
        proposition=_on_treaty(replace(proposition, verb=verb, label=proposition.label or act.id), act),
        when=None if denies else act.when,
        against=denies,
        received=act.received,
        received_by=act.received_by,
        counting_from=act.counting_from,
        effect=act.effect,
        then=act.then,
    )
    return replace(item, claim=counted)


def _on_treaty(counted: Act, act: Claim) -> Act:
    """Let an act upon no treaty, such as leaving a group, count as one upon the treaty it is recorded under."""
    return counted if counted.treaty else replace(counted, treaty=act.under, objects=())


def knowable(heard: Sequence[Heard]) -> list[list[Heard]]:
    """Return every set of claims that may have been known: those that were, with some that perhaps were.

    None is left out, however many there are: what one claim alone leaves open is open.
    """
    sure = [item for item in heard if not item.optional]
    perhaps = [item for item in heard if item.optional]
    sizes = range(len(perhaps), -1, -1)
    return [sure + list(some) for size in sizes for some in combinations(perhaps, size)]
