"""The shapes in which DIRECT's tools keep profiles, told apart by content.

| shape | what it is |
|---|---|
| columns | CSV, an outline of the framework with one column per profile |
| profile | JSON, one profile with `user_data` |
| profiles | JSON, a list of profiles with `user_data` |
| chart | JSON, category to skill to level, of the toolkit of 2023 |
| link | a share link, or its query, one a line |
| rows | CSV, one rating a row, perhaps with a column for the user |
| links | CSV, one share link a row, with facts about the person |
"""

from rsetk_ld.documents import JSON
from rsetk_ld.errors import RsetkError
from rsetk_ld.interchange.direct.ratings import Notes, Place, Source
from rsetk_ld.interchange.direct.reading import parse_json
from rsetk_ld.interchange.direct.shapes_csv import read_csv
from rsetk_ld.interchange.direct.shapes_json import read_json
from rsetk_ld.interchange.direct.share_links import is_link, read_links


def read_source(text: str, name: str, notes: Notes) -> Source:
    """Return the profiles of a text; raises `RsetkError` where it has none of the shapes.

    >>> read_source('{"Testing": {"Unit tests": 3}}', "old.json", Notes("old.json")).shape
    'chart'
    """
    start = text.lstrip("\ufeff \t\r\n")
    if not start:
        raise RsetkError(f"{name}: the file is empty")
    if start[0] in "[{":
        data: JSON = parse_json(text, name)
        source = read_json(data, Place(), name, notes)
    elif is_link(start.splitlines()[0]):
        source = read_links(text, name, notes)
    else:
        source = read_csv(text, name, notes)
    if not source.sheets:
        raise RsetkError(f"{name}: there is no profile in it")
    return source
