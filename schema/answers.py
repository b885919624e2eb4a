"""Write the JSON Schema of answers, which follows from the columns that the analyses declare.

make generate            # or: python schema/answers.py
"""

import json
from pathlib import Path

from rsetk_ld.analysis import kinds
from rsetk_ld.answers.schema import answer_schema

OUT = Path(__file__).resolve().parent.parent / "src" / "rsetk_ld" / "answers" / "answer.schema.json"


def text() -> str:
    """Return the schema as it is committed."""
    return json.dumps(answer_schema(kinds()), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    OUT.write_text(text(), encoding="utf-8", newline="\n")
