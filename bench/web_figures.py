"""How many treaty statuses the server gives a second, beside a bare route of the same framework and server, in one run.

Each request asks for another day, and each answer is made and encoded anew; only what was solved is kept. Ratios are of
the servers' processor time, so that a busy machine does not change them; how long a request takes is by the clock.
"""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from litestar import Litestar

Figures = dict[str, object]
FIGURES = ("status_rps_ratio", "status_rps", "bare_rps", "status_p50_ms", "status_p99_ms", "server_growth_mb")
REQUESTS, ROUNDS = 1_000, 10
OURS, BARE = "/api/v1/treaties/sino-soviet-1945/status", "/bare"


def web_figures(requests: int = REQUESTS, rounds: int = ROUNDS) -> Figures:
    """Measure the server; without the extra every figure is None, with the reason."""
    missing = [name for name in ("litestar", "jinja2", "uvicorn") if find_spec(name) is None]
    if missing:
        reason = f"{', '.join(missing)} not installed: pip install 'inforce[web]'"
        return {**dict.fromkeys(FIGURES), "web_reason": reason}
    days = [f"{1945 + turn % 10}-{1 + turn % 12:02}-{1 + turn % 28:02}" for turn in range(requests)]
    with server("ours") as (ours, at_ours), server("bare") as (bare, at_bare):
        _ask(at_ours, OURS, days)
        _ask(at_bare, BARE, days)
        return _measured((ours, at_ours), (bare, at_bare), days, rounds)


def _measured(ours: tuple[int, int], bare: tuple[int, int], days: list[str], rounds: int) -> Figures:
    ratios, speeds, bares, times = [], [], [], []
    before = _megabytes(ours[0])
    for _ in range(rounds):
        since = _seconds(bare[0]), _seconds(ours[0])
        _ask(bare[1], BARE, days)
        times += _ask(ours[1], OURS, days)
        of_bare, of_ours = _seconds(bare[0]) - since[0], _seconds(ours[0]) - since[1]
        ratios.append(of_bare / of_ours)
        speeds.append(len(days) / of_ours)
        bares.append(len(days) / of_bare)
    quantiles = statistics.quantiles(times, n=100)
    return {
        "status_rps_ratio": statistics.median(ratios),
        "status_rps": statistics.median(speeds),
        "bare_rps": statistics.median(bares),
        "status_p50_ms": 1000 * quantiles[49],
        "status_p99_ms": 1000 * quantiles[98],
        "server_growth_mb": _megabytes(ours[0]) - before,
        "web_requests": len(days) * rounds,
    }


def _ask(port: int, path: str, days: list[str]) -> list[float]:
    """Return the seconds that each request took; one that fails ends the measurement."""
    connection, found = HTTPConnection("127.0.0.1", port), []
    for day in days:
        start = time.perf_counter()
        connection.request("GET", f"{path}?on={day}")
        answer = connection.getresponse()
        answer.read()
        found.append(time.perf_counter() - start)
        if answer.status != 200:
            raise RuntimeError(f"{path}?on={day} answered {answer.status}")
    return found


@contextmanager
def server(which: str) -> Iterator[tuple[int, int]]:
    """Run a server in a process of its own; give its process and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, __file__, which, str(port)])
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield process.pid, port
    finally:
        process.terminate()
        process.wait()


def _seconds(process: int) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(process: int) -> float:
    """Return the memory that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _serve(which: str, port: int) -> None:
    import uvicorn

    with TemporaryDirectory() as folder:
        app = _ours(f"{folder}/log.sqlite", port) if which == "ours" else _bare()
        uvicorn.run(app, port=port, log_level="error", access_log=False)


def _ours(where: str, port: int) -> Litestar:
    """Return the server as it runs: with a log that it follows, with guarded names and forms."""
    import inforce
    from inforce.store import NewEntry
    from inforce.web.app import app_from_live
    from inforce.web.serve import opened
    from inforce.web.settings import Settings

    live = opened(inforce.open(), where)
    text = '1950-01-01 CHN (PRC), SUN agree to end sino-soviet-1945 unverified "invented"'
    live.begun().propose(NewEntry("sino-soviet-1945", text, "bench", "A log that has something in it."))
    return app_from_live(live, Settings(port=port))


def _bare() -> Litestar:
    from litestar import Litestar, get
    from litestar.params import FromQuery

    @get(BARE)
    async def answer(on: FromQuery[str]) -> dict[str, str]:
        return {"on": on}

    return Litestar([answer], openapi_config=None)


if __name__ == "__main__":
    if sys.argv[1:2] in (["ours"], ["bare"]):
        _serve(sys.argv[1], int(sys.argv[2]))
    else:
        print(json.dumps(web_figures(*map(int, sys.argv[1:])), indent=2))
