"""Zensical renders a docs tree whole, or refuses it and leaves the last good site, as the usual builder does."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.command_line import WRONG_USAGE
from generator.model.manifest import MANIFEST, Manifest, manifest_from
from generator.publishing import builders
from generator.publishing.builders import MATERIAL, ZENSICAL
from generator.publishing.policy import policy
from generator.publishing.site import SiteError, build_site
from tests.conftest import ROOT
from tests.publishing.conftest import holds_the_last_good_site
from tests.publishing.publishing_project import TINY


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs tree of two pages, one of them hidden, with its configuration."""
    (tmp_path / "docs/deep").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# New\n\nTo [a place](deep/page.md#place).\n")
    (tmp_path / "docs/deep/page.md").write_text("# Page\n\n## Place\n")
    settings = {"INHERIT": str(ROOT / "mkdocs.yml"), "site_name": "A review", "nav": ["index.md"]}
    settings |= {"not_in_nav": "/deep/page.md", "extra_css": [], "extra_javascript": []}
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(json.dumps(settings))
    return configuration


def made(site: Path) -> Manifest:
    return manifest_from((site / MANIFEST).read_text(encoding="utf-8"))


def refusal(docs: Path, good: Path) -> str:
    """What is said of a docs tree that cannot be built, after a look at the last site, which stands."""
    with pytest.raises(SiteError) as refused:
        build_site(docs, good, ROOT, builder=ZENSICAL)
    assert holds_the_last_good_site(good)
    assert not {"Traceback", "\x1b", "╭"} & {*str(refused.value), *str(refused.value).split()}
    return str(refused.value)


def test_a_site_is_whole_names_its_builder_and_is_the_same_anywhere(docs: Path, good: Path, tmp_path: Path):
    build_site(docs, good, ROOT, builder=ZENSICAL)
    assert {"404.html", "deep/page.html", "index.html", "search.json", "sitemap.xml"} <= set(made(good).files)
    assert "zensical" in made(good).tools
    assert not {"mike", "mkdocs", "mkdocs-material"} & set(made(good).tools)
    home = (good / "index.html").read_text()
    assert "classic/main." in home
    assert 'rel="canonical"' not in home  # It has no address on the web.
    again = tmp_path / "else where"
    shutil.copytree(docs.parent / "docs", again / "docs")
    shutil.copy(docs, again)
    (again / ".fresh").mkdir()
    (again / ".fresh/left-by-a-killed-build.html").touch()
    build_site(again / docs.name, again / "site", ROOT, builder=ZENSICAL)
    assert made(good).differing(made(again / "site")) == ()
    assert {path.name for path in again.iterdir()} == {".cache", "docs", "mkdocs.yml", "site", "zensical.yml"}


def test_links_and_places_that_are_not_there_are_refused_with_their_line(docs: Path, good: Path):
    (docs.parent / "docs/index.md").write_text("# Bad\n\n[a](none.md) [b](deep/page.md#none)\n\n[c](/none.md)\n")
    said = refusal(docs, good)
    for doubt in ("index.md:3:5: page does not exist", "index.md:3:31: anchor", "index.md:5:5: page does not exist"):
        assert doubt in said


def test_a_page_beside_the_navigation_and_one_that_is_not_there_are_refused(docs: Path, good: Path):
    (docs.parent / "docs/stray.md").write_text("# Stray\n")
    docs.write_text(docs.read_text().replace('["index.md"]', '["index.md", {"Group": ["lost.md"]}]'))
    said = refusal(docs, good)
    assert "lost.md: the navigation names this page, which is not there" in said
    assert "stray.md: this page is not in the navigation" in said


def test_a_configuration_that_cannot_be_read_is_refused_in_plain_words(docs: Path, good: Path):
    docs.write_text("site_name: [\n")
    assert "parsing the configuration file" in refusal(docs, good)


def test_a_builder_that_dies_without_a_word_leaves_the_last_site(docs: Path, good: Path):
    with pytest.raises(SiteError, match="the site builder refused"):
        build_site(docs, good, ROOT, builder=replace(ZENSICAL, module="zensical.none"))
    assert (good / "index.html").read_text() == "the last good site"


def test_only_a_theme_with_a_style_in_its_script_has_it_allowed():
    for builder, styles in ((MATERIAL, 0), (ZENSICAL, 1)):
        rules = dict(
            rule.split(" ", 1) for rule in policy(["index", "deep/page"], ["/"], builder.templates).split("; ")
        )
        assert rules["style-src"].count("sha256-") == styles
        assert rules["script-src"].count("sha256-") >= 5
        assert "unsafe" not in "".join(rules.values())


def test_a_builder_that_is_not_installed_is_wrong_usage_and_the_way_to_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    shutil.copytree(TINY, tmp_path / "evidence")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(builders, "find_spec", lambda _: None)
    assert main(["build", "--builder", "zensical"]) == WRONG_USAGE
    assert "Zensical is not installed: 'make build BUILDER=zensical' does it" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["evidence"]


@pytest.mark.parametrize(
    ("given", "stamp"), [([], "run"), (["BUILDER=material"], "run"), (["BUILDER=zensical"], "zensical")]
)
def test_make_installs_the_builder_that_is_asked_for_and_no_other(given: list[str], stamp: str):
    command = ["make", "--dry-run", "--always-make", "--no-print-directory", "build", *given]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert ("--extra zensical" in shown) == (stamp == "zensical")
    builder = given[0].removeprefix("BUILDER=") if given else ""
    assert shown.rstrip().endswith(f"living-review build --builder '{builder}'" if given else "living-review build")
