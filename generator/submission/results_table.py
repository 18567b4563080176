"""Lines of results as people type them into a form: ``evidence model | effect | baseline | treated | unit | where``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.number_hints import nearly_number
from generator.intake.schema.refusing import is_id
from generator.intake.wording import listing, quoted, suggestion
from generator.model.rules import MethodRules
from generator.submission.plain_text import one_line, slug
from generator.submission.record import Result
from generator.submission.yaml_text import is_number

COLUMNS = ("evidence model", "effect", "baseline", "treated", "unit", "where")
HEADER = " | ".join(COLUMNS)
MOST_ROWS = 200
LONGEST_CELL = 300
_RULE = re.compile(r"[\s|:-]*")


def read_results(text: str, rules: MethodRules) -> tuple[tuple[Result, ...], tuple[str, ...]]:
    """The lines that name a configuration and a known effect, and a sentence about everything that was left out."""
    results: list[Result] = []
    left_out: list[str] = []
    units: dict[tuple[str, str], str] = {}
    for cells in _rows(text):
        if len(results) == MOST_ROWS:
            left_out.append(f"Results after the first {MOST_ROWS} lines: add them by hand.")
            break
        result, sentences = _result(cells, rules)
        left_out.extend(sentences)
        if result is None:
            continue
        if units.setdefault((result.model, result.effect), result.unit) != result.unit:
            left_out.append(f"{_echo(cells)}: all pairs of an effect have one unit; convert this line and add it.")
        else:
            results.append(result)
    return tuple(results), tuple(left_out)


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if _RULE.fullmatch(line) or line.strip().startswith("```"):
            continue
        cells = [one_line(cell, LONGEST_CELL) for cell in line.strip().strip("|").split("|")]
        if [cell.lower() for cell in cells] != list(COLUMNS):
            yield cells


def _result(cells: list[str], rules: MethodRules) -> tuple[Result | None, list[str]]:
    name, told_effect, baseline, treated, told_unit, where, *_ = [*cells, *("",) * len(COLUMNS)]
    if len(cells) < 4 or (len(cells) < len(COLUMNS) and not _may_be_numbers(baseline, treated)):
        told = f"a line of results has {len(COLUMNS)} parts with | between them, and this has {len(cells)}"
        return None, [f"{_echo(cells)}: {told}: {HEADER}."]
    effect = _effect(told_effect, rules)
    if not effect:
        hint = suggestion(told_effect, [one.id for one in rules.effects])
        return None, [_sentence(cells, f"{quoted(told_effect)} is no effect of this review", hint)]
    unit = _unit(told_unit, effect, rules)
    if told_unit and not unit:
        what = (
            f"{quoted(told_unit)} is no unit of this effect, which is given in {listing(_units(effect, rules), 'or')}"
        )
        return None, [_sentence(cells, what, "convert the values and add the line")]
    sentences = [
        _sentence(cells, f"{quoted(cell)} is no plain number", nearly_number(cell))
        for cell in (baseline, treated)
        if cell and not is_number(cell)
    ]
    model = slug(name)
    numbers = [cell if is_number(cell) else "" for cell in (baseline, treated)]
    return Result(model if is_id(model) else "", effect, unit, numbers[0], numbers[1], where), sentences


def _may_be_numbers(*cells: str) -> bool:
    """Whether none of these parts is a word: then a part is missing before it."""
    return all(not cell or any(character.isdigit() for character in cell) for cell in cells)


def _sentence(cells: list[str], what: str, hint: str) -> str:
    whole = f"{_echo(cells)}: {what}{hint and f'; {hint}'}"
    return whole if whole.endswith("?") else f"{whole}."


def _effect(told: str, rules: MethodRules) -> str:
    wanted = told.casefold()
    known = {name.casefold(): one.id for one in rules.effects for name in (one.title, one.id)}
    return known.get(wanted) or known.get(slug(told).replace("-", "_")) or known.get(slug(told)) or ""


def _unit(told: str, effect: str, rules: MethodRules) -> str:
    units = [rules.unit(unit) for unit in _units(effect, rules)]
    known = {name.casefold(): unit.id for unit in reversed(units) for name in (unit.symbol, unit.id) if name}
    exact = {name: unit.id for unit in reversed(units) for name in (unit.symbol, unit.id) if name}
    return exact.get(told) or known.get(told.casefold()) or ""


def _units(effect: str, rules: MethodRules) -> list[str]:
    return [unit for metric in rules.effect(effect).metrics for unit in rules.metric(metric).units]


def _echo(cells: list[str]) -> str:
    return quoted(" | ".join(cells))
