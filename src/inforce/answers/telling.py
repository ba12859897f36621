"""Tell answers as text: what a person reads in a terminal or a notebook."""

from inforce.answers.answer import Answer
from inforce.answers.wording import words_from_status


def headline(answer: Answer) -> str:
    """Return an answer in one line: the status, since when, until when, how, and what is open about it."""
    if answer.status == "contested":
        told = f"{answer.certainty}: {' or '.join(words_from_status(status) for status in answer.possible)}"
    else:
        told = words_from_status(answer.status)
    since = f" since {answer.since}" if answer.since else ""
    until = f" until {answer.until}" if answer.until else ""
    how = f", by {answer.how}" if answer.how else ""
    flags = f"; {', '.join(words_from_status(flag) for flag in answer.flags)}" if answer.flags else ""
    return f"{told}{since}{until}{how}{flags}"


def subject(answer: Answer) -> str:
    """Name what an answer is about."""
    parts = [answer.treaty]
    if answer.instrument:
        parts.append(answer.instrument)
    if answer.clause:
        parts.append(f"clause {answer.clause}")
    if answer.party:
        parts.append(
            f"for {answer.party}" if not answer.counterparty else f"{answer.party} to {answer.counterparty}"
        )
    return ", ".join(parts)


def lines_of_reasons(answer: Answer) -> list[str]:
    """Return the reasons, one a line, indented under what they explain."""
    lines = []
    for reason in answer.because:
        voice = f" -- {reason.voice}" if reason.voice else ""
        cite = f" {reason.cite}" if reason.cite else ""
        name = f" {reason.id}" if reason.kind in ("clause", "rule") and reason.id else ""
        lines.append(f"{'  ' * (reason.depth + 1)}{reason.kind}{name}: {reason.text}{voice}{cite}")
    return lines


def text_from_answer(answer: Answer) -> str:
    """Return an answer with its reasons as text."""
    known = f", as known on {answer.known}" if answer.known else ""
    head = f"{subject(answer)} on {answer.on}, view {answer.view}{known}"
    basis = [f"  basis: {answer.basis}"] if answer.basis else []
    convention = [f"  convention: {answer.convention}"] if answer.convention else []
    return "\n".join([head, f"  {headline(answer)}", *basis, *convention, *lines_of_reasons(answer)])
