"""The one shape of an answer: in the command line, over HTTP and in Python."""

from __future__ import annotations

from msgspec import Struct

from inforce.model import Book, Question


class Because(Struct, frozen=True):
    """One reason of an answer: a clause, a rule, a claim or a case, in words, with its voice and citation.

    ``depth`` is its place in the tree of reasons: what stands deeper explains what stands above it.
    """

    kind: str
    id: str
    text: str
    voice: str = ""
    cite: str = ""
    depth: int = 0


class Answer(Struct, frozen=True):
    """The status of a treaty, an instrument or a clause on a day, with everything that it rests on.

    ``status`` is a token of the closed lists or ``contested``; ``possible`` are the tokens it may be;
    ``certainty`` is ``certain``, ``disputed``, ``uncertain`` or ``unknown``. ``since`` is the first day and ``until``
    the first day no longer, in EDTF, None where there is none. ``how`` and ``basis`` are the manner and the rule of
    an end.
    """

    treaty: str
    instrument: str | None
    clause: str | None
    party: str | None
    counterparty: str | None
    on: str | None
    view: str
    known: str | None
    status: str
    possible: tuple[str, ...]
    certainty: str
    since: str | None
    until: str | None
    how: str | None
    basis: str | None
    convention: str | None
    flags: tuple[str, ...]
    because: tuple[Because, ...]

    def why(self) -> str:
        """Tell the answer with its reasons as text, one reason a line, indented under what it explains."""
        from inforce.answers.telling import text_from_answer

        return text_from_answer(self)

    def _repr_html_(self) -> str:
        """Show the answer in a notebook, its reasons folded under it."""
        from inforce.answers.notebook import html_from_answer

        return html_from_answer(self)


class Answers(Struct, frozen=True):
    """Answers with the question that they answer; ``json`` gives the contract's shape."""

    query: dict[str, str | None]
    answers: tuple[Answer, ...]

    def json(self) -> str:
        """Return ``{"query": …, "answers": […]}`` as text."""
        import msgspec

        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode()

    def why(self) -> str:
        """Tell every answer with its reasons."""
        return "\n".join(answer.why() for answer in self.answers)

    def _repr_html_(self) -> str:
        return "".join(answer._repr_html_() for answer in self.answers)


class Timelines(Answers, frozen=True):
    """Every interval of a question, with what it takes to draw them."""

    book: Book
    questions: tuple[Question, ...]

    def json(self) -> str:
        """Return ``{"query": …, "answers": […]}`` as text."""
        return Answers(self.query, self.answers).json()

    def svg(self) -> str:
        """Draw the intervals as SVG: one clause, or the treaty with all its instruments and clauses."""
        from inforce.answers.picture import picture

        views = [question.view for question in self.questions]
        return picture(self.book, self.questions[0], views).svg()
