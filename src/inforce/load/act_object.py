"""What an act acts upon: a treaty, clauses, another act, a group, an actor, or words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from inforce.load.cursor import Cursor, missing
from inforce.load.ground import ground_from_cursor
from inforce.load.marks import INLINE_KEYS
from inforce.load.phrase import said_text, unquoted
from inforce.model import VERBS_BY_NAME, ActorAt, Verb

if TYPE_CHECKING:
    from inforce.load.draft import Draft


class Deed(Struct, frozen=True):
    """An act as read up to its object; names behind it may still say against which treaty it is."""

    actors: tuple[ActorAt, ...]
    verb: Verb
    treaty: str = ""
    objects: tuple[str, ...] = ()
    ground: str = ""
    party: str = ""


def deed_on_object(actors: tuple[ActorAt, ...], verb: Verb, cursor: Cursor, draft: Draft) -> Deed | None:
    """Read what a verb acts upon, as the verb asks; ``suspends ^notice`` acts upon the notice."""
    if (ahead := cursor.next) and ahead.kind == "label" and f"{verb.name}-notice" in VERBS_BY_NAME:
        verb = VERBS_BY_NAME[f"{verb.name}-notice"]
    match verb.object:
        case "treaty":
            return _named_treaty(actors, verb, cursor, draft)
        case "clauses":
            return _on_clauses(actors, verb, cursor, draft)
        case "reservation":
            return _on_reservation(actors, verb, cursor, draft)
        case "text":
            return Deed(actors, verb, draft.treaty, _text(cursor))
        case "act":
            labels = _labels(cursor, draft)
            return Deed(actors, verb, draft.treaty, labels) if labels else None
        case kind:
            return Deed(actors, verb, "", _names(kind, cursor, draft))


def _on_treaty(actors: tuple[ActorAt, ...], verb: Verb, cursor: Cursor, draft: Draft) -> Deed | None:
    """Read a treaty or instruments of one; with neither, the treaty of the file is meant."""
    tokens = cursor.take_list((*INLINE_KEYS, verb.tail) if verb.tail else INLINE_KEYS)
    instruments = draft.names.instruments(draft.treaty)
    if tokens and all(token.text in instruments for token in tokens):
        return Deed(actors, verb, draft.treaty, tuple(token.text for token in tokens))
    if len(tokens) > 1:
        draft.report_across(
            tokens, "One record says what is done with one treaty.", "Write a record for each."
        )
        return None
    treaty = draft.named("treaty", tokens[0]) if tokens else draft.treaty
    if not tokens and not treaty:
        missing(cursor, draft, "Name the treaty.")
    return Deed(actors, verb, treaty) if treaty else None


def _named_treaty(actors: tuple[ActorAt, ...], verb: Verb, cursor: Cursor, draft: Draft) -> Deed | None:
    """Read a treaty and the words that stand behind it."""
    deed = _on_treaty(actors, verb, cursor, draft)
    if deed is not None and verb.tail and not cursor.skip(verb.tail):
        missing(cursor, draft, f"Write {verb.words[len(actors) > 1]} {deed.treaty} {verb.tail}.")
        return None
    if verb.name == "annul":
        cursor.skip("from the start")
    return _impeached(deed, cursor, draft) if deed is not None and verb.name == "impeach" else deed


def _impeached(deed: Deed, cursor: Cursor, draft: Draft) -> Deed | None:
    """Read the ground on which a treaty is said to be invalid: without one nothing is invoked."""
    if not cursor.skip("on the ground of"):
        hint = f"Say on which ground: invokes the invalidity of {deed.treaty} on the ground of error."
        missing(cursor, draft, hint)
        return None
    ground = ground_from_cursor(cursor, draft)
    return replace(deed, objects=(ground,)) if ground else None


def _on_clauses(actors: tuple[ActorAt, ...], verb: Verb, cursor: Cursor, draft: Draft) -> Deed | None:
    """Read clauses of the treaty of the file, or of the one that stands behind ``against``."""
    treaty = treaty_ahead(cursor, draft) or draft.treaty
    ground = ""
    if verb.name == "invoke":
        ground = said_text(cursor.take_until((*INLINE_KEYS, "of")))
        if not cursor.skip("of"):
            return Deed(actors, verb, treaty, (), ground)
    clauses = clauses_from_cursor(cursor, treaty, draft)
    return Deed(actors, verb, treaty, clauses, ground) if clauses else None


def _on_reservation(actors: tuple[ActorAt, ...], verb: Verb, cursor: Cursor, draft: Draft) -> Deed | None:
    """Read whose reservation is meant, unless it is one's own, and to which clauses; without any, to all."""
    party = ""
    if verb.words[0].endswith(" of"):
        token = cursor.take()
        if token is None:
            missing(cursor, draft, "Say whose reservation, as in objects to the reservation of X to 9.")
            return None
        party = draft.named("actor", token) or ""
    treaty = treaty_ahead(cursor, draft) or draft.treaty
    clauses: tuple[str, ...] = ()
    if cursor.skip("to"):
        clauses = clauses_from_cursor(cursor, treaty, draft)
    elif cursor.skip("of"):
        cursor.take()
    return Deed(actors, verb, treaty, clauses, party=party)


def treaty_ahead(cursor: Cursor, draft: Draft) -> str:
    """Look ahead for the treaty that clauses belong to: ``T5, N1 of TREATY``, ``T5 against TREATY``."""
    treaties = draft.names.of("treaty")
    texts = [token.text for token in cursor.rest]
    pairs = pairwise(texts)
    return next((name for word, name in pairs if word in ("of", "against") and name in treaties), "")


def clauses_from_cursor(cursor: Cursor, treaty: str, draft: Draft) -> tuple[str, ...]:
    """Read a list of clauses and step over ``of TREATY`` behind it."""
    tokens = cursor.take_list((*INLINE_KEYS, "of"))
    if not tokens:
        missing(cursor, draft, "Name the clauses.")
    if cursor.skip("of"):
        cursor.take()
    named = (draft.named("clause", token, treaty) for token in tokens)
    return tuple(name for name in named if name)


def _text(cursor: Cursor) -> tuple[str, ...]:
    tokens = cursor.take_until(key for key in INLINE_KEYS if " " in key)
    return (said_text(tokens),) if tokens else ()


def _labels(cursor: Cursor, draft: Draft) -> tuple[str, ...]:
    """Read the acts that are acted upon; a further label behind them names this record."""
    taken: list[str] = []
    while (token := cursor.next) and token.kind == "label":
        taken.append(unquoted(token))
        cursor.take()
        following = cursor.rest[1:2]
        if not (cursor.stands(",") and following and following[0].kind == "label"):
            break
        cursor.take()
    if not taken:
        missing(cursor, draft, "Name the act that this acts upon, by its label: ^name.")
    return tuple(taken)


def _names(kind: str, cursor: Cursor, draft: Draft) -> tuple[str, ...]:
    named = (draft.named(kind, token) for token in cursor.take_list(INLINE_KEYS))
    return tuple(name for name in named if name)
