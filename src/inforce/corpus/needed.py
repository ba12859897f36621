"""What the extra brings, asked for only where it is used."""

from importlib.util import find_spec


class CorpusExtraError(ImportError):
    """Something is asked for that needs the extra `corpus`, or the one that is named."""

    def __init__(self, module: str, extra: str = "corpus") -> None:
        what = "Tables of many treaties need" if extra == "corpus" else "Files of this kind need"
        super().__init__(f"{what} {module}: pip install 'inforce[{extra}]'", name=module)


def check_arrow() -> None:
    """Check that tables can be made.

    Raises:
        CorpusExtraError: if pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise CorpusExtraError("pyarrow")


def check_duckdb() -> None:
    """Check that tables can be asked in SQL.

    Raises:
        CorpusExtraError: if duckdb or pyarrow is not installed.
    """
    check_arrow()
    if find_spec("duckdb") is None:
        raise CorpusExtraError("duckdb")


def has_numba() -> bool:
    """Tell whether the kernel can be compiled."""
    return find_spec("numba") is not None and find_spec("numpy") is not None


def has_pandas() -> bool:
    """Tell whether files of statistical programs can be written."""
    return find_spec("pandas") is not None
