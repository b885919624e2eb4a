"""From a folder to a framework: read every file, merge, resolve every name.

All problems of all files are collected; the framework is made from what is left, so that one mistake does
not hide the next.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rsetk_ld.authoring.expand import Expander, canonical_order
from rsetk_ld.authoring.names import Names
from rsetk_ld.authoring.structure import pruned, structure_findings
from rsetk_ld.documents import Document, DocumentError, read_document
from rsetk_ld.findings import Finding, Findings, located
from rsetk_ld.findings import Path as Steps
from rsetk_ld.framework.model import LISTS, Framework
from rsetk_ld.identifiers import BadIdentifierError, check_iri
from rsetk_ld.vocabulary import Class, vocabulary

IDENTITY = "framework.yaml"
SUFFIXES = {".yaml", ".yml", ".json"}
BY_LIST = {slot: name for name, slot in LISTS.items()}


@dataclass
class Source:
    """A framework as read from a folder, with where everything came from.

    `framework` is None where the folder has no usable identity file. `origins` gives, for the IRI of each
    entry, the document and the path to it.
    """

    folder: Path
    framework: Framework | None = None
    findings: list[Finding] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    origins: dict[str, tuple[Document, Steps]] = field(default_factory=dict)

    @property
    def valid(self) -> bool:
        """Whether the folder gave a framework without errors."""
        return self.framework is not None and not any(f.severity == "error" for f in self.findings)


def framework_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a framework folder in reading order: the identity first, then by path.

    Hidden files and the folders `examples` and `mappings`, which hold profiles and SSSOM tables, are no part
    of it.
    """
    yield folder / IDENTITY
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).parts):
        steps = path.relative_to(folder).parts
        if any(step.startswith(".") for step in steps) or steps[0] in {"examples", "mappings"}:
            continue
        if path.suffix.lower() in SUFFIXES and path.is_file() and steps != (IDENTITY,):
            yield path


def compile_framework(folder: Path) -> Source:
    """Read a framework folder.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> compile_framework(shipped_folder()).valid
    True
    """
    source = Source(folder)
    parts = list(_read(source))
    if not parts or parts[0][0].name != str(folder / IDENTITY):
        return source
    identity = parts[0][1]
    missing = {"id", "title", "version", "base", "default_language"} - set(identity)
    if missing:
        return source
    merged = _merge(source, parts)
    data = _expand(source, identity, parts[0][0], merged)
    if "base" in data:  # else it is no IRI, and nothing can be named
        source.framework = Framework(data)
    return source


def _read(source: Source) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Yield each document with what of its data has the right structure."""
    for path in framework_files(source.folder):
        try:
            document = read_document(path)
        except DocumentError as error:
            source.findings.append(error.finding())
            continue
        source.documents.append(document)
        shape = "framework" if path == source.folder / IDENTITY else "fragment"
        found = structure_findings(document.data, shape, document.name)
        source.findings += located(found, document)
        yield document, pruned(document.data, found)


Merged = dict[str, dict[str, tuple[Mapping[str, Any], Document, Steps]]]


def _merge(source: Source, parts: list[tuple[Document, dict[str, Any]]]) -> Merged:
    """Join the mappings of all files, by list and key; the first of two entries with one key stays."""
    merged: Merged = {slot: {} for slot in BY_LIST}
    for place, (document, data) in enumerate(parts):
        found = Findings(file=document.name)
        for name, value in data.items():
            if name not in merged:
                if place:
                    found.add("F036", (name,), at_key=True, name=name)
                continue
            for key, entry in value.items():
                if key in merged[name]:
                    first = merged[name][key][1]
                    line = first.position(merged[name][key][2], key=True).line
                    found.add("F001", (name, key), at_key=True, name=key, first=f"{first.name}:{line}")
                else:
                    merged[name][key] = (entry, document, (name, key))
        source.findings += located(found, document)
    return merged


def _expand(source: Source, identity: dict[str, Any], document: Document, merged: Merged) -> dict[str, Any]:
    known = vocabulary()
    names = _names(source, identity, document, merged)
    language = identity["default_language"]
    found = Findings(file=document.name)
    head = {name: value for name, value in identity.items() if name not in merged and name != "id"}
    data = Expander(names, language, found).entry(known.classes["Framework"], head, identity["id"], ())
    if merged["scales"]:
        first = f"{identity['base']}scale/{next(iter(merged['scales']))}"
        data.setdefault("default_scale", first)
    source.findings += located(found, document)
    for slot, entries in merged.items():
        made = [
            _expand_entry(source, known.classes[BY_LIST[slot]], names, language, key, place, entry)
            for place, (key, entry) in enumerate(entries.items(), start=1)
        ]
        if made:
            data[slot] = sorted(made, key=canonical_order)
    _symmetric(data)
    return data


def _names(source: Source, identity: Mapping[str, Any], document: Document, merged: Merged) -> Names:
    known = vocabulary()
    base, prefix = identity["base"], identity.get("prefix", "")
    found = Findings(file=document.name)
    for name in ("id", "base"):
        try:
            check_iri(identity[name])
        except BadIdentifierError as bad:
            found.add_bad(bad, (name,))
    source.findings += located(found, document)
    keys = {
        BY_LIST[slot]: [f"{base}{known.classes[BY_LIST[slot]].kind}/{key}" for key in entries]
        for slot, entries in merged.items()
    }
    scales = []
    for key, (entry, _, _) in merged["scales"].items():
        levels = [
            {"id": f"{base}level/{name}", "rank": level["rank"], "label": _plain(level.get("label", {}))}
            for name, level in entry.get("levels", {}).items()
            if isinstance(level.get("rank"), int)
        ]
        scales.append({"id": f"{base}scale/{key}", "levels": levels})
        keys.setdefault("Level", []).extend(level["id"] for level in levels)
    default = identity.get("scale") or next(iter(merged["scales"]), "")
    return Names(known, base, prefix, keys, scales, f"{base}scale/{default}")


def _plain(label: Any) -> dict[str, str]:
    return {"": label} if isinstance(label, str) else label


def _expand_entry(
    source: Source,
    cls: Class,
    names: Names,
    language: str,
    key: str,
    place: int,
    origin: tuple[Mapping[str, Any], Document, Steps],
) -> dict[str, Any]:
    entry, document, path = origin
    found = Findings(file=document.name)
    iri = f"{names.known[cls.name][key]}"
    made = Expander(names, language, found).entry(cls, entry, iri, path)
    made.setdefault("position", place)
    source.origins[iri] = (document, path)
    for level in made.get("levels", ()):
        source.origins[level["id"]] = (document, (*path, "levels", level["id"].rpartition("/")[2]))
    source.findings += located(found, document)
    return made


def _symmetric(data: dict[str, Any]) -> None:
    """Write every symmetric link on both sides, as RDF has it."""
    for name, cls in vocabulary().classes.items():
        slots = [slot.name for slot in cls.slots.values() if slot.symmetric]
        entries = {entry["id"]: entry for entry in data.get(LISTS.get(name, ""), ())} if slots else {}
        for slot in slots:
            pairs = [(iri, other) for iri, entry in entries.items() for other in entry.get(slot, ())]
            for iri, other in pairs:
                linked = entries[other].setdefault(slot, [])
                if iri not in linked:
                    linked.append(iri)
            for entry in entries.values():
                if slot in entry:
                    entry[slot].sort()
