"""Answers: titled tables with notes, and the forms in which they are shown.

An analysis returns an `Answer`; everything here works on any of them, since each table says what its columns are.
"""

from rsetk_ld.answers.answer import Answer, Table, column
from rsetk_ld.answers.cells import counted
from rsetk_ld.answers.write import FORMATS, rendered

__all__ = ["FORMATS", "Answer", "Table", "column", "counted", "rendered"]
