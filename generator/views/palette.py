"""The colours of the site: the single source for charts, diagrams and style sheets.

Drawings name colours by CSS variables with the light value as fallback, so one drawing serves both schemes. Levels
run from burnt orange through grey to teal and differ in lightness too, so colour-blind readers can tell them apart;
each has a contrast of 3:1 or more against the surface, and text on a level uses ``on_level``.
"""

from __future__ import annotations

from generator.model.scale import Intensity, IntensityRange

LIGHT: dict[str, str] = {
    "ink": "#1f2933",
    "ink-soft": "#52606d",
    "rule": "#cbd2d9",
    "surface": "#ffffff",
    "band": "#f0f3f6",
    "accent": "#1f5f8b",
    "level-sn": "#7f2f00",
    "level-ne": "#b3500f",
    "level-wn": "#c97024",
    "level-if": "#848d97",
    "level-wp": "#3f97ab",
    "level-po": "#12758f",
    "level-sp": "#0a4a61",
    "on-level-sn": "#ffffff",
    "on-level-ne": "#ffffff",
    "on-level-wn": "#10161c",
    "on-level-if": "#10161c",
    "on-level-wp": "#10161c",
    "on-level-po": "#ffffff",
    "on-level-sp": "#ffffff",
}
DARK: dict[str, str] = {
    "ink": "#e6eaee",
    "ink-soft": "#aab4bf",
    "rule": "#434c57",
    "surface": "#1b2027",
    "band": "#242a33",
    "accent": "#7db8e0",
    "level-sn": "#ffb37a",
    "level-ne": "#ee8a3f",
    "level-wn": "#bf6f2e",
    "level-if": "#8c96a1",
    "level-wp": "#3d93a6",
    "level-po": "#55bcd2",
    "level-sp": "#a3e4f2",
    "on-level-sn": "#10161c",
    "on-level-ne": "#10161c",
    "on-level-wn": "#10161c",
    "on-level-if": "#10161c",
    "on-level-wp": "#10161c",
    "on-level-po": "#10161c",
    "on-level-sp": "#10161c",
}


def var(name: str) -> str:
    """A colour for a drawing: ``var(--lr-ink, #1f2933)``. Raises ``KeyError`` for a name that is not here."""
    return f"var(--lr-{name}, {LIGHT[name]})"


INK = var("ink")
INK_SOFT = var("ink-soft")
RULE = var("rule")
SURFACE = var("surface")
BAND = var("band")
ACCENT = var("accent")


def level_colour(level: Intensity) -> str:
    """The colour of one level."""
    return var(f"level-{level.name.lower()}")


def on_level(level: Intensity) -> str:
    """The colour of text on that level."""
    return var(f"on-level-{level.name.lower()}")


def range_colour(found: IntensityRange) -> str:
    """One colour for a whole range: its level farthest from *indifferent*; grey where it reaches as far both ways."""
    reach = found.low + found.high - 2 * Intensity.IF
    if reach == 0:
        return level_colour(Intensity.IF)
    return level_colour(found.high if reach > 0 else found.low)


def palette_css() -> str:
    """The style sheet that defines every variable: for the light scheme, Material's dark one, and print."""
    dark = '[data-md-color-scheme="slate"]'
    return _block(":root", LIGHT) + _block(dark, DARK) + f"@media print {{\n{_block(f':root, {dark}', LIGHT)}}}\n"


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1–21 (WCAG 2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _block(selector: str, colours: dict[str, str]) -> str:
    lines = "".join(f"  --lr-{name}: {value};\n" for name, value in colours.items())
    return f"{selector} {{\n{lines}}}\n"
