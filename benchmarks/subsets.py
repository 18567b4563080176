"""Every subset: of evidence models, beside a library that shares prefixes; of studies, for a whole review."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from benchmarks import inputs
from benchmarks.effort import Effort
from benchmarks.ours import NUMBA, Kernel
from benchmarks.peers import RIGHT, Peer
from generator.aggregation import batches
from generator.model.benchmark import Task, Timing
from generator.model.scale import RANGES

REDUCED, WRITTEN = NUMBA, "numba, every mass written"


def of_models(effort: Effort, peers: Sequence[Peer]) -> Task:
    """Combine every subset of the evidence models."""
    supports = inputs.supports(inputs.ordinary(1, effort.models)[0])
    reduced = partial(batches.subsets, [[one] for one in supports], inputs.POLICY, inputs.TARGET)
    kernel = _written(effort)
    kernel()
    inside = np.array([one.mask & ~inputs.TARGET.mask == 0 for one in RANGES])
    if not np.allclose(kernel.out[:, inside].sum(1), reduced().belief, rtol=1e-12, atol=0):
        raise ArithmeticError("subsets differ from combinations one by one")
    timings = [
        Timing(REDUCED, True, effort.median(reduced, 7), "reading, belief and weight of conflict of each"),
        Timing(WRITTEN, True, effort.median(kernel, 7), "28 masses of each, one by one: nothing shared"),
        *_peers(effort, peers, reduced),
    ]
    title = f"All {2**effort.models:,} subsets of {effort.models} bodies"
    return Task("subsets", title, 2**effort.models, tuple(timings))


def _written(effort: Effort) -> Kernel:
    """The plain batch kernel on one row for each subset, with 0 for what is left out."""
    subset = np.arange(2**effort.models)[:, None] >> np.arange(effort.models) & 1
    return Kernel(subset * inputs.ordinary(1, effort.models))


def _peers(effort: Effort, peers: Sequence[Peer], reduced: Callable[[], batches.Subsets]) -> list[Timing]:
    """Each library on the subsets of the first few models; then the quickest on all of them."""
    supports, few = inputs.supports(inputs.ordinary(1, effort.models)[0]), effort.peer_models
    expected, timings = reduced().belief[: 2**few], []
    for peer in peers:
        bodies = peer.bodies(supports)
        if (off := _off(peer, bodies[:few], expected)) > RIGHT:
            timings.append(Timing(peer.name, False, None, f"wrong: a belief is off by {off:.2g}"))
            continue
        seconds = effort.median(partial(_walk, peer, bodies[:few], None, _nothing), 3) * 2 ** (effort.models - few)
        timings.append(Timing(peer.name, False, seconds, f"from {2**few:,} subsets of {few}, sharing prefixes"))
    right = [(timing.seconds, peer) for timing, peer in zip(timings, peers, strict=True) if timing.seconds is not None]
    if right:
        quickest = min(right, key=lambda pair: pair[0])[1]
        start = time.perf_counter()
        _walk(quickest, quickest.bodies(supports), None, _nothing)
        timings.append(Timing(f"{quickest.name}, all", False, time.perf_counter() - start, "once, sharing prefixes"))
    return timings


def _walk(peer: Peer, bodies: Sequence[Any], combined: Any, visit: Callable[[Any], None]) -> None:
    """Depth first, so that subsets with the same beginning share its combination."""
    if not bodies:
        visit(combined)
        return
    _walk(peer, bodies[1:], combined, visit)
    _walk(peer, bodies[1:], bodies[0] if combined is None else peer.pair(combined, bodies[0]), visit)


def _nothing(combined: Any) -> None:
    """The library has made the combination; nothing else is asked of it."""


def _off(peer: Peer, bodies: Sequence[Any], expected: inputs.Floats) -> float:
    found: list[float] = []
    _walk(peer, bodies, None, lambda m: found.append(0.0 if m is None else peer.masses(m).get(inputs.TARGET.mask, 0.0)))
    # The walk takes the first body as the highest bit.
    width = len(bodies)
    order = [int(f"{k:0{width}b}"[::-1], 2) for k in range(2**width)]
    return float(np.abs(np.array(found) - expected[order]).max())


def of_studies(effort: Effort, cores: tuple[int, ...]) -> Task:
    """Every subset of the studies of a review of 76 evidence models, for every effect, on all cores."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        seconds = pool.apply(_of_studies, (effort, cores))
    many = 2**effort.studies
    title = f"All {many:,} subsets of {effort.studies} studies with 76 evidence models, {effort.effects} effects"
    timing = Timing(
        NUMBA, True, seconds, f"on {len(cores)} cores, once; reading, belief and weight of conflict of each"
    )
    return Task("studies", title, many * effort.effects, (timing,))


def _of_studies(effort: Effort, cores: tuple[int, ...]) -> float:
    os.sched_setaffinity(0, set(cores))
    supports = inputs.supports(inputs.ordinary(1, 76)[0] / 3)
    units = [supports[k :: effort.studies] for k in range(effort.studies)]
    batches.subsets(units[:4], inputs.POLICY, inputs.TARGET)
    start = time.perf_counter()
    for _ in range(effort.effects):
        batches.subsets(units, inputs.POLICY, inputs.TARGET)
    return time.perf_counter() - start
