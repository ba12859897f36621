"""The record of a treaty and its acts, in lines."""

from collections.abc import Iterator, Sequence

from inforce.answers.acts import ActAnswer
from inforce.answers.show import Shown, ShownLine
from inforce.answers.wording import lines_from_votes, text_from_source, words_from_status
from inforce.cli.telling import with_source

_COLUMN = 14


def lines_of_shown(shown: Shown) -> Iterator[str]:
    """Tell what the record says, its parts under it, the sources at the end."""
    title = f" — {shown.title}" if shown.title and shown.kind not in ("clause", "record") else ""
    yield f"{shown.kind} {shown.id}{title}"
    for line in shown.lines:
        yield f"  {_told(line)}"
    for part in shown.parts:
        yield ""
        yield from lines_of_shown(part)
    if shown.sources:
        yield from ("", "sources", *(f"  {text_from_source(source)}" for source in shown.sources))


def _told(line: ShownLine) -> str:
    return with_source(f"{line.key:<{_COLUMN}} {line.text}".rstrip(), line.voice, line.cite)


def lines_of_acts(found: Sequence[ActAnswer]) -> Iterator[str]:
    """Tell acts in the order of their days, under each its effect, or what it lacks, and its details."""
    for act in found:
        yield f"  {with_source(act.text, act.voice, act.cite)} ({act.id})"
        effect = words_from_status(act.effect)
        yield f"    {effect}{f': {act.missing}' if act.missing else ''}; counts as {act.counts_as}"
        yield from (f"    {detail}" for detail in act.details)
        yield from (f"      {vote}: {voters}" for vote, voters in lines_from_votes(act.votes))
