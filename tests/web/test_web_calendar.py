"""What falls due in every treaty at once: the page, the interface, the calendar file."""

from icalendar import Calendar
from litestar import Litestar
from litestar.testing import TestClient

from inforce.answers import open as open_books

Client = TestClient[Litestar]
YEAR = "from=2026-01-01&to=2026-12-31"
NEW_START_ENDS = "2026-02-05"


def test_the_calendar_shows_every_treaty_those_among_many_too(client: Client) -> None:
    page = client.get(f"/due?{YEAR}").text
    assert "/t/new-start-2010" in page
    assert "/t/ottawa-1997" in page
    assert f"<time>{NEW_START_ENDS}</time>" in page


def test_the_interface_gives_what_the_library_gives_a_page_at_a_time(client: Client) -> None:
    library = open_books().due("2026-01-01", "2026-12-31")
    found = client.get(f"/api/v1/due?{YEAR}&limit=3").json()
    assert [each["text"] for each in found["answers"]] == [each.text for each in library[:3]]
    assert found["page"] == {"total": len(library), "offset": 0, "next": 3}
    assert "treaties" in found["coverage"]
    rest = client.get(f"/api/v1/due?{YEAR}&limit=3&offset=3").json()
    assert [each["text"] for each in rest["answers"]] == [each.text for each in library[3:6]]


def test_one_party_is_asked_of_every_treaty(client: Client) -> None:
    found = client.get(f"/api/v1/due?{YEAR}&for=FIN").json()
    assert ("2026-01-10", "ottawa-1997") in {
        (each["days"], each["answer"]["treaty"]) for each in found["answers"]
    }


def test_the_same_is_a_calendar_file(client: Client) -> None:
    found = client.get(f"/due.ics?{YEAR}")
    assert found.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(found.text).walk("VEVENT")
    assert NEW_START_ENDS in {event.decoded("dtstart").isoformat() for event in events}
    assert len(events) == client.get(f"/api/v1/due?{YEAR}").json()["page"]["total"]


def test_an_unknown_party_and_too_many_years_are_told(client: Client) -> None:
    unknown = client.get(f"/api/v1/due?{YEAR}&for=FIM")
    assert (unknown.status_code, "FIN" in unknown.json()["nearest"]) == (404, True)
    wide = client.get("/api/v1/due?from=1945-01-01&to=1999-12-31")
    assert (wide.status_code, wide.json()["type"]) == (422, "/problems#too-wide")
    assert client.get("/api/v1/due?from=2027-01-01&to=2026-01-01").status_code == 400
