"""From the grounds that the engine found to the reasons of an answer, in words."""

from collections.abc import Iterable, Iterator

from inforce.answers.answer import Because
from inforce.answers.wording import text_from_citations, text_from_claim, text_from_day
from inforce.engine import Ground, Reason
from inforce.model import Book, State
from inforce.rules import RULES
from inforce.temporal import UncertainDay, edtf_from_uncertain

_DEEPEST = 9
_OPEN = {
    "open law": "it is disputed ",
    "unknown": "nothing in the record or the rules applied says: ",
}
"""How what no claim decides is told: law that is disputed, and what nothing says."""


def reasons_from_grounds(
    grounds: Iterable[Ground], book: Book, treaty: str, depth: int = 0
) -> Iterator[Because]:
    """Yield the reasons of grounds, each once, what explains below what it explains."""
    seen: set[tuple[str, str, str]] = set()
    for reason in _tree(grounds, book, treaty, depth):
        key = (reason.kind, reason.id, reason.text)
        if key not in seen:
            seen.add(key)
            yield reason


def _tree(
    grounds: Iterable[Ground], book: Book, treaty: str, depth: int, above: Because | None = None
) -> Iterator[Because]:
    """Yield the reasons of grounds; a ground that says the same as the one above it is no step of its own."""
    for ground in grounds:
        own = _one(ground, book, treaty, depth)
        if own is not None and above is not None and (own.kind, own.text) == (above.kind, above.text):
            own = None
        if own is not None:
            yield own
        if depth < _DEEPEST:
            yield from _tree(ground.children, book, treaty, depth + (own is not None), own or above)


def _one(ground: Ground, book: Book, treaty: str, depth: int) -> Because | None:
    if ground.claim is not None:
        return _claim(ground, depth)
    if ground.reason is not None:
        return _law(ground.reason, book, treaty, depth)
    return _silence(ground, book, depth)


def _claim(ground: Ground, depth: int) -> Because:
    claim = ground.claim
    assert claim is not None
    text = text_from_claim(claim)
    if claim.unverified:
        text += f" (unverified: {claim.unverified})"
    return Because("claim", claim.id, text, claim.voice, text_from_citations(claim.citations), depth)


def _law(reason: Reason, book: Book, treaty: str, depth: int) -> Because:
    cite = text_from_citations(reason.citations)
    if reason.kind != "rule" or reason.id not in RULES:
        return Because(reason.kind, reason.id, reason.text, "", cite, depth)
    return Because(
        "rule", reason.id, f"{reason.text} {standing_of(reason.id, book, treaty)}", "", cite, depth
    )


def standing_of(rule_id: str, book: Book, treaty: str) -> str:
    """Say on which footing a rule applies to a treaty: as treaty law, or as reflecting custom (art. 4).

    What counts is the first signature of the treaty on record. After the Convention entered into force it binds those
    who are its parties, and nobody else: which of the two a treaty's parties are is not looked for.
    """
    rule = RULES[rule_id]
    signed = book.first_signatures.get(treaty)
    before = signed is None or signed < rule.binding_from
    footing = "as reflecting custom" if before else "as treaty law between its parties, to others as custom"
    return f"({rule.article}, {footing}; {rule.custom})"


def _silence(ground: Ground, book: Book, depth: int) -> Because | None:
    about = ground.about
    if not about:
        return None
    if about[0] == "day":
        return Because("clause", "", f"the day {text_from_day(about[1])} comes", depth=depth)  # type: ignore[arg-type]
    if about[0] == "days" and isinstance(about[1], UncertainDay):
        return Because("clause", "", f"it is one of the days {edtf_from_uncertain(about[1])}", depth=depth)
    if about[0] == "speaks":
        text = (
            f"{about[1]} speaks for {about[2]}"
            if ground.holds
            else f"{about[1]} does not speak for {about[2]}"
        )
        return Because("claim", "", f"{text} in this view", "", "", depth)
    if about[0] in _OPEN:
        return Because("rule", "unknown", f"{_OPEN[str(about[0])]}{about[1]}", depth=depth)
    return Because("claim", "", f"no claim recorded: {_named(about, book)}", depth=depth)


def _named(about: tuple[object, ...], book: Book) -> str:
    slot = about[1] if about[0] in ("plain", "one", "states", "state") else about
    if isinstance(slot, tuple) and len(slot) > 1:
        fact = book.facts.get(str(slot[1]))
        if fact is None and slot[0] == "state":
            return str(State(str(slot[1]), str(slot[2])))
        return fact.sentence if fact else str(slot[1])
    return str(slot)
