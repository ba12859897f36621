"""Treaties and the instruments of which they are made."""

from msgspec import Struct

from inforce.model.actor import LanguageName
from inforce.model.citation import Citation
from inforce.model.clause import Clause, Line
from inforce.model.invalidity import Defect
from inforce.model.terms import Terms


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


class Treaty(Struct, frozen=True):
    """A treaty: parties, final clauses, instruments and clauses, as its text says them.

    ``silent_on`` lists what the text does not say, which differs from what nobody has written down
    here. ``said`` keeps every line as it stands in the file. ``defects`` are the facts that would make it invalid.
    Only parties to the treaties ``only_parties_to``, and members of the groups ``only_members_of``, may become parties.
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
    only_parties_to: tuple[str, ...] = ()
    only_members_of: tuple[str, ...] = ()
