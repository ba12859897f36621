import pytest

from inforce.source import did_you_mean
from inforce.source.nearest import nearest

ACTORS = ["CHN", "SUN", "GBR", "USA", "UNGA", "ROC", "PRC"]
TREATIES = ["sino-soviet-1945", "sino-soviet-1950", "anglo-soviet-1942"]


@pytest.mark.parametrize(
    ("written", "names", "meant"),
    [
        ("plebicite-confirms", ["plebiscite-confirms", "japan-defeated"], ("plebiscite-confirms",)),
        ("chn", ACTORS, ("CHN",)),
        ("sino-soviet", TREATIES, ("sino-soviet-1950", "sino-soviet-1945", "anglo-soviet-1942")),
        ("depositary", ["clause", "view"], ()),
        ("M3", ["M1", "T5"], ("M1",)),
        ("", ACTORS, ()),
        ("CHN", [], ()),
    ],
)
def test_a_slip_finds_the_names_most_like_it(written: str, names: list[str], meant: tuple[str, ...]) -> None:
    assert nearest(written, names) == meant


def test_names_equal_but_for_case_are_offered_once() -> None:
    assert nearest("chm", ["CHN", "chn", "CHN"]) == ("CHN",)


def test_no_more_than_the_limit() -> None:
    assert len(nearest("T8", ["T8a", "T8b", "T8c", "T8d"], limit=2)) == 2


def test_a_very_long_word_is_no_slip_of_the_pen() -> None:
    assert nearest("x" * 10_000_000, ["x"]) == ()


def test_the_question_names_the_line_on_which_the_name_stands() -> None:
    assert did_you_mean("japan-defeted", ["japan-defeated"], {"japan-defeated": 188}) == (
        "Did you mean japan-defeated (line 188)?"
    )


def test_three_names_are_joined_as_a_person_would() -> None:
    assert did_you_mean("T8", ["T8a", "T8b", "T8c"]).count(", ") == 1
    assert did_you_mean("T8", ["T8a", "T8b", "T8c"]).count(" or ") == 1


def test_nothing_near_asks_nothing() -> None:
    assert did_you_mean("depositary", ["clause", "view"]) == ""
