"""Where each kind of page is looked at: one usual page of it, and those that have given trouble."""

from __future__ import annotations

KINDS = {
    "agreement": (),  # Only a review that gives published conclusions has it.
    "benchmarks": ("benchmarks.html",),
    "case": ("case.html", "case/weights/int8.html"),
    "changes": ("changes.html",),
    "cite": ("cite.html",),
    "data": ("data.html",),
    "doubts": ("doubts.html",),
    "explorer": ("explorer.html",),
    "finding": (
        "findings/full/accuracy.html",
        "findings/full/dsc.html",
        "findings/ptq-int8/storage_size.html",
    ),
    "findings": ("findings/index.html",),
    "gaps": ("gaps.html", "gaps/weights.html", "syntheses/ptq-int8/gaps.html"),
    "glossary": ("glossary.html",),
    "history": ("history.html",),
    "home": ("index.html",),
    "impact": (),  # Only a preview has it.
    "living": ("living.html",),
    "method": ("method.html",),
    "selection": ("selection.html",),
    "source": ("sources/studies--paul-2022.html",),
    "studies": ("studies/index.html",),
    "study": ("studies/gonzalez-2024.html", "studies/tao-2022.html", "studies/xu-2021.html"),
    "subgroup": ("findings/subgroups.html", "findings/subgroups/hardware_class/microcontroller.html"),
    "submit": ("submit.html",),
    "synthesis": ("syntheses/full.html",),
    "tour": ("tour.html",),
    "tradeoff": ("tradeoff.html", "tradeoff/f1_score.html"),
    "withdrawn": (),  # Only a review that dropped a study has it.
}
"""By the stem of the page's module in ``generator/pages/kinds``; a test says which are missing."""

PAGES = [page for pages in KINDS.values() for page in pages]
