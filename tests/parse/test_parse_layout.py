"""The layout: where words go, and what is left alone."""

import pytest

from inforce.parse import LayoutError, format_text, layout
from inforce.parse.syntax import Directive
from inforce.parse.tokens import LONGEST


def test_a_file_is_laid_out_in_columns() -> None:
    text = """\

treaty-format 1


treaty x
    title zh   "中蘇  條約"
    parties CHN ,SUN,( it )
    in force upon signature [@k, p. 3]   [@l]
    ; why
    silent on breach
    for a state depositing after the entry into force 90 days after its deposit
clause   T8e
\teach  party may denounce   ; a power
\tno later than 1 year before the end of the first term
\tat once
[1945-08-24..1945-08-25]  CHN ratifies  x
1945-08-24 CHN   ratifies x
  turnout 98.6 %   said by record
expect 1950-03-01 in roc:    ended"""
    expected = """\
treaty-format 1

treaty x
  title        zh "中蘇  條約"
  parties      CHN, SUN, (it)
  in force     upon signature                                          [@k, p. 3] [@l]
  ; why
  silent on    breach
  for a state depositing after the entry into force 90 days after its deposit
clause T8e
  each party may denounce                                              ; a power
  no later than 1 year before the end of the first term
  at once
[1945-08-24..1945-08-25] CHN ratifies x
1945-08-24     CHN ratifies x
  turnout      98.6 % said by record
expect 1950-03-01 in roc: ended
"""
    assert format_text(text, "a.treaty") == expected
    assert format_text(expected, "a.treaty") == expected


def test_wide_characters_take_two_cells() -> None:
    line = format_text('treaty-format 1\nasset x\n  name zh "條約" [@k]\n', "a.treaty").splitlines()[2]
    assert line.index("[@k]") == 69


def test_prose_is_untouched() -> None:
    text = "#  A \n\n\n\n  prose\n```treaty\n\ntreaty-format   1\n\n```\n\n\n```py\nx  = 1\n```"
    expected = "#  A \n\n\n\n  prose\n```treaty\ntreaty-format 1\n```\n\n\n```py\nx  = 1\n```"
    assert format_text(text, "a.treaty.md") == expected


def test_windows_line_ends_stay() -> None:
    assert format_text("treaty-format   1\r\n\r\n", "a.treaty") == "treaty-format 1\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "treety   x\n    foo  bar\n",
        "treaty x\n parties   A\n  deeper   line\n",
        "clause 3\n each   party shall\n     go deeper\n",
        "asset x\n   [@k]\n   note   y\n",
        f"asset   {'x' * (LONGEST - 8)}   y\n",
    ],
)
def test_what_is_not_understood_stays_as_it_stands(text: str) -> None:
    assert format_text("treaty-format 1\n" + text, "a.treaty") == "treaty-format 1\n" + text


@pytest.mark.parametrize("text", ["  so 1,000 men:[@k]", "  so a:,b", "  so x: ,y", '  so [a , "b" ]'])
def test_no_word_is_cut_or_joined(text: str) -> None:
    laid = format_text(f"treaty-format 1\nclause 3\n{text}\n", "a.treaty")
    assert format_text(laid, "a.treaty") == laid


def test_a_line_that_would_end_the_fence_stays() -> None:
    text = "```treaty\ntreaty-format 1\nclause 3\n    ```\n```\n"
    assert format_text(text, "a.treaty.md") == text


def test_an_empty_text_stays_empty() -> None:
    assert format_text("", "a.treaty") == ""
    assert format_text("\n \n", "a.treaty") == ""


def test_a_layout_that_changed_a_word_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(directive: Directive) -> str:
        return directive.keyword

    monkeypatch.setattr(layout, "laid_directive", forgetful)
    with pytest.raises(LayoutError, match=r"a\.treaty would say something else"):
        format_text("treaty-format 1\n", "a.treaty")
