"""What is in some books, in lines."""

from collections.abc import Iterator, Sequence

from inforce.answers.listing import Listed

_NAMED = 6
"""The most parties that a line of the list names; of more it tells the number."""


def lines_of_listing(listed: Sequence[Listed]) -> Iterator[str]:
    """Tell what some books have, a line for each treaty and each view."""
    width = max(len(each.id) for each in listed)
    for kind, head in (("treaty", "treaties"), ("view", "views")):
        found = [each for each in listed if each.kind == kind]
        if found:
            yield head
        for each in found:
            yield f"  {each.id:<{width}}  {each.title}{_extent(each)}"


def _extent(each: Listed) -> str:
    if each.kind != "treaty":
        return ""
    parts = [_counted(each.clauses, "clause")]
    if each.instruments:
        parts.insert(0, _counted(each.instruments, "instrument"))
    among = ", ".join(each.parties) if len(each.parties) <= _NAMED else f"{len(each.parties)} parties"
    return f" ({among}; {', '.join(parts)})"


def _counted(names: Sequence[str], noun: str) -> str:
    return f"{len(names)} {noun}{'' if len(names) == 1 else 's'}"
