"""What an unquoted YAML word means: the core schema of YAML 1.2, without what JSON cannot carry.

Only `true` and `false` are booleans (so the language key `no` stays Norwegian), and dates stay text.
"""

import math
import re
from typing import Final, TypeAlias

from rsetk_ld.documents.kinds import shown
from rsetk_ld.documents.limits import MAX_DIGITS

Scalar: TypeAlias = str | int | float | bool | None

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_STARTS: Final = frozenset("+-.0123456789")
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_FLOAT = re.compile(FLOAT)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class UnsupportedNumberError(ValueError):
    """A number that is valid YAML or JSON and that no other program could be trusted to read."""


def resolve(word: str) -> Scalar:
    """The value of an unquoted scalar.

    >>> [resolve(word) for word in ("no", "true", "~", "017", "0x1F", "1e3", "2026-11-01", "12:30:00")]
    ['no', True, None, 17, 31, 1000.0, '2026-11-01', '12:30:00']
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _NUMBER_STARTS:
        return word
    if _DECIMAL.fullmatch(word):
        return to_int(word)
    if _FLOAT.fullmatch(word):
        return to_float(word)
    if _OCTAL.fullmatch(word):
        return to_int(word[2:], 8)
    if _HEXADECIMAL.fullmatch(word):
        return to_int(word[2:], 16)
    if _NOT_FINITE.fullmatch(word):
        raise UnsupportedNumberError(f"{word} is not a number that JSON can carry")
    return word


def to_int(digits: str, base: int = 10) -> int:
    """An integer, unless it is too long for other programs to print.

    >>> to_int("1" * 700)
    Traceback (most recent call last):
    rsetk_ld.documents.core_schema.UnsupportedNumberError: a number of more than 640 digits
    """
    if len(digits) > MAX_DIGITS:
        raise UnsupportedNumberError(f"a number of more than {MAX_DIGITS} digits")
    return int(digits, base)


def to_float(digits: str) -> float:
    """A float, unless it is larger than a float can be.

    >>> to_float("1e400")
    Traceback (most recent call last):
    rsetk_ld.documents.core_schema.UnsupportedNumberError: 1e400 is not a number that JSON can carry
    """
    value = float(digits)
    if not math.isfinite(value):
        raise UnsupportedNumberError(f"{shown(digits)} is not a number that JSON can carry")
    return value
