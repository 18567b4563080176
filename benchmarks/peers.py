"""The other libraries, each told in its own words how to combine simple supports by Dempster's rule.

Every one folds a pairwise rule over its own mass functions, made beforehand, because that is what each offers.
``masses`` translates a result into {bit mask: mass}.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from benchmarks import inputs, integers
from generator.aggregation.simple_support import Support
from generator.model.benchmark import Library
from generator.model.scale import RANGES, THETA

RIGHT = 1e-9
"""Masses within this of the exact ones count as right."""
ATOMS = "abcdefg"


@dataclass(frozen=True, slots=True)
class Peer:
    """``body(mask, mass)`` makes a simple support, ``pair`` combines two mass functions."""

    name: str
    distribution: str
    body: Callable[[int, float], Any]
    pair: Callable[[Any, Any], Any]
    masses: Callable[[Any], dict[int, float]]

    def bodies(self, supports: Sequence[Support]) -> list[Any]:
        """The library's own mass functions."""
        return [self.body(inputs.mask(low, high), mass) for low, high, mass in supports]

    def fold(self, bodies: Sequence[Any]) -> Any:
        """All of them combined."""
        return reduce(self.pair, bodies)

    def fault(self, supports: Sequence[Support]) -> str:
        """Why its combination of these bodies cannot be used; empty if it is right."""
        try:
            found = self.masses(self.fold(self.bodies(supports)))
        except Exception as error:
            return f"fails: {error or type(error).__name__}"
        return wrong(found, supports)


def wrong(found: dict[int, float], supports: Sequence[Support]) -> str:
    """By how much masses are wrong, in words; empty if they are right."""
    exact = integers.combine(supports)
    off = max(abs(found.get(one.mask, 0.0) - float(exact.fraction(k))) for k, one in enumerate(RANGES))
    total = sum(value for key, value in found.items() if key)
    return "" if off <= RIGHT else f"wrong: a mass is off by {off:.2g}, and the masses sum to {total:.6g}"


def available() -> tuple[list[Peer], list[Library]]:
    """The libraries that import and combine nineteen ordinary bodies rightly, and what became of each."""
    supports, peers, libraries = inputs.supports(inputs.ordinary(1, 19)[0]), [], []
    for name, distribution, make in _ALL:
        try:
            version = importlib.metadata.version(distribution)
            found = list(make())
        except (ImportError, importlib.metadata.PackageNotFoundError):
            libraries.append(Library(name, "", "not installed"))
            continue
        for peer in found:
            fault = peer.fault(supports)
            libraries.append(Library(peer.name, version, fault or "measured"))
            if not fault:
                peers.append(peer)
    return peers, libraries


def _letters(mask: int) -> frozenset[str]:
    return frozenset(atom for bit, atom in enumerate(ATOMS) if mask >> bit & 1)


def _bits(letters: Any) -> int:
    return sum(1 << bit for bit, atom in enumerate(ATOMS) if atom in letters)


def _pybelief() -> Iterator[Peer]:
    from pybelief import MassFunction

    def body(mask: int, mass: float) -> Any:
        return MassFunction(ATOMS, {mask: mass, THETA: 1 - mass})

    yield Peer("pybelief", "pybelief", body, MassFunction.combine_dempster, MassFunction.focal_elements)


def _pyds() -> Iterator[Peer]:
    from pyds import MassFunction

    whole = frozenset(ATOMS)

    def body(mask: int, mass: float) -> Any:
        return MassFunction({_letters(mask): mass, whole: 1 - mass})

    def masses(found: Any) -> dict[int, float]:
        return {_bits(key): value for key, value in found.items()}

    yield Peer("pyds", "py-dempster-shafer", body, MassFunction.combine_conjunctive, masses)


def _evtools() -> Iterator[Peer]:
    from evtools.combinations import dempster
    from evtools.dsvector import DSVector

    frame, whole = list(ATOMS), frozenset(ATOMS)

    def body(mask: int, mass: float) -> Any:
        return DSVector.from_sparse(frame, {_letters(mask): mass, whole: 1 - mass})

    def masses(found: Any) -> dict[int, float]:
        return {_bits(key): value for key, value in found.sparse.items()}

    yield Peer("evtools-dst", "evtools-dst", body, dempster, masses)


def _evidencelib() -> Iterator[Peer]:
    from evidencelib import Frame, MassFunction

    frame = Frame.dst(list(ATOMS))

    def body(mask: int, mass: float) -> Any:
        return frame.mass({_letters(mask): mass, _letters(THETA): 1 - mass})

    def masses(found: Any) -> dict[int, float]:
        return {_bits(str(key)) if str(key) != "empty" else 0: value for key, value in found.items()}

    yield Peer("evidencelib", "evidencelib", body, MassFunction.dempster, masses)


def _dstz() -> Iterator[Peer]:
    from dstz.core.atom import Element
    from dstz.core.distribution import Evidence
    from dstz.evpiece.dual import ds_rule

    def body(mask: int, mass: float) -> Any:
        return Evidence({Element(_letters(mask)): mass, Element(_letters(THETA)): 1 - mass})

    def masses(found: Any) -> dict[int, float]:
        return {_bits(key.value): value for key, value in found.items()}

    yield Peer("dstz", "dstz", body, ds_rule, masses)


def _torchbelief() -> Iterator[Peer]:
    import torch
    from torchbelief import Frame
    from torchbelief.combine import dempster
    from torchbelief.mass import simple_support
    from torchbelief.sparse import SparseMass

    torch.set_num_threads(1)
    frame = Frame(7)

    def dense(mask: int, value: float) -> Any:
        return simple_support(frame, mask, torch.tensor(value, dtype=torch.float64))

    def masses(found: Any) -> dict[int, float]:
        return dict(enumerate(found.tolist()))

    def sparse(found: Any) -> dict[int, float]:
        return dict(zip(found.focal.tolist(), found.weight.tolist(), strict=True))

    yield Peer("torchbelief", "torchbelief", dense, lambda one, other: dempster(one, other, frame)[0], masses)
    yield Peer(
        "torchbelief, sparse",
        "torchbelief",
        lambda mask, value: SparseMass.simple_support(7, mask, value),
        lambda one, other: one.dempster(other)[0],
        sparse,
    )


def _dempster_shafer() -> Iterator[Peer]:
    from dempster_shafer import FocalSet, FrameOfDiscernment, Lattice

    frame = FrameOfDiscernment(list(ATOMS))

    def body(mask: int, mass: float) -> Any:
        return FocalSet(frame, {mask: mass, THETA: 1 - mass})

    yield Peer("dempster-shafer", "dempster-shafer", body, lambda a, b: Lattice(frame, a).combine(b), lambda m: m.bpas)


_ALL: tuple[tuple[str, str, Callable[[], Iterator[Peer]]], ...] = (
    ("pybelief", "pybelief", _pybelief),
    ("pyds", "py-dempster-shafer", _pyds),
    ("evtools-dst", "evtools-dst", _evtools),
    ("evidencelib", "evidencelib", _evidencelib),
    ("dstz", "dstz", _dstz),
    ("torchbelief", "torchbelief", _torchbelief),
    ("dempster-shafer", "dempster-shafer", _dempster_shafer),
)
