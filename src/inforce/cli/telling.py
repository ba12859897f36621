"""Answers of status, in lines."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from inforce.answers import Answer, Because
from inforce.answers.telling import text_from_answer


def lines_of_status(answers: Iterable[Answer]) -> Iterator[str]:
    """Tell answers without their reasons: what was asked, the status, and the rule that it rests on."""
    return lines_of_why(replace(answer, because=()) for answer in answers)


def lines_of_why(answers: Iterable[Answer]) -> Iterator[str]:
    """Tell answers with their reasons, one a line, indented under what they explain."""
    for answer in answers:
        yield from text_from_answer(answer).split("\n")


def lines_of_because(reasons: Iterable[Because], depth: int = 1) -> Iterator[str]:
    """Tell reasons that stand under something else than a status."""
    for reason in reasons:
        name = f" {reason.id}" if reason.kind in ("clause", "rule") and reason.id else ""
        told = f"{reason.kind}{name}: {reason.text}"
        yield "  " * (reason.depth + depth) + with_source(told, reason.voice, reason.cite)


def with_source(text: str, voice: str = "", cite: str = "") -> str:
    """Add to a text who says it and where.

    >>> with_source("turnout 98.6 %", "electoral-commission", "[@frus-1946-x, p. 958]")
    'turnout 98.6 % -- electoral-commission [@frus-1946-x, p. 958]'
    """
    return f"{text}{f' -- {voice}' if voice else ''}{f' {cite}' if cite else ''}"
