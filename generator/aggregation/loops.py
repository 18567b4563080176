"""The inner loops of the kernels, as ordinary functions of arrays: nothing here needs numba, all of it suits it.

Combining simple supports works on blocks of ``LANES`` replications at a time, in one flat array of slots: a slot holds
one quantity (``w`` of a range, a mass …) for every replication of the block. Slots lie at a constant stride, and the
functions for one column or row of the table of ranges are made with their indices as constants: only so does a
compiler see that slots never overlap, and computes several replications with one instruction.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LANES = 16
STRIDE = LANES + 8
"""Not a power of two: slots must not fall on the same lines of the cache."""

# Slots. W and S hold 28 ranges each; MASS starts as "some range from below ends here" and is overwritten by the mass.
W, S, MASS = 0, 28, 56
BEFORE, SOME_BEFORE, AFTER = 84, 91, 98
NONE_ENDS, SOME_ENDS, ABOVE, KEPT, CONFLICT = 105, 106, 107, 108, 109
SLOTS = 110

Block = Callable[[Floats], None]


SMALLEST = 1e-250
"""As ``simple_support.SMALLEST_KEPT``: below it doubles no longer hold every product."""
LEAST = -2000
"""Shifting a double by so many binary places leaves nothing."""


def first_place(i: int) -> int:
    """Place of the range [i, i] in the order of ``RANGES``."""
    return i * 7 - i * (i - 1) // 2


def column_of(j: int) -> Block:
    """For ranges that end at level j: is one active from below each i; does one end here; does one end before."""

    def column(block: Floats) -> None:
        for t in range(LANES):
            none, some = 1.0, 0.0
            for i in range(j + 1):
                place = i * 7 - i * (i - 1) // 2 + j - i
                block[(MASS + place) * STRIDE + t] = some
                some += none * block[(S + place) * STRIDE + t]
                none *= block[(W + place) * STRIDE + t]
            none_ends, some_ends = block[NONE_ENDS * STRIDE + t], block[SOME_ENDS * STRIDE + t]
            block[(BEFORE + j) * STRIDE + t] = none_ends
            block[(SOME_BEFORE + j) * STRIDE + t] = some_ends
            block[(AFTER + j) * STRIDE + t] = 1.0
            block[NONE_ENDS * STRIDE + t] = none_ends * none
            block[SOME_ENDS * STRIDE + t] = some_ends + none_ends * some

    return column


def row_of(i: int) -> Block:
    """For ranges that start at level i: their masses, and the conflict whose highest lower end is i."""
    first = first_place(i) - i

    def row(block: Floats) -> None:
        for t in range(LANES):
            none, some, kept = 1.0, 0.0, block[KEPT * STRIDE + t]
            for k in range(7 - i):
                j = 6 - k
                place = first + j
                w, s = block[(W + place) * STRIDE + t], block[(S + place) * STRIDE + t]
                bounded = w
                if i > 0:
                    bounded *= some
                if j < 6:
                    bounded *= block[(MASS + place) * STRIDE + t]
                after = block[(AFTER + j) * STRIDE + t]
                mass = block[(BEFORE + j) * STRIDE + t] * after * (s + bounded)
                block[(MASS + place) * STRIDE + t] = mass
                kept += mass
                some += none * s
                none *= w
                block[(AFTER + j) * STRIDE + t] = after * none
            for j in range(i):
                block[(AFTER + j) * STRIDE + t] *= none
            above = block[ABOVE * STRIDE + t]
            block[CONFLICT * STRIDE + t] += above * some * block[(SOME_BEFORE + i) * STRIDE + t]
            block[ABOVE * STRIDE + t] = above * none
            block[KEPT * STRIDE + t] = kept

    return row


SINGLES = (0, 7, 13, 18, 22, 25, 27)
"""Places of the seven single levels in ``RANGES``; a pair stands right behind its lower level."""


def evidence_factory(masses: Floats, share: float, tolerance: float) -> int:
    """Place of the reported range in ``RANGES``, −1 for none: the policy of that name in ``reading``.

    ``masses`` (28,) are normalised; those wider than two levels are not looked at.
    """
    top, pair_top = 0.0, 0.0
    for i in range(7):
        top = max(top, masses[SINGLES[i]])
    for i in range(6):
        low, direct, high = masses[SINGLES[i]], masses[SINGLES[i] + 1], masses[SINGLES[i + 1]]
        pair = low + high + direct
        if direct > 0.0 and max(low, high) < share * pair - tolerance:
            pair_top = max(pair_top, pair)
    if top <= 0.0 and pair_top <= 0.0:
        return -1
    if pair_top <= top + tolerance:
        for i in range(7):
            if masses[SINGLES[i]] > 0.0 and masses[SINGLES[i]] >= max(top, pair_top) - tolerance:
                return SINGLES[i]
    for i in range(6):
        low, direct, high = masses[SINGLES[i]], masses[SINGLES[i] + 1], masses[SINGLES[i + 1]]
        pair = low + high + direct
        if direct > 0.0 and max(low, high) < share * pair - tolerance and pair >= pair_top - tolerance:
            return SINGLES[i] + 1
    return -1


def belief(masses: Floats, low: int, high: int) -> float:
    """Bel of the range [low, high]."""
    total = 0.0
    for i in range(low, high + 1):
        for j in range(i, high + 1):
            total += masses[i * 7 - i * (i - 1) // 2 + j - i]
    return total


def santos_2015_with(belief: Callable[[Floats, int, int], float]) -> Callable[[Floats, float, float], int]:
    """The same for the policy of that name, with ``belief`` as above or compiled."""

    def santos_2015(masses: Floats, share: float, tolerance: float) -> int:
        low, high = 0, 3
        here, other = belief(masses, 0, 3), belief(masses, 3, 6)
        if other > here + tolerance:
            low, high, here = 3, 6, other
        if here <= 0.0:
            return -1
        while low < high:
            left, right = belief(masses, low, high - 1), belief(masses, low + 1, high)
            if max(left, right) < share * here - tolerance:
                break
            if left >= right - tolerance:
                high, here = high - 1, left
            else:
                low, here = low + 1, right
        return low * 7 - low * (low - 1) // 2 + high - low

    return santos_2015


def pairwise(masses: Floats) -> tuple[Floats, float, float, bool]:
    """Dempster's rule row by row over (n, 128) masses, normalised at each step by what is kept.

    Every mass is held as mantissa · 2**exponent, so that none is lost however small: what is negligible now may be
    all that later evidence leaves. Returns the (128,) masses, K of the last step, the total conflict 1 − Π(1 − K), and
    whether anything is left (if not, the first two are meaningless).
    """
    mantissa, exponent = np.zeros(128), np.zeros(128, dtype=np.int64)
    mantissa[127] = 1.0
    last, total = 0.0, 0.0
    for row in range(masses.shape[0]):
        product, power = np.zeros(128), np.zeros(128, dtype=np.int64)
        for other in np.flatnonzero(masses[row]):
            fine, lift = math.frexp(masses[row, other])
            for one in np.flatnonzero(mantissa):
                here, shift, both = mantissa[one] * fine, exponent[one] + lift, one & other
                if shift > power[both] or product[both] == 0.0:
                    product[both] = here + math.ldexp(product[both], max(power[both] - shift, LEAST))
                    power[both] = shift
                else:
                    product[both] += math.ldexp(here, max(shift - power[both], LEAST))
        left = np.flatnonzero(product[1:]) + 1
        if left.shape[0] == 0:
            return mantissa, 1.0, 1.0, False
        most, kept = power[left].max(), 0.0
        for mask in left:
            kept += math.ldexp(product[mask], max(power[mask] - most, LEAST))
        last = 0.0
        if product[0] > 0.0:
            last = 1.0 / (1.0 + math.ldexp(kept / product[0], min(max(most - power[0], LEAST), 1000)))
        total += (1.0 - total) * last
        mantissa[:] = 0.0
        for mask in left:
            mantissa[mask], grown = math.frexp(product[mask] / kept)
            exponent[mask] = grown + power[mask] - most
    for place in range(128):
        mantissa[place] = math.ldexp(mantissa[place], max(exponent[place], LEAST))
    return mantissa, last, total, True


def uniform(seed: int, replication: int, group: int) -> float:
    """A number in [0, 1) that depends on nothing but its three arguments (SplitMix64 as a hash of a counter)."""
    mixed = (
        np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15) + (np.uint64(replication) << np.uint64(20)) + np.uint64(group)
    )
    mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return float(mixed >> np.uint64(11)) * 2.0**-53


def new_block(bodies: int) -> Floats:
    """A block in which no range is active, with room behind it for the masses of ``bodies`` bodies of evidence."""
    block = np.empty((SLOTS + bodies) * STRIDE)
    block[: S * STRIDE] = 1.0
    block[S * STRIDE : MASS * STRIDE] = 0.0
    return block


def forget(block: Floats, distinct: Integers) -> None:
    for place in distinct:
        w, s = block[place * STRIDE :], block[(S + place) * STRIDE :]
        for t in range(LANES):
            w[t], s[t] = 1.0, 0.0


def merge(block: Floats, places: Integers) -> None:
    """Add the bodies whose masses stand behind the slots to W and S of their ranges."""
    for k in range(places.shape[0]):
        first, place = (SLOTS + k) * STRIDE, places[k]
        w, s = (
            block[place * STRIDE : place * STRIDE + LANES],
            block[(S + place) * STRIDE : (S + place) * STRIDE + LANES],
        )
        b = block[first : first + LANES]
        for t in range(b.shape[0]):  # A length the compiler does not know keeps it from unrolling into scalars.
            s[t] += w[t] * b[t]
            w[t] *= 1.0 - b[t]


def merge_few(block: Floats, places: Integers, mass: Floats) -> None:
    """Merge a few rows of masses lane by lane: cheaper than filling a block with them."""
    for t in range(mass.shape[0]):
        row, w, s = mass[t], block[t:], block[S * STRIDE + t :]
        for k in range(row.shape[0]):
            at, b = places[k] * STRIDE, row[k]
            s[at] += w[at] * b
            w[at] *= 1.0 - b


def take(block: Floats, mass: Floats) -> None:
    """Put up to ``LANES`` rows of masses behind the slots, one body in each slot."""
    behind = block[SLOTS * STRIDE :]
    for t in range(mass.shape[0]):
        row, lane = mass[t], behind[t:]
        for k in range(row.shape[0]):
            lane[k * STRIDE] = row[k]


def give(block: Floats, out: Floats, conflict: Floats, kept: Floats) -> None:
    """Write normalised masses, conflict and kept mass of the first ``len(out)`` replications of a block."""
    for t in range(out.shape[0]):
        row, lane = out[t], block[MASS * STRIDE + t :]
        kept[t], conflict[t] = block[KEPT * STRIDE + t], block[CONFLICT * STRIDE + t]
        # The mass on Θ is the product of all w: where it underflows, other masses may have too.
        if lane[6 * STRIDE] < SMALLEST:
            kept[t] = 0.0
        share = 1.0 / kept[t]
        for place in range(28):
            row[place] = lane[place * STRIDE] * share


def load(block: Floats, low_w: Floats, low_s: Floats, w: Floats, s: Floats) -> None:
    """Merge the 16 subsets of the first four units with one subset (w, s) of the others."""
    for place in range(28):
        into_w, into_s = block[place * STRIDE : place * STRIDE + LANES], block[(S + place) * STRIDE :][:LANES]
        from_w, from_s = low_w[place], low_s[place]
        above_w, above_s = w[place], s[place]
        for t in range(from_w.shape[0]):
            into_w[t] = from_w[t] * above_w
            into_s[t] = above_s + above_w * from_s[t]


def restack(stack_w: Floats, stack_s: Floats, w: Floats, s: Floats, high: int, first: int) -> None:
    """Depth d of the stack merges the d highest units of subset ``high``; renew it from depth ``first`` on."""
    depth = stack_w.shape[0] - 1
    for d in range(first, depth):
        unit = depth - 1 - d
        for place in range(28):
            stack_w[d + 1, place], stack_s[d + 1, place] = stack_w[d, place], stack_s[d, place]
            if high >> unit & 1:
                stack_s[d + 1, place] += stack_w[d, place] * s[unit + 4, place]
                stack_w[d + 1, place] *= w[unit + 4, place]
