"""The server as a person starts it: from the shell, until it is stopped."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from inforce.store import open_store
from inforce.web.serve import NoPlaceError, listening
from tests.web.conftest import SMALL

COMMAND = (sys.executable, "-m", "inforce", "serve")


@contextmanager
def served(tmp_path: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command; give it and the address that it prints."""
    environment = os.environ | {
        name: str(tmp_path) for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    }
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield process, re.findall(r"http://[^/ ]+", process.stdout.readline())[0]
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def fetched(address: str) -> str:
    for _ in range(200):
        try:
            with urlopen(address) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except OSError:
            time.sleep(0.05)
    raise AssertionError(address)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_founding_treaty_is_served_from_here_alone_until_it_is_stopped(
    tmp_path: Path, stop: signal.Signals
) -> None:
    with served(tmp_path) as (process, address):
        page = fetched(f"{address}/t/sino-soviet-1945?on=1951-06-01")
        assert "中蘇友好同盟條約" in page
        loaded = re.findall(
            r'<(?:script|img|iframe|link rel="(?:stylesheet|icon)")[^>]* (?:src|href)="([^"]+)', page
        )
        assert loaded
        assert all(each.startswith("/static/") for each in loaded)
        assert all(fetched(f"{address}{each}") for each in loaded)
        process.send_signal(stop)
        _, complaints = process.communicate(timeout=20)
        assert (process.returncode, complaints) == (0, "")


def test_whoever_is_being_sent_an_export_does_not_keep_the_server_from_stopping(tmp_path: Path) -> None:
    with served(tmp_path) as (process, address):
        fetched(f"{address}/api/v1/treaties")
        with closing(http.client.HTTPConnection(address.removeprefix("http://"))) as asker:
            asker.request("GET", "/api/v1/export?format=csv")
            with asker.getresponse() as answer:
                assert answer.read(6) == b"treaty"
                process.send_signal(signal.SIGTERM)
                _, complaints = process.communicate(timeout=30)
                with pytest.raises(http.client.IncompleteRead):
                    answer.read()
        assert process.returncode == 0
        assert "Traceback" not in complaints
        assert "An answer was not sent to its end." in complaints


def refused(*words: str) -> str:
    result = subprocess.run(
        [*COMMAND, *words, "--book", str(SMALL)], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    return result.stderr


def test_a_port_that_is_taken_is_told_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = refused("--port", str(taken.getsockname()[1]))
    assert "already. Choose another with --port N; --port 0 takes a free one." in told


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_an_address_of_another_machine_is_told_with_what_to_do(host: str) -> None:
    assert f"{host} is no address of this machine. Leave --host out" in refused("--port", "0", "--host", host)


def test_a_port_that_is_not_for_everybody_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*at: object, **asked: object) -> socket.socket:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket, "create_server", forbidden)
    with pytest.raises(
        NoPlaceError, match=r"Port 80 is not for everybody\. Choose one from 1024 on with --port N"
    ):
        listening("127.0.0.1", 80)


def test_which_log_is_served_is_told_and_it_is_not_made_before_the_first_entry(tmp_path: Path) -> None:
    with served(tmp_path) as (process, address):
        assert process.stdout is not None
        assert process.stdout.readline() == f"The log is {tmp_path}/inforce/log.sqlite (empty so far).\n"
        assert "yours alone" in fetched(f"{address}/log")
        assert list(tmp_path.glob("inforce/*.sqlite")) == []


def test_files_of_ones_own_have_no_log_and_the_page_says_how_to_have_one(tmp_path: Path) -> None:
    with served(tmp_path, "--book", str(SMALL)) as (process, address):
        assert process.stdout is not None
        assert "With --store there is one." in process.stdout.readline()
        assert "inforce serve --store FILE" in fetched(f"{address}/log")


def test_a_log_that_is_not_there_is_refused_with_what_begins_one(tmp_path: Path) -> None:
    told = refused("--port", "0", "--store", str(tmp_path / "nowhere.sqlite"))
    assert "`inforce log append` or `inforce log appoint` begins one." in told


def test_nobody_is_locked_out_of_everything(tmp_path: Path) -> None:
    assert "--private takes a log that has people" in refused("--port", "0", "--private")
    with open_store(str(tmp_path / "log.sqlite"), [SMALL]):
        pass
    told = refused("--port", "0", "--private", "--store", str(tmp_path / "log.sqlite"))
    assert "the log knows nobody yet" in told
