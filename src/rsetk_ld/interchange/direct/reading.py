"""Files from elsewhere as text, JSON and rows of CSV; within limits, since they may be hostile."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from rsetk_ld.documents import DEFAULT_LIMITS, JSON, DocumentError
from rsetk_ld.documents.decoding import decode, refuse_control_characters, unify
from rsetk_ld.documents.json_text import load_json
from rsetk_ld.errors import RsetkError

MAX_COLUMNS = 256
MAX_ROWS = 100_000

Line = tuple[int, list[str]]


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, with its line breaks as they are."""
    limit = DEFAULT_LIMITS.max_bytes
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise RsetkError(f"{path}: cannot be read ({error.strerror or error})") from None
    except ValueError as error:
        raise RsetkError(f"the path cannot be used: {error}") from None
    if len(data) > limit:
        raise RsetkError(f"{path}: the file has more than {limit:,} bytes; nothing of this kind is so large")
    return text_of(data, str(path))


def text_of(data: bytes, name: str) -> str:
    r"""Return the text in UTF-8 bytes, with its line breaks as they are.

    >>> text_of(b"\xef\xbb\xbfname\r\n", "a.csv")
    'name\r\n'
    """
    try:
        decode(data)
    except DocumentError as error:
        error.name = name
        raise
    return data.decode("utf-8-sig")


def parse_json(text: str, name: str) -> JSON:
    """Return the data of a JSON text, whatever its kind.

    >>> parse_json('[{"slug": "testing"}]', "skill.json")
    [{'slug': 'testing'}]
    """
    try:
        text = unify(text)
        refuse_control_characters(text, "json")
        return load_json(text, DEFAULT_LIMITS)
    except DocumentError as error:
        error.name = name
        raise


def csv_lines(text: str, name: str, *, strict: bool = True) -> Iterator[Line]:
    r"""Yield the number of the first line and the cells of each row that is not blank.

    >>> list(csv_lines('a,b\r\n"1\n2",3\r\n\r\nx,y', "a.csv"))
    [(1, ['a', 'b']), (2, ['1\n2', '3']), (5, ['x', 'y'])]
    """
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise RsetkError(f"{name}:{line}: holds the character U+0000 (NULL); this is no CSV file")
    reader = csv.reader(io.StringIO(text, newline=""), strict=strict)
    start, rows = 1, 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise RsetkError(f"{name}:{start}: the row that starts here is not CSV: {error}") from None
        if cells is None:
            return
        if len(cells) > MAX_COLUMNS:
            raise RsetkError(
                f"{name}:{start}: a row of {len(cells)} cells; more than {MAX_COLUMNS} are refused"
            )
        if any(cells):
            rows += 1
            yield start, cells
        if rows > MAX_ROWS:
            raise RsetkError(f"{name}: more than {MAX_ROWS:,} rows; nothing of this kind is so long")
        start = reader.line_num + 1
