"""Everything the pages may speak of: the records of the earlier stages, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.benchmark import BenchmarkRun
from generator.model.change import Comparison
from generator.model.coverage import CoverageMap
from generator.model.evidence import EffectEvidence
from generator.model.impact import Impact
from generator.model.problem import Problem
from generator.model.release import History
from generator.model.review import Review
from generator.model.scenario import SynthesisSensitivity
from generator.model.second_extraction import ExtractorsAgreement
from generator.model.synthesis import Rest, Synthesis


@dataclass(frozen=True, slots=True)
class Content:
    """``without`` maps (synthesis id, effect id, evidence model id) to the conclusion about the effect
    without that evidence model; ``warnings`` are those of intake and conversion together;
    ``benchmarks`` is the last run of the benchmarks, if there is one; ``sensitivity``, by synthesis id, is empty
    where conclusions were not questioned; ``coverage``, too, lays out its evidence models, and ``crossed`` (of
    the first synthesis) by how and where a technology was used; ``history`` tells which version this is,
    ``comparison`` what changed since the one before (None for the first). ``address`` is that of the site on the web,
    with a slash at its end, empty if it is not known; a ``published`` version stands in a folder of its own there,
    named by its number, beside the others.
    ``example`` is the text of the annotated study file, empty if the review has none. ``twice`` holds, by study id,
    how far two extractors of a study agree, where two have read it; ``impact`` is what the evidence changes, compared
    with a state that the site is to be previewed against."""

    review: Review
    pieces: tuple[EffectEvidence, ...]
    syntheses: tuple[Synthesis, ...]
    warnings: tuple[Problem, ...]
    without: Mapping[tuple[str, str, str], Rest]
    benchmarks: BenchmarkRun | None = None
    sensitivity: Mapping[str, SynthesisSensitivity] = field(default_factory=dict)
    coverage: Mapping[str, tuple[CoverageMap, ...]] = field(default_factory=dict)
    crossed: Mapping[str, tuple[CoverageMap, ...]] = field(default_factory=dict)
    history: History = field(default_factory=lambda: History(""))
    comparison: Comparison | None = None
    address: str = ""
    published: bool = False
    example: str = ""
    twice: Mapping[str, ExtractorsAgreement] = field(default_factory=dict)
    impact: Impact | None = None
    _by_study: dict[str, list[EffectEvidence]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_subject: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def pieces_of(self, study: str) -> tuple[EffectEvidence, ...]:
        """The bodies of evidence of one study."""
        if not self._by_study:
            for piece in self.pieces:
                self._by_study.setdefault(piece.study, []).append(piece)
        return tuple(self._by_study.get(study, ()))

    def warnings_about(self, ids: Iterable[str]) -> tuple[Problem, ...]:
        """The warnings about any of some studies and evidence models, in their order."""
        if not self._by_subject:
            for place, problem in enumerate(self.warnings):
                for subject in problem.about:
                    self._by_subject.setdefault(subject, []).append(place)
        places = {place for subject in ids for place in self._by_subject.get(subject, ())}
        return tuple(self.warnings[place] for place in sorted(places))

    @property
    def home(self) -> str:
        """The address of this very version, with a slash at its end; empty if it is not known."""
        version = self.history.version if self.published else None
        return f"{self.address}{version}/" if self.address and version else self.address
