"""What changed, in sentences, tables, Markdown and JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes import compare
from generator.model.change import WORKING_STATE, ChangeKind
from generator.views.changes.document import as_document
from generator.views.changes.markdown import as_markdown, as_summary
from generator.views.changes.naming import Naming
from generator.views.changes.overview import ChangesView, changes_view
from generator.views.charts import before_after
from generator.views.markdown_text import bullets, escaped, table
from generator.views.table import Cell, Column, Table
from tests.changes import ADD, BOUNDS, COMMENT, CORRECT, DISCOUNT, REMOVE, TINY, UNANSWERED, reviewed
from tests.conftest import CASE_STUDY, SHIPPED, read
from tests.pages.poison import HOSTILE, Elements, poisoned


@pytest.fixture(scope="module")
def shipped() -> ChangesView:
    old, new = read(CASE_STUDY), read(SHIPPED)
    return changes_view(compare(old, new, "1.0", "2.0"), old, new)


def claim(view: ChangesView, anchor: str):
    return next(one for group in view.groups for one in group.claims if one.anchor == anchor)


def test_a_claim_is_told_with_range_belief_conflict_and_causes(shipped):
    one = claim(shipped, "change-full-accuracy")
    assert one.sentence == (
        "Another range: from weakly negative (belief 0.89, weight of conflict 1.73) to indifferent (belief 0.91, "
        "weight of conflict 2.01)."
    )
    assert one.why.startswith(
        "Because Dubhir et al., 2021 (S4) was added (+45 points), the discount policy changed (+30"
    )
    assert one.why.endswith("What worked against it most: De Putter et al., 2025 (S16) was added (−2 points).")


def test_conclusions_that_did_not_change_stand_behind_their_synthesis(shipped):
    assert shipped.unchanged == "All evidence about model quantization: Storage size."
    old, new = read(CASE_STUDY), read(SHIPPED)
    comparison = compare(old, new, "1.0", "2.0")
    first, *others = comparison.claims
    claims = (first, *(replace(one, kind=ChangeKind.UNCHANGED) for one in others))
    view = changes_view(replace(comparison, claims=claims), old, new)
    for plan in new.plans:
        assert view.unchanged.count(f"{plan.title}: ") == 1
    assert view.unchanged.count(", ") + 2 * len(new.plans) == len(others)


def test_a_range_read_off_another_way_is_explained_by_the_belief_that_moved(shipped):
    one = claim(shipped, "change-full-gpu_utilization")
    assert one.sentence.startswith("Widened: from indifferent")
    assert one.adds_up.startswith("The belief in “indifferent” went from 0.74 to 0.67")
    assert "the discount policy changed (−6 points)" in one.why


def test_the_table_of_causes_ends_with_their_sum(shipped):
    for group in shipped.groups:
        for one in group.claims:
            *rows, last = one.causes.rows
            shown = [float(row[1].text.replace("−", "-")) for row in (*rows, last)]
            assert last[0].text == "Together"
            assert sum(shown[:-1]) == pytest.approx(shown[-1], abs=0.05 * len(shown))


def test_counts_of_the_headline_add_up(shipped):
    assert shipped.headline.startswith("Of 38 conclusions, 5 report another range, 1 is stronger, 4 are weaker, 27 are")
    assert "16 studies were added, 1 study was removed, 5 studies were edited" in shipped.headline


def test_a_removed_study_has_its_reason_and_a_corrected_one_what_its_file_says(shipped):
    by_name = {study.name: study for study in shipped.studies}
    gone = by_name["Geens et al., 2024 (formerly S4)"]
    assert (gone.did, gone.link.page) == ("removed", "studies/geens-2024")
    assert gone.reasons
    assert by_name["Tao et al., 2022 (S11)"].did == "corrected"
    assert by_name["Tao et al., 2022 (S11)"].reasons
    assert by_name["Paul et al., 2022 (S9)"].did == "edited without a change of any conclusion’s evidence"


def test_a_new_synthesis_is_told_once_with_all_its_conclusions(shipped):
    (whole,) = shipped.syntheses
    assert (whole.did, len(whole.table.rows)) == ("This synthesis is new.", 16)
    assert not [one for group in shipped.groups for one in group.claims if "ptq-int8" in one.anchor]


def test_rules_are_told_with_what_they_were_and_are(tmp_path):
    old, new = read(TINY), reviewed(tmp_path / "new", (DISCOUNT, BOUNDS, UNANSWERED))
    view = changes_view(compare(old, new, "1", "2"), old, new)
    assert view.rules == (
        "The discount policy of “All evidence about code review” changed from “Discount by relative interquartile "
        "range (rate 0.1, decimals 3)” to “Discount by sample size and variation (cluster scale 3, few clusters 4, "
        "rate 0.1, decimals 3)”.",
        "The bounds of the intensity bands of “Effort” changed from “IF up to 2 %, IF–WP up to 10 %, WP up to 20 %, "
        "WP–PO up to 30 %, PO up to 40 %, PO–SP up to 50 %” to “IF up to 2 %, IF–WP up to 15 %, WP up to 20 %, WP–PO "
        "up to 30 %, PO up to 40 %, PO–SP up to 50 %”.",
        "The rule for unanswered questions changed: such questions were dropped, and are counted as zero.",
    )


def test_nothing_changes_is_one_line():
    old = read(TINY)
    view = changes_view(compare(old, old, "1.0", WORKING_STATE), old, old)
    assert view.nothing
    assert as_markdown(view) == as_summary(view) == "Nothing changes.\n"


def test_an_edit_without_influence_is_told_as_such(tmp_path):
    old, new = read(TINY), reviewed(tmp_path / "new", (COMMENT,))
    view = changes_view(compare(old, new, "1", "2"), old, new)
    assert view.headline == "No conclusion changes. 1 study was edited."
    assert [study.did for study in view.studies] == ["edited without a change of any conclusion’s evidence"]


def test_the_short_form_names_every_conclusion_with_another_range(shipped):
    short = as_summary(shipped)
    for title in ("Accuracy", "GPU utilization", "GPU energy consumption", "Inference latency"):
        assert f"- **{title}** (All evidence about model quantization): " in short


def test_the_document_holds_every_claim_unrounded(tmp_path):
    old, new = read(TINY), reviewed(tmp_path / "new", (ADD, REMOVE, CORRECT))
    comparison = compare(old, new, "1.0", "2.0")
    document = json.loads(json.dumps(as_document(comparison), allow_nan=False))
    assert (document["format"], document["before"], document["after"]) == (1, "1.0", "2.0")
    for one, told in zip(comparison.claims, document["claims"], strict=True):
        assert told["kind"] == one.kind
        assert (told["after"] or {}).get("belief") == (None if one.after is None else one.after.belief)
        assert sum(cause["share"] for cause in told["causes"]) == pytest.approx(
            0 if one.kind is ChangeKind.UNCHANGED else told["belief_after"] - told["belief_before"], abs=1e-12
        )


def test_a_chart_shows_what_both_states_have_and_only_that():
    old, new = read(CASE_STUDY), read(SHIPPED)
    comparison, naming = compare(old, new, "1.0", "2.0"), Naming(old, new)
    figure = before_after.figure(comparison, "full", naming)
    assert figure.finding == "5 conclusions moved to another range; 5 conclusions kept the range with another belief."
    assert len(figure.table.rows) == 10
    assert "version 1.0 and version 2.0" in figure.alternative
    assert before_after.figure(comparison, "ptq-int8", naming) is None


LINES = (
    *"\n".join(HOSTILE).split("\n"),
    *("1. one", "- two", "+ three", "www.zqx.invalid", "@zqx", "https://zqx.invalid", "a|b", "===", "1) x", "---"),
)
BLOCKS = {"p", "h2", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("text", [line for line in LINES if line])
def test_text_means_itself_wherever_it_stands_in_markdown(text: str):
    one, shown = escaped(text), Table("t", (Column(text),), ((Cell(text),),))
    source = f"{one}\n\n## {one}\n\n{bullets([one, f'**{one}**'])}\n{table(shown)}"
    found = Elements(markdown.markdown(source, extensions=["extra", "sane_lists"]))
    assert {tag for tag, _ in found.found} <= BLOCKS
    assert all(not attributes or set(attributes) == {"style"} for _, attributes in found.found)
    assert not found.others
    for mark in ("www.", "http:", "https:", "@z"):
        assert mark not in source


@given(st.text(max_size=60))
def test_no_text_opens_anything_in_markdown(text: str):
    found = Elements(markdown.markdown(f"x {escaped(text)}\n\n- {escaped(text)}\n", extensions=["extra"]))
    assert [tag for tag, _ in found.found] == ["p", "ul", "li"]


def test_plain_sentences_stay_as_they_are():
    said = "Geens et al., 2024 (S4) was removed (−2.2 points): from “IF” to WP–PO; 2-bit, +3."
    assert escaped(said) == said


def test_hostile_evidence_makes_no_markup_of_the_report(tmp_path):
    old, new = read(TINY), reviewed(tmp_path / "new", (ADD, REMOVE, CORRECT, DISCOUNT))
    for text in HOSTILE:
        bad = [replace(poisoned(one, text), files=one.files) for one in (old, new)]
        report = as_markdown(changes_view(compare(*bad, text, text), *bad))
        found = Elements(markdown.markdown(report, extensions=["extra"]))
        tags = {tag for tag, _ in found.found}
        assert tags <= {"h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "br"}
        assert not found.others
        assert "\x1b" not in report
        assert "\x00" not in report
