"""The map of what has been measured counts right, and says in words what it shows."""

from __future__ import annotations

import pytest

from generator.model.coverage import CoverageMap
from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.sensitivity.coverage import coverage
from generator.views.gap_map import GapMap, gap_map


@pytest.fixture(scope="module")
def laid_out(review: Review, full: Synthesis) -> tuple[CoverageMap, ...]:
    return coverage(review, full)


@pytest.fixture(scope="module")
def maps(review, laid_out) -> tuple[GapMap, ...]:
    return tuple(gap_map(review, one) for one in laid_out)


def cells(one: GapMap):
    return [cell for group in one.groups for row in group.rows for cell in row.cells]


def test_every_row_has_a_cell_for_every_effect_of_the_review(review, maps):
    for one in maps:
        effects = [effect.id for _, effects in one.columns for effect in effects]
        assert sorted(effects) == sorted(effect.id for effect in review.rules.effects)
        for group in one.groups:
            assert all([cell.effect for cell in row.cells] == effects for row in group.rows)


def test_empty_and_weak_cells_are_counted_and_said(maps):
    for one in maps:
        found = cells(one)
        assert one.cells == len(found)
        assert one.empty == sum(cell.models == 0 for cell in found) > 0
        assert one.single == sum(cell.studies == 1 for cell in found)
        assert one.sentence.startswith(f"{one.empty} of {one.cells} combinations of ")


def test_the_map_of_techniques_adds_up_to_the_synthesis(full, maps):
    for effect in full.effects:
        models = [cell.models for cell in cells(maps[0]) if cell.effect == effect.effect]
        assert sum(models) == len(effect.evidence)


def test_a_cell_says_in_words_what_it_shows(maps):
    for one in maps:
        for cell in cells(one):
            if cell.strength == "none":
                assert "no evidence" in cell.words
                assert cell.anchor == ""
            else:
                assert cell.range is None or cell.range.words in cell.words
                assert f"from {cell.studies} stud" in cell.words
                assert cell.strength == ("one" if cell.studies == 1 else "more")


def test_every_cell_leads_to_its_evidence(laid_out, maps):
    for found, one in zip(laid_out, maps, strict=True):
        rows = [row for group in one.groups for row in group.rows]
        for source, row in zip(found.rows, rows, strict=True):
            assert len(row.evidence.rows) == sum(len(about.evidence) for about in source.conclusions)
            assert len(set(row.evidence.anchors)) == len(row.evidence.rows)
            assert {cell.anchor for cell in row.cells if cell.anchor} <= set(row.evidence.anchors)


def test_the_best_covered_cell_has_most_studies(review, maps):
    best = max(cells(maps[0]), key=lambda cell: (cell.studies, cell.models))
    assert f"{best.models} evidence models from {best.studies} studies." in maps[0].best


def test_values_without_evidence_are_named(review, maps):
    for one in maps:
        for group in one.groups:
            assert not set(group.missing) & {row.title for row in group.rows}
    assert any(group.missing for one in maps for group in one.groups)
