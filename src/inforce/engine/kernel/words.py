"""Sets of nodes as bits in words of 64."""

import numpy as np

from inforce.engine.kernel.compiled import inlined

_DE_BRUIJN = 0x03F79D71B4CB0A89
_PLACE_OF = (
    *(0, 1, 48, 2, 57, 49, 28, 3, 61, 58, 50, 42, 38, 29, 17, 4),
    *(62, 55, 59, 36, 53, 51, 43, 22, 45, 39, 33, 30, 24, 18, 12, 5),
    *(63, 47, 56, 27, 60, 41, 37, 16, 54, 35, 52, 21, 44, 32, 23, 11),
    *(46, 26, 40, 15, 34, 20, 31, 10, 25, 14, 19, 9, 13, 8, 7, 6),
)


@inlined
def lowest_bit(word: int) -> int:
    """Return the place of the lowest bit of a word that is not zero."""
    return _PLACE_OF[((word & -word) * _DE_BRUIJN) >> 58 & 63]


@inlined
def bit_of(node: int) -> np.int64:
    """Return the bit of a node in its word."""
    return np.int64(1) << np.int64(node & 63)


@inlined
def word_of(node: int) -> int:
    """Return the word that has the bit of a node."""
    return node >> 6
