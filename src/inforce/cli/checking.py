"""Check: the problems of some files, and the expectations that fail."""

from __future__ import annotations

import click
from click.exceptions import Exit

from inforce.cli.options import JSON, taking
from inforce.cli.screen import say, say_json, say_problems
from inforce.cli.verb import verb


@verb("check")
@taking(click.argument("files", nargs=-1, type=click.Path()), JSON)
def check_command(files: tuple[str, ...], as_json: bool) -> None:
    """Check treaty files.

    Every problem is told, then every expectation that fails. Without FILES the books that come with the
    program are checked. Expectations are only tried on files without problems, since half a record would
    answer wrongly.
    """
    from pathlib import Path

    from inforce.cli.verdict import lines_of_verdict, verdict_on_files
    from inforce.load import shipped_books

    verdict = verdict_on_files([Path(file) for file in files] or list(shipped_books()))
    if as_json:
        say_json({"verb": "check", "files": [each.file for each in verdict.files]}, verdict.files)
    else:
        say_problems(verdict.problems)
        say(lines_of_verdict(verdict))
    if not verdict.good:
        raise Exit(1)
