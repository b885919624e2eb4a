"""The canonical instance as a file: what LinkML's own tools read and write.

It differs from the form in memory only in how identifiers and references are written: CURIEs of the schema's
prefixes, or of the framework's, where they fit. Addresses stay whole, since LinkML's `uri` knows no prefixes.
"""

import re
from collections.abc import Mapping
from typing import Any

from rsetk_ld.authoring.expand import canonical_order, numbered_order
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
    return _Reader(prefixes, findings, spots).instance(class_name, data, path)


class _Reader:
    """Reads the instances of one canonical file."""

    def __init__(self, prefixes: Mapping[str, str], findings: Findings, spots: dict[str, Path]) -> None:
        self.prefixes, self.findings, self.spots = prefixes, findings, spots

    def instance(self, class_name: str, data: Mapping[str, Any], path: Path) -> Instance:
        out: Instance = {"id": self._whole(data["id"], (*path, "id"))}
        self.spots[out["id"]] = path
        slots = vocabulary().classes[class_name].slots
        for name, given in data.items():
            if name in slots and given is not None and given not in ([], {}):
                out[name] = self._value(slots[name], given, (*path, name))
        return out

    def _value(self, slot: Slot, given: Any, where: Path) -> Any:
        if slot.value == "texts":
            return _texts(given, self.findings, where)
        if slot.value == "tagged":
            pairs = {(canonical_tag(text["tag"]), text["value"]) for text in given}
            return [{"tag": tag, "value": text} for tag, text in sorted(pairs)]
        if not slot.many:
            return self._single(slot, given, where)
        made = [self._single(slot, item, (*where, place)) for place, item in enumerate(given)]
        if slot.value != "part":
            return sorted(set(made))
        return sorted(made, key=numbered_order if slot.numbered else canonical_order)

    def _single(self, slot: Slot, given: Any, where: Path) -> Any:
        if slot.value == "part":
            return self.instance(slot.range, given, where)
        return self._whole(given, where) if slot.value in {"iri", "reference"} else given

    def _whole(self, text: str, where: Path) -> str:
        try:
            return expand(text, self.prefixes)
        except BadIdentifierError as bad:
            self.findings.add_bad(bad, where)
            return text


def _texts(given: Mapping[str, Any], findings: Findings, where: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for tag, text in sorted(given.items()):
        own = canonical_tag(tag)
        if not LANGUAGE_TAG.fullmatch(own):
            findings.add(
                "S010", (*where, tag), at_key=True, name=tag, rule="a language tag, such as `en` or `pt-BR`"
            )
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
