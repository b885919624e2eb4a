"""An answer in the form that was asked for."""

import json
from importlib import import_module

from rsetk_ld.answers.answer import Answer
from rsetk_ld.errors import UsageError

FORMATS = ("text", "json", "csv", "markdown")


def rendered(answer: Answer, format_: str, *, table: str = "", columns: int = 100) -> str:
    """Return an answer as text in one of `FORMATS`.

    CSV holds one table: the main one, or the one that `table` names. `columns` is the width for text.
    Raises `UsageError` for a table or format that there is not.
    """
    if table and (format_ != "csv" or table not in {each.name for each in answer.tables}):
        names = ", ".join(each.name for each in answer.tables)
        raise UsageError(f"no table `{table}` here; CSV can hold one of {names}")
    if format_ == "json":
        return json.dumps(answer.as_dict(), indent=1, ensure_ascii=False) + "\n"
    if format_ == "csv":
        from rsetk_ld.answers.as_csv import text

        return text(answer.table(table) if table else answer.tables[0])
    if format_ not in FORMATS:
        raise UsageError(f"no format `{format_}`; there are {', '.join(FORMATS)}")
    module = import_module(f"rsetk_ld.answers.as_{format_}")
    made = module.lines(answer, columns) if format_ == "text" else module.lines(answer)
    return "\n".join(made) + "\n"
