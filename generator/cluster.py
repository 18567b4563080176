"""Reaches a Dask cluster, for work that one machine is too slow for. Needs the extra ``scale``."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

WAIT = "15s"
"""How long to wait for a scheduler."""


class ClusterError(Exception):
    """The cluster cannot be used; the message says why."""


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """An executor whose work runs on the workers of the scheduler at ``address`` (``tcp://host:8786``).

    Work of a worker that dies is done again by another. Workers need this package in the same version.
    Raises ``ClusterError`` if ``dask[distributed]`` is missing, or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("a cluster needs dask[distributed]: install living-review[scale]") from error
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"no scheduler answers at {address!r}") from error
    with client:
        yield client.get_executor()  # type: ignore[no-untyped-call]
