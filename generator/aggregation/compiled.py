"""How functions are compiled: the only place that imports numba.

With ``NUMBA_DISABLE_JIT=1`` everything runs as plain Python, as a test does.
"""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Callable, Sequence
from typing import Any

from llvmlite import ir
from numba import config, njit, prange, types
from numba.core import cgutils
from numba.core.errors import TypingError
from numba.extending import intrinsic

from generator.aggregation.lanes import LANES, Lanes

__all__ = ["compiled", "inlined", "inner", "parallel", "prange", "vectorised"]

_SOURCES = ("simple_support", "scaled", "lanes", "loops", "compiled", "blocks", "kernels")
# numba renews a cached kernel when its own file changes, not when another does: each state of all has its own folder.
_STATE = hashlib.sha256(b"".join(pkgutil.get_data(__package__, f"{name}.py") or b"" for name in _SOURCES))
_FOLDER = __file__.replace("\\", "/").rsplit("/", 3)[0] + "/.cache/numba"
config.CACHE_DIR = f"{config.CACHE_DIR or _FOLDER}/{_STATE.hexdigest()[:16]}"  # type: ignore[attr-defined]

compiled: Callable[..., Any] = njit(cache=True, nogil=True, error_model="numpy")
# Called by compiled functions only, and kept with them.
_WITHIN: dict[str, Any] = {"nogil": True, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
inner: Callable[..., Any] = njit(error_model="numpy", **_WITHIN)
inlined: Callable[..., Any] = njit(nogil=True, error_model="numpy", forceinline=True)
parallel: Callable[..., Any] = njit(cache=True, nogil=True, parallel=True, error_model="numpy")

_NUMBERS = ir.VectorType(ir.DoubleType(), LANES)
_PAIR = ir.VectorType(ir.DoubleType(), 2)
_INDEX = ir.IntType(64)


def _constant(number: float) -> ir.Constant:
    return ir.Constant(_NUMBERS, [float(number)] * LANES)


class _Symbol:
    """A number for each lane: operators write down vector instructions, but for sums with 0 and products with 0 or 1.

    Only products of what is known to be finite are multiplied by 0 here.
    """

    def __init__(self, builder: ir.IRBuilder, value: ir.Value) -> None:
        self.builder, self.value = builder, value

    def _with(self, other: Any) -> ir.Value:
        return other.value if isinstance(other, _Symbol) else _constant(other)

    def _new(self, value: ir.Value) -> _Symbol:
        return _Symbol(self.builder, value)

    def __add__(self, other: Any) -> _Symbol:
        if not isinstance(other, _Symbol) and other == 0:
            return self
        return self._new(self.builder.fadd(self.value, self._with(other)))

    def __sub__(self, other: Any) -> _Symbol:
        return self._new(self.builder.fsub(self.value, self._with(other)))

    def __rsub__(self, other: float) -> _Symbol:
        return self._new(self.builder.fsub(self._with(other), self.value))

    def __mul__(self, other: Any) -> Any:
        if not isinstance(other, _Symbol) and other in (0, 1):
            return self if other == 1 else other
        return self._new(self.builder.fmul(self.value, self._with(other)))

    __radd__, __rmul__ = __add__, __mul__

    def __rtruediv__(self, other: float) -> _Symbol:
        return self._new(self.builder.fdiv(self._with(other), self.value))

    def __lt__(self, other: Any) -> _Symbol:
        return self._new(self.builder.fcmp_ordered("<", self.value, self._with(other)))

    def __gt__(self, other: Any) -> _Symbol:
        return self._new(self.builder.fcmp_ordered(">", self.value, self._with(other)))

    def __ge__(self, other: Any) -> _Symbol:
        return self._new(self.builder.fcmp_ordered(">=", self.value, self._with(other)))

    def __and__(self, other: _Symbol) -> _Symbol:
        return self._new(self.builder.and_(self.value, other.value))


class _SymbolicLanes:
    """What ``Lanes`` is for numbers, for symbols: ``data`` from index ``at`` on."""

    def __init__(self, builder: ir.IRBuilder, data: ir.Value, at: ir.Value) -> None:
        self._builder, self._data, self._at = builder, data, at

    def _place(self, index: Any) -> ir.Value:
        beyond = index if isinstance(index, ir.Value) else ir.Constant(_INDEX, index)
        return self._builder.gep(self._data, [self._builder.add(self._at, beyond)])

    def _slot(self, slot: int) -> ir.Value:
        return self._builder.bitcast(self._place(slot * LANES), _NUMBERS.as_pointer())

    def _as_symbol(self, number: Any) -> _Symbol:
        return number if isinstance(number, _Symbol) else _Symbol(self._builder, _constant(number))

    def _spread(self, numbers: Sequence[ir.Value]) -> _Symbol:
        vector: ir.Value = ir.Constant(_NUMBERS, ir.Undefined)
        for lane, number in enumerate(numbers):
            vector = self._builder.insert_element(vector, number, ir.Constant(ir.IntType(32), lane))
        return _Symbol(self._builder, vector)

    def slot(self, slot: int) -> _Symbol:
        return _Symbol(self._builder, self._builder.load(self._slot(slot), align=8))

    def fill(self, slot: int, value: Any) -> None:
        self._builder.store(self._as_symbol(value).value, self._slot(slot), align=8)

    def each(self, index: int) -> _Symbol:
        return self._spread([self._builder.load(self._place(index))] * LANES)

    def down(self, index: ir.Value, width: ir.Value) -> _Symbol:
        steps = (self._builder.mul(width, ir.Constant(_INDEX, lane)) for lane in range(LANES))
        return self._spread([self._builder.load(self._place(self._builder.add(index, step))) for step in steps])

    def whole(self, index: ir.Value) -> ir.Value:
        return self._builder.load(self._place(index))

    def rows(self, values: Sequence[_Symbol]) -> None:
        """In pairs of columns: pairs of numbers never straddle two lines of the cache where arrays begin even."""
        for column in range(0, len(values), 2):
            one, other = (value.value for value in values[column : column + 2])
            for even in range(2):
                # Lanes 0 and 2, or 1 and 3, at once: so a vector is taken apart most cheaply.
                both = self._shuffle(one, other, *(k + even for k in (0, LANES, 2, LANES + 2)))
                for half in range(2):
                    lane = even + 2 * half
                    place = self._builder.bitcast(self._place(lane * len(values) + column), _PAIR.as_pointer())
                    self._builder.store(self._shuffle(both, both, 2 * half, 2 * half + 1), place, align=8)

    def _shuffle(self, one: ir.Value, other: ir.Value, *numbers: int) -> ir.Value:
        chosen = ir.Constant(ir.VectorType(ir.IntType(32), len(numbers)), list(numbers))
        return self._builder.shuffle_vector(one, other, chosen)

    def fold(self, first: ir.Value, last: ir.Value, start: Sequence[float], more: Callable[..., Any]) -> list[_Symbol]:
        held = [cgutils.alloca_once_value(self._builder, _constant(value)) for value in start]
        for pointer, value in zip(held, start, strict=True):
            self._builder.store(_constant(value), pointer)
        with cgutils.for_range_slice(self._builder, first, last, ir.Constant(_INDEX, 1)) as (k, _):
            values = more(k, *(_Symbol(self._builder, self._builder.load(pointer)) for pointer in held))
            for pointer, value in zip(held, values, strict=True):
                self._builder.store(value.value, pointer)
        return [_Symbol(self._builder, self._builder.load(pointer)) for pointer in held]

    def choose(self, condition: _Symbol, one: Any, other: Any) -> _Symbol:
        chosen = (self._as_symbol(value).value for value in (one, other))
        return _Symbol(self._builder, self._builder.select(condition.value, *chosen))

    def anywhere(self, condition: _Symbol) -> ir.Value:
        bits = self._builder.bitcast(condition.value, ir.IntType(LANES))
        return self._builder.icmp_unsigned("!=", bits, ir.Constant(bits.type, 0))


def _align_stack(attributes: Any) -> None:
    """Else what does not fit into registers may straddle lines of the cache, at the whim of the caller's stack."""
    if "alwaysinline" not in attributes:
        attributes.alignstack = 8 * LANES
        attributes.add("noinline")


def vectorised(step: Callable[..., Any], arrays: int, *, answers: bool = False) -> Callable[..., Any]:
    """A step of ``lanes`` as a function of ``arrays`` times an array and an index, then of whole numbers.

    ``answers`` says that it gives true or false.
    """
    if config.DISABLE_JIT:  # type: ignore[attr-defined]

        def run(*given: Any) -> Any:
            lanes = [Lanes(given[2 * k], int(given[2 * k + 1])) for k in range(arrays)]
            return step(*lanes, *given[2 * arrays :])

        return run

    def intrinsic_step(typing: Any, *given: Any) -> Any:
        if any(array.layout != "C" for array in given[: 2 * arrays : 2]):
            raise TypingError("a step takes arrays whose rows follow each other")

        def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:
            _align_stack(builder.function.attributes)
            (pack,), (packed,) = signature.args, values
            found = cgutils.unpack_tuple(builder, packed)
            lanes = []
            for k in range(arrays):
                data = context.make_array(pack[2 * k])(context, builder, found[2 * k]).data
                lanes.append(_SymbolicLanes(builder, data, found[2 * k + 1]))
            answer = step(*lanes, *found[2 * arrays :])
            return answer if answers else context.get_dummy_value()

        whole = [types.intp] * (len(given) - 2 * arrays)
        pairs = [one for array in given[: 2 * arrays : 2] for one in (array, types.intp)]
        return (types.boolean if answers else types.void)(types.StarArgTuple([*pairs, *whole])), generate

    return intrinsic(intrinsic_step)
