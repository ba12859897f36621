"""The second evaluator: the same circuits as flat arrays, many cases at once, compiled. Needs numpy and numba."""
