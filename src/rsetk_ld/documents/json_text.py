"""JSON text to data: Python's own parser, and a slow reading that finds the place of what is wrong."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from rsetk_ld.documents.core_schema import UnsupportedNumberError, to_float, to_int
from rsetk_ld.documents.decoding import place_of
from rsetk_ld.documents.errors import DocumentError
from rsetk_ld.documents.json_tokens import tokens
from rsetk_ld.documents.kinds import shown

if TYPE_CHECKING:
    from rsetk_ld.documents.document import JSON
    from rsetk_ld.documents.limits import Limits


def load_json(text: str, limits: Limits) -> JSON:
    """The data of a JSON text.

    >>> from rsetk_ld.documents.limits import Limits
    >>> load_json('{"a": [1, null]}', Limits())
    {'a': [1, None]}
    >>> load_json('{"a": 1, "a": 2}', Limits())
    Traceback (most recent call last):
    rsetk_ld.documents.errors.DocumentError: 1:10: the key "a" appears twice, first on line 1; keep one
    """
    if not text or text.isspace():
        raise DocumentError("Y011", line=1, column=1)
    if _may_be_deep(text, limits.max_depth) or len(text) > min(limits.max_scalar, limits.max_nodes):
        _refuse_excess(text, limits)
    try:
        data: JSON = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_float=to_float,
            parse_int=to_int,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        _refuse_malformed(text, error)
    except UnsupportedNumberError:
        _refuse_number(text)
    except _DuplicateKeyError:
        _refuse_duplicate(text)
    if "\\u" in text:
        _refuse_half_pairs(text)
    return data


class _DuplicateKeyError(Exception):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise _DuplicateKeyError
    return mapping


def _no_constant(word: str) -> NoReturn:
    raise UnsupportedNumberError(f"{word} is not a number that JSON can carry")


_KEEP_BRACKETS = bytes(byte for byte in range(256) if byte not in b'[]{}"')
_SQUARE = bytes.maketrans(b"{}", b"[]")
_STRING = re.compile(rb'"[^"]*"')


def _may_be_deep(text: str, max_depth: int) -> bool:
    """True unless the brackets surely close within the depth: each pass takes the innermost pairs away."""
    if "\\" in text:
        text = re.sub(r"\\.", "", text, flags=re.DOTALL)
    brackets = _STRING.sub(b"", text.encode().translate(_SQUARE, _KEEP_BRACKETS))
    for _ in range(max_depth):
        if not brackets:
            return False
        brackets = brackets.replace(b"[]", b"")
    return bool(brackets)


def _refuse_excess(text: str, limits: Limits) -> None:
    depth = nodes = 0
    for offset, token in tokens(text):
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
        if token not in "]},:":
            nodes += 1
        if depth > limits.max_depth:
            _refuse("Y006", text, offset, limit=limits.max_depth)
        if len(token) - 2 > limits.max_scalar:
            _refuse("Y009", text, offset, limit=limits.max_scalar)
        if nodes > limits.max_nodes:
            _refuse("Y007", text, offset, reason=f"more than {limits.max_nodes:,} values")


def _refuse_number(text: str) -> NoReturn:
    for offset, token in tokens(text):
        if token[0] in "-0123456789NI":
            try:
                if token.lstrip("-").isdecimal():
                    to_int(token)
                else:
                    to_float(token)
            except UnsupportedNumberError as error:
                _refuse("Y004", text, offset, reason=str(error))
            except ValueError:
                break
    raise DocumentError("Y004", {"reason": "a number that JSON cannot carry"})


def _refuse_duplicate(text: str) -> NoReturn:
    open_keys: list[dict[str, int]] = []
    previous: tuple[int, str] = (0, "")
    for offset, token in tokens(text):
        if token in "[{":
            open_keys.append({})
        elif token in "]}":
            open_keys.pop()
        elif token == ":":
            key = json.loads(previous[1])
            line = place_of(text, previous[0])[0]
            first_line = open_keys[-1].setdefault(key, line)
            if open_keys[-1].get(f"{key}\0seen"):
                _refuse("Y005", text, previous[0], key=shown(key), first_line=first_line)
            open_keys[-1][f"{key}\0seen"] = 1
        previous = offset, token
    raise DocumentError("Y005", {"key": "?", "first_line": 1})


# A backslash and what follows; group 1 is an escape for half of a surrogate pair that has no other half.
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)")


def _refuse_half_pairs(text: str) -> None:
    for escape in _ESCAPE.finditer(text):
        if escape.group(1):
            reason = f"\\{escape.group(1)} is half of a surrogate pair; write the character itself"
            _refuse("Y004", text, escape.start(), reason=reason)


def _refuse_malformed(text: str, error: json.JSONDecodeError) -> NoReturn:
    if error.msg == "Extra data":
        if text[error.pos] in "[{":
            _refuse("Y010", text, error.pos)
        _refuse("Y004", text, error.pos, reason="the data ends before this; remove what follows")
    _refuse("Y004", text, error.pos, reason=f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}")


def _refuse(code: str, text: str, offset: int, **fields: object) -> NoReturn:
    line, column = place_of(text, offset)
    raise DocumentError(code, fields, line=line, column=column)
