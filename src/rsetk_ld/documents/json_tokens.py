"""The words of a JSON text with their offsets, for messages and places; lenient, never slow."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """Offset and word, in order.

    >>> list(tokens('{"a:": 1}'))
    [(0, '{'), (1, '"a:"'), (5, ':'), (7, '1'), (8, '}')]
    """
    for match in _TOKEN.finditer(text):
        yield match.start(), match.group()
