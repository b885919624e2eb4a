"""From the canonical instance to the authoring form, as short as a person would write it.

Each rule undoes one of `expand`. What a rule cannot shorten is written in a longer form that expands to the
same; `differences` says what even that would lose.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rsetk_ld.authoring.expand import canonical_order
from rsetk_ld.authoring.names import Names
from rsetk_ld.errors import RsetkError
from rsetk_ld.identifiers import BadIdentifierError, child, compact, is_key, key_of
from rsetk_ld.vocabulary import Class, Slot

Data = dict[str, Any]
Instance = dict[str, Any]

ADDRESSES = frozenset(
    {"base", "based_on", "found_in", "homepage", "license", "orcid", "ror", "see_also", "url"}
)
"""Slots whose values are pages, which people write as whole IRIs."""

FIRST = ("framework", "id", "rank", "label", "title", "alt_labels", "description", "definition", "scope_note")
"""What people look for first in an entry; the other slots follow in the order of the schema, parts last."""


class ContractError(RsetkError):
    """An instance that the authoring form has no words for."""


class Contractor:
    """Contracts entries of any class, with the names of one framework and one default language.

    `ranks` gives the levels to write as ranks rather than keys, `order` the place of what keys refer to among
    its like, `places` the position that an entry gets by its place in the files.
    """

    def __init__(
        self,
        names: Names,
        language: str,
        *,
        ranks: Mapping[str, int] | None = None,
        order: Mapping[str, int] | None = None,
        places: Mapping[str, int] | None = None,
    ) -> None:
        self.names, self.language = names, language
        self.ranks, self.order, self.places = ranks or {}, order or {}, places or {}
        self.vocabulary = names.vocabulary
        self._authored = {
            name: {text: word for word, text in enum.authored.items()}
            for name, enum in self.vocabulary.enums.items()
        }

    def entry(self, cls: Class, instance: Instance, iri: str, omit: frozenset[str] = frozenset()) -> Data:
        """Return the entry for an instance, without the slots in `omit`.

        `iri` is what it gets where it states none.
        """
        body = {} if instance["id"] == iri or cls.kind else {"id": instance["id"]}
        for slot in people_order(cls):
            value = instance.get(slot.name)
            if slot.name in omit or slot.derived or _nothing(value):
                continue
            body[slot.authored] = self.value(slot, value, instance["id"])
        return body

    def value(self, slot: Slot, value: Any, parent: str) -> Any:
        """Return the value of one slot as people write it."""
        if slot.value == "part":
            return self.parts(slot, value, parent)
        if slot.value == "texts":
            return self.texts(value)
        if slot.value == "tagged":
            return self._tagged(value)
        return [self._single(slot, item) for item in value] if slot.many else self._single(slot, value)

    def _single(self, slot: Slot, value: Any) -> Any:
        if slot.value == "enum":
            return self._authored[slot.range].get(value, value)
        if slot.value == "reference":
            return self.level(value) if slot.range == "Level" else self.reference(slot.range, value)
        return self.identifier(slot, value) if slot.value == "iri" else value

    def texts(self, value: Mapping[str, str]) -> str | dict[str, str]:
        """Return a plain text where there is only one, in the default language.

        >>> from rsetk_ld.framework import shipped
        >>> Contractor(shipped().names, "en").texts({"en": "Testing"})
        'Testing'
        """
        return value[self.language] if set(value) == {self.language} else dict(value)

    def _tagged(self, value: Iterable[Mapping[str, str]]) -> list[str] | dict[str, list[str]]:
        by_language: dict[str, list[str]] = {}
        for text in value:
            by_language.setdefault(text["tag"], []).append(text["value"])
        return by_language[self.language] if set(by_language) == {self.language} else by_language

    def reference(self, class_name: str, iri: str) -> str:
        """Return the key of an entry of the framework, else a CURIE or the IRI."""
        key = key_of(iri)
        if is_key(key) and self.names.known.get(class_name, {}).get(key) == iri:
            return key
        return self._short_iri(iri)

    def level(self, iri: str, *, as_key: bool = False) -> str | int:
        """Return the rank of a level, or its key.

        >>> from rsetk_ld.framework import shipped
        >>> Contractor(shipped().names, "en", ranks=shipped().rank).level("https://w3id.org/rsetk/level/expert")
        4
        """
        names: list[str | int] = [key_of(iri)]
        if iri in self.ranks and not as_key:
            names.insert(0, self.ranks[iri])
        for name in names:
            try:
                if self.names.level(name) == iri:
                    return name
            except BadIdentifierError:
                continue
        return self._short_iri(iri)

    def identifier(self, slot: Slot, iri: str) -> str:
        """Return an IRI as people write it in a slot: bare ORCID, key, CURIE, or as it is."""
        if slot.name == "orcid":
            return iri.removeprefix("https://orcid.org/")
        if slot.name in ADDRESSES:
            return iri
        return self.reference(slot.refers, iri) if slot.refers else self._short_iri(iri)

    def _short_iri(self, iri: str) -> str:
        return compact(iri, self.names.prefixes)

    def parts(self, slot: Slot, value: Any, parent: str) -> Any:
        """Return parts as a mapping, as a list, or as one entry."""
        cls = self.vocabulary.classes[slot.range]
        if slot.keyed:
            return self.keyed(cls, value)
        if slot.keyed_by == "id":
            return [self._evidence(cls, item) for item in sorted(value, key=canonical_order)]
        if slot.keyed_by:
            return self._keyed_by(slot, cls, value, parent)
        if slot.numbered:
            return self._numbered(slot, cls, value, parent)
        return self.entry(cls, value, "")

    def keyed(self, cls: Class, entries: Iterable[Instance]) -> Data:
        """Return the mapping from key to entry, with positions where the order does not give them.

        Entries without a position get that of their place in canonical order.
        """
        made: Data = {}
        last = 0
        for count, entry in enumerate(sorted(entries, key=canonical_order), start=1):
            key, place = key_of(entry["id"]), self.places.get(entry["id"], count)
            if key in made:
                raise ContractError(f"{entry['id']}: a second {cls.name} with the key `{key}`")
            if "rank" not in cls.slots:
                last = entry.get("position", max(place, last + 1))
                entry = {**entry, "position": None if last == place else last}
            made[key] = self.entry(cls, entry, entry["id"])
        return made

    def _keyed_by(self, slot: Slot, cls: Class, value: Iterable[Instance], parent: str) -> Data:
        target = cls.slots[slot.keyed_by]
        made: Data = {}
        for part in sorted(value, key=lambda part: self._place(part.get(target.name, ""))):
            referred = part.get(target.name, "")
            key = self._key(target, referred)
            if not referred or key in made:
                problem = f"a second statement about {key}" if referred else f"says about no {target.name}"
                raise ContractError(f"{part['id']}: {problem}; a file holds one for each {target.name}")
            usual = {s.name for s in cls.slots.values() if s.default and part.get(s.name) == s.default}
            iri = child(parent, referred.rpartition("/")[2])
            body = self.entry(cls, part, iri, frozenset({target.name, *usual}))
            made[key] = self._shortest(slot, cls, body)
        return made

    def _key(self, target: Slot, iri: str) -> str:
        if target.range == "Level":
            return str(self.level(iri, as_key=True))
        return self.reference(target.range, iri)

    def _place(self, iri: str) -> tuple[int, str]:
        return self.order.get(iri, len(self.order)), iri

    def _numbered(self, slot: Slot, cls: Class, value: Iterable[Instance], parent: str) -> list[Any]:
        ordered = sorted(value, key=lambda part: (part.get("position", 0), len(part["id"]), part["id"]))
        omit = frozenset({"position"})
        return [
            self._shortest(slot, cls, self.entry(cls, part, child(parent, str(place)), omit))
            for place, part in enumerate(ordered, start=1)
        ]

    def _evidence(self, cls: Class, part: Instance) -> Any:
        body = self.entry(cls, part, part["id"])
        return {"url": part["id"], **body} if body else part["id"]

    def _shortest(self, slot: Slot, cls: Class, body: Data) -> Any:
        """Return the bare value of the main slot, or the status, where nothing else is said."""
        if len(body) != 1 or not slot.short:
            return body
        (name, bare), status = next(iter(body.items())), cls.slots.get("status")
        if status and name == status.authored:
            return bare
        taken = status and bare in self.vocabulary.enums[status.range].authored
        mapping = isinstance(bare, dict) and (slot.short != "text" or "text" in bare)
        return body if name != cls.slots[slot.short].authored or taken or mapping else bare


def people_order(cls: Class) -> list[Slot]:
    """Return the slots of a class in the order in which people write them.

    >>> from rsetk_ld.vocabulary import vocabulary
    >>> [slot.authored for slot in people_order(vocabulary().classes["LevelScale"])][:3]
    ['label', 'definition', 'position']
    """
    places = {name: place for place, name in enumerate(FIRST)}

    def place(slot: Slot) -> int:
        long = slot.value == "part" and slot.many and slot.keyed_by != "id"
        return places.get(slot.name, len(places) + long)

    return sorted(cls.slots.values(), key=place)


def differences(cls: Class, was: Instance, now: Instance, classes: Mapping[str, Class]) -> Iterator[str]:
    """Yield, in words, what one instance says and another does not.

    Derived slots and empty values say nothing. A position that was missing may be there: that of the order.

    >>> from rsetk_ld.vocabulary import vocabulary
    >>> classes = vocabulary().classes
    >>> list(differences(classes["Person"], {"id": "urn:a", "name": "Ada"}, {"id": "urn:a"}, classes))
    ["urn:a: name 'Ada' would be lost"]
    """
    if was["id"] != now["id"]:
        yield f"{was['id']}: the identifier would become {now['id']}"
    for name in dict.fromkeys((*was, *now)):
        slot = cls.slots.get(name)
        before, after = was.get(name), now.get(name)
        if name == "id" or (slot and slot.derived) or (_nothing(before) and _nothing(after)):
            continue
        if name == "position" and before is None:
            continue
        if slot and slot.value == "part" and not _nothing(before):
            yield from _part_differences(slot, was["id"], before, after, classes)
        elif before != after:
            become = "be lost" if _nothing(after) else f"become {after!r}"
            yield f"{was['id']}: {name} {before!r} would {become}"


def _part_differences(
    slot: Slot, owner: str, before: Any, after: Any, classes: Mapping[str, Class]
) -> Iterator[str]:
    if not slot.many:
        before, after = [before], [after] if after else []
    later = {part["id"]: part for part in after or ()}
    for part in before:
        if part["id"] in later:
            yield from differences(classes[slot.range], part, later.pop(part["id"]), classes)
        else:
            yield f"{owner}: {part['id']} in {slot.name} would be lost"
    for iri in later:
        yield f"{owner}: {iri} would be added to {slot.name}"


def _nothing(value: object) -> bool:
    return value is None or value in ([], {})
