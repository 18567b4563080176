"""The map of what has been measured: a row per technique or context, a column per effect, and the evidence below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.coverage import TECHNIQUE, CoverageMap, CoverageRow
from generator.model.review import Review
from generator.model.rules import Effect, Family
from generator.model.scale import IntensityRange
from generator.model.synthesis import EffectSynthesis
from generator.views import addresses
from generator.views.axes import axis_title, axis_values, value_title
from generator.views.names import slug, study_name
from generator.views.rounding import belief_text, count_text, percent_text
from generator.views.table import Cell, Column, Table
from generator.views.words import in_sentence

MOST_LISTED = 600
"""How much evidence a page lists below its map; of more, only the first of each cell."""
MOST_NAMED = 4
"""How many effects a sentence names; the map shows them all."""
EVIDENCE = (
    Column("Evidence model"),
    Column("Effect"),
    Column("Improvement", "Mean, in percent of the baseline; positive is better", numeric=True),
    Column("Range", "What this evidence model alone says", term="range"),
    Column("Belief value", "Before combining, 0 to 1", numeric=True, term="belief-value"),
    Column("Study"),
)


@dataclass(frozen=True, slots=True)
class GapCell:
    """What a row's evidence says about an effect. ``strength`` is ``none``, ``one`` (a single study) or ``more``;
    ``models`` and ``studies`` count, ``anchor`` leads to the evidence, empty if there is none; ``words`` say it all."""

    effect: str
    strength: str
    models: int
    studies: int
    range: IntensityRange | None
    belief: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """A row. ``technique`` is the id that a new study may be asked for, None where the row names none."""

    anchor: str
    title: str
    full_title: str
    technique: str | None
    size: str
    cells: tuple[GapCell, ...]
    evidence: Table


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Rows of one technique (``title`` is empty where rows are not grouped), and which values no row has, in words
    (empty if there are none) and by title."""

    title: str
    rows: tuple[GapRow, ...]
    lacking: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapMap:
    """``columns`` are the effects by family; ``cells`` counts all cells, ``empty`` and ``single`` the weak ones."""

    title: str
    sentence: str
    best: str
    least: str
    axis: str
    columns: tuple[tuple[Family, tuple[Effect, ...]], ...]
    groups: tuple[GapGroup, ...]
    cells: int
    empty: int
    single: int


def gap_map(review: Review, found: CoverageMap) -> GapMap:
    """The map of one layout."""
    groups = tuple(_groups(review, found, listed_of(found)))
    rows = [row for group in groups for row in group.rows]
    cells = [cell for row in rows for cell in row.cells]
    empty = sum(cell.strength == "none" for cell in cells)
    single = sum(cell.strength == "one" for cell in cells)
    axis = axis_title(review, found.axes[-1])
    return GapMap(
        title=" and ".join((axis_title(review, found.axes[0]), *(in_sentence(axis) for _ in found.axes[1:]))),
        sentence=_sentence([in_sentence(axis_title(review, one)) for one in found.axes], len(cells), empty, single),
        best=_best(review, rows),
        least=_least(review, rows),
        axis=axis,
        columns=_columns(review),
        groups=groups,
        cells=len(cells),
        empty=empty,
        single=single,
    )


def _columns(review: Review) -> tuple[tuple[Family, tuple[Effect, ...]], ...]:
    families = ((f, tuple(e for e in review.rules.effects if e.family == f.id)) for f in review.rules.families)
    return tuple((family, effects) for family, effects in families if effects)


def listed_of(found: CoverageMap) -> int | None:
    """How many evidence models of a cell a map lists; None for all of them."""
    pieces = [len(one.evidence) for row in found.rows for one in row.conclusions]
    return None if sum(pieces) <= MOST_LISTED else max(1, MOST_LISTED // len(pieces))


def _groups(review: Review, found: CoverageMap, listed: int | None) -> Iterator[GapGroup]:
    crossed = len(found.axes) > 1
    for first, members in groupby(found.rows, key=lambda row: row.values[0] if crossed else None):
        rows = tuple(members)
        taken = {row.values[-1] for row in rows}
        missing = [value for value in axis_values(review, found.axes[-1]) if value not in taken]
        title = value_title(review, found.axes[0], first) if crossed else ""
        yield GapGroup(
            title,
            tuple(_row(review, found, row, listed) for row in rows),
            _lacking(title, len(missing), axis_title(review, found.axes[-1])),
            tuple(value_title(review, found.axes[-1], value) for value in missing),
        )


def _lacking(technique: str, count: int, axis: str) -> str:
    """``Pair review: 3 further values of “Size of the team” have no evidence model``."""
    if not count:
        return ""
    words = f"{count_text(count, 'further value')} of “{axis}” {'has' if count == 1 else 'have'} no evidence model"
    return f"{technique}: {words}" if technique else words[:1].upper() + words[1:]


def _row(review: Review, found: CoverageMap, row: CoverageRow, listed: int | None) -> GapRow:
    titles = [value_title(review, axis, value) for axis, value in zip(found.axes, row.values, strict=True)]
    anchor = "-".join(value or "not-known" for value in row.values)
    effects = (effect for _, effects in _columns(review) for effect in effects)
    cells = tuple(_cell(effect, row.about(effect.id), anchor, ", ".join(titles)) for effect in effects)
    studies = {model.partition("/")[0] for model in row.evidence_models}
    size = (
        f"{count_text(len(row.evidence_models), 'evidence model')} from {count_text(len(studies), 'study', 'studies')}"
    )
    technique = row.values[0] if found.axes[0] == TECHNIQUE else None
    return GapRow(anchor, titles[-1], ": ".join(titles), technique, size, cells, _evidence(review, row, anchor, listed))


def _cell(effect: Effect, one: EffectSynthesis | None, row: str, title: str) -> GapCell:
    if one is None:
        words = f"{title}, {effect.title}: no evidence. Submit a study"
        return GapCell(effect.id, "none", 0, 0, None, "", "", words)
    models, studies = len(one.evidence), len(one.studies)
    base = f"{count_text(models, 'evidence model')} from {count_text(studies, 'study', 'studies')}"
    said = "no range" if one.range is None else f"{one.range} ({one.range.words}), belief {belief_text(one.belief)}"
    words = f"{title}, {effect.title}: {said}, {base}"
    strength, belief = "one" if studies == 1 else "more", belief_text(one.belief)
    return GapCell(effect.id, strength, models, studies, one.range, belief, f"{row}-{effect.id}", words)


def _evidence(review: Review, row: CoverageRow, anchor: str, listed: int | None) -> Table:
    rows, anchors = [], []
    for one in row.conclusions:
        for place, piece in enumerate(one.evidence[:listed]):
            study = review.study(piece.study)
            mean = "stated" if piece.improvement is None else percent_text(piece.improvement.mean)
            rows.append(
                (
                    Cell(f"{study.label} {slug(piece.evidence_model)}", addresses.evidence_model(piece.evidence_model)),
                    Cell(review.rules.effect(piece.effect).title),
                    Cell(mean, addresses.derivation(piece.evidence_model, piece.effect)),
                    Cell("", range=piece.range),
                    Cell(belief_text(piece.belief_value)),
                    Cell(study_name(study), addresses.study(study.id)),
                )
            )
            anchors.append(f"{anchor}-{piece.effect}" + (f"-{place + 1}" if place else ""))
    caption = "The evidence in this row, by effect"
    if listed is not None:
        caption += f": the first {listed} of each; the page of the effect has all of it"
    return Table(caption, EVIDENCE, tuple(rows), tuple(anchors))


def _sentence(axes: Sequence[str], cells: int, empty: int, single: int) -> str:
    """How many combinations are empty or weak; ``axes`` are titles as they read in a sentence."""
    what = f"{count_text(cells, 'combination')} of {', '.join(axes)} and effect"
    rests = f"{single} {'rests' if single == 1 else 'rest'} on a single study"
    if not empty:
        return f"None of {what} is without evidence, but {rests}."
    return f"{empty} of {what} {'has' if empty == 1 else 'have'} no evidence, and {rests}."


def _best(review: Review, rows: list[GapRow]) -> str:
    """The cell with most studies, then most evidence models, as a sentence."""
    best = max(((cell, row) for row in rows for cell in row.cells), key=lambda p: (p[0].studies, p[0].models))
    cell, row = best
    base = f"{count_text(cell.models, 'evidence model')} from {count_text(cell.studies, 'study', 'studies')}"
    effect = in_sentence(review.rules.effect(cell.effect).title)
    return f"Best covered is {effect} in the row “{row.full_title}”: {base}."


def _least(review: Review, rows: list[GapRow]) -> str:
    """The effects that fewest rows have evidence on, as a sentence; empty for a single row, which shows it itself."""
    if len(rows) == 1:
        return ""
    covered = {cell.effect: 0 for cell in rows[0].cells}
    for row in rows:
        for cell in row.cells:
            covered[cell.effect] += cell.strength != "none"
    fewest = min(covered.values())
    titles = [in_sentence(review.rules.effect(effect).title) for effect, count in covered.items() if count == fewest]
    if len(titles) > MOST_NAMED:
        listed = count_text(len(titles), "effect")
    else:
        listed = titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"
    return f"Least covered: {listed}, with evidence in {fewest or 'none'} of {count_text(len(rows), 'row')}."
