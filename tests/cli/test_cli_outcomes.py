import msgspec

from tests.cli.conftest import ALLIANCE, Run

ATOP = ("against", "sino-soviet-1945", "--voice", "atop")


def test_an_outcome_is_told_with_its_ends_and_the_likely_confusion(inforce: Run) -> None:
    told = inforce(*ATOP).output.splitlines()
    assert told[0] == (
        "outcomes by atop of sino-soviet-1945 beside the record, view all-voices: 1 voice, 2 outcomes"
    )
    assert told[2].startswith("    begins 1945-08-14: differs; the record yields [1945-08-24..1945-08-27]")
    assert "      likely: the signature taken for the entry into force" in told
    assert any("agrees in ussr, prc" in line for line in told)


def test_against_as_json_has_bounds_views_and_the_intervals_of_the_record(inforce: Run) -> None:
    decoded = msgspec.json.decode(inforce(*ATOP, "--view", "roc", "--json").stdout)
    assert decoded["query"] == {
        "verb": "against",
        "treaty": "sino-soviet-1945",
        "voice": "atop",
        "view": "roc",
        "known": None,
    }
    whole = decoded["answers"][0]
    assert [bound["verdict"] for bound in whole["bounds"]] == ["differs", "differs"]
    assert [row["status"] for row in whole["record"]] == ["signed", "contested", "in_force"]


def test_without_a_voice_every_voice_is_there(inforce: Run) -> None:
    told = inforce("against", "sino-soviet-1945").output
    assert all(voice in told for voice in ("-- atop", "-- moj-taiwan", "-- encyclopaedia "))


def test_a_treaty_of_which_nobody_states_an_outcome_has_none(inforce: Run) -> None:
    told = inforce("against", "alba-bor-1920", "--book", ALLIANCE).output
    assert told.strip().endswith("0 voices, 0 outcomes")


def test_an_unknown_voice_is_refused_with_the_nearest(inforce: Run) -> None:
    result = inforce("against", "sino-soviet-1945", "--voice", "atopp")
    assert result.exit_code == 2
    assert "Did you mean atop?" in result.output
