"""Questions in SPARQL: one question a file, its parameters declared in the file and bound as terms.

>>> question("gap").parameters["target"].type
'target'
"""

from rsetk_ld.queries.binding import bind
from rsetk_ld.queries.question import Parameter, Question, parse_question, question, questions, read_question

__all__ = ["Parameter", "Question", "bind", "parse_question", "question", "questions", "read_question"]
