"""Recognises a file that is not YAML at all, whatever its name says. Asked only about files that cannot be read."""

from __future__ import annotations

import re

from generator.model.problem import Place, Problem

_KINDS: tuple[tuple[str, str, str], ...] = (  # What it is, how it shows, and what to do.
    ("a PDF file", r"\A%PDF-", ""),
    ("a spreadsheet or text document of an office program", r"\APK\x03\x04|\A\xd0\xcf\x11\xe0|\A\{\\rtf", ""),
    ("text in UTF-16", r"\A(\xff\xfe|\xfe\xff)", "save the file with the encoding UTF-8"),
    ("a web page", r"\A\s*<(!doctype|html)\b", "download the file itself, not the page that shows it"),
    ("a citation (BibTeX)", r"\A\s*@\w+\s*\{", "give it to living-review new study --from"),
    ("a citation (RIS)", r"\A\s*TY  - ", "give it to living-review new study --from"),
    (
        "the marks of two versions that git could not merge",
        r"^(<{7}|={7}|>{7})( |$)",
        "keep what is right of the lines between <<<<<<< and >>>>>>>, and delete these marks",
    ),
    ("a code block of Markdown", r"^```", "delete the lines with ```, and the text around them"),
    ("a table of Markdown", r"^\|? *:?-{3,}:? *\|[-:| ]*$", ""),
)
_FEWEST = 3
"""Separators in the first line of a table."""
_EXPECTED = "a study, or another file of the review, as YAML"
_BEGIN = "begin from evidence/annotated-example.yaml, or with living-review new study"


def other_format(path: str, text: str) -> Problem | None:
    """The problem that the file is something else, at the line that shows it; None if it may be YAML."""
    for found, sign, hint in _KINDS:
        if match := re.search(sign, text, re.MULTILINE | re.IGNORECASE):
            line = text.count("\n", 0, match.start()) + 1
            return Problem(Place(path, line, 1), "other-format", "(file)", found, _EXPECTED, hint or _BEGIN)
    first = text.partition("\n")[0]
    if ":" not in first and any(first.count(separator) >= _FEWEST for separator in ",;\t"):
        return Problem(Place(path, 1, 1), "other-format", "(file)", "a table (CSV)", _EXPECTED, _BEGIN)
    return None
