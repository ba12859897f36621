"""People, roles, tokens and watch lists."""

import pytest

from inforce.store import RefusedError, Store
from tests.store.conftest import END, TREATY, new


@pytest.fixture
def office(log: Store) -> Store:
    """A log with an editor, a contributor and a reader."""
    log.add_person("olga", "editor", by="olga")
    log.add_person("maria", "contributor", by="olga")
    log.add_person("jan", "reader", by="olga")
    return log


def test_two_people_propose_and_accept(office: Store) -> None:
    proposed = office.propose(new(END, by="maria"))
    accepted = office.accept(proposed.id, "olga", "The note is in the file.")
    assert [(entry.kind, entry.author) for entry in office.entries()] == [
        ("proposal", "maria"),
        ("acceptance", "olga"),
    ]
    assert accepted.about == proposed.id
    assert office.standing(proposed.id) == "stands"


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("maria", "maria is a contributor here; this takes a person with the role editor"),
        ("jan", "jan is a reader here"),
        ("mario", "knows nobody called mario. Did you mean maria?"),
    ],
)
def test_who_is_no_editor_neither_appends_nor_decides(office: Store, who: str, message: str) -> None:
    office.propose(new(END, by="maria"))
    for attempt in (
        lambda: office.append(new("1936-01-01 landing-built again", by=who)),
        lambda: office.accept(1, who, "why"),
        lambda: office.reject(1, who, "why"),
        lambda: office.add_person("eva", "reader", by=who),
    ):
        with pytest.raises(RefusedError, match=message.split(". ", maxsplit=1)[0]):
            attempt()
    assert len(office.entries()) == 1


def test_who_proposed_may_withdraw_and_another_contributor_may_not(office: Store) -> None:
    office.add_person("eva", "contributor", by="olga")
    office.propose(new(END, by="maria"))
    with pytest.raises(RefusedError, match="eva is a contributor"):
        office.withdraw(1, "eva", "why")
    office.withdraw(1, "maria", "I was wrong.")
    assert office.standing(1) == "withdrawn"


def test_somebody_is_always_an_editor(log: Store) -> None:
    with pytest.raises(RefusedError, match="Somebody has to be an editor"):
        log.add_person("maria", "contributor", by="maria")
    log.add_person("olga", "editor", by="olga")
    with pytest.raises(RefusedError, match="Somebody has to be an editor"):
        log.add_person("olga", "none", by="olga")
    with pytest.raises(RefusedError, match="There is no role called boss"):
        log.add_person("olga", "boss", by="olga")  # type: ignore[arg-type]


def test_a_token_is_known_by_its_digest_alone(office: Store) -> None:
    token = office.new_token("maria")
    assert office.person_by_token(token) == office.people()[1]
    assert office.person_by_token(token[:-1]) is None
    assert office.person_by_token("") is None
    assert token not in "\n".join(_everything(office))


def _everything(store: Store) -> list[str]:
    from inforce.store.connecting import reading
    from inforce.store.schema import TABLES

    with reading(store.engine) as connection:
        return [str(row) for table in TABLES for row in connection.execute(table.select())]


def test_a_revoked_token_and_one_of_somebody_who_left_open_nothing(office: Store) -> None:
    token, other = office.new_token("maria"), office.new_token("jan")
    assert office.revoke_tokens("maria") == 1
    assert office.revoke_tokens("maria") == 0
    assert office.person_by_token(token) is None
    office.add_person("jan", "none", by="olga")
    assert office.person_by_token(other) is None
    with pytest.raises(RefusedError, match="jan is a none"):
        office.new_token("jan")


def test_who_came_in_and_who_could_not_is_on_record(office: Store) -> None:
    token = office.new_token("maria")
    office.sign_in(token, "192.0.2.1")
    office.sign_in("guess", "192.0.2.2")
    assert [(each.person, each.place) for each in office.sign_ins()] == [
        ("maria", "192.0.2.1"),
        ("", "192.0.2.2"),
    ]


def test_a_watch_list_has_what_came_since_one_last_looked(office: Store) -> None:
    office.watch("jan", "party", "VEL")
    office.propose(new("1937-02-10/1937-02-14 strikes", "  said by ARD", by="maria"))
    office.propose(new("1938-05-01 VEL denounces lake-ferry-1931 again", by="maria"))
    office.accept(2, "olga", "Yes.")
    assert [entry.id for entry in office.changes_since("jan")] == [2, 3]
    office.looked("jan", 3)
    assert office.changes_since("jan") == ()
    assert [entry.id for entry in office.changes_since("jan", since=2)] == [3]
    office.watch("jan", "treaty", TREATY)
    office.append(new(END, by="olga"))
    assert [entry.id for entry in office.changes_since("jan")] == [4]
    office.watch("jan", "treaty", TREATY, begins=False)
    assert [each.name for each in office.watched("jan")] == ["VEL"]


def test_what_was_proposed_by_who_has_left_can_still_be_decided(office: Store) -> None:
    office.propose(new(END, by="maria"))
    office.add_person("maria", "none", by="olga")
    assert office.accept(1, "olga", "Yes.").id == 2
