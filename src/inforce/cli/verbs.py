"""The command and its verbs, each imported when it is called."""

from collections.abc import Mapping
from importlib import import_module

import click

VERBS = {
    "status": "ask",
    "why": "ask",
    "timeline": "ask",
    "views": "ask",
    "show": "record",
    "acts": "record",
    "article": "articles",
    "may": "powers",
    "parties": "binding",
    "between": "binding",
    "due": "coming",
    "against": "outcomes",
    "whatif": "suppose",
    "panel": "panels",
    "check": "checking",
    "list": "record",
    "serve": "serving",
    "import": "importing",
    "export": "exporting",
    "log": "log",
    "format": "files",
    "new": "files",
}
"""Each verb and the module of this room that has it, in the order in which a person meets them."""

_EPILOG = """\
Without --book, a question is put to every book that comes with the program.

\b
Complete treaties, views, clauses and parties with the Tab key:
  bash  eval "$(_INFORCE_COMPLETE=bash_source inforce)"   in ~/.bashrc
  zsh   eval "$(_INFORCE_COMPLETE=zsh_source inforce)"    in ~/.zshrc
  fish  _INFORCE_COMPLETE=fish_source inforce | source    in ~/.config/fish/config.fish

The exit status is 0; 1 when a file has a problem or an expectation fails; 2 for a wrong command line or a
name that no book has. NO_COLOR turns colours off.
"""


class Verbs(click.Group):
    """Find a verb by its name, and propose the nearest where there is none.

    ``verbs`` are the verbs with the module of ``package`` that each is in; ``unknown`` says that there is none.
    """

    verbs: Mapping[str, str] = VERBS
    package = "inforce.cli"
    unknown = "There is no verb called"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the verbs, in the order in which a person meets them."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of a verb; None if there is no such verb."""
        if cmd_name not in self.verbs:
            return None
        command = getattr(import_module(f"{self.package}.{self.verbs[cmd_name]}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that the first word names.

        Raises:
            UsageError: if there is no such verb; it has the nearest names.
        """
        unknown = args and args[0] not in self.verbs and not args[0].startswith("-")
        if unknown and not ctx.resilient_parsing:
            from inforce.source import did_you_mean

            close = did_you_mean(args[0], self.verbs) or f"There are: {', '.join(self.verbs)}."
            ctx.fail(f"{self.unknown} {args[0]}. {close}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Verbs, name="inforce", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="inforce", prog_name="inforce", message="%(prog)s %(version)s")
def inforce_command() -> None:
    """Ask what was in force, owed or ended, on any day, in whose view, and why."""
