"""What a what-if changes, in lines."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inforce.answers import Answer
from inforce.answers.acts import ActAnswer
from inforce.answers.telling import headline, lines_of_reasons, subject
from inforce.answers.whatif import WhatIf
from inforce.cli.recorded import lines_of_acts


class Difference(Struct, frozen=True):
    """One answer as the record stands and as supposed; one is missing if the question is about nobody else.

    ``acts`` are the acts that were added and what became of them.
    """

    before: Answer | None
    after: Answer | None
    changed: bool
    acts: tuple[ActAnswer, ...] = ()


def differences(found: WhatIf) -> list[Difference]:
    """Pair the answers of a what-if by what they are about."""
    before = {subject(answer): answer for answer in found.before}
    after = {subject(answer): answer for answer in found.after}
    names = dict.fromkeys((*before, *after))
    return [_difference(before.get(name), after.get(name), found.acts) for name in names]


def _difference(before: Answer | None, after: Answer | None, acts: tuple[ActAnswer, ...]) -> Difference:
    changed = before is None or after is None or headline(before) != headline(after)
    return Difference(before, after, changed, acts)


def lines_of_differences(found: Sequence[Difference]) -> Iterator[str]:
    """Tell each answer before and after, with the new reasons where it would be another, and the acts added."""
    for each in found:
        answer = each.before or each.after
        assert answer is not None
        known = f", as known on {answer.known}" if answer.known else ""
        yield f"{subject(answer)} on {answer.on}, view {answer.view}{known}"
        yield f"  as it stands  {headline(each.before) if each.before else 'not asked'}"
        if not each.changed:
            yield "  what if       the same"
            continue
        yield f"  what if       {headline(each.after) if each.after else 'not asked'}"
        yield from (f"  {line}" for line in lines_of_reasons(each.after)) if each.after else ()
    if found and found[0].acts:
        yield "added"
        yield from lines_of_acts(found[0].acts)
