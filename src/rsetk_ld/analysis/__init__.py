"""Questions that people ask about profiles, roles and teams; each module answers one.

Files go into a store (`corpus`), a question in SPARQL is asked (`rsetk_ld.queries`), and its rows become an answer
(`rsetk_ld.answers`).
"""

from rsetk_ld.analysis.corpus import Corpus, InvalidFileError, Subject

__all__ = ["Corpus", "InvalidFileError", "Subject"]
