"""Run the server."""

from __future__ import annotations

from inforce.answers import Library


def serve(library: Library, host: str, port: int) -> None:
    """Answer for some open books until somebody stops it."""
    import uvicorn

    from inforce.web.app import app_from_library

    uvicorn.run(app_from_library(library), host=host, port=port, log_level="warning", server_header=False)
