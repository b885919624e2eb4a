"""Mapping sets in the TSV of SSSOM (https://w3id.org/sssom/), read into the model.

Only what the model has a place for is kept: this is for asking questions about mappings. A maintained library reads
the same files in the tests, and is what checks them.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rsetk_ld.documents import DocumentError, parse_document
from rsetk_ld.errors import UsageError
from rsetk_ld.identifiers import expand
from rsetk_ld.rdf.emit import Triple
from rsetk_ld.rdf.terms import iri
from rsetk_ld.vocabulary import vocabulary

SUFFIX = ".sssom.tsv"
NOTHING = "https://w3id.org/sssom/NoTermFound"
_HEAD = {
    "mapping_set_title": "title",
    "mapping_set_description": "description",
    "mapping_set_version": "version",
    "license": "license",
    "subject_source": "subject_source",
    "object_source": "object_source",
}
_RENAMED = {"confidence": "mapping_confidence"}


def read_mappings(path: Path) -> dict[str, Any]:
    """Return the canonical MappingSet in a file.

    Raises `UsageError` where the file is not SSSOM in TSV, or uses a prefix that it does not declare.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> found = read_mappings(shipped_folder() / "mappings" / "draft-2023-levels.sssom.tsv")
    >>> found["mappings"][0]["predicate_id"]
    'http://www.w3.org/2004/02/skos/core#broadMatch'
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        head = parse_document(
            "\n".join(line[1:] for line in lines if line.startswith("#")) + "\n", name=path.name
        ).data
    except (OSError, UnicodeDecodeError, DocumentError) as error:
        raise UsageError(f"{path}: cannot be read as a mapping set ({error})") from None
    if "mapping_set_id" not in head:
        raise UsageError(f"{path}: a mapping set in SSSOM begins with lines such as `#mapping_set_id: ...`")
    declared: Any = head.get("curie_map", {})
    prefixes = {**vocabulary().prefixes, **declared}
    table = csv.DictReader(
        (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    made: dict[str, Any] = {"id": head["mapping_set_id"]}
    for name, slot in _HEAD.items():
        if name in head:
            made[slot] = _value("MappingSet", slot, str(head[name]), prefixes, path)
    rows = [_mapping(row, prefixes, path) for row in table]
    made["mappings"] = [{"id": f"{made['id']}#{number}", **row} for number, row in enumerate(rows, start=1)]
    return made


def _mapping(row: Mapping[str, Any], prefixes: Mapping[str, str], path: Path) -> dict[str, Any]:
    slots = vocabulary().classes["Mapping"].slots
    made: dict[str, Any] = {}
    for column, text in row.items():
        slot = _RENAMED.get(column, column)
        if text and slot in slots:
            made[slot] = _value("Mapping", slot, text, prefixes, path)
    return made


def _value(class_name: str, slot: str, text: str, prefixes: Mapping[str, str], path: Path) -> Any:
    facts = vocabulary().classes[class_name].slots[slot]
    try:
        if facts.value in {"iri", "reference"}:
            made: Any = expand(text, prefixes)
        elif facts.value == "decimal":
            made = float(text)
        else:
            made = text
    except ValueError:
        raise UsageError(f"{path}: `{text}` is not a value for `{slot}`") from None
    if facts.value == "texts":
        return {"en": made}
    return [made] if facts.many else made


def plain_mappings(mapping_set: Mapping[str, Any]) -> Iterator[Triple]:
    """Yield each mapping as one triple, as SKOS has it; a subject without any counterpart gives none.

    >>> next(plain_mappings({"mappings": [{"subject_id": "a:s", "predicate_id": "a:p", "object_id": "a:o"}]}))
    ('<a:s>', '<a:p>', '<a:o>')
    """
    for mapping in mapping_set["mappings"]:
        if NOTHING not in {mapping["subject_id"], mapping["object_id"]}:
            yield iri(mapping["subject_id"]), iri(mapping["predicate_id"]), iri(mapping["object_id"])
