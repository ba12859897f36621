"""What every verb has in common: how what goes wrong becomes a message and an exit status."""

import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import click
from click.exceptions import Exit

from inforce.cli import INTERRUPTED
from inforce.cli.screen import say_problems

BROKEN_PIPE = 141
"""The exit status when nobody reads the output any longer, as shells have it."""

_REFUSING = ("CorpusExtraError", "PanelError", "PanelFileError", "InputError", "NoPlaceError")
"""Errors about the request of rooms that not every verb needs: they are known by name, so that nothing is imported."""


class Refused(click.ClickException):
    """The command line asks for something that does not exist."""

    exit_code = 2


class Verb(click.Command):
    """Run a verb; whatever a person may do, it ends in a message and an exit status, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb and see its output through to the reader."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            raise Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _stop_writing()
            raise Exit(BROKEN_PIPE) from None
        except (click.ClickException, click.Abort, Exit):
            raise
        except Exception as error:
            fail(error)


def verb(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function the verb of this name; its docstring is the help."""
    return click.command(name, cls=Verb)


def fail(error: Exception) -> NoReturn:
    """End the command with the message and the exit status of an error.

    Raises:
        Refused: if the error is about the request: an unknown name, an impossible date, a folder that is no book.
        Exit: if it is about a file or the system, or a mistake of this program.
    """
    from inforce.answers import BookProblemsError, UnknownNameError
    from inforce.corpus import CorpusError
    from inforce.engine import CycleError
    from inforce.source.excerpt import safe
    from inforce.store import RefusedError, StoreError, StoreProblemsError
    from inforce.temporal import DateError

    match error:
        case UnknownNameError() | DateError() | CorpusError() | RefusedError():
            raise Refused(safe(str(error)))
        case ImportError() | ValueError() if type(error).__name__ in _REFUSING:
            raise Refused(safe(str(error)))
        case BookProblemsError() | StoreProblemsError():
            say_problems(error.problems, err=True)
        case CycleError() | OSError() | ImportError() | StoreError():
            click.echo(f"Error: {safe(str(error))}", err=True)
        case _ if os.environ.get("INFORCE_DEBUG"):
            raise error
        case _:
            name = type(error).__name__
            click.echo(f"Error: inforce itself has failed, with {name}: {safe(str(error))}", err=True)
            click.echo("This is a mistake of the program. INFORCE_DEBUG=1 shows where it is.", err=True)
    raise Exit(1)


def _stop_writing() -> None:
    """Send what is left to nowhere, or Python would complain about it while it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
