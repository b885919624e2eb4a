"""From a file to a `Document`."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING

from rsetk_ld.documents.decoding import decode, refuse_control_characters, unify
from rsetk_ld.documents.document import JSON, Document, Format
from rsetk_ld.documents.errors import DocumentError
from rsetk_ld.documents.kinds import kind_of
from rsetk_ld.documents.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from pathlib import Path

    from rsetk_ld.documents.yaml_text import Engine

_FORMATS: dict[str, Format] = {".json": "json", ".jsonld": "json", ".yaml": "yaml", ".yml": "yaml"}


def read_document(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in a file.

    >>> from pathlib import Path
    >>> read_document(Path("no-such-profile.yaml"))
    Traceback (most recent call last):
    rsetk_ld.documents.errors.DocumentError: no-such-profile.yaml: cannot be read: no such file
    """
    name = str(path)
    return parse_document(_read_bytes(path, name, limits.max_bytes), name=name, limits=limits)


def parse_document(
    data: bytes | str,
    *,
    name: str,
    format: str | None = None,  # noqa: A002 (what it is called everywhere)
    limits: Limits = DEFAULT_LIMITS,
    engine: Engine = "auto",
) -> Document:
    """The document in bytes or text; the format is told by the name's ending, else by the first character.

    >>> parse_document('{"title": "A"}', name="(standard input)").format
    'json'
    """
    try:
        if len(data) > limits.max_bytes:
            raise DocumentError("Y002", {"limit": limits.max_bytes})
        text = decode(data) if isinstance(data, bytes) else unify(data)
        used, parsed = _parse(text, _format(name, format), limits, engine)
        if not isinstance(parsed, dict):
            raise DocumentError("Y014", {"kind": kind_of(parsed)}, line=1, column=1)
    except DocumentError as error:
        error.name = name
        error.source = _line(data, error.line)
        raise
    return Document(name, text, parsed, used)


def _line(data: bytes | str, number: int | None) -> str:
    """The line of that number, as far as it can be read."""
    if number is None:
        return ""
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n", number)
    return lines[number - 1][:1000] if number <= len(lines) else ""


def _format(name: str, wanted: str | None) -> Format | None:
    if wanted is None:
        return _FORMATS.get(PurePath(name).suffix.lower())
    if wanted not in ("yaml", "json"):
        raise ValueError(f"format must be 'yaml' or 'json', not {wanted!r}")
    return "json" if wanted == "json" else "yaml"


def _parse(text: str, wanted: Format | None, limits: Limits, engine: Engine) -> tuple[Format, JSON]:
    if wanted is None and text.lstrip()[:1] in ("{", "["):
        try:
            return _parse(text, "json", limits, engine)
        except DocumentError as error:
            # {a: 1} starts like JSON and is YAML.
            if error.code != "Y004":
                raise
    if wanted == "json":
        from rsetk_ld.documents.json_text import load_json

        refuse_control_characters(text, "json")
        return "json", load_json(text, limits)
    from rsetk_ld.documents.yaml_text import load_yaml

    refuse_control_characters(text, "yaml")
    return "yaml", load_yaml(text, limits, engine)


def _read_bytes(path: Path, name: str, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(size + 1) if size <= max_bytes else b""
            # A device or a growing file gives more than its size; it is read up to the limit and no further.
            if len(data) > size:
                data += file.read(max_bytes + 1 - len(data))
    except (OSError, ValueError) as error:
        raise DocumentError("Y001", {"reason": f"cannot be read: {_why(error)}"}, name=name) from None
    if max(size, len(data)) > max_bytes:
        raise DocumentError("Y002", {"limit": max_bytes}, name=name)
    return data


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder; give the path of a file in it"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error)
