"""``schemas``: the JSON Schemas of the evidence files."""

from __future__ import annotations

import argparse

from generator.command_line import DONE, evidence_folder, evidence_option, note

HELP = "write the JSON Schemas by which editors check evidence files"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)


def run(given: argparse.Namespace) -> int:
    """Write the schemas into ``schemas/`` of the evidence folder."""
    from generator.intake.json_schema import schema_texts

    folder = evidence_folder(given.evidence) / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    note(f"the schemas are in {folder}")
    return DONE
