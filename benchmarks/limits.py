"""What the machine allows: the same bytes moved, as many multiplications and additions, and drawing besides."""

from __future__ import annotations

import numpy as np
from numba import njit

from benchmarks import inputs
from benchmarks.effort import Effort
from benchmarks.inputs import Floats
from benchmarks.ours import NUMBA, Kernel
from generator.aggregation import batches, kernels
from generator.model.benchmark import Task, Timing
from generator.model.scale import RANGES, IntensityRange

MOVE, ARITHMETIC, KERNEL = "moving the same bytes", "as many operations, in the first cache", "the kernel"
DRAWS, DRAWS_READ = "draw, combine, Bel, Pl and K", "the same and the reported range"
OPERATIONS = 400
"""Multiplications and additions of one combination of 19 bodies, about."""


@njit(error_model="numpy")
def _move(mass: Floats, out: Floats, conflict: Floats, kept: Floats) -> None:
    n = mass.shape[1]
    for row in range(mass.shape[0]):
        into, source = out[row], mass[row]
        for k in range(n):
            into[k] = source[k]
        for k in range(28 - n):
            into[n + k] = source[k]
        conflict[row], kept[row] = source[0], source[1]


@njit(error_model="numpy")
def _multiply_add(numbers: Floats, rounds: int) -> None:
    """40 operations on each number and round: enough for each that is read that reading costs nothing."""
    for _ in range(rounds):
        for t in range(numbers.shape[0]):
            x = numbers[t]
            for _ in range(20):
                x = x * 0.999 + 0.001
            numbers[t] = x


def floors(effort: Effort) -> Task:
    """The kernel beside the machine's limits, on the inputs of the replications."""
    kernel = Kernel(inputs.ordinary(effort.batch, effort.models))
    numbers = np.linspace(0.1, 0.9, 1024)
    rounds = max(1, effort.batch * OPERATIONS // 40 // len(numbers))
    return Task(
        "floor",
        f"The machine's floor for {effort.batch:,} replications",
        effort.batch,
        (
            Timing(KERNEL, True, effort.median(kernel)),
            Timing(
                MOVE, False, effort.median(lambda: _move(kernel.masses, kernel.out, kernel.conflict, kernel.kept)),
                f"{effort.models} numbers read, 30 written",
            ),
            Timing(
                ARITHMETIC, False, effort.median(lambda: _multiply_add(numbers, rounds)),
                f"{OPERATIONS} multiplications and additions",
            ),
        ),
    )  # fmt: skip


def drawing(effort: Effort) -> Task:
    """Replications drawn, combined and reduced in the kernel."""
    ranges = [RANGES[place] for place in inputs.places(effort.models)]
    low = inputs.ordinary(1, effort.models)[0] * 0.8
    high, group = low * 1.25, list(range(effort.models))

    def public() -> batches.Draws:
        return _draws(ranges, low, high, group, effort.draws)

    read = public()
    kernel = _Draws(ranges, low, high, group, effort.draws)
    kernel()
    if not (np.array_equal(read.belief, kernel.belief) and np.all(read.belief <= read.plausibility)):
        raise ArithmeticError("draws with and without reading differ")
    timings = (
        Timing(DRAWS, True, effort.median(kernel, 7), f"{NUMBA}, kernel called directly"),
        Timing(DRAWS_READ, True, effort.median(public, 7), f"{NUMBA}, public function"),
    )
    return Task("draws", f"{effort.draws:,} replications of {effort.models} bodies", effort.draws, timings)


def _draws(
    ranges: list[IntensityRange], low: Floats, high: Floats, group: list[int], count: int, first: int = 0
) -> batches.Draws:
    return batches.draws(
        ranges,
        low.tolist(),
        high.tolist(),
        group,
        inputs.POLICY,
        seed=1,
        first=first,
        count=count,
        target=inputs.TARGET,
    )


class _Draws:
    """The kernel that draws, without reading the reported range."""

    def __init__(self, ranges: list[IntensityRange], low: Floats, high: Floats, group: list[int], count: int) -> None:
        places = np.array([RANGES.index(one) for one in ranges])
        target = inputs.TARGET.mask
        inside = np.array([float(one.mask & ~target == 0) for one in RANGES])
        meeting = np.array([float(one.mask & target != 0) for one in RANGES])
        self.belief = np.empty(count)
        self.given = (places, np.unique(places), low, high - low, np.array(group), 1, 0, -1, 0.75, 1e-12, 1e-250)
        self.taken = (
            inside, meeting, np.empty(count, dtype=np.int8), self.belief,
            np.empty(count), np.empty(count), np.empty(count),
        )  # fmt: skip

    def __call__(self) -> None:
        kernels.draws(*self.given, *self.taken)
