"""Where in a text each value and key stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from rsetk_ld.documents.document import Format, Position
from rsetk_ld.documents.errors import DocumentError

_START = Position(1, 1)


class Place:
    """A value's position, its key's (or its own, in a sequence), and the places inside it."""

    __slots__ = ("at", "inside", "key_at")

    def __init__(self, at: Position, key_at: Position | None = None) -> None:
        self.at = at
        self.key_at = key_at or at
        self.inside: dict[str | int, Place] = {}


def places(text: str, text_format: Format) -> Place:
    """The place of the top value; as far as the text can be read.

    >>> places("a: [x, y]", "yaml").inside["a"].inside[1].at
    Position(line=1, column=8)
    """
    surveyor = _Surveyor()
    try:
        if text_format == "json":
            _survey_json(text, surveyor)
        else:
            _survey_yaml(text, surveyor)
    except (DocumentError, ValueError, IndexError):
        # Data that was changed or made elsewhere need not fit its text: what was seen so far still helps.
        pass
    return surveyor.top or Place(_START)


def locate(top: Place, path: Sequence[str | int], key: bool = False) -> Position:
    """The position at a path below a place; of the nearest part that exists otherwise.

    >>> top = places("a: {b: 1}", "yaml")
    >>> locate(top, ["a", "b"]), locate(top, ["a", "no such"], key=True)
    (Position(line=1, column=8), Position(line=1, column=1))
    """
    place = top
    for step in path:
        inner = place.inside.get(step)
        if inner is None:
            break
        place = inner
    return place.key_at if key else place.at


_Open: TypeAlias = "tuple[Place, bool]"


class _Surveyor:
    """Takes values in the order of the text and keeps their places as a tree."""

    def __init__(self) -> None:
        self.top: Place | None = None
        self.stack: list[_Open] = []
        self.key: tuple[str, Position] | None = None

    def value(self, at: Position, text: str | None = None) -> Place | None:
        """A value, or None when it is the key of a mapping."""
        if not self.stack:
            self.top = self.top or Place(at)
            return self.top
        parent, is_mapping = self.stack[-1]
        if not is_mapping:
            place = parent.inside[len(parent.inside)] = Place(at)
        elif self.key is None:
            self.key = (text or "", at)
            return None
        else:
            name, key_at = self.key
            place = parent.inside[name] = Place(at, key_at)
            self.key = None
        return place

    def open(self, at: Position, is_mapping: bool) -> Place:
        place = self.value(at) or Place(at)
        self.stack.append((place, is_mapping))
        return place

    def close(self) -> None:
        self.stack.pop()


def _survey_yaml(text: str, surveyor: _Surveyor) -> None:
    import yaml

    from rsetk_ld.documents.yaml_events import events

    event: Any
    anchors: dict[str, tuple[Place | None, str]] = {}
    for event in events(text):
        mark = event.start_mark
        at = Position(mark.line + 1, mark.column + 1) if mark else _START
        if isinstance(event, yaml.ScalarEvent):
            place = surveyor.value(at, event.value)
            if event.anchor:
                anchors[event.anchor] = place, event.value
        elif isinstance(event, yaml.CollectionStartEvent):
            place = surveyor.open(at, isinstance(event, yaml.MappingStartEvent))
            if event.anchor:
                anchors[event.anchor] = place, ""
        elif isinstance(event, yaml.CollectionEndEvent):
            surveyor.close()
        elif isinstance(event, yaml.AliasEvent):
            original, word = anchors[event.anchor or ""]
            place = surveyor.value(at, word)
            if place and original:
                place.inside = original.inside


def _survey_json(text: str, surveyor: _Surveyor) -> None:
    from rsetk_ld.documents.json_tokens import tokens

    line, line_start, seen = 1, 0, 0
    for offset, token in tokens(text):
        breaks = text.count("\n", seen, offset)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", seen, offset) + 1
        seen = offset
        at = Position(line, offset - line_start + 1)
        if token in "[{":
            surveyor.open(at, token == "{")
        elif token in "]}":
            surveyor.close()
        elif token not in ",:":
            surveyor.value(at, json.loads(token) if token[0] == '"' else None)
