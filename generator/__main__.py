"""``python -m generator`` is ``living-review``."""

from generator.cli import main

raise SystemExit(main())
