"""Writing through the page: who may, what is checked, what is kept, and what nobody can slip in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inforce.store import NewEntry, open_store
from inforce.web.settings import Settings
from inforce.web.sign_pages import own_address
from tests.store.postgres import fresh_database
from tests.web.office import (
    END,
    FERRY,
    ON_1938,
    TREATY,
    Office,
    office_at,
    office_in,
    status_in_1938,
)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        yield office


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "log.sqlite") if request.param == "sqlite" else fresh_database()


def entries_of(office: Office) -> int:
    with open_store(office.where, [FERRY]) as store:
        return len(store.entries())


def test_two_people_propose_and_accept(where: str) -> None:
    office = office_at(where)
    maria, olga = office.person("maria"), office.person("olga")
    assert maria.propose().headers["location"] == "/log/1"
    assert status_in_1938(maria) == "in_force"
    assert "would be otherwise" in olga.get("/log/1/effect").text
    assert olga.form("/log/1/accept", reason="The signed note is in the file").status_code == 303
    assert status_in_1938(maria) == "ended"
    shown = maria.get("/log/1").text
    assert "in the book" in shown
    assert "The signed note is in the file" in shown
    office.live.close()


MATRIX = {
    "propose": {"nobody": 403, "ruth": 403, "maria": 303, "olga": 303},
    "enter": {"nobody": 403, "ruth": 403, "maria": 403, "olga": 303},
    "1/accept": {"nobody": 403, "ruth": 403, "maria": 403, "olga": 303},
    "1/reject": {"nobody": 403, "ruth": 403, "maria": 403, "olga": 303},
    "1/withdraw": {"nobody": 403, "ruth": 403, "maria": 303, "olga": 303},
    "look": {"nobody": 403, "ruth": 403, "maria": 200, "olga": 200},
}


@pytest.mark.parametrize("what", MATRIX)
@pytest.mark.parametrize("who", ["nobody", "ruth", "maria", "olga"])
def test_each_may_do_what_their_role_says(office: Office, what: str, who: str) -> None:
    assert office.person("maria").propose().status_code == 303
    visitor = office.visitor() if who == "nobody" else office.person(who)
    fields = {
        "treaty": TREATY,
        "text": END.replace("^end", "^end-2").replace("03-01", "03-02"),
        "reason": "So.",
    }
    assert visitor.form(f"/log/{what}", **fields).status_code == MATRIX[what][who]
    written = MATRIX[what][who] == 303
    assert entries_of(office) == (2 if written else 1)


@pytest.mark.parametrize(
    "path", ["/log/propose", "/log/enter", "/log/1/accept", "/watch", "/watch/seen", "/sign-in", "/sign-out"]
)
def test_a_form_of_another_site_writes_nothing(office: Office, path: str) -> None:
    olga = office.person("olga")
    olga.propose()
    fields = {"treaty": TREATY, "text": END, "reason": "x", "kind": "treaty", "name": TREATY, "begins": "1"}
    assert olga.bare_form(path, **fields).status_code == 403
    assert olga.bare_form(path, **fields, _csrf_token="0" * 128).status_code == 403
    assert entries_of(office) == 1
    assert "olga, editor" in olga.get("/log").text, "still signed in"


def test_what_was_typed_is_kept_beside_its_problems(office: Office) -> None:
    wrong = END.replace("ferry-1931 ", "fery-1931 ")
    found = office.person("maria").propose(wrong, reason="A <b>note</b> & more")
    assert found.status_code == 422
    assert "Did you mean lake-ferry-1931?" in found.text
    assert re.search(r"\^{14}", found.text), "the caret"
    assert "A &lt;b&gt;note&lt;/b&gt; &amp; more</textarea>" in found.text
    assert "agree to end lake-fery-1931" in found.text
    assert entries_of(office) == 0


def test_looking_first_writes_nothing(office: Office) -> None:
    found = office.person("maria").form("/log/look", treaty=TREATY, text=END)
    assert "What it would change" in found.text
    assert "ended since 1937-03-01, by agreement" in found.text
    assert entries_of(office) == 0


def test_looking_tells_which_expectations_would_fail(office: Office) -> None:
    found = office.person("maria").form("/log/look", treaty=TREATY, text=END.replace("1937", "1933"))
    assert re.search(r"<pre>lake-ferry.treaty.md:\d+: expect 1934-06-01 in velmark: in force", found.text)


def test_a_correction_begins_with_the_lines_that_it_corrects(office: Office) -> None:
    olga = office.person("olga")
    olga.form("/log/enter", treaty=TREATY, text=END, reason="The note.")
    assert END in olga.get("/log/new?corrects=1").text.replace("&#39;", "'")
    later = END.replace("03-01", "03-02")
    assert olga.propose(later, corrects="1").headers["location"] == "/log/2"
    olga.form("/log/2/accept", reason="The 1 was a 2")
    assert "Entry 2</a> has taken its place" in olga.get("/log/1").text
    assert "correct this" in olga.get(f"/t/{TREATY}?on=1938-01-01&view=velmark").text


def test_a_decision_is_made_once(office: Office) -> None:
    olga = office.person("olga")
    olga.propose()
    assert olga.form("/log/1/reject", reason="No").status_code == 303
    found = olga.form("/log/1/accept", reason="Yes")
    assert found.status_code == 409
    assert "it is rejected" in found.text


def test_a_revoked_token_and_a_smaller_role_count_at_once(office: Office) -> None:
    maria, olga = office.person("maria"), office.person("olga")
    with open_store(office.where, [FERRY]) as store:
        store.revoke_tokens("maria")
        store.add_person("ruth", "editor", "olga")
        store.add_person("olga", "reader", "ruth")
    assert maria.propose().status_code == 403
    assert olga.propose().status_code == 403
    assert entries_of(office) == 0


def test_whoever_signs_out_is_out(office: Office) -> None:
    maria = office.person("maria")
    cookies = dict(maria.client.cookies)
    assert maria.form("/sign-out").status_code == 303
    assert maria.propose().status_code == 403
    thief = office.visitor()
    thief.client.cookies.update(cookies)
    assert "maria" not in thief.get("/log").text, "the session itself is over"


def test_a_session_never_has_a_name_that_somebody_chose(office: Office) -> None:
    maria = office.person("maria")
    name = next(each for each in maria.client.cookies if each.startswith("inforce-") and "form" not in each)
    victim = office.visitor()
    victim.client.cookies.set(name, "a" * 64, domain="testserver.local")
    found = victim.sign_in(office.tokens["olga"])
    assert "a" * 64 not in found.headers["set-cookie"]
    attacker = office.visitor()
    attacker.client.cookies.set(name, "a" * 64, domain="testserver.local")
    assert "olga" not in attacker.get("/log").text


def test_cookies_are_hidden_from_scripts_and_sent_nowhere_else(office: Office) -> None:
    told = office.visitor().sign_in(office.tokens["olga"]).headers.get_list("set-cookie")
    assert told
    assert all("HttpOnly" in each and "SameSite=lax" in each for each in told)
    secure = office.visitor()
    secure.client.base_url = "https://testserver.local"
    told = secure.sign_in(office.tokens["olga"]).headers.get_list("set-cookie")
    assert all("Secure" in each for each in told)


def test_whoever_only_reads_gets_no_session(office: Office) -> None:
    visitor = office.visitor()
    visitor.get(f"/t/{TREATY}")
    assert [each for each in visitor.client.cookies if "form" not in each] == []


def test_a_token_stands_in_no_page_and_no_address(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    token = office.tokens["olga"]
    olga = office.visitor()
    found = olga.sign_in(token, "/log")
    assert token not in f"{found.text} {found.headers}"
    assert all(token not in olga.get(path).text for path in ("/", "/log", "/audit", "/watch", f"/t/{TREATY}"))
    wrong = olga.form("/sign-in", token=token + "x", next="/")
    assert token not in wrong.text
    assert token not in caplog.text


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\n/evil",
        "\\\\e",
    ],
)
def test_signing_in_leads_nowhere_else(office: Office, to: str) -> None:
    assert office.visitor().sign_in(office.tokens["olga"], to).headers["location"] == "/"
    assert own_address(to) == "/"


def test_what_is_written_is_text_and_never_a_page(office: Office) -> None:
    olga = office.person("olga")
    reason = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    olga.propose(END.replace("[@", '"<svg onload=alert(1)>" [@'), reason=reason)
    olga.propose(reason=reason)
    for path in ("/log", "/log/1", "/log/1/effect", "/watch", "/audit"):
        assert "<script>alert" not in olga.get(path).text
        assert "<img src=x" not in olga.get(path).text
    feed = olga.get("/feed.atom").text
    assert "&lt;script&gt;" in feed


def test_names_of_every_script_and_marks_that_turn_around(office: Office) -> None:
    olga = office.person("olga")
    assert olga.propose(reason="Нота от 1 марта\n照會").status_code == 303
    assert "照會" in olga.get("/log/1").text
    assert olga.propose(reason="tur\u202ened\x07").status_code == 422
    assert olga.propose(f"{END} \u202e").status_code == 422, "what is shown to an editor is what is entered"


def test_too_much_is_refused_before_it_is_read(office: Office) -> None:
    assert office.person("olga").propose("x" * 1_100_000).status_code == 413


def test_somebody_elses_name_in_the_form_counts_for_nothing(office: Office) -> None:
    maria = office.person("maria")
    maria.propose(author="olga")
    with open_store(office.where, [FERRY]) as store:
        assert store.entry(1).author == "maria"


def test_a_log_of_ones_own_is_written_without_signing_in(tmp_path: Path) -> None:
    with office_in(tmp_path / "data" / "inforce", people=False) as office:
        owner = office.visitor()
        assert "yours alone" in owner.get("/log").text
        assert owner.form("/log/look", treaty=TREATY, text=END).status_code == 200
        assert not Path(office.where).exists(), "it begins with the first entry"
        assert (
            owner.form("/log/enter", treaty=TREATY, text=END, reason="So.", author="Ada").status_code == 303
        )
        assert status_in_1938(owner) == "ended"
        with open_store(office.where, [FERRY]) as store:
            assert store.entry(1).author == "Ada"


@pytest.mark.parametrize("settings", [Settings("0.0.0.0"), Settings(names=("treaties.example",))])
def test_elsewhere_a_log_that_knows_nobody_is_closed(tmp_path: Path, settings: Settings) -> None:
    with office_in(tmp_path, settings, people=False) as office:
        visitor = office.visitor()
        assert "inforce log appoint" in visitor.get("/log").text
        found = visitor.propose()
        assert found.status_code == 403
        assert "inforce log appoint" in found.text


def test_a_page_of_another_name_is_refused(tmp_path: Path) -> None:
    with office_in(tmp_path, Settings(port=8945, limited=False), people=False) as office:
        visitor = office.visitor()
        assert visitor.get("/log", Host="rebound.example").status_code == 400
        assert visitor.get("/log", Host="localhost.rebound.example").status_code == 400
        assert visitor.get("/log", Host="localhost:8945").status_code == 200
        assert visitor.get("/log", Host="[::1]:8945").status_code == 200


def test_where_reading_is_private_nobody_reads_without_signing_in(tmp_path: Path) -> None:
    with office_in(tmp_path, Settings(private=True, limited=False)) as office:
        visitor = office.visitor()
        for path in ("/", "/log", f"/t/{TREATY}", "/watch"):
            found = visitor.get(path)
            assert found.status_code == 303
            assert found.headers["location"].startswith("/sign-in?next=")
        for path in (ON_1938, "/feed.atom", "/api/v1/treaties", "/api/v1/log", "/api/v1/openapi.json"):
            assert visitor.get(path).status_code == 401
        ruth = office.person("ruth")
        assert all(ruth.get(path).status_code == 200 for path in ("/", "/log", ON_1938, "/feed.atom"))
        bearer = office.bearer("ruth")
        assert visitor.get("/api/v1/treaties", **bearer).status_code == 200
        assert visitor.client.get("/feed.atom", auth=("any", office.tokens["ruth"])).status_code == 200
        cookies = "; ".join(f"{name}={value}" for name, value in ruth.client.cookies.items())
        assert visitor.get("/api/v1/treaties", Cookie=cookies).status_code == 401, (
            "no cookie opens the interface"
        )
        with open_store(office.where, [FERRY]) as store:
            store.revoke_tokens("ruth")
        office.live.catch_up()
        assert visitor.get("/api/v1/treaties", **bearer).status_code == 401


def test_trying_too_often_is_answered_with_when_to_try_again(tmp_path: Path) -> None:
    with office_in(tmp_path, Settings()) as office:
        visitor = office.visitor()
        statuses = [visitor.form("/sign-in", token=f"guess-{turn}").status_code for turn in range(11)]
        assert statuses == [403] * 10 + [429]
        found = visitor.client.post(
            "/api/v1/log/preview", json={"treaty": TREATY, "text": END}, headers=office.bearer("maria")
        )
        assert found.status_code == 200, "one kind of tries does not count for another"
        for _ in range(30):
            found = visitor.client.post("/api/v1/log/preview", json={}, headers=office.bearer("maria"))
        assert found.status_code == 429
        assert found.headers["content-type"].startswith("application/problem+json")
        assert 0 < int(found.headers["retry-after"]) <= 60


def test_who_did_what_is_shown_to_editors_alone(office: Office) -> None:
    office.visitor().form("/sign-in", token="nobody-has-this")
    olga = office.person("olga")
    shown = olga.get("/audit").text
    assert "a token that nobody has" in shown
    assert "contributor" in shown
    assert office.person("maria").get("/audit").status_code == 403
    assert office.visitor().get("/audit").status_code == 403


def test_what_somebody_may_see_is_never_out_of_date(office: Office) -> None:
    olga = office.person("olga")
    tags = {path: olga.get(path).headers.get("etag", "") for path in ("/audit", "/log", f"/t/{TREATY}")}
    olga.form("/sign-out")
    assert olga.get("/audit", **{"If-None-Match": tags["/audit"]}).status_code == 403
    office.visitor().form("/sign-in", token="nobody-has-this")
    for path in ("/log", f"/t/{TREATY}"):
        found = olga.get(path, **{"If-None-Match": tags[path]})
        assert (found.status_code, "Sign out" in found.text) == (200, False)


def test_an_entry_of_no_such_number_and_numbers_that_no_log_has(office: Office) -> None:
    visitor = office.visitor()
    for path in ("/log/1", "/log/1/effect", "/log/new?corrects=5", "/log/0"):
        assert visitor.get(path).status_code == 404
    assert visitor.get(f"/log/{10**30}").status_code == 400
    assert visitor.get("/log?treaty=nowhere").status_code == 404
    assert visitor.get("/log?before=99999999999999999999&author=%00").status_code == 200


def test_the_log_is_filtered_and_paged(office: Office) -> None:
    with open_store(office.where, [FERRY]) as store:
        for day in range(1, 29):
            for month in ("03", "04"):
                text = END.replace("03-01", f"{month}-{day:02}").replace("^end", f"^end-{month}-{day:02}")
                store.propose(NewEntry(TREATY, text, "maria", "Again."))
        store.reject(1, "olga", "No.")
    visitor = office.visitor()
    first = visitor.get("/log").text
    assert len(re.findall('<li id="entry-', first)) == 50
    assert "57 entries in the log" in first
    (older,) = re.findall(r'rel="next" href="([^"]+)"', first)
    assert len(re.findall('<li id="entry-', visitor.get(older.replace("&amp;", "&")).text)) == 7
    assert len(re.findall('<li id="entry-', visitor.get("/log?author=olga").text)) == 1
    assert 'id="entry-1"' not in visitor.get("/log?open=1&before=10").text
