"""A site that was built before, which must stand whatever happens to the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.site import MARK


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A site that was built before."""
    output = tmp_path / "out" / "site"
    output.mkdir(parents=True)
    (output / "index.html").write_text("the last good site")
    (output / MARK).touch()
    return output


def holds_the_last_good_site(output: Path) -> bool:
    left = sorted(path.name for path in output.parent.iterdir())
    return (output / "index.html").read_text() == "the last good site" and left == [output.name]
