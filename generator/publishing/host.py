"""The published branch as a host of static files serves it, on this machine only."""

from __future__ import annotations

import functools
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.publishing.branch import export, read_branch
from generator.publishing.git import PublishError, new_repository
from generator.publishing.target import Target, tip


def checkout(target: Target, folder: Path) -> Path | None:
    """A folder under ``folder`` with the files of the branch; None if there is no such branch.

    Raises ``PublishError`` if it cannot be reached or holds something else than published versions.
    """
    repository, site = new_repository(folder / "repository"), folder / "site"
    branch = read_branch(repository, tip(repository, target))
    if branch.commit is None:
        return None
    site.mkdir()
    export(repository, branch.commit, site)
    return site


def host(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of the files under ``site``, not running yet; port 0 takes any free one.

    Raises ``PublishError`` if the port is taken.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Host, directory=str(site)))
    except OSError as error:
        raise PublishError(f"port {port} cannot be used: {error.strerror}") from error


class _Host(SimpleHTTPRequestHandler):
    """No listing of folders, and ``404.html`` of the root for whatever does not exist."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        text = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def list_directory(self, path: Any) -> None:
        """What a host says of a folder without a page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the library
        """Nothing: whoever looks at the site needs no log of it."""
