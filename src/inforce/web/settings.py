"""How a server is to be reached, and by whom."""

from __future__ import annotations

from ipaddress import ip_address

from msgspec import Struct

from inforce.web.borders import Borders

_OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")
_EVERYWHERE = ("0.0.0.0", "::", "")


class Settings(Struct, frozen=True):
    """Where a server listens, under which further names it is known, and whether reading needs a sign-in.

    ``log`` is the place of the log as it may be shown. ``limited`` is whether tries are counted;
    ``borders`` are what a map draws.
    """

    host: str = "127.0.0.1"
    port: int = 0
    names: tuple[str, ...] = ()
    private: bool = False
    log: str = ""
    limited: bool = True
    borders: Borders = Borders()

    @property
    def is_own(self) -> bool:
        """Whether nobody but this machine can ask: only then may a log that knows nobody be written from the page.

        >>> Settings("127.0.0.1").is_own, Settings("0.0.0.0").is_own, Settings(names=("treaties.example",)).is_own
        (True, False, False)
        """
        return not self.names and (self.host == "localhost" or _is_loopback(self.host))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which requests may come; empty where any may, since the server listens everywhere.

        A page of another site whose name is made to lead to this machine asks under that name, and is refused. Where
        nothing is reachable without a token that such a page has not, any name may be used.
        """
        if not self.port or (self.host in _EVERYWHERE and not self.names):
            return ()
        host = f"[{self.host}]" if ":" in self.host else self.host
        named = dict.fromkeys((*_OWN_NAMES, host, *self.names))
        return tuple(each for name in named for each in (name, f"{name}:{self.port}"))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
