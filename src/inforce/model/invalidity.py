"""The closed list of the grounds on which a treaty is invalid or may be ended, and what founds one of them."""

from msgspec import Struct

from inforce.temporal import Day


class InvalidityGround(Struct, frozen=True):
    """One ground: the words that name it, its article, and whether only its victim can invoke it.

    ``from_the_start`` is False for a new peremptory norm alone: what conflicts with it becomes void when it emerges.
    ``ends`` marks the grounds that make nothing void, and let a party end, leave or suspend the treaty.
    """

    name: str
    article: str
    of_victim: bool
    from_the_start: bool = True
    ends: bool = False


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
    InvalidityGround("impossibility of performance", "61", of_victim=False, ends=True),
    InvalidityGround("temporary impossibility", "61", of_victim=False, ends=True),
    InvalidityGround("fundamental change", "62", of_victim=False, ends=True),
)
"""General law: Vienna Convention, arts. 46 to 53, 64, 61 and 62; no others make void or found an end (art. 42)."""

GROUND_NAMES = tuple(ground.name for ground in GROUNDS)
INVALIDITY_NAMES = tuple(ground.name for ground in GROUNDS if not ground.ends)


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
    """A fact that, if it is so, founds a ground against a treaty; ``victim`` is who alone can invoke it."""

    ground: str
    treaty: str
    fact: str
    victim: str = ""


class Bar(Struct, frozen=True):
    """A fact that, if it is so, bars an actor from a ground of ending: its own breach brought that about.

    General law: Vienna Convention, arts. 61(2) and 62(2)(b).
    """

    treaty: str
    fact: str
    actor: str


class Nullity(Struct, frozen=True):
    """Say that a fact makes a treaty void by law, from the start or, if not ``from_the_start``, from its own day.

    ``settled_from`` is the day before which it is disputed whether this was law already; None if it always was.
    """

    fact: str
    settled_from: Day | None = None
    from_the_start: bool = True
