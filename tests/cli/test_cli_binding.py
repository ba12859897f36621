import msgspec

from tests.cli.conftest import ALLIANCE, Ask, Run


def test_parties_are_counted_in_the_first_line(inforce: Run) -> None:
    words = ("parties", "alba-bor-1920", "--on", "1921-01-01", "--book", ALLIANCE)
    told = inforce(*words).output.splitlines()
    assert told[0] == (
        "alba-bor-1920 on 1921-01-01, view all-voices: 2 in force, 0 signed only; coverage: acts heard of 2 of 2"
    )
    assert told[1:3] == ["  in force", "    ALB (Alba): in force since 1920-07-01 until 1926-05-01"]


def test_open_parties_are_told_with_their_cases(inforce: Run) -> None:
    told = inforce("parties", "alba-bor-1920", "--on", "1930-01-01", "--book", ALLIANCE).output
    assert "0 in force, 0 signed only, 2 open (0 to 2 in force)" in told
    assert "in force if KING speaks for BOR" in told


def test_parties_as_json_wrap_answers_of_status(inforce: Run, ask: Ask) -> None:
    words = ("parties", "alba-bor-1920", "--on", "1930-01-01", "--view", "court")
    (roll,) = ask(*words)
    assert (roll["counts"], roll["at_least"], roll["instrument"]) == ({"in_force": 2}, 2, None)
    status = ask("status", "alba-bor-1920", "--for", "ALB", *words[2:])
    assert roll["parties"][0] == status[0]  # type: ignore[index]
    query = msgspec.json.decode(inforce(*words, "--book", ALLIANCE, "--json").stdout)["query"]
    assert (query["verb"], query["on"]) == ("parties", "1930-01-01")


def test_parties_of_an_unknown_treaty_are_refused_with_the_nearest(inforce: Run) -> None:
    result = inforce("parties", "alba-bor-1921", "--book", ALLIANCE)
    assert result.exit_code == 2
    assert "Did you mean alba-bor-1920?" in result.output


PAIR = ("between", "ALB", "BOR", "--on", "1922-12-31", "--view", "court")


def test_what_binds_two_is_counted_and_told_by_direction(inforce: Run) -> None:
    told = inforce(*PAIR, "--book", ALLIANCE).output.splitlines()
    assert told[0] == (
        "between ALB and BOR on 1922-12-31, view court: 1 treaty, 1 instrument; "
        "clauses: 2 conditional, 1 owed, 1 breached"
    )
    assert told[told.index("    BOR to ALB") + 1].startswith("      1: breached since 1922-03-01")


def test_between_as_json_wraps_answers_of_status(ask: Ask) -> None:
    bonds = ask(*PAIR)
    assert [bond["instrument"] for bond in bonds] == [None, "border-notes"]
    clause = ("status", "alba-bor-1920", "--clause", "1", "--between", "ALB", "BOR", *PAIR[3:])
    assert bonds[0]["clauses"][0] == ask(*clause)[0]  # type: ignore[index]


def test_a_government_is_refused_with_the_state_for_which_it_speaks(inforce: Run) -> None:
    result = inforce("between", "REP", "ALB", "--book", ALLIANCE)
    assert result.exit_code == 2
    assert "speak for BOR" in result.output


def test_statuses_are_written_as_words_or_as_tokens(ask: Ask) -> None:
    assert len(ask(*PAIR, "--status", "breached")) == 1
    assert ask(*PAIR, "--status", "not yet operative") == []
