"""The command at hand: `inforce("status", …)` runs it on the small treaties of this folder."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from inforce.cli.verbs import inforce_command

HERE = Path(__file__).parent
ALLIANCE = str(HERE / "alliance.treaty.md")

Run = Callable[..., Result]
Ask = Callable[..., list[dict[str, object]]]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("INFORCE_DEBUG", "1")


@pytest.fixture
def inforce() -> Run:
    """Run the command with some words, as a shell would."""

    def run(*words: str, typed: bytes | None = None) -> Result:
        return CliRunner().invoke(inforce_command, words, input=typed, prog_name="inforce")

    return run


@pytest.fixture
def ask(inforce: Run) -> Ask:
    """Ask the alliance something and give back the answers as JSON has them."""

    def answers(*words: str) -> list[dict[str, object]]:
        result = inforce(*words, "--book", ALLIANCE, "--json")
        assert result.exit_code == 0, result.output
        found: list[dict[str, object]] = msgspec.json.decode(result.stdout)["answers"]
        return found

    return answers
