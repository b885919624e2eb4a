"""From a value of the canonical instance back to where it stands in the file.

The canonical form sorts lists and turns keys into IRIs, so the way back looks each value up by what it means.
"""

from collections.abc import Mapping
from typing import Any

from rsetk_ld.authoring.names import Names
from rsetk_ld.documents import Document
from rsetk_ld.findings import Path
from rsetk_ld.framework import Source
from rsetk_ld.identifiers import BadIdentifierError, canonical_tag
from rsetk_ld.vocabulary import Class, Slot, vocabulary

Step = str | int | tuple[str, str]
Steps = tuple[Step, ...]
"""Slots of the canonical form, each followed by which of its values is meant: the IRI for a reference or for
a part with a key, the index for a numbered part, the language for a text, language and text for a name."""


class Places:
    """Finds what a framework says in the files that it was read from."""

    def __init__(self, source: Source, names: Names) -> None:
        self.source, self.names = source, names

    def find(self, cls: Class, iri: str, steps: Steps) -> tuple[Document, Path] | None:
        """Return the document and the path of a value of an entry, or of the nearest part that exists.

        Nothing is found for a framework that was not read from files.
        """
        origin = self._origin(iri)
        if origin is None:
            return None
        document, path = origin
        node = descend(document.data, path)
        return document, self._trace(cls, node, path, steps)

    def states(self, cls: Class, iri: str, slot: str, value: str) -> bool:
        """Say whether the entry's own file gives this value, as against the other end of a symmetric link."""
        found, origin = self.find(cls, iri, (slot, value)), self._origin(iri)
        return found is None or origin is None or len(found[1]) == len(origin[1]) + 2

    def mentions(self, cls: Class, iri: str, slot: str, which: Step | None = None, inner: str = "") -> bool:
        """Say whether the file gives a slot of an entry, or an inner slot of one part, whatever its value."""
        found = self.find(cls, iri, () if which is None else (slot, which))
        if found is None:
            return False
        node = descend(found[0].data, found[1])
        if which is None:
            return isinstance(node, Mapping) and cls.slots[slot].authored in node
        part = vocabulary().classes[cls.slots[slot].range]
        return part.slots[inner].authored in node if isinstance(node, Mapping) else node is not None

    def _origin(self, iri: str) -> tuple[Document, Path] | None:
        if iri in self.source.origins:
            return self.source.origins[iri]
        framework = self.source.framework
        if framework is not None and iri == framework.iri and self.source.documents:
            return self.source.documents[0], ()
        return None

    def _trace(self, cls: Class, node: Any, path: Path, steps: Steps, short: str = "") -> Path:
        if not steps:
            return path
        if steps[0] == "id":  # no slot of the table: only the framework itself states it in a file
            return (*path, "id")
        slot = cls.slots[str(steps[0])]
        if isinstance(node, Mapping) and slot.authored in node:
            return self._inside(slot, node[slot.authored], (*path, slot.authored), steps[1:])
        if slot.name == short and (not isinstance(node, Mapping) or slot.value == "texts"):
            return self._inside(slot, node, path, steps[1:])
        return path

    def _inside(self, slot: Slot, node: Any, path: Path, steps: Steps) -> Path:
        """Follow the steps from the value of a slot."""
        if not steps:
            return path
        which, rest = steps[0], steps[1:]
        if slot.value == "texts":
            return (*path, *_tags(node, which)[:1]) if isinstance(node, Mapping) else path
        if slot.value == "tagged" and isinstance(which, tuple):
            return _tagged(node, path, *which)
        if slot.value == "part":
            cls = vocabulary().classes[slot.range]
            key = self._part(slot, cls, node, which)
            return path if key is None else self._trace(cls, node[key], (*path, key), rest, slot.short)
        if isinstance(node, list):
            for place, item in enumerate(node):
                if item == which or self._meaning(slot, item) == which:
                    return (*path, place)
        return path

    def _part(self, slot: Slot, cls: Class, node: Any, which: Step) -> str | int | None:
        if slot.numbered:
            return which if isinstance(node, list) and isinstance(which, int) and which < len(node) else None
        if slot.keyed_by and isinstance(node, Mapping):
            target = cls.slots[slot.keyed_by]
            return next((key for key in node if self._meaning(target, key) == which), None)
        return None

    def _meaning(self, slot: Slot, text: Any) -> str:
        """Return the IRI that a name in a file stands for, or nothing."""
        try:
            if slot.range == "Level":
                return self.names.level(text)
            if slot.value == "reference":
                return self.names.reference(slot.range, text)
            return self.names.iri(text) if slot.value == "iri" else ""
        except BadIdentifierError:
            return ""


def descend(data: Any, path: Path) -> Any:
    """Return the value at a path, or None.

    >>> descend({"skills": {"testing": {"requires": ["coding"]}}}, ("skills", "testing", "requires", 0))
    'coding'
    """
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _tagged(node: Any, path: Path, tag: str, text: str) -> Path:
    if isinstance(node, Mapping):
        # One language may be written in two ways, and only one of them has the name.
        paths = [_tagged(node[key], (*path, key), tag, text) for key in _tags(node, tag)]
        return max(paths, key=len, default=path)
    return (*path, node.index(text)) if isinstance(node, list) and text in node else path


def _tags(node: Mapping[str, Any], tag: Step) -> list[str]:
    """Return the keys of a mapping that stand for a language, however they are written.

    >>> _tags({"en": "Colour", "en-gb": "Colour"}, "en-GB")
    ['en-gb']
    """
    return [key for key in node if canonical_tag(key) == tag]
