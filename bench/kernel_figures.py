"""What the kernel does on the oracle's work: against its peers, at every size, and equal to the oracle.

Peers are given the same events in memory, and take and give what is theirs: tuples, a table, a frame, facts. What is
not installed gives None, with the reason.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from scale import Scale
from timing import pinned

Figures = dict[str, object]
FIGURES = (
    "kernel_treaties_per_s",
    "kernel_vs_oracle",
    "kernel_two_rails_vs_oracle",
    "kernel_vs_reference",
    "kernel_vs_sql",
    "kernel_vs_pandas",
    "kernel_vs_clingo",
    "kernel_differing_treaties",
    "reference_differing_treaties",
    "kernel_exponent",
    "kernel_peak_mb",
    "kernel_first_call_s",
)


def kernel_figures(scale: Scale) -> Figures:
    """Measure the kernel; without the extra every figure is None, with the reason."""
    missing = [name for name in ("numpy", "numba", "pyarrow") if find_spec(name) is None]
    if missing:
        reason = f"{', '.join(missing)} not installed: pip install 'inforce[corpus]'"
        return {**dict.fromkeys(FIGURES), "kernel_reason": reason}
    from kernel_agreement import agreement_figures
    from kernel_peers import peer_figures
    from kernel_scale import scale_figures
    from work_columns import generated_columns

    columns = generated_columns(max(scale.generated, scale.treaties, scale.compared))
    with pinned():
        return {
            **peer_figures(columns, scale),
            **scale_figures(columns, scale),
            **agreement_figures(columns, scale),
            "kernel_first_call_s": first_call_s(),
        }


def first_call_s(rounds: int = 5) -> float:
    """Measure a fresh process from its first import to the first rows, what numba compiled before at hand."""
    command = [sys.executable, str(Path(__file__).with_name("kernel_first_call.py"))]
    subprocess.run(command, check=True, capture_output=True)
    found = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(rounds)
    ]
    return statistics.median(map(float, found))
