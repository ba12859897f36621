"""What an address gives as data is what the shell writes, byte for byte."""

import pytest
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from inforce.cli.verbs import inforce_command
from inforce.exchange.forms.kinds import FORMS

Client = TestClient[Litestar]
BASE = "http://testserver.local"
ASKED = {
    "": (),
    "?on=1951-06-01&view=roc&known=1954-01-01": (
        "--on",
        "1951-06-01",
        "--view",
        "roc",
        "--known",
        "1954-01-01",
    ),
    "/5.collaboration@1951-06-01": ("--clause", "5.collaboration", "--on", "1951-06-01"),
    "/8.term@1951-06-01": ("--clause", "8.term", "--on", "1951-06-01"),
    "/notes-aid@1947-01-01?view=prc": ("--instrument", "notes-aid", "--on", "1947-01-01", "--view", "prc"),
    "/5.collaboration?for=SUN&view=ussr": ("--clause", "5.collaboration", "--for", "SUN", "--view", "ussr"),
}


def exported(*words: str) -> bytes:
    result = CliRunner().invoke(inforce_command, ["export", *words, "--base", BASE])
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", ASKED)
def test_an_address_gives_what_the_shell_writes(client: Client, path: str, form: str) -> None:
    before, mark, query = path.partition("?")
    found = client.get(f"/t/sino-soviet-1945{before}.{form}{mark}{query}")
    assert found.status_code == 200, found.text
    assert found.headers["content-type"].removesuffix("; charset=utf-8") == FORMS[form].media
    assert found.content == exported("sino-soviet-1945", *ASKED[path], "--to", form)
