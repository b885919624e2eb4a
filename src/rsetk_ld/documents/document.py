"""A document: data, the text it came from, and where in the text each value stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from rsetk_ld.documents.positions import Place

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"
Format: TypeAlias = Literal["yaml", "json"]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place in a text, counted from 1; columns count characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, as plain data that can still name its lines.

    The places are worked out when first asked for, since most files are right and never need them.

    >>> text = "skills:\\n  testing: {level: 9}\\n"
    >>> document = Document("p.yaml", text, {"skills": {"testing": {"level": 9}}})
    >>> document.position(["skills", "testing", "level"])
    Position(line=2, column=20)
    >>> document.position(["skills", "testing"], key=True)
    Position(line=2, column=3)
    >>> document.line(2)
    '  testing: {level: 9}'
    """

    name: str
    """What messages call the file."""
    text: str
    """The decoded text, without a byte order mark and with plain line feeds."""
    data: dict[str, JSON]
    """Aliased parts of a YAML file are one shared object here; copy before changing them."""
    format: Format = "yaml"
    _lines: list[str] = field(default_factory=list, init=False, repr=False, compare=False)
    _memo: dict[str, Place] = field(default_factory=dict, init=False, repr=False, compare=False)

    def position(self, path: Sequence[str | int], key: bool = False) -> Position:
        """The place of the value at a path, or of its key; of the nearest part that exists otherwise."""
        from rsetk_ld.documents.positions import locate, places

        if "root" not in self._memo:
            self._memo["root"] = places(self.text, self.format)
        return locate(self._memo["root"], path, key)

    def line(self, number: int) -> str:
        """One line of the text without its line break; empty outside the text."""
        if not self._lines:
            self._lines.extend(_LINE_BREAK.split(self.text))
        return self._lines[number - 1] if 1 <= number <= len(self._lines) else ""
