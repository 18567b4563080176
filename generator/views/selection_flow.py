"""The selection flow as PRISMA draws it: a box for what entered each step, and beside it what joined or left.

Every box is a link: to its row of the table below the drawing, or, for what is included, to the studies themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.search import Count, FlowStep
from generator.views import svg
from generator.views.boxes import PADDING, Content, Part, Placed, label
from generator.views.lettering import width_of, wrap
from generator.views.palette import ACCENT, BAND, INK, INK_SOFT, RULE, SURFACE
from generator.views.selection_numbers import INCLUDED, anchor, count_words, in_words, number_words, total

_WIDE_FROM = 560
_GAP, _ROW_GAP, _INDENT = 56.0, 40.0, 34.0
_MAIN_SHARE = 0.5
_EDGE, _TRUNK, _SPACE = 1.0, 14.0, 14.0
_TITLE, _NUMBER, _BODY, _SMALL = 13.0, 17.0, 12.5, 11.5
_LEADING = 17.0
_PHASE = 26.0


@dataclass(frozen=True, slots=True)
class Counted(Placed):
    """A box of the flow: ``kind`` is step, joined or left, ``step`` counts from 1; it leads to ``address`` and is read
    aloud as ``name``."""

    kind: str
    step: int
    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A drawing before it is drawn: boxes from top to bottom, and the phases with the height they begin at."""

    boxes: tuple[Counted, ...]
    phases: tuple[tuple[float, str], ...]

    def of(self, step: int, kind: str = "step") -> Counted | None:
        """The box of a step, if it has one of this kind."""
        return next((box for box in self.boxes if (box.step, box.kind) == (step, kind)), None)


def draw(flow: tuple[FlowStep, ...], width: int, prefix: str, studies: str) -> str:
    """The flow as SVG, ``width`` px wide. ``prefix`` (letters, digits, ``-``) makes its ids unique on a page,
    ``studies`` is the address of the included studies."""
    placed_flow = placed(flow, width, studies)
    drawn = (
        "".join(_phase(y, words, width) for y, words in placed_flow.phases)
        + "".join(_lines(flow, placed_flow, width))
        + "".join(map(_draw_box, placed_flow.boxes))
    )
    height = max(box.bottom for box in placed_flow.boxes) + _EDGE
    description = " ".join(in_words(flow))
    return svg.picture(drawn, width, height, prefix, "Selection of studies", description, "lr-diagram", "group")


def placed(flow: tuple[FlowStep, ...], width: int, studies: str) -> Flow:
    """Where everything stands; narrow drawings have what joined or left between the boxes instead of beside them."""
    boxes: list[Counted] = []
    phases: list[tuple[float, str]] = []
    y = _EDGE
    for number, step in enumerate(flow, start=1):
        if number == 1 or step.phase != flow[number - 2].phase:
            phases.append((y, step.phase))
            y += _PHASE
        made = tuple(_boxes(step, number, y, width, studies))
        boxes.extend(made)
        y = max(box.bottom for box in made) + _ROW_GAP
    return Flow(tuple(boxes), tuple(phases))


def _boxes(step: FlowStep, number: int, y: float, width: int, studies: str) -> Iterator[Counted]:
    if width < _WIDE_FROM:
        yield from _stacked(step, number, y, width, studies)
        return
    main = (width - _GAP) * _MAIN_SHARE
    side = width - _GAP - main - 2 * _EDGE
    yield _main(step, number, _EDGE, y, main, studies)
    for kind, counts in (("joined", step.joined), ("left", step.left)):
        if counts:
            box = _side(step, number, kind, counts, (main + _GAP, y), side)
            yield box
            y = box.bottom + _SPACE


def _stacked(step: FlowStep, number: int, y: float, width: int, studies: str) -> Iterator[Counted]:
    narrow = width - _INDENT - _EDGE
    if step.joined:
        box = _side(step, number, "joined", step.joined, (_INDENT, y), narrow)
        yield box
        y = box.bottom + 2 * _SPACE
    main = _main(step, number, _EDGE, y, width - 2 * _EDGE, studies)
    yield main
    if step.left:
        yield _side(step, number, "left", step.left, (_INDENT, main.bottom + 2 * _SPACE), narrow)


def _main(step: FlowStep, number: int, x: float, y: float, width: float, studies: str) -> Counted:
    words = number_words(step.number, step.unit)
    parts = (
        _title(step.title, width),
        _lines_part((words,), _NUMBER, width, bold=True),
        *(_lines_part((count_words(one),), _BODY, width) for one in step.parts),
        Part(8, ""),
    )
    address = studies if step.phase == INCLUDED else f"#{anchor(number)}"
    return Counted(x, y, Content(width, parts), "step", number, address, f"{step.title}: {words}")


def _side(
    step: FlowStep, number: int, kind: str, counts: tuple[Count, ...], place: tuple[float, float], width: float
) -> Counted:
    words = f"{kind.capitalize()}: {number_words(total(counts), step.unit)}"
    parts = (
        Part(6, ""),
        _lines_part((words,), _TITLE, width, bold=True),
        *(_lines_part((count_words(one),), _BODY, width) for one in counts),
        Part(8, ""),
    )
    return Counted(*place, Content(width, parts), kind, number, f"#{anchor(number, kind)}", words)


def _title(title: str, width: float) -> Part:
    names = wrap(title, _TITLE, width - 2 * PADDING, bold=True)
    height = 8 + len(names) * _LEADING
    back = svg.rect(0, 0, width, height, fill=ACCENT, extra=' fill-opacity="0.12"')
    return Part(height, back + svg.lines(PADDING, 17, names, _TITLE, _LEADING, bold=True))


def _lines_part(texts: tuple[str, ...], size: float, width: float, bold: bool = False) -> Part:
    shown = tuple(line for text in texts for line in wrap(text, size, width - 2 * PADDING, bold))
    leading = size + 4.5
    height = len(shown) * leading + (7 if size == _NUMBER else 0)
    return Part(height, svg.lines(PADDING, size + (7 if size == _NUMBER else 2), shown, size, leading, bold=bold))


def _draw_box(box: Counted) -> str:
    drawn = box.drawn(SURFACE if box.kind == "step" else BAND)
    return svg.moved(box.x, box.y, svg.link(box.address, box.name, drawn))


def _phase(y: float, words: str, width: int) -> str:
    """The name of a phase over its first box, beside the trunk of a narrow drawing, and a rule to the right edge."""
    start = _EDGE if width >= _WIDE_FROM else _INDENT
    shown = wrap(words.capitalize(), _SMALL, width - start, bold=True)[0]
    end = min(start + width_of(shown, _SMALL, bold=True) + 10, width - _EDGE)
    rule = svg.polyline(((end, y + 8), (width - _EDGE, y + 8)), stroke=RULE, stroke_width=1)
    return rule + svg.text(start, y + 12, shown, _SMALL, fill=INK_SOFT, bold=True)


def _lines(steps: tuple[FlowStep, ...], flow: Flow, width: int) -> Iterator[str]:
    wide = width >= _WIDE_FROM
    for number, step in enumerate(steps, start=1):
        box = flow.of(number)
        assert box is not None
        trunk = (box.x + box.right) / 2 if wide else box.x + _TRUNK
        yield from _beside(flow, box, number) if wide else _branches(flow, box, number, trunk)
        after = flow.of(number + 1)
        if after is None:
            continue
        yield _arrow(((trunk, box.bottom), (trunk, after.y)))
        if steps[number].unit != step.unit:
            words = f"counted in {steps[number].unit}"
            last = box if wide else flow.of(number, "left") or box
            yield label(trunk + 10, last.bottom + 18, wrap(words, _SMALL, width - trunk - 10)[0], "start")


def _beside(flow: Flow, box: Counted, number: int) -> Iterator[str]:
    """What joined points at the step, what left is pointed at."""
    if joined := flow.of(number, "joined"):
        level = min(joined.middle, box.bottom - 10)
        yield _arrow(((joined.x, level), (box.right, level)))
    if left := flow.of(number, "left"):
        level, turn = box.bottom - 10, (box.right + left.x) / 2
        aim = left.middle if left.middle > level else max(left.y + 10, min(left.middle, level))
        start = min(level, aim)
        yield _arrow(((box.right, start), (turn, start), (turn, aim), (left.x, aim)))


def _branches(flow: Flow, box: Counted, number: int, trunk: float) -> Iterator[str]:
    """The same on a narrow drawing, where all of it hangs on the trunk at the left."""
    if joined := flow.of(number, "joined"):
        yield _arrow(((joined.x, joined.middle), (trunk, joined.middle), (trunk, box.y)))
    if left := flow.of(number, "left"):
        yield _arrow(((trunk, box.bottom), (trunk, left.middle), (left.x, left.middle)))


def _arrow(points: tuple[tuple[float, float], ...]) -> str:
    """A line through ``points`` (each step level or upright) with a head at its end."""
    (from_x, from_y), (x, y) = points[-2:]
    across, down = (x > from_x) - (x < from_x), (y > from_y) - (y < from_y)
    base = (x - 9 * across, y - 9 * down)
    head = ((base[0] + 4.5 * down, base[1] + 4.5 * across), (base[0] - 4.5 * down, base[1] - 4.5 * across), (x, y))
    return svg.polyline((*points[:-1], base), stroke=INK, stroke_width=1.5) + svg.polygon(head, fill=INK)
