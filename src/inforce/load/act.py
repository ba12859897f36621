"""An act in a record: its actors, its verb from the closed list, and what it acts upon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.act_object import Deed, deed_on_object
from inforce.load.cursor import Cursor, missing
from inforce.load.marks import Marks
from inforce.load.phrase import text_from_tokens
from inforce.model import VERBS, VERBS_BY_NAME, Act, ActorAt, Verb

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

_LINKS = frozenset({"of", "from", "for", "to", "with"})


def _verbs_by_words() -> dict[str, Verb]:
    """List the words of every verb; without its last link where the object is not named."""
    table: dict[str, Verb] = {}
    for verb in VERBS:
        for words in verb.words:
            head, _, last = words.rpartition(" ")
            if last in _LINKS and verb.object not in ("clauses", "reservation"):
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
    if cursor.stands("("):
        missing(cursor, draft, f"The government stands behind the actor, as in CHN (ROC) {words}.")
        return None
    return deed_on_object(actors, VERB_WORDS[words], cursor, draft)


def act_from_deed(deed: Deed, marks: Marks, date: Token, label: str, draft: Draft) -> Act:
    """Complete an act with the party named behind it."""
    deed = _between_some(deed, marks, date, draft)
    party = deed.party or (draft.named("actor", marks.party) if marks.party else None)
    if marks.by and deed.verb.object == "clauses":
        party = draft.named("actor", marks.by[0])
    _check_measure(deed.verb.name, marks, date, draft)
    if deed.verb.name == "apply" and len(deed.actors) == 1:
        hint = "Name everyone who agrees: CHN, SUN agree to apply …; who applies it alone needs a clause that says so."
        draft.report(date, "An agreement needs more than one.", hint)
    return Act(deed.verb.name, deed.actors, deed.treaty, deed.objects, party or "", label)


_FOR_SOME = {
    "between": "between some parties",
    "towards": "towards one party",
    "for-itself": "for one party alone",
}


def _between_some(deed: Deed, marks: Marks, date: Token, draft: Draft) -> Deed:
    """Let ``suspends T towards X`` and ``suspend T between them`` be acts of their own: they leave the others out."""
    how = "between" if marks.between else "towards" if marks.towards else "for-itself" if marks.alone else ""
    if not how:
        return deed
    verb = VERBS_BY_NAME.get(f"{deed.verb.name}-{how}")
    if verb is None:
        hint = "A suspension may be between some parties or for one of them, a resumption between some."
        draft.report(date, f"Nothing is done {_FOR_SOME[how]} by this act.", hint)
        return deed
    party = (draft.named("actor", marks.towards) or "") if marks.towards else ""
    return replace(deed, verb=verb, party=party)


def _check_measure(verb: str, marks: Marks, date: Token, draft: Draft) -> None:
    """See that an extension, and nothing else, says by how much, and a postponement to which day."""
    if (marks.offset is not None) != (verb == "extend"):
        hint = "Write extend TREATY by 5 years; no other act takes a time."
        draft.report(date, "An extension says by how much, and only an extension does.", hint)
    if (marks.until is not None) != (verb == "postpone"):
        hint = "Write postpone CLAUSE to 1946-01-03; no other act takes a new day."
        draft.report(date, "A postponement says to which day, and only a postponement does.", hint)


def _report_verb(cursor: Cursor, draft: Draft) -> None:
    tokens = cursor.rest[:3]
    if not tokens:
        missing(cursor, draft, "Say what the actor does.")
        return
    words = text_from_tokens(tokens)
    fix = draft.nearest(words, VERB_WORDS) or draft.nearest(tokens[0].text, VERB_WORDS)
    hint = fix or (
        "An act is one of a closed list, such as signs, ratifies, denounces, agree to end. "
        'What else happens is a fact: fact NAME "…" with a line event, and then its date and NAME.'
    )
    draft.report(tokens[0], f"There is no act called {tokens[0].text}.", hint)
