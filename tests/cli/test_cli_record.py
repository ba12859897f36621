from pathlib import Path

import msgspec

from tests.cli.conftest import ALLIANCE, Ask, Run


def test_list_has_the_treaties_and_the_views(ask: Ask) -> None:
    found = ask("list")
    assert [(each["kind"], each["id"]) for each in found] == [
        ("treaty", "alba-bor-1920"),
        ("view", "court"),
        ("view", "republic"),
        ("view", "all-voices"),
    ]
    assert found[0]["parties"] == ["ALB", "BOR"]
    assert found[0]["clauses"] == ["1", "2"]


def test_list_without_a_book_has_the_founding_treaty(inforce: Run) -> None:
    assert "\n  sino-soviet-1945 " in inforce("list").output


def test_show_says_what_the_record_says_and_computes_nothing(inforce: Run) -> None:
    told = inforce("show", "alba-bor-1920", "--book", ALLIANCE).output
    assert "同盟條約" in told
    assert "border-notes" in told
    assert "vote" in told
    assert "12-3" in told
    assert "so long as not bor-arms-rebels -- LEAGUE" in told


def test_show_takes_a_clause_by_its_alias(ask: Ask) -> None:
    (shown,) = ask("show", "alba-bor-1920", "--clause", "leaving")
    assert (shown["kind"], shown["id"]) == ("clause", "2")


def test_an_act_has_its_effect_or_what_it_lacks(ask: Ask) -> None:
    def end(view: str) -> dict[str, object]:
        return next(act for act in ask("acts", "alba-bor-1920", "--view", view) if act["id"] == "the-end")

    assert end("republic")["effect"] == "effective"
    court = end("court")
    assert court["effect"] == "without_effect"
    assert "REP does not speak for BOR" in str(court["missing"])


def test_acts_are_told_in_the_order_of_their_days_with_their_votes(inforce: Run) -> None:
    told = inforce("acts", "alba-bor-1920", "--book", ALLIANCE).output
    assert told.index("ALB ratifies") < told.index("BOR (KING) ratifies") < told.index("agree to end")
    assert "vote 12-3" in told


def test_acts_by_one_actor_leave_out_the_others(ask: Ask) -> None:
    assert len(ask("acts", "alba-bor-1920")) == 3
    assert [act["id"] for act in ask("acts", "alba-bor-1920", "--by", "REP")] == ["the-end"]


SCHOOL = """\
treaty-format 1
actor ALB "Albia"
actor BOR "Boria"
treaty school-1921 "Agreement on a School"
  parties      ALB, BOR
  in force     upon signature
clause 1
  BOR shall build a school
  by           1923-01-01
1921-01-01     ALB, BOR sign school-1921
1922-10-01     BOR postpones 1 to 1924-01-01 ^alone
1922-11-01     ALB, BOR agree to postpone 1 to 1925-01-01 ^together
"""


def test_nobody_gives_itself_more_time(inforce: Run, tmp_path: Path) -> None:
    book = tmp_path / "school.treaty"
    book.write_text(SCHOOL)
    result = inforce("acts", "school-1921", "--book", str(book), "--json")
    found = {
        act["id"]: (act["effect"], act["missing"]) for act in msgspec.json.decode(result.stdout)["answers"]
    }
    assert found["together"] == ("effective", None)
    assert found["alone"] == ("without_effect", "there is no duty of another to which it gives more time")


def test_a_treaty_is_not_shown_with_what_happened_under_another(inforce: Run) -> None:
    told = inforce("show", "new-start-2010").stdout
    assert "2010-04-08 RUS, USA sign new-start-2010" in told
    assert "soviet-dairen" not in told
    assert "soviet-dairen" in inforce("show", "sino-soviet-1945").stdout
