"""A review of invented studies, as large as wanted: ``python -m benchmarks.synthetic STUDIES FOLDER``.

Its rules are those of the case study; its studies look like real ones (contexts, checklists, summaries, pairs, stated
ranges) and scatter around a common truth for each effect. A number and a seed always give the same files.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.intake import load
from generator.model.review import Review
from generator.model.rules import Direction, Effect, MethodRules

CASE_STUDY = Path(__file__).parents[1] / "tests/reviews/del-rey-2025/evidence"
SEED = 20260131
MODELS = (1, 2, 2, 3, 3, 4, 4, 5, 6, 10)
"""Evidence models of a study, each as likely: four on average."""
ANSWERS = ("yes", "yes", "yes", "no", "n/a")
_SYLLABLES = tuple(consonant + vowel for consonant in ("b", "d", "fl", "g", "k", "pr", "s", "tr") for vowel in "aeiou")

Document = dict[str, Any]


def write_review(studies: int, folder: Path, seed: int = SEED) -> Path:
    """Write an evidence folder with so many studies and return it. Raises ``FileExistsError`` if it exists."""
    template = load(CASE_STUDY).review
    assert template is not None
    shutil.copytree(CASE_STUDY / "review", folder / "review")
    for name in ("studies", "syntheses"):
        (folder / name).mkdir()
    made = [study(number, template, seed) for number in range(1, studies + 1)]
    for one in made:
        (folder / "studies" / f"{one['id']}.yaml").write_text(text_of(one), encoding="utf-8")
    for one in _syntheses(made, template.rules):
        (folder / "syntheses" / f"{one['id']}.yaml").write_text(text_of(one), encoding="utf-8")
    return folder


def study(number: int, template: Review, seed: int = SEED) -> Document:
    """The study of this number, from 1: the same in a review of any size."""
    chance, rules = random.Random(f"{seed} {number}"), template.rules
    names, year = [_word(chance).capitalize() for _ in range(3)], chance.randint(2012, 2026)
    items = [item.id for question in rules.checklist for item in question.items]
    given = [effect for effect in rules.effects if chance.random() < (0.8 if effect is rules.effects[0] else 0.25)]
    effects = given or [rules.effects[0]]
    return {
        "id": f"{names[0].lower()}-{year}-{number}",
        "label": f"S{number}",
        "title": f"{_words(chance, 7)}",
        "authors": [f"{name[-1].upper()}. {name}" for name in names],
        "year": year,
        "venue": f"Proceedings of {_words(chance, 2)}, pp. {number}-{number + 12}",
        "doi": f"10.5555/invented.{number}",
        "design": {"type": chance.choice(rules.study_types).id, "because": "The study is invented."},
        "extraction": {"kind": "paper", "source": "Invented, to see how the tools scale."},
        "quality": {"answers": {item: chance.choice(ANSWERS) if place else "yes" for place, item in enumerate(items)}},
        "context": _context(chance, template),
        "evidence_models": {
            f"m{place}": {
                "where": f"Table {place}, p. {place + 3}",
                "effects": {one.id: _measured(one, chance, rules) for one in effects},
            }
            for place in range(1, chance.choice(MODELS) + 1)
        },
        "notes": [f"Invented: {_words(chance, 25)}."],
    }


def text_of(document: Document) -> str:
    """Block style, with short mappings and lists on one line, as curators write."""
    return "".join(f"{line}\n" for line in _lines(document, ""))


def _lines(document: Document, indent: str) -> Iterator[str]:
    for key, value in document.items():
        short = isinstance(value, dict) and not any(isinstance(one, dict | list) for one in value.values())
        if isinstance(value, dict) and (not short or len(value) > 6):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}"


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))


def _words(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count)).capitalize()


def _context(chance: random.Random, template: Review) -> Document:
    """The context of a real evidence model, in which the precise words are another's."""
    models = [model for one in template.studies for model in one.evidence_models]
    first, second = chance.choice(models), dict(chance.choice(models).aspects)
    aspects = {name: second.get(name, values) for name, values in first.aspects}
    many = {aspect.id for aspect in template.rules.aspects if aspect.many}
    return {
        "technique": first.technique,
        **{name: list(values) if name in many else values[0] for name, values in aspects.items()},
    }


def _measured(effect: Effect, chance: random.Random, rules: MethodRules) -> Document:
    """A summary (more than half), pairs, or now and then a range in words, around the effect's own truth in percent."""
    truth = random.Random(effect.id).uniform(-5, 35)
    mean = min(90.0, chance.gauss(truth, 8))
    kind = chance.random()
    if kind < 0.05:
        bands = rules.bands(effect.family)
        return {
            "stated": {"range": str(chance.choice(bands).range).replace("–", "-"), "because": f"“{_words(chance, 8)}.”"}
        }
    if kind < 0.6:
        std, clusters = abs(chance.gauss(6, 3)) + 0.1, chance.randint(1, 12)
        said = {"mean": mean, "std": std, "iqr": std * 1.3}
        rounded = {key: round(value, 3) for key, value in said.items()}
        return {"reported": {**rounded, "n": clusters * chance.randint(2, 9), "clusters": clusters}}
    return {"pairs": _pairs(effect, mean, chance, rules)}


def _pairs(effect: Effect, mean: float, chance: random.Random, rules: MethodRules) -> Document:
    metric = rules.metric(effect.metrics[0])
    unit = rules.unit(metric.units[0])
    least, most = unit.minimum or 0.0, unit.maximum or 1000.0
    sign = 1 if metric.direction is Direction.HIGHER else -1
    values = []
    for number in range(1, chance.randint(3, 8)):
        baseline = chance.uniform(least + 0.2 * (most - least), least + 0.6 * (most - least))
        treated = baseline * (1 + sign * min(90.0, chance.gauss(mean, 4)) / 100)
        pair = {"baseline": round(baseline, 3), "treated": round(min(most, max(least, treated)), 3)}
        values.append({**pair, "subject": f"Case {number}"})
    return {"unit": unit.id, "values": values}


def _syntheses(made: list[Document], rules: MethodRules) -> Iterator[Document]:
    """All evidence models, and those of the technique that most studies use."""
    techniques = [one["context"]["technique"] for one in made]
    most = max(rules.techniques, key=lambda technique: techniques.count(technique.id))
    chosen = [one for one in made if one["context"]["technique"] == most.id]
    for name, title, some in (("full", "All invented evidence", made), (most.id, most.title, chosen)):
        yield {
            "id": name,
            "title": title,
            "description": "Invented, to see how the tools scale.",
            "reading": rules.reading_policies[0].id,
            "discount": rules.discount_policies[0].id,
            "order_note": "The order in which the studies were drawn.",
            "evidence_models": [f"{one['id']}/{key}" for one in some for key in one["evidence_models"]],
        }


if __name__ == "__main__":
    print(write_review(int(sys.argv[1]), Path(sys.argv[2])))
