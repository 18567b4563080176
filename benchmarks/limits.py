"""What the machine allows: the same bytes moved, as many multiplications and additions, and drawing besides."""

from __future__ import annotations

import numpy as np
from numba import njit

from benchmarks import inputs
from benchmarks.effort import Effort
from benchmarks.inputs import Floats
from benchmarks.ours import NUMBA, Kernel
from generator.aggregation import batches
from generator.model.benchmark import Task, Timing
from generator.model.scale import RANGES

MOVE, ARITHMETIC, KERNEL = "moving the same bytes", "as many operations, in the first cache", "the kernel"
DRAWS = "drawn, combined, read, Bel, Pl and K of each; public function"
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
    """10 operations on each number and round: reading costs nothing beside them, and none waits long for another."""
    for _ in range(rounds):
        for t in range(numbers.shape[0]):
            x = numbers[t]
            for _ in range(5):
                x = x * 0.999 + 0.001
            numbers[t] = x


def floors(effort: Effort) -> Task:
    """The kernel beside the machine's limits, on the inputs of the replications."""
    kernel = Kernel(inputs.ordinary(effort.batch, effort.models))
    numbers = np.linspace(0.1, 0.9, 1024)
    rounds = max(1, effort.batch * OPERATIONS // 10 // len(numbers))
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
    """Replications drawn, combined, read and reduced in the kernel."""
    ranges = [RANGES[place] for place in inputs.places(effort.models)]
    low = inputs.ordinary(1, effort.models)[0] * 0.8
    high, group = low * 1.25, list(range(effort.models))

    def draws(count: int) -> batches.Draws:
        given = (ranges, low.tolist(), high.tolist(), group, inputs.POLICY)
        return batches.draws(*given, seed=1, first=0, count=count, target=inputs.TARGET)

    found = draws(effort.draws)
    if not np.array_equal(found.belief[:50], draws(50).belief) or np.any(found.belief > found.plausibility):
        raise ArithmeticError("a draw depends on the block it is in, or Bel is above Pl")
    timing = Timing(NUMBA, True, effort.median(lambda: draws(effort.draws), 7), DRAWS)
    return Task("draws", f"{effort.draws:,} replications of {effort.models} bodies drawn", effort.draws, (timing,))
