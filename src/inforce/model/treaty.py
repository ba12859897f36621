"""Treaties and the instruments of which they are made."""

from msgspec import Struct

from inforce.model.actor import LanguageName
from inforce.model.citation import Citation
from inforce.model.clause import Clause, Line
from inforce.model.invalidity import Bar, Defect
from inforce.model.terms import Offset, Terms


class Instrument(Struct, frozen=True):
    """One text of a treaty: the main one, an agreement, an exchange of notes, minutes.

    ``binding_said_by`` and ``binding_denied_by`` are the voices for and against its legal force; with
    neither, it binds as any treaty text does. ``said`` keeps every line as it stands in the file.
    """

    id: str
    title: str
    part_of: str
    names: tuple[LanguageName, ...] = ()
    character: str = "treaty"
    terms: Terms = Terms()
    binding_said_by: tuple[str, ...] = ()
    binding_denied_by: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    said: tuple[Line, ...] = ()
    citations: tuple[Citation, ...] = ()


class Action(Struct, frozen=True):
    """One treaty acts on another when it enters into force: ``ends``, ``replaces``, ``suspends``."""

    what: str
    treaty: str
    citations: tuple[Citation, ...] = ()


class Displacement(Struct, frozen=True):
    """A clause of this treaty in the place of which a later treaty puts one of its own."""

    clause: str
    later: str


class Treaty(Struct, frozen=True):
    """A treaty: parties, final clauses, instruments and clauses, as its text says them.

    ``silent_on`` lists what the text does not say, which differs from what nobody has written down
    here. ``said`` keeps every line as it stands in the file. ``defects`` are the facts that found a ground against
    it, ``bars`` those that bar somebody from one. ``boundary``: it establishes a boundary; ``organisation``: an
    organisation, of which nobody becomes a member by succession. ``third`` are the third
    states of which it speaks. ``displaced`` are its clauses with which those of a later treaty are incompatible.
    ``beside`` names the treaties whose files stand in the same folder, this one included.
    Only parties to the treaties ``only_parties_to``, and members of the groups ``only_members_of``, may become parties.
    ``tacit`` is the time within which a party to what this treaty amends has to reject it, or is bound.
    """

    id: str
    title: str
    parties: tuple[str, ...]
    names: tuple[LanguageName, ...] = ()
    authentic: tuple[str, ...] = ()
    published: str = ""
    terms: Terms = Terms()
    silent_on: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    clauses: tuple[Clause, ...] = ()
    lines: tuple[Line, ...] = ()
    said: tuple[Line, ...] = ()
    citations: tuple[Citation, ...] = ()
    defects: tuple[Defect, ...] = ()
    beside: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    boundary: bool = False
    third: tuple[str, ...] = ()
    displaced: tuple[Displacement, ...] = ()
    only_parties_to: tuple[str, ...] = ()
    only_members_of: tuple[str, ...] = ()
    tacit: Offset | None = None
    organisation: bool = False
