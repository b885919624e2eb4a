"""Whether parsed data is what we promise: text keys, finite numbers, bounded depth."""

from __future__ import annotations

from typing import Any

from rsetk_ld.documents.limits import MAX_DIGITS

# A bound on bits, since the digits of a large integer are slow to count.
_MAX_BITS = MAX_DIGITS * 3
# PyYAML wants the colon within 1,024 characters of the key's start, and an escape takes up to ten of them.
_MAX_KEY = 100


def is_plain(data: Any, max_depth: int) -> bool:  # noqa: C901 (one loop, for speed)
    """True for a mapping of JSON data that both YAML engines are known to read alike.

    >>> is_plain({"a": [1, 2.5, None]}, 8), is_plain({1: "a"}, 8), is_plain({"a": float("inf")}, 8)
    (True, False, False)
    """
    if type(data) is not dict:
        return False
    level: list[Any] = [data]
    for _ in range(max_depth):
        below: list[Any] = []
        for collection in level:
            if type(collection) is dict:
                for key in collection:
                    if type(key) is not str or len(key) > _MAX_KEY:
                        return False
                values = collection.values()
            else:
                values = collection
            for value in values:
                kind = type(value)
                if kind is str:
                    continue
                if kind is dict or kind is list:
                    below.append(value)
                elif kind is float:
                    # False for infinities and for what is not a number.
                    if value - value != 0:
                        return False
                elif kind is int and value.bit_length() > _MAX_BITS:
                    return False
        if not below:
            return True
        level = below
    return False
