"""What a what-if changes: each answer before and after."""

from msgspec import Struct

from inforce.answers.acts import ActAnswer
from inforce.answers.answer import Answer
from inforce.answers.telling import headline, subject
from inforce.answers.whatif import WhatIf


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
