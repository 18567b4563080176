"""The worked example of the method page, as published: numbers to read, with nothing computed.

Santos's doctoral thesis (2015), tables 5 and 6, as later works describe it: two ranges, then a level.
"""

from __future__ import annotations

from generator.model.scale import Intensity, IntensityRange
from generator.views.table import Cell, Column, Table

_PO, _SP = IntensityRange.of(Intensity.PO), IntensityRange.of(Intensity.SP)
_PO_SP, _WP_PO = IntensityRange(Intensity.PO, Intensity.SP), IntensityRange(Intensity.WP, Intensity.PO)


def _first_step() -> Table:
    columns = (Column("First × second"), Column("WP–PO, 0.4", numeric=True), Column("Θ, 0.6", numeric=True))
    rows = (
        (Cell("PO–SP, 0.65"), Cell("PO: 0.26"), Cell("PO–SP: 0.39")),
        (Cell("Θ, 0.35"), Cell("WP–PO: 0.14"), Cell("Θ: 0.21")),
    )
    return Table("Step 1: every product goes to what its two ranges share", columns, rows)


def _second_step() -> Table:
    columns = (Column("So far × third"), Column("SP, 0.9", numeric=True), Column("Θ, 0.1", numeric=True))
    rows = (
        (Cell("PO, 0.26"), Cell("nothing in common: 0.234"), Cell("PO: 0.026")),
        (Cell("PO–SP, 0.39"), Cell("SP: 0.351"), Cell("PO–SP: 0.039")),
        (Cell("WP–PO, 0.14"), Cell("nothing in common: 0.126"), Cell("WP–PO: 0.014")),
        (Cell("Θ, 0.21"), Cell("SP: 0.189"), Cell("Θ: 0.021")),
    )
    return Table("Step 2: two products contradict each other", columns, rows)


def _result() -> Table:
    columns = (
        Column("Range"),
        Column("Kept", numeric=True),
        Column("Mass", "What is kept, divided by 0.64", numeric=True),
        Column("Belief", numeric=True),
        Column("Plausibility", numeric=True),
    )
    rows = (
        (Cell("", range=_SP), Cell("0.540"), Cell("0.84375"), Cell("0.84375"), Cell("0.9375")),
        (Cell("", range=_PO), Cell("0.026"), Cell("0.040625"), Cell("0.040625"), Cell("0.15625")),
        (Cell("", range=_PO_SP), Cell("0.039"), Cell("0.0609375"), Cell("0.9453125"), Cell("1")),
        (Cell("", range=_WP_PO), Cell("0.014"), Cell("0.021875"), Cell("0.0625"), Cell("0.15625")),
        (Cell("Θ"), Cell("0.021"), Cell("0.0328125"), Cell("1"), Cell("1")),
    )
    return Table("The result", columns, rows)


def _probabilities() -> Table:
    columns = (Column("Level"), Column("Pignistic probability", numeric=True))
    rows = (
        (Cell("SN, NE, WN and IF, each"), Cell("0.0046875")),
        (Cell("WP"), Cell("0.015625")),
        (Cell("PO"), Cell("0.08671875")),
        (Cell("SP"), Cell("0.87890625")),
    )
    return Table("The same as a probability for each level", columns, rows)


TABLES: dict[str, Table] = {
    "first": _first_step(),
    "second": _second_step(),
    "result": _result(),
    "probabilities": _probabilities(),
}
