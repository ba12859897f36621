"""The verb `log` and its own verbs, each imported when it is called: the claim log from the shell."""

from __future__ import annotations

from importlib import import_module

import click

VERBS = {
    "append": "entering",
    "propose": "entering",
    "effect": "listing",
    "accept": "decisions",
    "reject": "decisions",
    "withdraw": "decisions",
    "list": "listing",
    "export": "keeping",
    "import": "keeping",
    "backup": "keeping",
    "restore": "keeping",
    "verify": "keeping",
    "people": "office",
    "appoint": "office",
    "token": "office",
    "watch": "office",
    "changes": "office",
}
"""Each verb of the log and the module that has it, in the order in which a person meets them."""


class LogVerbs(click.Group):
    """Find a verb of the log by its name, and propose the nearest where there is none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the verbs, in the order in which a person meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of a verb; None if there is no such verb."""
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(f"inforce.cli.log.{VERBS[cmd_name]}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that the next word names.

        Raises:
            UsageError: if there is no such verb; it has the nearest names.
        """
        unknown = args and args[0] not in VERBS and not args[0].startswith("-")
        if unknown and not ctx.resilient_parsing:
            from inforce.source import did_you_mean

            close = did_you_mean(args[0], VERBS) or f"There are: {', '.join(VERBS)}."
            ctx.fail(f"The log has no verb called {args[0]}. {close}")
        return super().resolve_command(ctx, args)


@click.group("log", cls=LogVerbs)
def log_command() -> None:
    """Write into the claim log, and read it.

    A log adds records to treaty files: who entered them, when and why. Nothing in it is ever changed or removed.
    """
