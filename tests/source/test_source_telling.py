from textwrap import dedent

from inforce.source import Place, Problem, place_of_file, text_from_problem


def told(line: str, column: int, length: int, heading: str = "") -> list[str]:
    place = Place("a.treaty", 3, column, length)
    return text_from_problem(Problem(place, heading, line, "This is wrong.")).split("\n")


def test_a_problem_as_a_person_meets_it() -> None:
    problem = Problem(
        place=Place("sino-soviet-1945.treaty.md", 212, 16, 18),
        heading="The agreements > Outer Mongolia > clause M1",
        excerpt="  once         plebicite-confirms and japan-defeated",
        message="There is no fact called plebicite-confirms.",
        hint="Did you mean plebiscite-confirms (line 188)?",
    )
    assert text_from_problem(problem) == dedent(
        """\
        sino-soviet-1945.treaty.md:212:16
          The agreements > Outer Mongolia > clause M1
              once         plebicite-confirms and japan-defeated
                           ^^^^^^^^^^^^^^^^^^
          There is no fact called plebicite-confirms. Did you mean plebiscite-confirms (line 188)?"""
    )


def test_a_file_as_a_whole_has_neither_line_nor_caret() -> None:
    problem = Problem(place_of_file("a.treaty"), "", "", "There is no such file.")
    assert text_from_problem(problem) == "a.treaty\n  There is no such file."


def test_a_missing_word_is_pointed_at_just_behind_the_line() -> None:
    assert told("  parties CHN,", 15, 0) == [
        "a.treaty:3:15",
        "      parties CHN,",
        "                  ^",
        "  This is wrong.",
    ]


def test_a_place_far_outside_the_line_still_shows_the_line() -> None:
    assert told("clause 1", 400, 7)[1:3] == ["    clause 1", "            ^"]


def test_chinese_characters_take_two_cells_each() -> None:
    _, line, carets, _ = told("中蘇條約 x", 2, 2)
    assert (line, carets) == ("    中蘇條約 x", "      ^^^^")


def test_combining_marks_take_no_cell() -> None:
    _, line, carets, _ = told("cafe\u0301 x", 7, 1)
    assert (line, carets) == ("    cafe\u0301 x", "         ^")


def test_a_tab_is_shown_and_takes_one_cell() -> None:
    assert told("\tparties CHN", 1, 1)[1:3] == ["    ␉parties CHN", "    ^"]


def test_a_file_cannot_write_to_the_terminal() -> None:
    text = text_from_problem(
        Problem(Place("a\x1b.treaty", 1), "\x1b[2J", "\x1b[31mred\x00", "No \x07 name\u202e.", "\x9b?")
    )
    assert text.replace("\n", "").isprintable()
    assert "␛[31mred␀" in text
    assert "name<U+202E>" in text


def test_a_line_of_10_mb_is_cut_around_the_caret() -> None:
    line = "x" * 5_000_000 + "plebicite" + "y" * 5_000_000
    _, shown, carets, _ = told(line, 5_000_001, 9)
    assert len(shown) == len("    ") + 100
    assert shown.strip().startswith("…x")
    assert shown.endswith("y…")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "plebicite"


def test_carets_stop_where_the_cut_line_stops() -> None:
    _, shown, carets, _ = told("z" * 10_000_000, 1, 10_000_000)
    assert shown == "    " + "z" * 99 + "…"
    assert carets == "    " + "^" * 99


def test_a_line_of_exactly_100_characters_is_not_cut() -> None:
    assert told("z" * 100, 100, 1)[1:3] == ["    " + "z" * 100, "    " + " " * 99 + "^"]
