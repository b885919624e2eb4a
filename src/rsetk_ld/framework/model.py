"""A framework in memory: the canonical instance and ways into it."""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from rsetk_ld.authoring.names import Names
from rsetk_ld.vocabulary import vocabulary

Entry = Mapping[str, Any]
Index = dict[str, Any]

LISTS = {
    "Domain": "domains",
    "Competency": "competencies",
    "Skill": "skills",
    "LevelScale": "scales",
    "Tool": "tools",
    "Provider": "providers",
    "LearningResource": "resources",
    "RoleProfile": "roles",
}


class Framework:
    """A framework of skills: its identity in `head`, its entries by class, and ways into them.

    Made from the canonical instance (class Framework of the schema), or from its compiled form, whose lists are
    read when they are first asked for: to check a profile takes the names, not a thousand texts.

    >>> from rsetk_ld.framework import shipped
    >>> fw = shipped()
    >>> fw.label("https://w3id.org/rsetk/level/expert")
    'Expert'
    """

    def __init__(
        self, data: Mapping[str, Any], sections: Mapping[str, bytes] | None = None, index: Index | None = None
    ) -> None:
        slots = set(LISTS.values())
        self.head = {name: value for name, value in data.items() if name not in slots}
        self._lists: dict[str, list[dict[str, Any]]] = {
            name: value for name, value in data.items() if name in slots
        }
        self._sections = dict(sections or {})
        if index is not None:
            self.index = index
        self.checksum = ""
        """The checksum of the compiled form that it was read from, where there was one."""
        self.iri: str = data["id"]
        self.version: str = data["version"]
        self.language: str = data["default_language"]

    def __reduce__(self) -> tuple[type["Framework"], tuple[dict[str, Any]]]:
        """Travel to another process as data alone."""
        return Framework, (self.data,)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The canonical instance."""
        lists = {slot: self.entries(name) for name, slot in LISTS.items()}
        return {**self.head, **{slot: entries for slot, entries in lists.items() if entries}}

    @cached_property
    def index(self) -> Index:
        """What checking a profile takes: the IRIs of all entries, the levels of skills, what is deprecated."""
        every = {name: self.entries(name) for name in (*LISTS, "Level")}
        return {
            "ids": {name: [entry["id"] for entry in entries] for name, entries in every.items()},
            "described": {
                skill["id"]: [each["level"] for each in skill["descriptors"]]
                for skill in every["Skill"]
                if skill.get("descriptors")
            },
            "deprecated": [
                entry["id"] for entries in every.values() for entry in entries if entry.get("deprecated")
            ],
        }

    @property
    def release(self) -> str:
        """The IRI of this version, which profiles refer to."""
        return f"{self.iri}/{self.version}"

    def entries(self, class_name: str) -> list[dict[str, Any]]:
        """Return the entries of a class in display order; `Level` means those of every scale."""
        if class_name == "Level":
            return [level for scale in self.entries("LevelScale") for level in scale.get("levels", ())]
        slot = LISTS[class_name]
        if slot in self._sections:
            self._lists[slot] = json.loads(self._sections.pop(slot))
        return self._lists.get(slot, [])

    @cached_property
    def by_iri(self) -> dict[str, Entry]:
        """Every entry by its IRI."""
        return {entry["id"]: entry for name in (*LISTS, "Level") for entry in self.entries(name)}

    @cached_property
    def class_of(self) -> dict[str, str]:
        """The class of every entry by its IRI."""
        return {iri: name for name, iris in self.index["ids"].items() for iri in iris}

    @cached_property
    def names(self) -> Names:
        """What references in a file can mean."""
        return self.names_with({})

    def names_with(self, replaced: Mapping[str, Iterable[str]]) -> Names:
        """Return the names with other entries for some classes, as a file that brings its own needs."""
        return Names(
            vocabulary(),
            self.head["base"],
            self.head.get("prefix", ""),
            {**self.index["ids"], **replaced},
            self.entries("LevelScale"),
            self.head.get("default_scale", ""),
        )

    @cached_property
    def rank(self) -> dict[str, int]:
        """The rank of every level by its IRI."""
        return {level["id"]: level["rank"] for level in self.entries("Level") if "rank" in level}

    @cached_property
    def scale_of(self) -> dict[str, str]:
        """The scale of every level, both by their IRIs."""
        return {
            level["id"]: scale["id"]
            for scale in self.entries("LevelScale")
            for level in scale.get("levels", ())
        }

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of every skill by its IRI: by domain, by competency, by position."""
        above = {entry["id"]: entry for name in ("Competency", "Domain") for entry in self.entries(name)}

        def key(skill: Entry) -> tuple[int, ...]:
            competency = above.get(skill.get("competency", ""), {})
            domain = above.get(competency.get("domain", ""), {})
            last = len(self.by_iri)
            return tuple(each.get("position", last) for each in (domain, competency, skill))

        return {skill["id"]: number for number, skill in enumerate(sorted(self.entries("Skill"), key=key))}

    @cached_property
    def levels(self) -> dict[int, str]:
        """The levels of the default scale by rank, from the lowest."""
        scale = self.head.get("default_scale")
        found = [each for each in self.entries("LevelScale") if each["id"] == scale]
        ranked = {
            level["rank"]: level["id"]
            for each in found
            for level in each.get("levels", ())
            if "rank" in level
        }
        return dict(sorted(ranked.items()))

    @cached_property
    def described(self) -> dict[str, frozenset[str]]:
        """The levels at which each skill is described, with the lowest of their scales, which always counts."""
        return {skill: frozenset(levels) | self.lowest for skill, levels in self.index["described"].items()}

    @cached_property
    def deprecated(self) -> frozenset[str]:
        """The entries that are kept for old data only."""
        return frozenset(self.index["deprecated"])

    @cached_property
    def lowest(self) -> frozenset[str]:
        """The lowest level of each scale."""
        scales = [scale.get("levels", ()) for scale in self.entries("LevelScale")]
        ranked = [[level for level in levels if "rank" in level] for levels in scales]
        return frozenset(min(levels, key=lambda level: level["rank"])["id"] for levels in ranked if levels)

    def label(self, iri: str, language: str = "") -> str:
        """Return the name of an entry in a language, else in the default language, else its IRI."""
        entry = self.by_iri.get(iri)
        if entry is None:
            return iri
        texts = entry.get("label", {})
        found = texts.get(language) or texts.get(self.language) or next(iter(texts.values()), iri)
        return str(found)

    def find(self, name: str) -> list[Entry]:
        """Return the entries that a person may mean: by IRI, CURIE, key, or label in any language."""
        if name in self.by_iri:
            return [self.by_iri[name]]
        for prefix, base in self.names.prefixes.items():
            if name.startswith(f"{prefix}:") and base + name[len(prefix) + 1 :] in self.by_iri:
                return [self.by_iri[base + name[len(prefix) + 1 :]]]
        by_key = [entry for iri, entry in self.by_iri.items() if iri.rpartition("/")[2] == name]
        if by_key:
            return by_key
        folded = name.strip().casefold()
        return [
            entry
            for entry in self.by_iri.values()
            if folded in {text.strip().casefold() for text in entry.get("label", {}).values()}
            or folded in {text["value"].strip().casefold() for text in entry.get("alt_labels", ())}
        ]
