"""Who promises, speaks and acts, and what they promise about."""

from msgspec import Struct

from inforce.model.citation import Citation
from inforce.temporal import UncertainDay


class LanguageName(Struct, frozen=True):
    """A name in one language, in its own script (BCP 47 tag and text)."""

    language: str
    text: str


class GovernmentClaim(Struct, frozen=True):
    """Claim that an actor is the government of a state, from a day or always.

    The state is the party and the government speaks: who speaks for a state is a claim with a voice,
    never a property of the state.
    """

    state: str
    voice: str
    since: UncertainDay | None = None
    citations: tuple[Citation, ...] = ()


class Actor(Struct, frozen=True):
    """Anyone that can be a party, a voice, a bearer, an organ or a government.

    Codes are upper case for parties and organs, kebab-case for mere voices. ``organ_of`` names the actor
    whose organ it is; ``kind`` is a word for people, such as ``parliament``.
    """

    code: str
    name: str
    names: tuple[LanguageName, ...] = ()
    governments: tuple[GovernmentClaim, ...] = ()
    state_since: UncertainDay | None = None
    state_until: UncertainDay | None = None
    citations: tuple[Citation, ...] = ()
    organ_of: str = ""
    kind: str = ""


class Group(Struct, frozen=True):
    """A named list of actors whose members change by record (``joins``, ``leaves``)."""

    id: str
    title: str
    members: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Asset(Struct, frozen=True):
    """A thing or territory that clauses speak about."""

    id: str
    title: str
    names: tuple[LanguageName, ...] = ()
    citations: tuple[Citation, ...] = ()
