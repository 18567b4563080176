"""One build at a time in one project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publishing.site import SiteError


@contextmanager
def build_lock(
    folder: Path, busy: str = "another build is running in this project: wait for it to end"
) -> Iterator[None]:
    """Hold the lock of ``folder``, which is made if missing; it is released however the process ends.

    Raises ``SiteError`` with the sentence ``busy`` if another process holds it, and another if the folder cannot be
    written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / ".lock").open("w")
    except OSError as error:
        raise SiteError(f"{folder} cannot be written to: {error.strerror}") from error
    with file:
        try:
            import fcntl
        except ImportError:  # Windows has no such lock; two builds at once are then not noticed.
            yield
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SiteError(busy) from None
        yield
