"""From the intervals of answers to the tracks of a picture."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.article.dates import words_from_day
from inforce.answers.article.grammar import begun, ended
from inforce.answers.article.names import Names
from inforce.answers.picture.families import family_of
from inforce.answers.picture.value import Bar, Group, Lane, Track
from inforce.answers.timeline import timeline_heard
from inforce.answers.wording import words_from_status
from inforce.engine import Hearing
from inforce.model import Book, Clause, Question, Treaty, View
from inforce.temporal import BEGINNING, FOREVER, Day, day_from_iso

Hearings = dict[str, Hearing]


def groups_of(book: Book, question: Question, views: Sequence[View]) -> tuple[Group, ...]:
    """Return what a question asks to see: one clause, or the treaty, its instruments and their clauses."""
    treaty = book.treaties[question.treaty]
    desk = Tracks(book, treaty, question, views)
    if question.clause or question.between:
        return (Group("", (desk.track(question.clause),)),)
    parts = [part.id for part in treaty.instruments if question.instrument in ("", part.id)]
    main = [] if question.instrument else [""]
    return tuple(desk.group(part) for part in (*main, *parts))


class Tracks:
    """Ask for the tracks of one treaty; questions of one view share what is heard."""

    def __init__(self, book: Book, treaty: Treaty, question: Question, views: Sequence[View]) -> None:
        self.book, self.treaty, self.question, self.views = book, treaty, question, views
        self.names = Names(book, treaty)
        self.hearings: Hearings = {view.id: Hearing(book, view, question.known) for view in views}

    def group(self, part: str) -> Group:
        """Return the tracks of an instrument, or of the treaty's own text."""
        titles = {each.id: each.title for each in self.treaty.instruments}
        clauses = (clause for clause in self.treaty.clauses if clause.instrument == part)
        tracks = (
            self.track("", part),
            *(self.track(clause.id) for clause in clauses if self._concerns(clause)),
        )
        return Group(titles.get(part, self.treaty.title), tracks)

    def _concerns(self, clause: Clause) -> bool:
        party, bearer = self.question.party, clause.bearer
        return not party or bearer.each or bearer.jointly or party in bearer.actors or not bearer.actors

    def track(self, clause: str, part: str = "") -> Track:
        """Return one thing over time, a lane for each view and for each party that differs."""
        asked = replace(self.question, clause=clause, instrument=part or self.question.instrument)
        answers = {
            view.id: timeline_heard(self.hearings[view.id], replace(asked, view=view.id))
            for view in self.views
        }
        lanes = tuple(lane for view in self.views for lane in self._lanes(answers[view.id], view))
        found = next((each for each in self.treaty.clauses if clause in (each.id, *each.aliases)), None)
        if found is not None:
            return Track(found.id, ended(begun(self.names.phrase(found.sentence))), lanes)
        pair = self.question.between
        name = clause or (
            f"Between {pair[0]} and {pair[1]}" if pair else "The instrument" if part else "The treaty"
        )
        return Track(name, "as a whole" if not (clause or pair) else "", lanes)

    def _lanes(self, answers: Iterable[Answer], view: View) -> Iterator[Lane]:
        """Yield the lanes of a view: parties whose intervals are the same share one."""
        by_party: dict[str, list[Answer]] = {}
        for answer in answers:
            by_party.setdefault(answer.party or "", []).append(answer)
        alike: dict[tuple[Bar, ...], list[str]] = {}
        for party, rows in by_party.items():
            alike.setdefault(tuple(map(bar_from_answer, rows)), []).append(party)
        for bars, parties in alike.items():
            who = ", ".join(party for party in parties if party in self.treaty.parties)
            where = view.id if len(self.views) > 1 else ""
            yield Lane(" · ".join(filter(None, (where, who))), bars)


def bar_from_answer(answer: Answer) -> Bar:
    """Return an interval as it is drawn."""
    since = day_from_iso(answer.since) if answer.since else BEGINNING
    until = day_from_iso(answer.until) if answer.until else FOREVER
    word = " or ".join(map(words_from_status, answer.possible))
    how = f", by {answer.how.replace(';', ' or')}" if answer.how and "ended" in answer.possible else ""
    flags = f"; {', '.join(map(words_from_status, answer.flags))}" if answer.flags else ""
    doubt = "" if answer.certainty == "certain" else f" ({answer.certainty})"
    about = f"{word}{doubt}{how}{flags}, {words_of_span(since, until)}"
    return Bar(since, until, family_of(answer.possible, answer.certainty), word, about)


def words_of_span(since: Day, until: Day) -> str:
    """Return from when to when in words; the second day is the first no longer.

    >>> words_of_span(BEGINNING, Day(710267))
    'before 24 August 1945'
    """
    if since <= BEGINNING and until >= FOREVER:
        return "always"
    if since <= BEGINNING:
        return f"before {words_from_day(until)}"
    if until >= FOREVER:
        return f"from {words_from_day(since)} on"
    return f"from {words_from_day(since)} until {words_from_day(until)}"
