"""Questions that people ask about profiles, roles and teams; each module answers one.

Files go into a store (`corpus`), a question in SPARQL is asked (`rsetk_ld.queries`), and its rows become an answer
(`rsetk_ld.answers`).
"""

from importlib import import_module

from rsetk_ld.analysis.corpus import Corpus, InvalidFileError, Subject
from rsetk_ld.answers import Answer

KINDS = {
    "compare": "compare:Comparison",
    "gap": "gap:Gap",
    "heatmap": "heatmap:Heatmap",
    "history": "history:History",
    "plan": "plan:Plan",
    "portrait": "portrait:Portrait",
    "questions": "ask:QuestionList",
    "resources": "teaching:Resources",
    "shareable-team": "shareable:SharedTeam",
    "suggest": "suggest:Suggestion",
    "team": "team:Team",
    "wheel": "wheel:Wheel",
}
"""Every kind of answer with fixed columns, and the class that makes it."""


def kinds() -> list[type[Answer]]:
    """Return the classes of all kinds of answers with fixed columns.

    >>> "gap" in [each.kind for each in kinds()]
    True
    """
    places = (place.split(":") for place in KINDS.values())
    return [getattr(import_module(f"rsetk_ld.analysis.{module}"), name) for module, name in places]


__all__ = ["KINDS", "Corpus", "InvalidFileError", "Subject", "kinds"]
