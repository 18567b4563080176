"""``preview``: the published branch, served on this machine as a host of static files would."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.command_line import DONE, FAILED, UsageError, answer, fail, project_folder
from generator.commands.publish import target_options

if TYPE_CHECKING:
    from generator.publishing.target import Target

HELP = "serve the published branch on this machine as a host would"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    target_options(parser)
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="default: 8000; 0 takes any free one")


def run(given: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from generator.publishing.git import PublishError
    from generator.publishing.target import TargetRefused, target_of

    try:
        return _serve(target_of(given.remote, given.branch, project_folder()), given.port)
    except TargetRefused as refused:
        raise UsageError(str(refused)) from refused
    except PublishError as error:
        return fail(str(error), FAILED)


def _serve(target: Target, port: int) -> int:
    from generator.publishing.host import checkout, host

    with tempfile.TemporaryDirectory(prefix="living-review-") as folder:
        site = checkout(target, Path(folder))
        if site is None:
            return fail(f"there is no {target.words}: living-review publish makes it", FAILED)
        with host(site, port) as server:
            answer(f"http://127.0.0.1:{server.server_port}/ serves {target.words}; Ctrl-C stops it.")
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                return DONE
    return DONE


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number up to 65535, not {text!r}")
    return int(text)
