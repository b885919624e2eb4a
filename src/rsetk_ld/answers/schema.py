"""The JSON Schema of answers in JSON, made from what their tables say about their columns."""

import json
from collections.abc import Iterable
from types import NoneType
from typing import Any, get_args, get_origin

from rsetk_ld.answers.answer import Answer, Column, columns_of
from rsetk_ld.vocabulary import PACKAGE

IDENTITY = "https://w3id.org/rsetk/docs/answer/1/answer.schema.json"
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}

Schema = dict[str, Any]


def answer_schema(kinds: Iterable[type[Answer]]) -> Schema:
    """Return the schema for some kinds of answers: an object whose `answer` tells the kind.

    >>> from rsetk_ld.analysis.teaching import Resources
    >>> answer_schema([Resources])["$defs"]["resources"]["properties"]["resources"]["items"]["required"][0]
    'step'
    """
    definitions = {kind.kind: _kind(kind) for kind in sorted(kinds, key=lambda kind: kind.kind)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTITY,
        "title": "Answers of rsetk-ld",
        "description": "What --format json prints. Further facts may be added; none is taken away in version 1.",
        "type": "object",
        "required": ["answer", "title", "notes"],
        "properties": {"answer": {"enum": list(definitions)}},
        "allOf": [
            {
                "if": {"properties": {"answer": {"const": name}}},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for name in definitions
        ],
        "$defs": definitions,
    }


def published_schema() -> Schema:
    """Return the schema of every kind of answer, as it is published at its address.

    >>> published_schema()["$id"] == IDENTITY
    True
    """
    made: Schema = json.loads((PACKAGE / "answers" / "answer.schema.json").read_text(encoding="utf-8"))
    return made


def _kind(kind: type[Answer]) -> Schema:
    tables = {
        name: {"type": "array", "description": (row.__doc__ or "").strip(), "items": _row(row)}
        for name, row in kind.rows.items()
    }
    return {
        "description": (kind.__doc__ or "").strip(),
        "type": "object",
        "required": ["answer", "title", "notes"],
        "properties": {
            "answer": {"const": kind.kind},
            "title": {"type": "string"},
            "notes": {"type": "array", "items": {"type": "string"}},
            **tables,
        },
    }


def _row(row: type) -> Schema:
    columns = columns_of(row)
    return {
        "type": "object",
        "required": [each.key for each in columns],
        "properties": {each.key: _cell(each) for each in columns},
        "additionalProperties": False,
    }


def _cell(each: Column) -> Schema:
    arrays = [_array(type_) for type_ in each.types if get_origin(type_) is tuple]
    plain = [_TYPES[type_] for type_ in each.types if get_origin(type_) is None]
    choices = [*arrays, *([{"type": plain[0] if len(plain) == 1 else plain}] if plain else [])]
    shape = choices[0] if len(choices) == 1 else {"anyOf": choices}
    return {"description": each.about, **shape}


def _array(type_: Any) -> Schema:
    member = get_args(type_)[0]
    members = [_TYPES[each] for each in get_args(member) or (member,)]
    return {"type": "array", "items": {"type": members[0] if len(members) == 1 else members}}
