"""Measure every figure that the project quotes, each ratio against its peer in the same run.

``python bench/run.py`` prints a table, ``--json`` one object, ``--write-docs`` writes the table to docs/bench.md.
``--full`` has a million treaties and compares 100,000 in both evaluators: it takes some minutes. Shared machines are
noisy: ratios and medians are what to quote.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from answer_figures import answer_figures  # noqa: E402
from kernel_figures import kernel_figures  # noqa: E402
from scale import FULL, Scale  # noqa: E402
from table import page_of, table_of  # noqa: E402

Figures = dict[str, object]
FURTHER = ("corpus_figures", "panel_figures", "partition_figures", "web_figures")
"""Modules of figures that are measured where they are: each has a function of its name that returns them."""

PAGE = HERE.parent / "docs" / "bench.md"


def measured(scale: Scale) -> Figures:
    """Return every figure."""
    found = {**answer_figures(scale.of_reference), **kernel_figures(scale)}
    for name in FURTHER:
        if (HERE / f"{name}.py").exists():
            found |= getattr(import_module(name), name)()
    return found | _in_a_process("export_figures") | _of_the_log(scale)


def _in_a_process(name: str, *given: int) -> Figures:
    """Return the figures of a module from a process of its own: a child's peak begins with that of its parent."""
    asked = f"import json, {name}; print(json.dumps({name}.{name}{given!r}))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=HERE, check=True, stdout=subprocess.PIPE)
    found: Figures = json.loads(done.stdout)
    return found


def _of_the_log(scale: Scale) -> Figures:
    """Return what a claim log stands; where something that this takes is missing, the reason."""
    missing = [name for name in ("sqlalchemy", "pytest", "pgserver") if find_spec(name) is None]
    if missing:
        return {
            "store_figures": None,
            "store_reason": f"{', '.join(missing)} not installed: pip install 'inforce[test]'",
        }
    return _in_a_process("store_figures", scale.kills, scale.appends)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--full", action="store_true", help="measure at every size that we quote")
    parser.add_argument("--write-docs", action="store_true", help="write the table to docs/bench.md")
    asked = parser.parse_args()
    figures = measured(FULL if asked.full else Scale())
    if asked.write_docs:
        PAGE.write_text(page_of(figures), encoding="utf-8")
    print(json.dumps(figures, indent=2) if asked.json else table_of(figures))


if __name__ == "__main__":
    main()
