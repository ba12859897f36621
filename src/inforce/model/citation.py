"""Citations and the sources they point at."""

from msgspec import Struct


class Citation(Struct, frozen=True):
    """Point at a place in a source: a key of the bibliography and a locator such as ``p. 3``.

    >>> str(Citation("yeh-1953", "para. 2"))
    '[@yeh-1953, para. 2]'
    """

    key: str
    locator: str = ""

    def __str__(self) -> str:
        return f"[@{self.key}, {self.locator}]" if self.locator else f"[@{self.key}]"


class Source(Struct, frozen=True):
    """Describe one item of a bibliography, read from CSL-JSON.

    Only what an answer shows is kept; the file beside the treaty stays the full description.
    """

    key: str
    kind: str
    title: str
    author: str = ""
    container: str = ""
    issued: str = ""
    url: str = ""
    note: str = ""
    editor: str = ""
    publisher: str = ""
    volume: str = ""
    page: str = ""
    language: str = ""
