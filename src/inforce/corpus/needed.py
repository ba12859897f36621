"""What the extra brings, asked for only where it is used."""

from importlib.util import find_spec


class CorpusExtraError(ImportError):
    """Something is asked for that needs the extra `corpus`."""

    def __init__(self, module: str) -> None:
        super().__init__(f"Tables of many treaties need {module}: pip install 'inforce[corpus]'", name=module)


def check_arrow() -> None:
    """Check that tables can be made.

    Raises:
        CorpusExtraError: if pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise CorpusExtraError("pyarrow")


def has_numba() -> bool:
    """Tell whether the kernel can be compiled."""
    return find_spec("numba") is not None and find_spec("numpy") is not None
