"""People, appoint, token, watch and changes: who works with a log, and what each wants to hear of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from inforce.cli.log.options import BY, STORE, opened
from inforce.cli.options import JSON, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb
from inforce.store.roles import ROLES

if TYPE_CHECKING:
    from inforce.store import Store, Watched


class _Person(TypedDict, total=False):
    store: str
    person: str
    role: str
    by: str
    revoke: bool
    treaties: tuple[str, ...]
    parties: tuple[str, ...]
    stop: bool
    seen: bool
    as_json: bool


_PERSON = click.argument("person")


@verb("people")
@taking(STORE, JSON)
def people_command(store: str, as_json: bool) -> None:
    """List the people of a store.

    A store that knows nobody is one person's own: whoever has it may write in it.
    """
    with opened(store) as log:
        found = log.people()
    if as_json:
        say_json({"verb": "log people"}, found)
    else:
        say(f"{each.name}  {each.role}" for each in found)


@verb("appoint")
@taking(_PERSON, click.argument("role", type=click.Choice(ROLES)), STORE, BY, JSON)
def appoint_command(**asked: Unpack[_Person]) -> None:
    """Let somebody in, or give them another role.

    A reader reads, a contributor proposes, an editor decides; none is somebody who has left. The first is an
    editor, and from then on only editors appoint.
    """
    role = next(each for each in ROLES if each == asked["role"])
    with opened(asked["store"], create=True) as log:
        found = log.add_person(asked["person"], role, asked["by"])
    if asked["as_json"]:
        say_json({"verb": "log appoint", "person": found.name}, [found])
    else:
        say((f"{found.name}  {found.role}",))


@verb("token")
@taking(
    _PERSON,
    STORE,
    click.option(
        "--revoke", is_flag=True, help="Make no new one, and let none that they have count any longer."
    ),
    JSON,
)
def token_command(**asked: Unpack[_Person]) -> None:
    """Make a token with which somebody signs in.

    It is shown this once; the store keeps only its digest.
    """
    with opened(asked["store"]) as log:
        if asked["revoke"]:
            told, found = f"{log.revoke_tokens(asked['person'])} revoked", ""
        else:
            found = told = log.new_token(asked["person"])
    if asked["as_json"]:
        say_json({"verb": "log token", "person": asked["person"]}, [{"token": found or None}])
    else:
        say((told,))


@verb("watch")
@taking(
    _PERSON,
    STORE,
    click.option("--treaty", "treaties", multiple=True, metavar="TREATY", help="Watch a treaty."),
    click.option("--party", "parties", multiple=True, metavar="PARTY", help="Watch a party."),
    click.option("--stop", is_flag=True, help="Watch them no longer."),
    JSON,
)
def watch_command(**asked: Unpack[_Person]) -> None:
    """Say what somebody wants to hear of.

    Without a treaty or a party, what they watch is listed.
    """
    with opened(asked["store"]) as log:
        found = _watching(log, asked)
    if asked["as_json"]:
        say_json({"verb": "log watch", "person": asked["person"]}, found)
    else:
        say(f"{each.kind} {each.name}" for each in found)


def _watching(log: Store, asked: _Person) -> tuple[Watched, ...]:
    for treaty in asked["treaties"]:
        log.watch(asked["person"], "treaty", treaty, begins=not asked["stop"])
    for party in asked["parties"]:
        log.watch(asked["person"], "party", party, begins=not asked["stop"])
    return log.watched(asked["person"])


@verb("changes")
@taking(
    _PERSON,
    STORE,
    click.option(
        "--seen",
        is_flag=True,
        help="Note that they have seen these; the next time begins after them.",
    ),
    JSON,
)
def changes_command(**asked: Unpack[_Person]) -> None:
    """Tell what has changed for somebody.

    These are the entries about what they watch, since they last looked.
    """
    from inforce.cli.log.telling import Listed, lines_of_entries

    with opened(asked["store"]) as log:
        found = [Listed(entry, log.standing(entry.id)) for entry in log.changes_since(asked["person"])]
        if asked["seen"] and found:
            log.looked(asked["person"], found[-1].entry.id)
    if asked["as_json"]:
        say_json({"verb": "log changes", "person": asked["person"]}, found)
    else:
        say(lines_of_entries(found))
