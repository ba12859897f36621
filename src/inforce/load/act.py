"""An act in a record: its actors, its verb from the closed list, and what it acts upon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.load.cursor import Cursor
from inforce.load.marks import INLINE, Marks, missing
from inforce.load.phrase import said_text, text_from_tokens, unquoted
from inforce.model import VERBS, Act, ActorAt, Verb

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

_LINKS = frozenset({"of", "from", "for", "to", "with"})


class Deed(Struct, frozen=True):
    """An act as read up to its object; names behind it may still say against which treaty it is."""

    actors: tuple[ActorAt, ...]
    verb: Verb
    treaty: str = ""
    objects: tuple[str, ...] = ()
    ground: str = ""


def _verbs_by_words() -> dict[str, Verb]:
    """List the words of every verb; without its last link where the object is not named."""
    table: dict[str, Verb] = {}
    for verb in VERBS:
        for words in verb.words:
            head, _, last = words.rpartition(" ")
            if last in _LINKS and verb.object != "clauses":
                table.setdefault(head, verb)
            table[words] = verb
    return table


VERB_WORDS = _verbs_by_words()
"""Every verb by its words; the longest that fit are meant."""


def actors_from_cursor(cursor: Cursor, draft: Draft) -> tuple[ActorAt, ...]:
    """Read ``CHN (PRC), SUN``: who acts, and through which government."""
    actors: list[ActorAt] = []
    while token := cursor.take():
        code = draft.named("actor", token)
        government = ""
        if cursor.skip("("):
            named = cursor.take()
            government = (draft.named("actor", named) if named else None) or ""
            cursor.skip(")")
        if code:
            actors.append(ActorAt(code, government))
        if not (cursor.skip(",") or cursor.skip("and")):
            break
    return tuple(actors)


def deed_from_cursor(actors: tuple[ActorAt, ...], cursor: Cursor, draft: Draft) -> Deed | None:
    """Read a verb and what it acts upon."""
    words = cursor.longest(VERB_WORDS)
    if not words:
        _report_verb(cursor, draft)
        return None
    cursor.skip(words)
    verb = VERB_WORDS[words]
    match verb.object:
        case "treaty":
            return _on_treaty(actors, verb, cursor, draft)
        case "clauses":
            return _on_clauses(actors, verb, cursor, draft)
        case "text":
            return Deed(actors, verb, draft.treaty, _text(cursor))
        case "act":
            return Deed(actors, verb, draft.treaty, _labels(cursor, draft))
        case kind:
            return Deed(actors, verb, "", _names(kind, cursor, draft))


def act_from_deed(deed: Deed, marks: Marks, label: str, draft: Draft) -> Act:
    """Complete an act with the party named behind it."""
    party = draft.named("actor", marks.party) if marks.party else None
    if marks.by and deed.verb.object == "clauses":
        party = draft.named("actor", marks.by[0])
    return Act(deed.verb.name, deed.actors, deed.treaty, deed.objects, party or "", label)


def _on_treaty(actors: tuple[ActorAt, ...], verb: Verb, cursor: Cursor, draft: Draft) -> Deed | None:
    """Read a treaty or instruments of one; with neither, the treaty of the file is meant."""
    tokens = cursor.take_list(INLINE)
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


def _on_clauses(actors: tuple[ActorAt, ...], verb: Verb, cursor: Cursor, draft: Draft) -> Deed:
    """Read clauses of the treaty of the file, or of the one that stands behind ``against``."""
    treaty = _against(cursor, draft) or draft.treaty
    ground = ""
    if verb.name == "invoke":
        ground = said_text(cursor.take_until((*INLINE, "of")))
        if not cursor.skip("of"):
            return Deed(actors, verb, treaty, (), ground)
    tokens = cursor.take_list(INLINE)
    if not tokens:
        missing(cursor, draft, "Name the clauses.")
    return Deed(actors, verb, treaty, clause_names(tokens, treaty, draft), ground)


def clause_names(tokens: tuple[Token, ...], treaty: str, draft: Draft) -> tuple[str, ...]:
    """Resolve clauses of a treaty, each to its own number."""
    named = (draft.named("clause", token, treaty) for token in tokens)
    return tuple(name for name in named if name)


def _against(cursor: Cursor, draft: Draft) -> str:
    """Look ahead for the treaty that clauses belong to."""
    texts = [token.text for token in cursor.rest]
    at = texts.index("against") + 1 if "against" in texts else len(texts)
    return texts[at] if at < len(texts) and texts[at] in draft.names.of("treaty") else ""


def _text(cursor: Cursor) -> tuple[str, ...]:
    tokens = cursor.take_until(key for key in INLINE if " " in key)
    return (said_text(tokens),) if tokens else ()


def _labels(cursor: Cursor, draft: Draft) -> tuple[str, ...]:
    """Read the acts that are acted upon; a further label behind them names this record."""
    taken: list[str] = []
    while (
        (token := cursor.next)
        and token.kind == "label"
        and (not taken or cursor.tokens[cursor.at - 1].text == ",")
    ):
        taken.append(unquoted(token))
        cursor.at += 1
        if (
            cursor.stands(",")
            and cursor.at + 1 < len(cursor.tokens)
            and cursor.tokens[cursor.at + 1].kind == "label"
        ):
            cursor.at += 1
    if not taken:
        missing(cursor, draft, "Name the act that this acts upon, by its label: ^name.")
    return tuple(taken)


def _names(kind: str, cursor: Cursor, draft: Draft) -> tuple[str, ...]:
    named = (draft.named(kind, token) for token in cursor.take_list(INLINE))
    return tuple(name for name in named if name)


def _report_verb(cursor: Cursor, draft: Draft) -> None:
    tokens = cursor.rest[:3]
    if not tokens:
        missing(cursor, draft, "Say what the actor does.")
        return
    words = text_from_tokens(tokens)
    fix = draft.nearest(words, VERB_WORDS) or draft.nearest(tokens[0].text, VERB_WORDS)
    hint = fix or "An act is one of a closed list, such as signs, ratifies, denounces, agree to end."
    draft.report(tokens[0], f"There is no act called {tokens[0].text}.", hint)
