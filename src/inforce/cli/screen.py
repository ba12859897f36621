"""Where lines go: to a terminal, wrapped and coloured; to a pipe, plain; or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from inforce.source import Problem


def on_terminal() -> bool:
    """Whether a person is looking: the output is a terminal and no pipe or file."""
    return sys.stdout.isatty()


def say(lines: Iterable[str]) -> None:
    """Print lines; nothing that stands in a treaty file can control the terminal."""
    from inforce.source.excerpt import safe

    told = [safe(line) for line in lines]
    if on_terminal():
        from inforce.cli.colours import print_in_colours

        print_in_colours(told)
    else:
        click.echo("".join(f"{line}\n" for line in told), nl=False)


def say_problems(problems: Iterable[Problem], *, err: bool = False) -> None:
    """Print problems, never wrapped, so that each caret stays under its word."""
    from inforce.source import text_from_problem

    click.echo("".join(f"{text_from_problem(problem)}\n\n" for problem in problems), err=err, nl=False)


def say_json(query: Mapping[str, object], answers: Sequence[object], **beside: object) -> None:
    """Print a question with its answers in the one shape of the contract, in UTF-8 whatever the locale.

    What stands ``beside`` the answers has names of its own.
    """
    import msgspec

    text = msgspec.json.encode({"query": query, "answers": answers, **beside})
    click.echo(msgspec.json.format(text, indent=2))
