"""What the interface says of itself is true, whatever it is asked."""

import atexit
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from inforce.answers import open as open_books
from inforce.web.app import app_from_library
from tests.web.conftest import SMALL
from tests.web.office import END, TREATY, office_at

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app_from_library(open_books(SMALL)))


@schema.parametrize()
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_fails_and_every_answer_is_documented(case: schemathesis.Case[Any]) -> None:
    if "treaty" in case.path_parameters and len(str(case.path_parameters["treaty"])) % 2:
        case.path_parameters["treaty"] = "rivers"
    case.call_and_validate(checks=CHECKS)


FOLDER = TemporaryDirectory(prefix="inforce-office-")
OFFICE = office_at(f"{FOLDER.name}/log.sqlite")
atexit.register(FOLDER.cleanup)
atexit.register(OFFICE.live.close)
of_log = schemathesis.openapi.from_asgi("/api/v1/openapi.json", OFFICE.app).include(path_regex="^/api/v1/log")


@pytest.mark.parametrize("who", ["", "ruth", "maria", "olga"])
@of_log.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_writing_never_fails_and_every_answer_is_documented(case: schemathesis.Case[Any], who: str) -> None:
    _sometimes_well_meant(case)
    headers = OFFICE.bearer(who) if who else {}
    case.call_and_validate(checks=CHECKS, headers=headers)


def _sometimes_well_meant(case: schemathesis.Case[Any]) -> None:
    """Let every other case ask for something that exists, so that not all of them end at the door."""
    body = case.body if isinstance(case.body, dict) else {}
    if "text" in body and len(str(body["text"])) % 2:
        body |= {"treaty": TREATY, "text": END.replace("03-01", f"03-{len(str(body)) % 28 + 1:02}")}
    if "name" in case.path_parameters and len(str(case.path_parameters["name"])) % 2:
        case.path_parameters |= {"kind": "party", "name": "ARD"}
    if "number" in case.path_parameters and isinstance(case.path_parameters["number"], int):
        case.path_parameters["number"] = case.path_parameters["number"] % 30
