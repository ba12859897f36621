"""Words for the field's values: claims, spans, statuses, offsets."""

from collections.abc import Iterator, Sequence

from inforce.model import (
    VOTES,
    Act,
    ActorAt,
    Ballot,
    Citation,
    Claim,
    CountsAs,
    Event,
    Finding,
    Invalidity,
    Offset,
    Outcome,
    Proposition,
    Source,
    Speaks,
    State,
    verb_named,
)
from inforce.temporal import (
    BEGINNING,
    FOREVER,
    Day,
    Span,
    edtf_from_stretch,
    edtf_from_uncertain,
    iso_from_day,
    text_from_span,
)


def text_from_day(day: Day | None) -> str | None:
    """Return a day in EDTF, or None where time is open."""
    return None if day is None or not BEGINNING < day < FOREVER else iso_from_day(day)


def words_from_status(status: str) -> str:
    """Return a status token as words.

    >>> words_from_status("in_force")
    'in force'
    """
    return status.replace("_", " ")


def text_from_citations(citations: tuple[Citation, ...]) -> str:
    """Return citations as they stand in a file."""
    return " ".join(str(citation) for citation in citations)


def text_from_source(source: Source) -> str:
    """Write a source with its key, as a list of sources has it."""
    parts = (source.author, source.title, source.container, source.issued, source.url)
    return f"[@{source.key}] {', '.join(filter(None, parts))}"


def text_from_claim(claim: Claim) -> str:
    """Return what a claim says, in one line.

    >>> from inforce.temporal import act_day_from_edtf
    >>> ratifies = Act("ratify", (ActorAt("CHN", "ROC"),), "sino-soviet-1945")
    >>> text_from_claim(Claim("a", ratifies, "record", when=act_day_from_edtf("1945-08-24")))
    '1945-08-24 CHN (ROC) ratifies sino-soviet-1945'
    """
    when = _when(claim)
    denied = "denied: " if claim.against else ""
    return f"{when}{denied}{words_from_proposition(claim.proposition, claim)}"


def _when(claim: Claim) -> str:
    if claim.when is not None:
        return f"{edtf_from_uncertain(claim.when)} "
    return f"{edtf_from_stretch(claim.stretch)} " if claim.stretch else ""


def words_from_proposition(proposition: Proposition, claim: Claim | None = None) -> str:
    """Return what a proposition says; with its claim, also the days that an act names.

    >>> words_from_proposition(Event("plebiscite-confirms"))
    'plebiscite-confirms'
    """
    match proposition:
        case Act() as act:
            return f"{_act(act)}{_named_days(claim)}" if claim else _act(act)
        case Event() | State():
            return str(proposition)
        case Finding() | Invalidity() as found:
            return _finding(found)
        case Speaks(government=government, state=state):
            return f"{government} speaks for {state}"
        case Outcome(treaty=treaty, status=status, clause=clause, instrument=instrument, party=party):
            named = f"{instrument or treaty}{f' clause {clause}' if clause else ''}"
            of_whom = f" for {party}" if party else ""
            return f"{named} {words_from_status(status)}{of_whom}, as an outcome"
        case CountsAs(act=act_label, verb=verb):
            return f"^{act_label} counts as {verb}"


def _finding(found: Finding | Invalidity) -> str:
    if isinstance(found, Invalidity):
        ground = f" on the ground of {found.ground}" if found.ground else ""
        return f"{found.body} finds that {found.treaty} is void{ground}"
    clauses = ", ".join(found.clauses)
    if found.about:
        return f"{found.body} finds that the reservation of {found.party} to {clauses} is impermissible"
    return f"{found.body} finds that {found.party} failed to carry out {clauses}"


def _act(act: Act) -> str:
    known = verb_named(act.verb)
    verb = known.words[len(act.actors) > 1]
    if known.object == "reservation":
        to = f" to {', '.join(act.objects)}" if act.objects else ""
        return f"{', '.join(map(str, act.actors))} {verb} {act.party}".rstrip() + to
    actors = ", ".join(str(actor) for actor in act.actors)
    if "…" in verb:
        return f"{actors} {verb.replace('…', act.treaty)} {act.party}".rstrip()
    objects = ", ".join(act.objects)
    of = act.treaty if known.object == "treaty" else objects
    whose = "for" if act.verb == "postpone" else "by"
    party = f" {whose} {act.party}" if act.party else ""
    ground = f" on the ground of {objects}" if act.verb == "impeach" else ""
    return f"{actors} {verb} {of}{known.tail and ' '}{known.tail}{ground}{party}".rstrip()


def _named_days(claim: Claim) -> str:
    until = f" to {edtf_from_uncertain(claim.until)}" if claim.until else ""
    effect = f", to take effect {edtf_from_uncertain(claim.effect)}" if claim.effect else ""
    reserving = f", reserving {', '.join(claim.reserving)}" if claim.reserving else ""
    opposed = ", entry into force opposed" if claim.opposes else ""
    return f"{until}{effect}{reserving}{opposed}"


def lines_from_votes(votes: Sequence[Ballot]) -> Iterator[tuple[str, str]]:
    """Yield who voted how, the count behind each word.

    >>> list(lines_from_votes((Ballot("France", "abstain"), Ballot("India", "no"), Ballot("Iran", "abstain"))))
    [('no (1)', 'India'), ('abstain (2)', 'France, Iran')]
    """
    for vote in VOTES:
        voters = [ballot.voter for ballot in votes if ballot.vote == vote]
        if voters:
            yield f"{vote} ({len(voters)})", ", ".join(voters)


def text_from_offset(offset: Offset) -> str:
    """Return how an offset counts, in words.

    >>> text_from_offset(Offset(after=Span(years=30), before=Span(years=1)))
    '30 years after, then 1 year back'
    """
    if offset.on is not None:
        return f"on {iso_from_day(offset.on)}"
    parts = []
    if offset.after != Span():
        parts.append(f"{text_from_span(offset.after)} after")
    if offset.before != Span():
        parts.append(f"{text_from_span(offset.before)} back")
    if offset.following_month:
        parts.append("to the first of the following month")
    return ", then ".join(parts) or "at once"


__all__ = [
    "ActorAt",
    "lines_from_votes",
    "text_from_citations",
    "text_from_claim",
    "text_from_day",
    "text_from_offset",
    "words_from_proposition",
    "words_from_status",
]
