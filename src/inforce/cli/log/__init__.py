"""The verb `log` and its own verbs, each imported when it is called: the claim log from the shell."""

from __future__ import annotations

import click

from inforce.cli.verbs import Verbs

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


class LogVerbs(Verbs):
    """Find a verb of the log by its name."""

    verbs = VERBS
    package = "inforce.cli.log"
    unknown = "The log has no verb called"


@click.group("log", cls=LogVerbs)
def log_command() -> None:
    """Write into the claim log, and read it.

    A log adds records to treaty files: who entered them, when and why. Nothing in it is ever changed or removed.
    """
