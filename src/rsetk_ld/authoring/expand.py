"""From the authoring form to the canonical instance.

Each rule is small and undone by `contract`: a plain text is a text in the default language; a key, a CURIE or
a rank is an IRI; a mapping from key to entry is a list of entries with identifiers; a bare value in the place
of an entry is its main slot; what a profile states once holds for every assertion.

The data must have passed the structural layer; where a name means nothing, a finding is added and the value
left out.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from rsetk_ld.authoring.names import Names
from rsetk_ld.findings import Findings, Path
from rsetk_ld.identifiers import BadIdentifierError, canonical_tag, child
from rsetk_ld.vocabulary import Class, Slot

Data = Mapping[str, Any]
Instance = dict[str, Any]


class Expander:
    """Expands entries of any class, with the names of one framework and one default language."""

    def __init__(
        self, names: Names, language: str, findings: Findings, spots: dict[str, Path] | None = None
    ) -> None:
        self.names, self.language, self.findings = names, language, findings
        self.spots: dict[str, Path] = {} if spots is None else spots
        self.vocabulary = names.vocabulary
        self._values: dict[str, Callable[[Slot, Any, Path], Any]] = {
            "texts": self._texts,
            "tagged": self._tagged,
            "enum": self._enum,
            "reference": self._reference,
            "iri": self._iri,
            "integer": lambda slot, value, path: int(value),
        }

    def entry(self, cls: Class, data: Data, iri: str, path: Path, *, bare: bool = False) -> Instance:
        """Return the canonical instance of `cls` for one entry, under the given IRI.

        `bare` says that the file has only the value of the main slot there, so that the path ends here.
        A part may state an IRI of its own.
        """
        if "id" in data and not cls.kind:
            iri = self._stated(data["id"], (*path, "id")) or iri
        out: Instance = {"id": iri}
        self.spots[iri] = path
        for name, value in data.items():
            slot = cls.by_authored.get(name)
            if slot is None:
                continue
            made = self.value(slot, value, iri, path if bare else (*path, name))
            if made is not None and made != []:
                out[slot.name] = made
        return out

    def value(self, slot: Slot, value: Any, parent: str, path: Path) -> Any:
        """Return the canonical value of one slot, or None where nothing can be made of it."""
        if slot.value == "part":
            return self.parts(slot, value, parent, path)
        single = self._values.get(slot.value)
        if single is None:
            return sorted(value) if slot.many else value
        if not slot.many:
            return single(slot, value, path)
        if slot.value != "tagged":
            made = [single(slot, item, (*path, place)) for place, item in enumerate(value)]
            return sorted({item for item in made if item is not None})
        return single(slot, value, path)

    def parts(self, slot: Slot, value: Any, parent: str, path: Path) -> Any:
        """Return the parts of an entry: a list in canonical order, or one instance."""
        cls = self.vocabulary.classes[slot.range]
        if slot.keyed:
            return self.keyed(cls, value, path)
        if slot.keyed_by == "id":
            return self._evidence(cls, value, path)
        if slot.keyed_by:
            return self._keyed_by(slot, cls, value, parent, path)
        if slot.numbered:
            made = []
            for place, item in enumerate(value):
                iri, spot = child(parent, str(place + 1)), (*path, place)
                if slot.short and not (isinstance(item, dict) and slot.short in item):
                    whole = self.entry(cls, {slot.short: item}, iri, spot, bare=True)
                else:
                    whole = self.entry(cls, item, iri, spot)
                if "position" in cls.slots:
                    whole["position"] = place + 1
                made.append(whole)
            return made
        return self.entry(cls, value, "", path)

    def keyed(self, cls: Class, value: Mapping[str, Data], path: Path) -> list[Instance]:
        """Return the entries of a mapping from key to entry, in the order of the file."""
        made = []
        for place, (key, data) in enumerate(value.items()):
            iri = f"{self.names.prefixes[self._own_prefix(cls)]}{key}"
            whole = self.entry(cls, data, iri, (*path, key))
            if "rank" not in cls.slots:
                whole.setdefault("position", place + 1)
            made.append(whole)
        return sorted(made, key=canonical_order)

    def _own_prefix(self, cls: Class) -> str:
        return next(name for name in reversed(self.names.prefixes) if name.split("-")[-1] == cls.kind)

    def _keyed_by(
        self, slot: Slot, cls: Class, value: Mapping[str, Any], parent: str, path: Path
    ) -> list[Instance]:
        made = []
        target = cls.slots[slot.keyed_by]
        known = self.names.known.get(target.range, {})
        lead = child(parent, "")
        seen: dict[str, str] = {}
        for key, item in value.items():
            spot = (*path, key)
            referred = known.get(key) or self._guard(target, key, spot, at_key=True)
            if referred is None:
                continue
            if referred in seen:
                self.findings.add("P006", spot, at_key=True, name=key, first=seen[referred])
                continue
            seen[referred] = key
            iri = lead + referred.rpartition("/")[2]
            if isinstance(item, dict):
                whole = self.entry(cls, item, iri, spot)
            else:
                whole = self._bare(cls.slots[slot.short], cls, item, iri, spot)
            whole[target.name] = referred
            for name, default in cls.defaults.items():
                whole.setdefault(name, default)
            made.append(whole)
        made.sort(key=_by_iri)
        return made

    def _bare(self, main: Slot, cls: Class, item: Any, iri: str, path: Path) -> Instance:
        """Return the instance for a bare value in the place of an entry: its main slot, or a status."""
        self.spots[iri] = path
        if main.range == "Level":
            level = self.names.levels.get(item)
            if level is not None:
                return {"id": iri, main.name: level}
            if "status" in cls.slots and item in self.vocabulary.enums[cls.slots["status"].range].authored:
                main = cls.slots["status"]
        made = self.value(main, item, iri, path)
        return {"id": iri} if made in (None, []) else {"id": iri, main.name: made}

    def _evidence(self, cls: Class, value: Sequence[Any], path: Path) -> list[Instance]:
        made: dict[str, Instance] = {}
        for place, item in enumerate(value):
            data = item if isinstance(item, dict) else {"url": item}
            if "url" not in data:
                continue  # the structural layer has said so
            spot = (*path, place, "url") if isinstance(item, dict) else (*path, place)
            try:
                iri = self.names.iri(data["url"])
            except BadIdentifierError as bad:
                self.findings.add_bad(bad, spot)
                continue
            if iri in made:
                self.findings.add("P007", spot, name=iri)
            made[iri] = self.entry(cls, data, iri, (*path, place))
        return sorted(made.values(), key=canonical_order)

    def _texts(self, slot: Slot, value: Any, path: Path) -> dict[str, str]:
        if isinstance(value, str):
            return {self.language: value}
        texts: dict[str, str] = {}
        for tag, text in sorted(value.items()):
            if canonical_tag(tag) in texts:
                self.findings.add("F034", (*path, tag), at_key=True, language=canonical_tag(tag))
            texts.setdefault(canonical_tag(tag), text)
        return dict(sorted(texts.items()))

    def _tagged(self, slot: Slot, value: Any, path: Path) -> list[dict[str, str]]:
        by_language = value if isinstance(value, dict) else {self.language: value}
        pairs = {
            (canonical_tag(tag), text)
            for tag, texts in by_language.items()
            for text in ([texts] if isinstance(texts, str) else texts)
        }
        return [{"tag": tag, "value": text} for tag, text in sorted(pairs)]

    def _enum(self, slot: Slot, value: str, path: Path) -> str:
        return self.vocabulary.enums[slot.range].authored[value]

    def _reference(self, slot: Slot, value: Any, path: Path) -> str | None:
        return self._guard(slot, value, path)

    def _iri(self, slot: Slot, value: str, path: Path) -> str | None:
        if slot.name == "orcid":
            return f"https://orcid.org/{value[-19:]}"
        return self._guard(slot, value, path)

    def _stated(self, text: str, path: Path) -> str | None:
        try:
            return self.names.iri(text)
        except BadIdentifierError as bad:
            self.findings.add_bad(bad, path)
            return None

    def _guard(self, slot: Slot, value: Any, path: Path, *, at_key: bool = False) -> str | None:
        """Resolve a name; where it means nothing, add the finding and return None."""
        try:
            if slot.range == "Level":
                return self.names.level(value)
            if slot.value == "reference":
                return self.names.reference(slot.range, value)
            return self.names.iri(value, slot.refers)
        except BadIdentifierError as bad:
            self.findings.add_bad(bad, path, at_key=at_key)
            return None


_by_iri = itemgetter("id")


def canonical_order(entry: Instance) -> tuple[float, str]:
    """Order entries by position or rank, else by identifier.

    >>> sorted([{"id": "b"}, {"id": "a", "position": 2}, {"id": "c", "position": 1}], key=canonical_order)
    [{'id': 'c', 'position': 1}, {'id': 'a', 'position': 2}, {'id': 'b'}]
    """
    place = entry.get("position", entry.get("rank"))
    return (float("inf") if place is None else place, entry["id"])


def numbered_order(entry: Instance) -> tuple[int, str]:
    """Order parts that are numbered by their identifiers, 2 before 10.

    >>> sorted([{"id": "a#10"}, {"id": "a#2"}], key=numbered_order)
    [{'id': 'a#2'}, {'id': 'a#10'}]
    """
    return (len(entry["id"]), entry["id"])
