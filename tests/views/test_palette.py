"""Colours that everybody can tell apart, in both schemes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.model.scale import LEVELS
from generator.views.palette import DARK, LIGHT, contrast, level_colour, palette_css, range_colour, var
from tests.bodies import levels

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


@SCHEMES
def test_levels_stand_out_from_what_they_are_drawn_on(scheme):
    for level in LEVELS:
        colour = scheme[f"level-{level.name.lower()}"]
        assert contrast(colour, scheme["surface"]) >= 3
        assert contrast(colour, scheme["band"]) >= 3
    assert contrast(scheme["accent"], scheme["band"]) >= 3


@SCHEMES
def test_text_is_readable_on_the_surface_the_band_and_every_level(scheme):
    for text in ("ink", "ink-soft", "accent"):
        assert contrast(scheme[text], scheme["surface"]) >= 4.5
        assert contrast(scheme[text], scheme["band"]) >= 4.5
    for level in LEVELS:
        name = level.name.lower()
        assert contrast(scheme[f"on-level-{name}"], scheme[f"level-{name}"]) >= 4.5


@SCHEMES
def test_levels_of_one_side_differ_in_lightness(scheme):
    for side in (("sn", "ne", "wn"), ("sp", "po", "wp")):
        steps = [scheme[f"level-{name}"] for name in side]
        assert all(contrast(one, other) >= 1.25 for one, other in pairwise(steps))


def test_both_schemes_define_the_same_names_and_the_sheet_all_of_them():
    assert LIGHT.keys() == DARK.keys()
    css = palette_css()
    assert all(css.count(f"--lr-{name}:") == 3 for name in LIGHT)
    assert css.startswith(":root {")


def test_a_drawing_names_a_variable_with_the_light_colour_to_fall_back_on():
    assert var("ink") == "var(--lr-ink, #1f2933)"
    assert range_colour(levels("WN-IF")) == level_colour(LEVELS[2])
    assert range_colour(levels("SN-SP")) == level_colour(LEVELS[3])
