from inforce.answers import Answer, open
from inforce.cli.colours import hanging_from_line
from inforce.cli.drawing import bar_from_answers
from inforce.cli.intervals import lines_of_timeline
from tests.cli.conftest import ALLIANCE


def intervals(view: str, clause: str | None = None) -> list[Answer]:
    found = open(ALLIANCE).treaty("alba-bor-1920").timeline(view=view, clause=clause, party="BOR")
    return list(found.answers)


def test_the_bar_reads_without_colour() -> None:
    bar, scale, years, legend = bar_from_answers(intervals("republic"), 60)
    assert len(bar) == len(scale) == 60
    before, during, after = bar.index("A"), bar.index("B"), bar.index("C")
    assert before < during < after
    assert set(bar[before + 1 : during]) == {"·"}
    assert set(bar[during + 1 : after]) == {"█"}
    assert set(bar[after + 1 :]) == {"·"}
    assert "█ holds" in legend
    assert "1922" in years or "1920" in years


def test_a_year_stands_where_its_first_day_lies() -> None:
    bar, scale, years, _ = bar_from_answers(intervals("republic"), 60)
    assert bar.index("C") > years.index("1926") >= bar.index("B")
    assert scale[years.index("1926")] == "┬"


def test_what_is_open_is_drawn_as_a_question() -> None:
    bar = bar_from_answers(intervals("all-voices"), 60)[0]
    assert "????" in bar


def test_a_breach_is_drawn_as_one() -> None:
    bar = bar_from_answers(intervals("court", "1"), 120)[0]
    assert "!!!" in bar


def test_nothing_is_drawn_where_nothing_changes() -> None:
    assert bar_from_answers(intervals("republic")[:1], 60) == []


def test_every_width_has_a_bar_of_that_width() -> None:
    for width in range(5, 200):
        assert len(bar_from_answers(intervals("republic"), width)[0]) == width


def test_the_table_under_a_bar_has_its_letters() -> None:
    lines = list(lines_of_timeline(intervals("republic")))
    assert [line.split()[0] for line in lines[-3:]] == ["A", "B", "C"]
    assert "in force" in lines[-2]


def test_a_line_goes_on_under_its_own_text() -> None:
    assert hanging_from_line("  roc         in force since 1945-08-27") == 14
    assert hanging_from_line("      claim: 1945-08-24 SUN ratifies") == 8
