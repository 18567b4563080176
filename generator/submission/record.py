"""What was told about a study before anybody filled in its file."""

from __future__ import annotations

from dataclasses import dataclass


class SubmissionError(ValueError):
    """What was given cannot become a study file; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of results: a pair of values of one effect in one configuration.

    ``model`` is the name of the evidence model, an id; ``baseline`` and ``treated`` are numbers as they were written.
    An empty text is what was not told, or told in a way that cannot be read.
    """

    model: str
    effect: str
    unit: str = ""
    baseline: str = ""
    treated: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """What is known of a study; empty is what is not.

    ``context`` holds (aspect id, value); ``effects`` and ``models`` are what it reports, with or without ``results``;
    ``left_out`` are sentences about what was told and could not be taken up, for the person who goes on.
    """

    id: str = ""
    label: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    year: str = ""
    venue: str = ""
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    technique: str = ""
    design: str = ""
    design_because: str = ""
    read: str = ""
    by: str = ""
    context: tuple[tuple[str, str], ...] = ()
    models: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
