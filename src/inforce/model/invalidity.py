"""The closed list of the grounds on which a treaty is invalid, and what founds one of them."""

from msgspec import Struct

from inforce.temporal import Day


class InvalidityGround(Struct, frozen=True):
    """One ground of invalidity: the words that name it, its article, and whether only its victim can invoke it.

    ``from_the_start`` is False for a new peremptory norm alone: what conflicts with it becomes void when it emerges.
    """

    name: str
    article: str
    of_victim: bool
    from_the_start: bool = True


GROUNDS: tuple[InvalidityGround, ...] = (
    InvalidityGround("violation of internal law", "46", of_victim=True),
    InvalidityGround("excess of authority", "47", of_victim=True),
    InvalidityGround("error", "48", of_victim=True),
    InvalidityGround("fraud", "49", of_victim=True),
    InvalidityGround("corruption", "50", of_victim=True),
    InvalidityGround("coercion of a representative", "51", of_victim=False),
    InvalidityGround("threat or use of force", "52", of_victim=False),
    InvalidityGround("a peremptory norm", "53", of_victim=False),
    InvalidityGround("a new peremptory norm", "64", of_victim=False, from_the_start=False),
)
"""General law: Vienna Convention, arts. 46 to 53 and 64; there is no other ground (art. 42(1))."""

GROUND_NAMES = tuple(ground.name for ground in GROUNDS)


def ground_named(name: str) -> InvalidityGround:
    """Return the ground of the closed list with this name.

    Raises:
        KeyError: if the closed list has no such ground.

    >>> ground_named("fraud").article
    '49'
    """
    return _BY_NAME[name]


_BY_NAME = {ground.name: ground for ground in GROUNDS}


class Defect(Struct, frozen=True):
    """A fact that, if it is so, founds a ground of invalidity of a treaty; ``victim`` is who can invoke it."""

    ground: str
    treaty: str
    fact: str
    victim: str = ""


class Nullity(Struct, frozen=True):
    """Say that a fact makes a treaty void by law, from the start.

    ``settled_from`` is the day before which it is disputed whether this was law already; None if it always was.
    """

    fact: str
    settled_from: Day | None = None
