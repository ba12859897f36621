"""What is said where something is wrong: a problem (RFC 9457) to a program, a page to a person."""

from __future__ import annotations

import logging
from http import HTTPStatus

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException, ValidationException

from inforce.answers import UnknownNameError
from inforce.exchange.forms.calendar import TooWideError
from inforce.source import Problem
from inforce.temporal import DateError
from inforce.web.address import FORMS
from inforce.web.telling import page

PROBLEM = "application/problem+json"
_TYPES = "/problems"


class ProblemDetails(msgspec.Struct, frozen=True):
    """A problem as RFC 9457 has it; ``nearest`` are names that exist, ``problems`` mistakes in what was written."""

    type: str
    title: str
    status: int
    detail: str
    instance: str = ""
    nearest: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class NotUnderstoodError(ValueError):
    """What was written in the language of treaty files has mistakes."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        from inforce.source import text_from_problem

        self.problems = tuple(map(text_from_problem, problems))
        super().__init__("What was written is not understood.")


def problem_from_error(error: Exception, instance: str) -> ProblemDetails:
    """Return what is wrong; of a mistake of the program itself nothing is told but that there was one."""
    match error:
        case UnknownNameError():
            return _problem("unknown-name", 404, str(error), instance, nearest=tuple(error.nearest))
        case DateError():
            return _problem("no-such-day", 400, str(error), instance)
        case TooWideError() | NotUnderstoodError():
            told = getattr(error, "problems", ())
            return _problem(
                "not-understood" if told else "too-wide", 422, str(error), instance, problems=told
            )
        case ValidationException():
            return _problem("invalid-request", 400, _validation(error), instance)
        case HTTPException():
            return _problem("request", error.status_code, str(error.detail), instance)
    logging.getLogger("inforce.web").exception("%s", instance, exc_info=error)
    return _problem("failed", 500, "inforce itself has failed; the log of the server has where.", instance)


def _problem(
    kind: str,
    status: int,
    detail: str,
    instance: str,
    *,
    nearest: tuple[str, ...] = (),
    problems: tuple[str, ...] = (),
) -> ProblemDetails:
    title = HTTPStatus(status).phrase
    return ProblemDetails(f"{_TYPES}#{kind}", title, status, detail, instance, nearest, problems)


def _validation(error: ValidationException) -> str:
    extra = error.extra if isinstance(error.extra, list) else []
    told = [f"{each.get('key', '')}: {each.get('message', '')}" for each in extra if isinstance(each, dict)]
    return "; ".join(told) or str(error.detail)


def answer_error(request: Request[object, object, State], error: Exception) -> Response[object]:
    """Answer a request that went wrong."""
    problem = problem_from_error(error, request.url.path)
    if _wants_data(request):
        return Response(problem, status_code=problem.status, media_type=PROBLEM)
    text = page("problem.html", problem=problem, coverage="")
    return Response(text, status_code=problem.status, media_type="text/html; charset=utf-8")


def _wants_data(request: Request[object, object, State]) -> bool:
    path = request.url.path
    accepted = request.headers.get("accept", "")
    asks_for_form = path.rpartition(".")[2] in FORMS
    return path.startswith("/api/") or asks_for_form or ("json" in accepted and "html" not in accepted)
