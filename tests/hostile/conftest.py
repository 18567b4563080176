"""A hostile review as it is published, and the same with harmless text of the same shape."""

from __future__ import annotations

import pytest

from tests.hostile.build import Built, build, hostile, plain


@pytest.fixture(scope="session")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every field holds hostile texts."""
    return build(hostile, tmp_path_factory.mktemp("poisoned"))


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every field holds letters in place of whatever means something."""
    return build(plain, tmp_path_factory.mktemp("harmless"))
