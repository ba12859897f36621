"""What may go wrong around a store, done to it on purpose. The tests do a little of it, `bench/store_figures.py` all.

Each function returns what it saw; whoever calls it says what it must have been.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from inforce.store import NewEntry, Store, StoreError, open_store

ROOT = Path(__file__).parents[2]
FERRY = ROOT / "docs" / "manual" / "examples" / "lake-ferry.treaty.md"
TREATY = "lake-ferry-1931"


class Survived(Struct, frozen=True):
    """What is left after kills: what was acknowledged, what of it is lost, how many entries the log has."""

    kills: int
    acknowledged: int
    lost: int
    entries: int


def line(name: str) -> NewEntry:
    """Return a record that differs from every other of another name."""
    return NewEntry(TREATY, f"1935-05-01 landing-built ^{name}", "writer", "Something came in.")


def killed_while_writing(where: str, kills: int, seed: int = 1) -> Survived:
    """Kill a writer again and again, each at a moment of its own, and count what it had acknowledged and is gone."""
    moments, acknowledged = random.Random(seed), 0
    lost = 0
    open_store(where, [FERRY]).close()
    for turn in range(kills):
        ids = _killed(where, f"k{turn}", moments.uniform(0.0, 0.08))
        acknowledged += len(ids)
        with open_store(where, [FERRY]) as store:
            found = {entry.id for entry in store.entries(ids[0] - 1, limit=len(ids))} if ids else set()
            lost += len(set(ids) - found)
    with open_store(where, [FERRY]) as store:
        return Survived(kills, acknowledged, lost, store.verify())


def _killed(where: str, name: str, after: float) -> list[int]:
    """Let a child write until it is killed; return the numbers that it was told are stored."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _write_until_killed(where, name, telling)
    os.close(telling)
    first = os.read(told, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    rest = first
    while part := os.read(told, 65_536):
        rest += part
    os.close(told)
    assert first, "the writer could not write"
    return [int(number) for number in rest.split(b"\n")[:-1]]


def _write_until_killed(where: str, name: str, telling: int) -> None:
    try:
        store = open_store(where, [FERRY])
        for turn in range(1_000_000):
            entry = store.append(line(f"{name}-{turn}"))
            os.write(telling, b"%d\n" % entry.id)
    finally:
        os._exit(1)


class Together(Struct, frozen=True):
    """What many saw at once: how many entries were written and read, what failed, and how long it took."""

    written: int
    reads: int
    failures: tuple[str, ...]
    out_of_order: int
    seconds: float
    entries: int


def all_at_once(where: str, writers: int, readers: int, each: int) -> Together:
    """Let writers and readers loose at once, each with a store of its own; a reader polls for what is new."""
    open_store(where, [FERRY]).close()
    failures: list[str] = []
    seen: list[list[int]] = [[] for _ in range(readers)]
    over, polls = threading.Event(), [0] * readers

    def write(turn: int) -> None:
        with open_store(where, [FERRY]) as store:
            for number in range(each):
                store.append(line(f"w{turn}-{number}"))

    def read(turn: int) -> None:
        with open_store(where, [FERRY]) as store:
            while not over.is_set():
                last = seen[turn][-1] if seen[turn] else 0
                seen[turn] += [entry.id for entry in store.entries(last)]
                polls[turn] += 1
                time.sleep(0.01)
            seen[turn] += [entry.id for entry in store.entries(seen[turn][-1] if seen[turn] else 0)]

    began = time.perf_counter()
    reading = _threads(read, readers, failures)
    for thread in _threads(write, writers, failures):
        thread.join()
    seconds = time.perf_counter() - began
    over.set()
    for thread in reading:
        thread.join()
    with open_store(where, [FERRY]) as store:
        entries = store.verify()
    wrong = sum(ids != list(range(1, entries + 1)) for ids in seen)
    return Together(writers * each, sum(polls), tuple(failures), wrong, seconds, entries)


def _threads(work: Callable[[int], None], count: int, failures: list[str]) -> list[threading.Thread]:
    def noted(turn: int) -> None:
        try:
            work(turn)
        except Exception as error:
            failures.append(f"{type(error).__name__}: {error}")

    threads = [threading.Thread(target=noted, args=(turn,)) for turn in range(count)]
    for thread in threads:
        thread.start()
    return threads


class Full(Struct, frozen=True):
    """What a full disk did: how many entries were acknowledged, how it was told, and what stands afterwards."""

    acknowledged: int
    told: str
    entries: int
    writes_again: bool


def with_a_full_disk(where: str, room: int) -> Full:
    """Write in a child whose files may not grow beyond a size, until it is refused; then look, and write again."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _write_until_full(where, room, telling)
    os.close(telling)
    os.waitpid(child, 0)
    with os.fdopen(told, encoding="utf-8") as stream:
        *ids, last = stream.read().splitlines()
    with open_store(where, [FERRY]) as store:
        entries = store.verify()
        again = store.append(line("again")).id == entries + 1
    return Full(len(ids), last, entries, again)


def _write_until_full(where: str, room: int, telling: int) -> None:
    try:
        store = open_store(where, [FERRY])
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        _write_until_refused(store, telling)
    finally:
        os._exit(0)


def _write_until_refused(store: Store, telling: int) -> None:
    for turn in range(1_000_000):
        try:
            entry = store.append(line(f"f{turn}"))
        except StoreError as error:
            os.write(telling, f"{type(error).__name__}: {error}".replace("\n", " ").encode())
            return
        os.write(telling, b"%d\n" % entry.id)


def memory_kb() -> int:
    """Return the memory that this process holds now, in kilobytes."""
    with Path("/proc/self/statm").open() as stream:
        return int(stream.read().split()[1]) * resource.getpagesize() // 1024


def memory_over_appends(where: str, counts: Sequence[int]) -> list[tuple[int, int]]:
    """Append, and return the memory in kilobytes after each of some numbers of entries."""
    found: list[tuple[int, int]] = []
    with open_store(where, [FERRY]) as store:
        for turn in range(1, max(counts) + 1):
            store.append(line(f"m{turn}"))
            if turn in counts:
                found.append((turn, memory_kb()))
    return found


def wait_until(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Wait until something is so; return whether it came to be."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(StoreError):
            if true():
                return True
        time.sleep(0.05)
    return False


if __name__ == "__main__":
    print(sys.modules[__name__].__doc__)
