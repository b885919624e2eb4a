"""The canonical instance as a file: what LinkML's own tools read and write.

It differs from the form in memory only in how identifiers and references are written: CURIEs of the schema's
prefixes, or of the framework's, where they fit. Addresses stay whole, since LinkML's `uri` knows no prefixes.
"""

import re
from collections.abc import Mapping
from typing import Any

from rsetk_ld.authoring.expand import canonical_order
from rsetk_ld.findings import Findings, Path
from rsetk_ld.identifiers import BadIdentifierError, canonical_tag, compact, expand
from rsetk_ld.vocabulary import Slot, vocabulary

Instance = dict[str, Any]
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)


def from_canonical(
    class_name: str,
    data: Mapping[str, Any],
    prefixes: Mapping[str, str],
    findings: Findings,
    spots: dict[str, Path],
    path: Path = (),
) -> Instance:
    """Return the instance in a canonical file, with whole IRIs and in canonical order.

    >>> data = {"id": "orcid:0000-0002-1825-0097", "name": "Ada Example"}
    >>> from_canonical("Person", data, vocabulary().prefixes, Findings(), {})["id"]
    'https://orcid.org/0000-0002-1825-0097'
    """
    cls = vocabulary().classes[class_name]

    def whole(text: str, where: Path) -> str:
        try:
            return expand(text, prefixes)
        except BadIdentifierError as bad:
            findings.add_bad(bad, where)
            return text

    def value(slot: Slot, given: Any, where: Path) -> Any:
        if slot.value == "part":
            return from_canonical(slot.range, given, prefixes, findings, spots, where)
        return whole(given, where) if slot.value in {"iri", "reference"} else given

    out: Instance = {"id": whole(data["id"], (*path, "id"))}
    spots[out["id"]] = path
    for name, given in data.items():
        slot = cls.slots.get(name)
        if slot is None or given is None:
            continue
        where = (*path, name)
        if given in ([], {}):
            continue
        if slot.value == "texts":
            out[name] = _texts(given, findings, where)
        elif slot.value == "tagged":
            pairs = {(canonical_tag(text["tag"]), text["value"]) for text in given}
            out[name] = [{"tag": tag, "value": text} for tag, text in sorted(pairs)]
        elif slot.many:
            made = [value(slot, item, (*where, place)) for place, item in enumerate(given)]
            out[name] = sorted(made, key=canonical_order) if slot.value == "part" else sorted(set(made))
        else:
            out[name] = value(slot, given, where)
    return out


def _texts(given: Mapping[str, Any], findings: Findings, where: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for tag, text in sorted(given.items()):
        own = canonical_tag(tag)
        if not LANGUAGE_TAG.fullmatch(own):
            findings.add("S010", (*where, tag), at_key=True, name=tag, rule="a language tag, such as `en` or `pt-BR`")
        elif own in texts:
            findings.add("F034", (*where, tag), at_key=True, language=own)
        else:
            texts[own] = text["text"] if isinstance(text, dict) else text
    return dict(sorted(texts.items()))


def to_canonical(class_name: str, instance: Mapping[str, Any], prefixes: Mapping[str, str]) -> Instance:
    """Return an instance as it stands in a canonical file: with CURIEs where a prefix fits.

    >>> to_canonical("Person", {"id": "https://orcid.org/0000-0002-1825-0097"}, vocabulary().prefixes)
    {'id': 'orcid:0000-0002-1825-0097'}
    """
    cls = vocabulary().classes[class_name]
    out: Instance = {"id": compact(instance["id"], prefixes)}
    for name, slot in cls.slots.items():
        given = instance.get(name)
        if given is None:
            continue
        if slot.value == "part":
            members = [to_canonical(slot.range, item, prefixes) for item in (given if slot.many else [given])]
            out[name] = members if slot.many else members[0]
        elif slot.value == "reference":
            short = [compact(item, prefixes) for item in (given if slot.many else [given])]
            out[name] = short if slot.many else short[0]
        else:
            out[name] = given
    return out
