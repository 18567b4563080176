"""The commands of ``living-review``, one per file: ``HELP``, ``add`` (its arguments) and ``run``."""
