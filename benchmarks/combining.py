"""How fast bodies of evidence combine: once, ten thousand times, and the more of them there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from benchmarks import inputs
from benchmarks.effort import TOO_SLOW, Effort
from benchmarks.inputs import Floats
from benchmarks.ours import NUMBA, NUMPY, PLAIN, PUBLIC, Kernel, Public, by_mask, plain
from benchmarks.peers import RIGHT, Peer, wrong
from generator.aggregation.simple_support import Support, combine_supports
from generator.model.benchmark import Task, Timing
from generator.model.scale import RANGES

BATCHED = "torchbelief, batched"


def _sound(found: dict[int, float], supports: Sequence[Support], who: str) -> None:
    """Ours must be right: otherwise nothing here means anything."""
    if fault := wrong(found, supports):
        raise ArithmeticError(f"{who}: {fault}")


def _ours(masses: Floats, effort: Effort) -> Iterator[Timing]:
    """One combination by each tier that suits it, found right first."""
    supports, kernel = inputs.supports(masses[0]), Kernel(masses[:1])
    _sound(plain(supports), supports, PLAIN)
    yield Timing(PLAIN, True, effort.median(lambda: combine_supports(supports)))
    public = Public(masses[0], "numba")
    _sound(by_mask(public()), supports, PUBLIC)
    yield Timing(PUBLIC, True, effort.median(public))
    kernel()
    _sound(by_mask(kernel.out[0]), supports, NUMBA)
    yield Timing(NUMBA, True, effort.median(kernel), "kernel called directly")


def one(effort: Effort, peers: Sequence[Peer]) -> Task:
    """One combination."""
    masses = inputs.ordinary(1, effort.models)
    supports = inputs.supports(masses[0])
    timings = list(_ours(masses, effort))
    for peer in peers:
        bodies = peer.bodies(supports)
        timings.append(Timing(peer.name, False, effort.median(partial(peer.fold, bodies))))
    return Task("one", f"One combination of {effort.models} bodies on nine ranges", 1, tuple(timings))


def replications(effort: Effort, peers: Sequence[Peer]) -> Task:
    """A batch with every mass written. Ordinary libraries make their mass functions from each row and fold them."""
    masses = inputs.ordinary(effort.batch, effort.models)
    kernel, timings = Kernel(masses), []
    kernel()
    for row in (0, effort.batch // 2, effort.batch - 1):
        _sound(by_mask(kernel.out[row]), inputs.supports(masses[row]), NUMBA)
    timings.append(Timing(NUMBA, True, effort.median(kernel), "kernel, into arrays that are there already"))
    for who, tier, repeats in ((PUBLIC, "numba", None), (NUMPY, "numpy", None), (PLAIN, "plain", 3)):
        public = Public(masses, tier)
        if not np.allclose(public(), kernel.out, rtol=1e-13, atol=0):
            raise ArithmeticError(f"{who} differs from the kernel")
        timings.append(Timing(who, True, effort.median(public, repeats)))
    few, times = masses[: effort.peer_replications], effort.batch / effort.peer_replications
    for peer in peers:
        seconds = effort.median(partial(_fold_rows, peer, few), 3)
        timings.append(Timing(peer.name, False, seconds * times, f"from {effort.peer_replications}"))
    timings.extend(_batched(masses, kernel.out, effort))
    title = f"{effort.batch:,} replications of {effort.models} bodies, every mass written"
    return Task("replications", title, effort.batch, tuple(timings))


def _fold_rows(peer: Peer, rows: Floats) -> list[Any]:
    return [peer.fold(peer.bodies(inputs.supports(row))) for row in rows]


def _batched(masses: Floats, expected: Floats, effort: Effort) -> Iterator[Timing]:
    """Torchbelief as an expert would use it: folded on whole batches, and by one product of commonalities."""
    try:
        import torch
        from torchbelief import Frame, transforms
        from torchbelief.combine import dempster
        from torchbelief.mass import simple_support
    except ImportError:
        return
    frame, given = Frame(7), torch.from_numpy(masses)
    masks = [inputs.mask(*one) for one in inputs.ranges(masses.shape[1])]

    def fold(rows: Any) -> Any:
        combined = simple_support(frame, masks[0], rows[:, 0])
        for k, mask in enumerate(masks[1:], 1):
            combined = dempster(combined, simple_support(frame, mask, rows[:, k]), frame)[0]
        return combined

    def product(rows: Any) -> Any:
        q = transforms.commonality(simple_support(frame, masks[0], rows[:, 0]), frame)
        for k, mask in enumerate(masks[1:], 1):
            q = q * transforms.commonality(simple_support(frame, mask, rows[:, k]), frame)
        found = transforms.mass_from_commonality(q, frame)
        return found / found[:, 1:].sum(-1, keepdim=True)

    columns = [one.mask for one in RANGES]
    for name, way in ((BATCHED, fold), (f"{BATCHED}, commonalities", product)):
        for size in (256, len(masses)):
            found = torch.cat(_by_parts(way, given, size)).numpy()[:, columns]
            off = float(np.abs(found - expected).max())
            if off > RIGHT:
                yield Timing(name, False, None, f"wrong: a mass is off by {off:.2g}")
            else:
                seconds = effort.median(partial(_by_parts, way, given, size), 3)
                yield Timing(name, False, seconds, f"{size:,} at a time")


def _by_parts(way: Callable[[Any], Any], rows: Any, size: int) -> list[Any]:
    return [way(part) for part in rows.split(size)]


KINDS: tuple[tuple[str, str, Callable[[int, int], Floats]], ...] = (
    ("faint", "that say less the more there are", inputs.faint),
    ("ordinary", "with ordinary belief values, in conflict ever closer to total", inputs.ordinary),
)


def growth(effort: Effort, peers: Sequence[Peer]) -> Iterator[Task]:
    """One combination of ever more bodies. A library that is wrong, fails or is slow is not asked for more."""
    for kind, words, make in KINDS:
        faults: dict[str, str] = {}
        for bodies in effort.bodies:
            masses = make(1, bodies)
            timings = list(_ours(masses, effort))
            timings.extend(_peer_growth(peer, inputs.supports(masses[0]), effort, faults) for peer in peers)
            size = f"{bodies:,} bodies"
            yield Task(f"growth-{kind}-{bodies}", f"{size} {words}", 1, tuple(timings), f"Bodies {words}", size)


def _peer_growth(peer: Peer, supports: list[Support], effort: Effort, faults: dict[str, str]) -> Timing:
    if peer.name in faults:
        return Timing(peer.name, False, None, faults[peer.name])
    fault = peer.fault(supports)
    if fault:
        faults[peer.name] = f"from {len(supports):,} bodies on {fault}"
        return Timing(peer.name, False, None, fault)
    bodies = peer.bodies(supports)
    seconds = effort.median(lambda: peer.fold(bodies), 3)
    if seconds > TOO_SLOW:
        faults[peer.name] = f"too slow from {len(supports):,} bodies on"
    return Timing(peer.name, False, seconds)
