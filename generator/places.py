"""Where what comes with the generator stands: templates of pages, the site builder's configuration, a new review."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
PACKAGED = (_PACKAGE / "shipped").is_dir()
"""Whether the generator was installed as a package, rather than run from its repository."""
SHIPPED = _PACKAGE / "shipped" if PACKAGED else _PACKAGE.parent
"""The folder with ``site_templates``, ``review_template`` and ``mkdocs.yml``."""
