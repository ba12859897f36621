"""Conditions: how closely words bind, and where a mistake is."""

import pytest

from inforce.parse import ConditionSyntax, condition_from_tokens, tokens_from_line
from inforce.parse.condition import AndSyntax, HoldsSyntax, IsSyntax, NameSyntax, NotSyntax, OrSyntax
from inforce.source import Problem


def told(condition: ConditionSyntax) -> str:
    """Tell a condition with every parenthesis written."""
    match condition:
        case NameSyntax(name, whom):
            return f"{name.text}<{' '.join(token.text for token in whom)}>" if whom else name.text
        case IsSyntax(kind, name, status):
            return f"{kind}:{name.text}={' '.join(token.text for token in status)}"
        case HoldsSyntax(holder, thing):
            return f"{holder.text}[{thing.text}]"
        case NotSyntax(inner):
            return f"!{told(inner)}"
        case AndSyntax(parts):
            return f"({' & '.join(map(told, parts))})"
        case OrSyntax(parts):
            return f"({' | '.join(map(told, parts))})"


def read(text: str) -> ConditionSyntax:
    condition = condition_from_tokens(tokens_from_line(text, 1))
    assert not isinstance(condition, Problem), condition
    return condition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a"),
        ("a and b and c", "(a & b & c)"),
        ("a or b and not c", "(a | (b & !c))"),
        ("not a and b", "(!a & b)"),
        ("not (a and b)", "!(a & b)"),
        ("(a or b) and c", "((a | b) & c)"),
        ("a and (b or c) (it)", ""),
        ("attacked (the other) or at-war (either)", "(attacked<the other> | at-war<either>)"),
        ("not attacked (it)", "!attacked<it>"),
        ("clause 4 is performed and a", "(clause:4=performed & a)"),
        ("kyoto is in force or a", "(treaty:kyoto=in force | a)"),
        ("kyoto is not applicable", "treaty:kyoto=not applicable"),
        ("not clause T8e is performed late", "!clause:T8e=performed late"),
        ("not not a", "!!a"),
        ("SUN holds port-arthur and not (JPN holds railway)", "(SUN[port-arthur] & !JPN[railway])"),
    ],
)
def test_not_binds_closer_than_and_and_and_closer_than_or(text: str, expected: str) -> None:
    if expected:
        assert told(read(text)) == expected
    else:
        assert isinstance(condition_from_tokens(tokens_from_line(text, 1)), Problem)


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("a and", 3, "Nothing follows after and."),
        ("not", 1, "Nothing follows after not."),
        ("and a", 1, "No condition begins with and here."),
        ("a and or b", 7, "No condition begins with or here."),
        ("a b", 3, "Neither and nor or stands between a and b."),
        ("a, b", 2, "Neither and nor or stands between a and ,."),
        ("a and (b or c", 7, "This parenthesis is not closed."),
        ("attacked (it", 10, "This parenthesis is not closed."),
        ("attacked ()", 10, "Nobody is named here."),
        ("()", 2, "No condition begins with ) here."),
        ("a)", 2, "This parenthesis was never opened."),
        ("clause 4", 1, "This does not say which clause has which status."),
        ("clause", 1, "This does not say which clause has which status."),
        ("clause 4 is", 10, "Nothing follows after is."),
        ("kyoto is and a", 7, "Nothing follows after is."),
        ('"Japan is defeated"', 1, 'No condition begins with "Japan is defeated" here.'),
        ("(" * 5_000, 21, "This condition goes too deep."),
        ("not " * 2_000, 81, "This condition goes too deep."),
    ],
)
def test_a_mistake_is_told_where_it_stands(text: str, column: int, message: str) -> None:
    problem = condition_from_tokens(tokens_from_line(text, 7), "a.treaty")
    assert isinstance(problem, Problem)
    assert (str(problem.place), problem.message) == (f"a.treaty:7:{column}", message)
    assert problem.hint


def test_no_tokens_are_no_condition() -> None:
    problem = condition_from_tokens(())
    assert isinstance(problem, Problem)
    assert problem.message == "There is no condition here."
