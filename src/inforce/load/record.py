"""The directive ``record``: a dated line, and what stands under it, as claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.claim_id import claim_id
from inforce.load.cursor import Cursor
from inforce.load.dates import moment_from_token, stretch_from_token
from inforce.load.lines import line_citations, says_something
from inforce.load.mark_readers import READERS, detailed, marks_from_cursor
from inforce.load.marks import Marks, VoiceLine
from inforce.load.proposition import recorded_from_cursor
from inforce.load.recorded import Recorded
from inforce.load.reserving import check_particulars
from inforce.load.statement import verb_from_cursor
from inforce.load.turns import check_then
from inforce.model import RECORD, Act, Citation, Claim, CountsAs, Proposition
from inforce.temporal import Stretch, UncertainDay

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive


_MEASURE = "A line under a record is a word such as turnout and its value, or begins with a known key."


class Dated(Struct, frozen=True):
    """The date of a record, as its proposition means it."""

    when: UncertainDay | None = None
    stretch: Stretch | None = None
    known: UncertainDay | None = None


def claims_from_directive(directive: Directive, draft: Draft) -> tuple[Claim, ...]:
    """Build the claims of one record: one for each voice that says or denies it."""
    cursor = Cursor(directive.head, 1)
    recorded = recorded_from_cursor(cursor, directive.head[0].text, draft)
    if recorded is None:
        moment_from_token(directive.head[0], draft)
        return ()
    dated = _dated(recorded, directive, draft)
    marks = recorded.marks
    desk = desk_of(recorded.proposition, draft)
    for detail in directive.details:
        marks = _marked(marks, detail, desk)
    if isinstance(recorded.proposition, Act):
        check_particulars(recorded.proposition.verb, marks, directive.head[0], draft)
    if dated is None:
        return ()
    citations = citations_from_tokens(directive.citations, draft)
    claims = tuple(_claims(replace(recorded, marks=marks), dated, citations, directive.line))
    check_then(marks, claims, directive, draft)
    found = (*claims, *_qualifications(directive, marks, dated, draft))
    return tuple(replace(claim, under=draft.treaty) for claim in found)


def desk_of(proposition: Proposition, draft: Draft) -> Draft:
    """Return the desk at which the lines under a record are read: names of clauses are those of its treaty."""
    treaty = proposition.treaty if isinstance(proposition, Act) else ""
    return replace(draft, treaty=treaty or draft.treaty)


def _dated(recorded: Recorded, directive: Directive, draft: Draft) -> Dated | None:
    token, timing = directive.head[0], recorded.timing
    if timing in ("stretch", "onwards"):
        stretch = stretch_from_token(token, draft, onwards=timing == "onwards")
        return Dated(stretch=stretch) if stretch else None
    moment = moment_from_token(token, draft)
    if moment is None:
        return None
    return Dated(known=moment) if timing == "known" else Dated(when=moment)


def _marked(marks: Marks, detail: Detail, draft: Draft) -> Marks:
    """Read one line under the record; a first word that is no key is a measure."""
    if not says_something(detail, draft):
        return marks
    citations = line_citations(detail, draft)
    if detail.key == "counts as":
        return marks
    if detail.key == "":
        if len(detail.rest) == 1:
            draft.report(detail.rest[0], f"This measure, {detail.rest[0].text}, says nothing.", _MEASURE)
        return detailed(marks, detail.rest[0].text, Cursor(detail.rest, 1), citations, draft)
    cursor = Cursor(detail.rest)
    if detail.key not in READERS:
        return detailed(marks, detail.key, cursor, citations, draft)
    return marks_from_cursor(READERS[detail.key](marks, cursor, citations, draft), cursor, draft)


def _claims(recorded: Recorded, dated: Dated, citations: tuple[Citation, ...], line: int) -> Iterator[Claim]:
    marks = recorded.marks
    said = marks.voices if any(each.says_it for each in marks.voices) else ()
    spoken = said or (*(VoiceLine(voice) for voice in recorded.voices), *marks.voices)
    for place, voice in enumerate(spoken):
        # who denies what a record says denies it as a whole, for every day
        when, stretch = (None, None) if voice.against else (dated.when, dated.stretch)
        claim = Claim(
            "", recorded.proposition, voice.voice, when, stretch, voice.against,
            voice.said, voice.known or dated.known, voice.effect or marks.effect,
            marks.received, marks.counting_from, marks.until, marks.offset, marks.corrects, marks.unverified,
            () if voice.against else marks.details, voice.citations or citations, line,
        )  # fmt: skip
        named = claim_id(claim, marks.label, first=place == 0)
        yield replace(
            claim,
            id=named,
            then=int(marks.then),
            votes=() if voice.against else marks.votes,
            reserving=marks.reserving if voice.reserving is None else voice.reserving,
            opposes=marks.opposes if voice.opposes is None else voice.opposes,
            received_by=() if voice.against else marks.received_by,
        )


def _qualifications(directive: Directive, marks: Marks, dated: Dated, draft: Draft) -> Iterator[Claim]:
    """Build what the lines ``counts as`` say: the act counts as another, according to a voice."""
    for detail in directive.details:
        if detail.key != "counts as" or not detail.rest:
            continue
        cursor = Cursor(detail.rest)
        verb = verb_from_cursor(cursor, draft)
        voices = marks_from_cursor(Marks(), cursor, draft).voices or (VoiceLine(RECORD),)
        if not marks.label:
            hint = "Name the record, with ^name behind the act; what it counts as refers to that name."
            draft.report_across(detail.tokens, "This record has no name.", hint)
        if verb is None or not marks.label:
            continue
        citations = line_citations(detail, draft.muted())
        for voice in voices:
            claim = _qualification(CountsAs(marks.label, verb), voice, dated, citations, detail.line)
            yield replace(claim, id=claim_id(claim, "", first=True))


def _qualification(
    counts: CountsAs, voice: VoiceLine, dated: Dated, citations: tuple[Citation, ...], line: int
) -> Claim:
    """A qualification is known when its record is, unless it says since when."""
    known = voice.known or (None if voice.said else dated.when)
    return Claim("", counts, voice.voice, said=voice.said, known=known, citations=citations, line=line)
