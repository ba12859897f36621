"""The powers over a treaty: which act each clause or rule gives a power to, whose it is, and what it needs."""

from calendar import month_name
from collections.abc import Iterator

from msgspec.structs import replace

from inforce.answers.wording import text_from_day
from inforce.engine import residuals_of, supplied_clauses
from inforce.model import Act, Book, Clause, Notice, Offset, Proposition, Treaty, View, Window
from inforce.temporal import Span, text_from_span

_THE_OTHERS = "the others, if none of them objects"
_END = {"first": "the end of the first term", "running": "the end of the term"}


def powers_of(treaty: Treaty, view: View) -> list[tuple[Clause, str]]:
    """Return each clause, or rule that a view applies, with the act that it gives a power to."""
    supplied = supplied_clauses(view, treaty)
    return [(clause, verb) for clause in (*treaty.clauses, *supplied) for verb in _verbs(clause)]


def under_procedure(treaty: Treaty, view: View, clause: Clause) -> Clause:
    """Return a power with the notice that the procedure for what is invoked against a treaty asks for, if it does.

    General law: Vienna Convention, art. 65, in a view that applies the rule ``procedure``.
    """
    span = next((residual.waits for _, residual in residuals_of(view, treaty) if residual.waits), None)
    if span is None or clause.effect is None or not clause.effect.under:
        return clause
    return replace(clause, notice=Notice(Offset(after=span), from_receipt=True, receiver=_THE_OTHERS))


def _verbs(clause: Clause) -> tuple[str, ...]:
    if clause.provisional is None:
        return (clause.verb,) if clause.kind == "power" else ()
    declining, refusing = ("decline",) * bool(clause.opting_out), ("refuse",) * bool(clause.notice)
    return (*declining, *refusing)


def concerns(book: Book, clause: Clause, party: str) -> bool:
    """Whether a power is a party's, and there is something in the treaty that it could end."""
    if clause.bearer.actors and party not in clause.bearer.actors:
        return False
    if not clause.rule or clause.effect is None or clause.effect.what != "unapplies":
        return True
    silent = any(each.provisional and not each.notice for each in book.treaties[clause.treaty].clauses)
    return silent or any(_agrees_to_apply(claim.proposition, clause.treaty) for claim in book.claims)


def _agrees_to_apply(proposition: Proposition, treaty: str) -> bool:
    return isinstance(proposition, Act) and proposition.verb == "apply" and proposition.treaty == treaty


def needs(clause: Clause, verb: str) -> Iterator[str]:
    """Yield what a power asks of the one who uses it."""
    if verb == "decline":
        yield f"a declaration {clause.opting_out}"
        return
    if clause.bearer.jointly:
        yield "all the parties together"
    if clause.bearer.but_one:
        yield "all the parties but its author together"
    if clause.once:
        yield clause.sentence
    if clause.window is not None and clause.window.earliest is not None:
        yield f"not before {_opening(clause.window)}"
    if clause.yearly is not None:
        yield f"no later than {text_from_month_day(clause.yearly)} of a year, to work in it"
    if clause.window is not None and clause.window.latest is not None:
        yield f"no later than {_closing(clause.window)}"
    if clause.notice is not None and clause.notice.offset != Offset():
        yield f"notice of {text_from_span(clause.notice.offset.after)}{_receipt(clause.notice)}"
    yield from (
        f"{line.key} {line.text}"
        for line in clause.lines
        if line.key in ("to", "stating", "with the agreement of")
    )


def text_from_month_day(day: tuple[int, int]) -> str:
    """Tell a day that comes every year.

    >>> text_from_month_day((3, 31))
    '31 March'
    """
    return f"{day[1]} {month_name[day[0]]}"


def _receipt(notice: Notice) -> str:
    """Tell from whose receipt a notice is counted, as far as the text says it."""
    by = f" by {notice.receiver}" if notice.receiver else ""
    return f" from receipt{by}" if notice.from_receipt else ""


def _opening(window: Window) -> str:
    """Tell from when a power may be used."""
    assert window.earliest is not None
    if window.earliest.on is not None:
        return str(text_from_day(window.earliest.on))
    if window.term in ("entry", "own"):
        whose = " for it" if window.term == "own" else ""
        return f"{text_from_span(window.earliest.after)} after entry into force{whose}"
    before = window.earliest.before
    return f"{text_from_span(before)} before {_END[window.term]}" if before != Span() else _END[window.term]


def _closing(window: Window) -> str:
    """Tell until when a power may be used."""
    assert window.latest is not None
    if window.latest.on is not None:
        return str(text_from_day(window.latest.on))
    return f"{text_from_span(window.latest.before)} before {_END[window.term]}"


def not_needed(clause: Clause, verb: str) -> Iterator[str]:
    """Yield what a power could ask and does not."""
    immediate = clause.notice is None or verb == "decline"
    if immediate and not (clause.effect and clause.effect.at_end_of):
        yield "notice"
    if not any(line.key == "stating" for line in clause.lines):
        yield "reasons"
    together = clause.bearer.jointly or clause.bearer.but_one
    if not together and not any(line.key == "with the agreement of" for line in clause.lines):
        yield "the consent of the other side"
