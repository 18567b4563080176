"""Where things stand on the site: the one place that knows. These addresses are permanent."""

from __future__ import annotations

from generator.model.problem import Place
from generator.model.review import Review
from generator.views.table import Link


def finding(synthesis: str, effect: str) -> Link:
    """The page of a finding: one effect in one synthesis."""
    return Link(f"findings/{synthesis}/{effect}")


def synthesis(synthesis_id: str) -> Link:
    """The page of a synthesis: what was combined, and how."""
    return Link(f"syntheses/{synthesis_id}")


def about(review: Review, what: str, synthesis_id: str) -> str:
    """The page ``what`` (``gaps``, ``findings/subgroups``) about a synthesis: that of the first one stands where every
    review has it, the others below their synthesis."""
    name = what.rpartition("/")[2]
    return what if synthesis_id == review.plans[0].id else f"{synthesis(synthesis_id).page}/{name}"


def badge(synthesis: str, effect: str) -> str:
    """The file of a finding's badge."""
    return f"badges/{synthesis}/{effect}.svg"


def embed(synthesis: str, effect: str) -> str:
    """The file of a finding's chart for other sites."""
    return f"embed/{synthesis}/{effect}.svg"


def chart_drawing(name: str) -> str:
    """The file of a chart's drawing, by the name of the figure."""
    return f"charts/{name}.svg"


def chart_rows(name: str) -> str:
    """The file of a chart's rows, by the name of the figure."""
    return f"charts/{name}.csv"


def table_rows(page: str, number: int) -> str:
    """The file of the rows of a page's table; tables count from 1."""
    return f"data/tables/{page}-{number}.csv"


def diagram(of: str) -> str:
    """The file of a diagram: that of an evidence model ``<study>/<slug>``, or of a page."""
    return f"charts/diagrams/{of}.svg"


def study(study_id: str) -> Link:
    """The page of a study."""
    return Link(f"studies/{study_id}")


def evidence_model(model_id: str) -> Link:
    """The section of an evidence model ``<study>/<slug>`` on its study's page."""
    study_id, _, slug = model_id.partition("/")
    return Link(f"studies/{study_id}", slug)


def derivation(model_id: str, effect: str) -> Link:
    """The derivation of what an evidence model says about an effect."""
    study_id, _, slug = model_id.partition("/")
    return Link(f"studies/{study_id}", f"{slug}-{effect}")


def source(place: Place) -> Link:
    """The line of an evidence file, on the page that shows the file."""
    return Link(source_page(place.path), f"L{place.line}")


def source_page(path: str) -> str:
    """The page that shows an evidence file, by its path relative to the evidence folder."""
    return f"sources/{path.removesuffix('.yaml').replace('/', '--')}"
