"""What it costs to export everything: every interval of every clause of every treaty that comes with the program.

From the shell, in a process of its own: seconds, rows, and the memory that it holds at most, beside one that only opens
the books. Over HTTP: until the first byte and the last, how much the server grows, and how long others wait meanwhile.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

from web_figures import OURS, server

Figures = dict[str, object]
FIGURES = (
    "export_s",
    "export_rows",
    "export_mb",
    "export_mb_beyond_the_books",
    "export_http_s",
    "export_http_first_byte_ms",
    "export_http_growth_mb",
    "export_http_status_p50_ms",
    "export_http_status_p99_ms",
)
_COMMAND = (sys.executable, "-m", "inforce")


def export_figures() -> Figures:
    """Measure the export of everything; without the extra every figure is None, with the reason."""
    missing = [name for name in ("litestar", "jinja2", "uvicorn") if find_spec(name) is None]
    if missing:
        reason = f"{', '.join(missing)} not installed: pip install 'inforce[web]'"
        return {**dict.fromkeys(FIGURES), "export_reason": reason}
    return {**_from_the_shell(), **_over_http()}


def _from_the_shell() -> Figures:
    """Measure by the clock, and the most memory that the process held."""
    _, _, alone = _run("list")
    rows, seconds, most = _run("export", "--all", "--to", "csv")
    return {
        "export_s": seconds,
        "export_rows": rows - 1,
        "export_mb": most,
        "export_mb_beyond_the_books": most - alone,
    }


def _run(*words: str) -> tuple[int, float, float]:
    """Return how many lines a command prints, how many seconds it takes, how many megabytes it holds at most."""
    began = time.perf_counter()
    process = subprocess.Popen([*_COMMAND, *words], stdout=subprocess.PIPE)
    assert process.stdout is not None
    lines = sum(1 for _ in process.stdout)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}")
    return lines, time.perf_counter() - began, used.ru_maxrss / 1024


def _over_http() -> Figures:
    with server("ours") as (process, port):
        waited: list[float] = []
        _ask_status(port, 50)
        before = _most_megabytes(process)
        over: list[bool] = []
        others = Thread(target=_ask_meanwhile, args=(port, over, waited))
        connection = HTTPConnection("127.0.0.1", port)
        began = time.perf_counter()
        connection.request("GET", "/api/v1/export?format=csv")
        answer = connection.getresponse()
        answer.read(1)
        first = time.perf_counter() - began
        others.start()
        while answer.read(65536):
            pass
        seconds = time.perf_counter() - began
        over.append(True)
        others.join()
        waited.sort()
        return {
            "export_http_s": seconds,
            "export_http_first_byte_ms": 1000 * first,
            "export_http_growth_mb": _most_megabytes(process) - before,
            "export_http_status_p50_ms": 1000 * waited[len(waited) // 2],
            "export_http_status_p99_ms": 1000 * waited[len(waited) * 99 // 100],
        }


def _ask_meanwhile(port: int, over: list[bool], waited: list[float]) -> None:
    """Ask for a status twenty times a second while the export lasts."""
    while not over:
        waited.extend(_ask_status(port, 1))
        time.sleep(0.05)


def _ask_status(port: int, times: int) -> list[float]:
    connection, found = HTTPConnection("127.0.0.1", port), []
    for turn in range(times):
        began = time.perf_counter()
        connection.request("GET", f"{OURS}?on=19{45 + turn % 10}-01-{1 + turn % 28:02}")
        answer = connection.getresponse()
        answer.read()
        found.append(time.perf_counter() - began)
        if answer.status != 200:
            raise RuntimeError(f"the status answered {answer.status}")
    connection.close()
    return found


def _most_megabytes(process: int) -> float:
    """Return the most memory that a process has held."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    print(json.dumps(export_figures(), indent=2))
