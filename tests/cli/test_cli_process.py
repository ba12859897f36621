"""The command as a process of its own: its start, its pipes, its terminal."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ALLIANCE

COMMAND = (sys.executable, "-m", "inforce")
ASKED = ("--book", ALLIANCE)
SRC = str(Path(ALLIANCE).parents[2] / "src")


@pytest.fixture(autouse=True)
def _source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", SRC)


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *words], capture_output=True, env=os.environ | environment, check=False)


def on_terminal(*words: str, **environment: str) -> str:
    """Run the command on a terminal of 80 columns and give back what it shows."""
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm-256color", "COLUMNS": "80", **environment})
        os.execv(sys.executable, [*COMMAND, *words])
    shown = b""
    try:
        while read := os.read(fd, 65536):
            shown += read
    except OSError:
        pass
    os.waitpid(pid, 0)
    os.close(fd)
    return shown.decode("utf-8")


def test_an_answer_comes_without_colour_in_a_pipe() -> None:
    result = run("status", "alba-bor-1920", "--on", "1930-01-01", *ASKED)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"disputed" in result.stdout
    assert b"\x1b" not in result.stdout


def test_an_unknown_name_ends_with_2_and_a_bad_file_with_1() -> None:
    assert run("status", "alba-bor-1902", *ASKED).returncode == 2
    assert run("check", str(Path(ALLIANCE).with_name("mistaken.treaty.md"))).returncode == 1


@pytest.mark.parametrize("words", [("show", "alba-bor-1920", *ASKED), ("--help",)])
def test_a_reader_who_goes_away_is_no_reason_to_complain(words: tuple[str, ...]) -> None:
    process = subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as stderr:
        assert stderr.read() == b""
    process.wait()


WAITING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
import inforce.cli.verbs
from inforce.cli import main
sys.argv = ["inforce", "format", "-"]
print("ready", file=sys.stderr, flush=True)
main()
"""
"""A command that waits for its standard input, and listens to interrupts even if its parent does not."""


def test_an_interrupt_ends_with_130() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"ready\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert out == b""


def test_titles_in_any_script_can_be_shown_in_any_locale() -> None:
    plain = run("show", "alba-bor-1920", *ASKED, PYTHONIOENCODING="ascii")
    assert (plain.returncode, plain.stderr) == (0, b"")
    json = run("show", "alba-bor-1920", *ASKED, "--json", PYTHONIOENCODING="ascii")
    assert "同盟條約".encode() in json.stdout


def test_a_terminal_has_a_drawing_with_colours_and_no_colour_without() -> None:
    words = ("timeline", "alba-bor-1920", "--view", "republic", *ASKED)
    coloured, bare = on_terminal(*words), on_terminal(*words, NO_COLOR="1")
    assert "████" in coloured
    assert re.search(r"\x1b\[[0-9;]*3\dm", coloured)
    assert "████" in bare
    assert not re.search(r"\x1b\[[0-9;]*[34]\dm", bare)


def test_nothing_on_a_terminal_is_wider_than_it() -> None:
    shown = on_terminal("why", "alba-bor-1920", "--on", "1930-01-01", *ASKED, NO_COLOR="1")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert max(map(len, plain.splitlines())) <= 80


def test_an_answer_in_a_pipe_does_not_load_what_only_a_terminal_or_a_file_needs() -> None:
    words = ("status", "alba-bor-1920", "--on", "1930-01-01", *ASKED)
    program = (
        "import sys\nfrom inforce.cli import main\n"
        "try: main()\n"
        "finally: print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, *words]
    subprocess.run(command, capture_output=True, check=True)
    loaded = set(subprocess.run(command, capture_output=True, check=True).stderr.decode().split())
    assert "inforce" in loaded
    assert not loaded & {"rich", "markdown_it", "asyncio", "dataclasses", "tempfile", "logging", "difflib"}
