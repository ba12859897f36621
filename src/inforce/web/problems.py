"""What is said where something is wrong: a problem (RFC 9457) to a program, a page to a person."""

from __future__ import annotations

import logging
from http import HTTPStatus
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException, ValidationException
from litestar.response import Redirect

from inforce.answers import UnknownNameError
from inforce.exchange.forms.calendar import TooWideError
from inforce.source import Problem, text_from_problem
from inforce.store import (
    AbsentError,
    DecidedError,
    NotAllowedError,
    NotWrittenError,
    RefusedError,
    StoreError,
    StoreProblemsError,
)
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
        self.problems = tuple(map(text_from_problem, problems))
        super().__init__("What was written is not understood.")


_SIGN_IN = "Sign in first: a program sends its token as Authorization: Bearer TOKEN."


class SignInNeededError(HTTPException):
    """What is asked takes a person, and nothing said who asks."""

    status_code = 401

    def __init__(self, detail: str = _SIGN_IN) -> None:
        super().__init__(
            detail=detail, headers={"WWW-Authenticate": 'Bearer realm="inforce", Basic realm="inforce"'}
        )


_REFUSED: tuple[tuple[type[StoreError], str, int], ...] = (
    (StoreProblemsError, "not-understood", 422),
    (AbsentError, "unknown-entry", 404),
    (DecidedError, "already-decided", 409),
    (NotAllowedError, "not-allowed", 403),
    (RefusedError, "refused", 422),
    (NotWrittenError, "not-written", 503),
    (StoreError, "log-unreachable", 503),
)
"""What a log says when it cannot do what is asked, and how that is called on the web; the first that fits counts."""

_AWAY = "The log cannot be reached now. If something was being written, look whether it is there before you try again."
_NOT_WRITTEN = "The database does not take it. Nothing of it is stored; the server's own messages have why."


def _from_store(error: StoreError, instance: str) -> ProblemDetails:
    """Return what a log refuses; what a database says of itself is for whoever runs the server, and for nobody else."""
    kind, status = next((kind, status) for each, kind, status in _REFUSED if isinstance(error, each))
    if isinstance(error, StoreProblemsError):
        told = tuple(map(text_from_problem, error.problems))
        return _problem(
            kind, status, "What was written has mistakes; nothing is stored.", instance, problems=told
        )
    if status != 503:
        return _problem(kind, status, str(error), instance)
    logging.getLogger("inforce.web").warning("%r: %s", instance, error)
    detail = _NOT_WRITTEN if isinstance(error, NotWrittenError) else _AWAY
    return _problem(kind, status, detail, instance)


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
        case StoreError():
            return _from_store(error, instance)
        case HTTPException():
            kind = "invalid-request" if isinstance(error, ValidationException) else "request"
            return _problem(kind, error.status_code, _detail(error), instance)
    logging.getLogger("inforce.web").exception("%r", instance, exc_info=error)
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


def _detail(error: HTTPException) -> str:
    if "CSRF" in str(error.detail):
        return "This form is older than the server that was asked. Go back, load the page again, and send it again."
    extra = error.extra if isinstance(error.extra, list) else []
    told = [f"{each.get('key', '')}: {each.get('message', '')}" for each in extra if isinstance(each, dict)]
    return "; ".join(told) or str(error.detail)


def answer_error(request: Request[object, object, State], error: Exception) -> Response[object] | Redirect:
    """Answer a request that went wrong."""
    problem = problem_from_error(error, request.url.path)
    headers = _headers_of(error)
    if _wants_data(request):
        return Response(problem, status_code=problem.status, media_type=PROBLEM, headers=headers)
    if isinstance(error, SignInNeededError) and request.method == "GET":
        return Redirect(f"/sign-in?{urlencode({'next': _here(request)})}", status_code=303)
    text = page("problem.html", problem=problem, coverage="", visit=None)
    return Response(text, status_code=problem.status, media_type="text/html; charset=utf-8", headers=headers)


def _here(request: Request[object, object, State]) -> str:
    query = request.scope["query_string"].decode("latin-1")
    return request.url.path + (f"?{query}" if query else "")


def _headers_of(error: Exception) -> dict[str, str]:
    """Return what is told beside a problem: how to sign in, or when to try again."""
    found = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if "RateLimit-Reset" in found:
        found["Retry-After"] = str(max(1, int(found["RateLimit-Reset"])))
    return found


def _wants_data(request: Request[object, object, State]) -> bool:
    path = request.url.path
    accepted = request.headers.get("accept", "")
    asks_for_form = path.rpartition(".")[2] in (*FORMS, "atom")
    return path.startswith("/api/") or asks_for_form or ("json" in accepted and "html" not in accepted)
