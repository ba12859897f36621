"""What a claim log stands, and how fast it is, on both databases: ``python bench/store_figures.py``.

A hundred kills in the middle of writes, eight writers with forty readers, a disk that is full, a database that loses
its power under a client, ten thousand appends. `tests/store` does a little of each with every change.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from inforce.store import StoreError, open_store  # noqa: E402
from tests.store import postgres  # noqa: E402
from tests.store.faults import (  # noqa: E402
    FERRY,
    all_at_once,
    killed_while_writing,
    line,
    memory_over_appends,
    wait_until,
    with_a_full_disk,
)

KILLS = 100
WRITERS, READERS, EACH = 8, 40, 25
APPENDS = 10_000
CRASHES = 5


def kill_figures(where: str, name: str, kills: int = KILLS) -> dict[str, object]:
    """Kill a writer at a hundred moments; nothing that it was told is stored may be lost."""
    found = killed_while_writing(where, kills)
    return {
        f"store_{name}_kills": found.kills,
        f"store_{name}_acknowledged": found.acknowledged,
        f"store_{name}_lost": found.lost,
    }


def crowd_figures(where: str, name: str) -> dict[str, object]:
    """Let eight writers and forty readers loose; no entry may be missed by a reader that polls, and none fail."""
    found = all_at_once(where, WRITERS, READERS, EACH)
    return {
        f"store_{name}_crowd_failures": len(found.failures),
        f"store_{name}_crowd_readers_out_of_order": found.out_of_order,
        f"store_{name}_crowd_appends_per_s": round(found.written / found.seconds, 1),
        f"store_{name}_crowd_reads_per_s": round(found.reads / found.seconds, 1),
    }


def full_figures(folder: Path) -> dict[str, object]:
    """Fill a disk: a small file system in memory where one may be mounted, else files that may not grow."""
    found = with_a_full_disk(str(folder / "full.sqlite"), room=400_000)
    return {
        "store_full_lost": found.acknowledged - found.entries,
        "store_full_told": found.told.startswith("NotWrittenError"),
        "store_full_writes_again": found.writes_again,
        **_mounted_figures(folder / "mounted"),
    }


def _mounted_figures(folder: Path) -> dict[str, object]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        return {"store_tmpfs_lost": None}
    try:
        return _on_a_small_disk(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def _on_a_small_disk(folder: Path) -> dict[str, object]:
    told, acknowledged = "", 0
    with open_store(str(folder / "log.sqlite"), [FERRY]) as store:
        while not told:
            try:
                store.append(line(f"s{acknowledged}"))
                acknowledged += 1
            except StoreError as error:
                told = str(error)
    with open_store(str(folder / "log.sqlite"), [FERRY]) as store:
        return {"store_tmpfs_lost": acknowledged - store.verify(), "store_tmpfs_told": told}


def crash_figures(crashes: int = CRASHES) -> dict[str, object]:
    """Take a server's power away under a client that writes, and give it back: what was acknowledged is there."""
    acknowledged: list[int] = []
    with open_store(postgres.fresh_database(), [FERRY]) as store:
        for turn in range(crashes):
            acknowledged += [store.append(line(f"c{turn}-{number}")).id for number in range(20)]
            postgres.stop("immediate")
            with suppress(StoreError):
                store.append(line(f"c{turn}-lost"))
            postgres.start()
            assert wait_until(lambda: bool(store.entries())), "the database did not come back"
        kept = {entry.id for entry in store.entries(limit=100_000)}
        store.verify()
    return {"store_crashes": crashes, "store_crashes_lost": len(set(acknowledged) - kept)}


def memory_figures(folder: Path, appends: int = APPENDS) -> dict[str, object]:
    """Append ten thousand entries in one process, and see what it holds on the way."""
    began = time.perf_counter()
    found = dict(memory_over_appends(str(folder / "memory.sqlite"), (appends // 10, appends // 2, appends)))
    seconds = time.perf_counter() - began
    return {
        "store_memory_mb": {count: round(kb / 1024, 1) for count, kb in found.items()},
        "store_memory_kb_an_entry": round(
            (found[appends] - found[appends // 10]) / (appends - appends // 10), 2
        ),
        "store_appends_per_s": round(appends / seconds, 1),
    }


def store_figures(kills: int = KILLS, appends: int = APPENDS) -> dict[str, object]:
    """Return every figure of the store."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return {
            **kill_figures(str(folder / "kills.sqlite"), "sqlite", kills),
            **kill_figures(postgres.fresh_database(), "postgresql", kills),
            **crowd_figures(str(folder / "crowd.sqlite"), "sqlite"),
            **crowd_figures(postgres.fresh_database(), "postgresql"),
            **full_figures(folder),
            **crash_figures(),
            **memory_figures(folder, appends),
        }


if __name__ == "__main__":
    print(json.dumps(store_figures(), indent=2))
