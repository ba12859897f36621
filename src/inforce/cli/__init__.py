"""The command line, one of the faces: questions in, answers on the terminal, in a pipe or as JSON.

Every verb is a small command that reads its options, asks the room `answers`, and tells what came back.
Nothing is imported before a verb needs it, because a command that is typed all day has to start quickly.
"""

INTERRUPTED = 130
"""The exit status of a command that its user has stopped, as shells have it: 128 and the signal's number."""


def main() -> None:
    """Run the command `inforce` with the words of the command line."""
    try:
        from inforce.cli.verbs import inforce_command

        _write_any_script()
        inforce_command()
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


def _write_any_script() -> None:
    """Let an output that knows only some characters show the others by their numbers instead of failing."""
    import io
    import sys

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


__all__ = ["main"]
