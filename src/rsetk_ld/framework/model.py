"""A framework in memory: the canonical instance and ways into it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from rsetk_ld.authoring.names import Names
from rsetk_ld.vocabulary import vocabulary

Entry = Mapping[str, Any]

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
    """A framework of skills, as its canonical instance `data` (class Framework of the schema).

    >>> from rsetk_ld.framework import shipped
    >>> fw = shipped()
    >>> fw.label("https://w3id.org/rsetk/level/expert")
    'Expert'
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.iri: str = data["id"]
        self.version: str = data["version"]
        self.language: str = data["default_language"]

    def __reduce__(self) -> tuple[type["Framework"], tuple[dict[str, Any]]]:
        """Travel to another process as data alone."""
        return Framework, (self.data,)

    @property
    def release(self) -> str:
        """The IRI of this version, which profiles refer to."""
        return f"{self.iri}/{self.version}"

    def entries(self, class_name: str) -> list[dict[str, Any]]:
        """Return the entries of a class in display order; `Level` means those of every scale."""
        if class_name == "Level":
            return [level for scale in self.entries("LevelScale") for level in scale.get("levels", ())]
        found: list[dict[str, Any]] = self.data.get(LISTS[class_name], [])
        return found

    @cached_property
    def by_iri(self) -> dict[str, Entry]:
        """Every entry by its IRI."""
        return {entry["id"]: entry for name in (*LISTS, "Level") for entry in self.entries(name)}

    @cached_property
    def class_of(self) -> dict[str, str]:
        """The class of every entry by its IRI."""
        return {entry["id"]: name for name in (*LISTS, "Level") for entry in self.entries(name)}

    @cached_property
    def names(self) -> Names:
        """What references in a file can mean."""
        return self.names_with({})

    def names_with(self, replaced: Mapping[str, Iterable[str]]) -> Names:
        """Return the names with other entries for some classes, as a file that brings its own needs."""
        own = {name: [entry["id"] for entry in self.entries(name)] for name in (*LISTS, "Level")}
        return Names(
            vocabulary(),
            self.data["base"],
            self.data.get("prefix", ""),
            {**own, **replaced},
            self.entries("LevelScale"),
            self.data.get("default_scale", ""),
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
    def described(self) -> dict[str, frozenset[str]]:
        """The levels at which each skill is described, with the lowest of their scales, which always counts."""
        lowest = self.lowest
        return {
            skill["id"]: frozenset(each["level"] for each in skill["descriptors"]) | lowest
            for skill in self.entries("Skill")
            if skill.get("descriptors")
        }

    @cached_property
    def deprecated(self) -> frozenset[str]:
        """The entries that are kept for old data only."""
        return frozenset(iri for iri, entry in self.by_iri.items() if entry.get("deprecated"))

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
