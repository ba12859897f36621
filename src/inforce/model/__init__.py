"""Frozen values of the field: what passes between rooms."""

from inforce.model.act import CONSENTS, POWERS, VERB_NAMES, VERBS, Verb, verb_named
from inforce.model.actor import Actor, Asset, GovernmentClaim, Group, LanguageName
from inforce.model.book import Book
from inforce.model.citation import Citation, Source
from inforce.model.claim import (
    RECORD,
    Act,
    ActorAt,
    Claim,
    CountsAs,
    Detail,
    Event,
    Finding,
    Outcome,
    Proposition,
    Speaks,
    State,
)
from inforce.model.clause import Bearer, Clause, Deadline, Effect, Line, Notice, Window
from inforce.model.condition import (
    All,
    BreachEstablished,
    ClauseIs,
    Condition,
    Either,
    Fact,
    FactHolds,
    Not,
    RelationsSevered,
    TreatyIs,
)
from inforce.model.expectation import Expectation, Question
from inforce.model.norm import CERTAINTIES, FLAGS, STATUSES, TREATY_STATUSES, NormKind
from inforce.model.rule import Custom, Residual, Rule
from inforce.model.terms import EntryIntoForce, Offset, Quorum, Renewal, Terms, Weight
from inforce.model.treaty import Action, Instrument, Treaty
from inforce.model.view import ALL_VOICES, Reading, Speaker, View

__all__ = [
    "ALL_VOICES", "CERTAINTIES", "CONSENTS", "FLAGS", "POWERS", "RECORD", "STATUSES", "TREATY_STATUSES",
    "VERBS", "VERB_NAMES", "Act", "Action", "Actor", "ActorAt", "All", "Asset", "Bearer", "Book",
    "BreachEstablished", "Citation", "Claim", "Clause", "ClauseIs", "Condition", "CountsAs", "Custom",
    "Deadline", "Detail", "Effect", "Either", "EntryIntoForce", "Event", "Expectation", "Fact", "FactHolds",
    "Finding", "GovernmentClaim", "Group", "Instrument", "LanguageName", "Line", "Not", "Notice", "NormKind",
    "Offset", "Outcome", "Proposition", "Question", "Quorum", "Reading", "RelationsSevered", "Renewal",
    "Residual", "Rule", "Source", "Speaker", "Speaks", "State", "Terms", "Treaty", "TreatyIs", "Verb", "View",
    "Weight", "Window", "verb_named",
]
