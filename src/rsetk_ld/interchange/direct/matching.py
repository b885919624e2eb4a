"""From the name of a skill to the skill: by label, then by alternative label, else candidates to choose."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from rsetk_ld.framework.model import Entry, Framework
from rsetk_ld.interchange.direct.texts import folded

_MOST_SEARCHES = 500


@dataclass(frozen=True, slots=True)
class Match:
    """The skills that a name may mean; `loose` says how it was found where the name is not the label."""

    keys: tuple[str, ...]
    loose: str = ""


class Skills:
    """The skills of a framework by name, with the names of what they belong to."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.labels: dict[str, set[str]] = defaultdict(set)
        self.alternatives: dict[str, set[str]] = defaultdict(set)
        self.shown: dict[str, str] = {}
        for skill in framework.entries("Skill"):
            alternatives = [text["value"] for text in skill.get("alt_labels", ())]
            self._add(self.labels, skill, skill["label"].values())
            self._add(self.alternatives, skill, (*alternatives, key_of(skill)))
        self._candidates: dict[str, list[str]] = {}

    def _add(self, index: dict[str, set[str]], skill: Entry, names: Iterable[str]) -> None:
        for name in names:
            index[folded(name)].add(skill["id"])
            self.shown.setdefault(folded(name), name)

    def match(self, name: str) -> Match:
        """Return the skills of that name."""
        for text, how in ((name, ""), (unescape(name), "written for HTML")):
            for index, loose in ((self.labels, how), (self.alternatives, how or "another name")):
                if found := index.get(folded(text)):
                    return Match(tuple(sorted(found)), loose)
        return Match(())

    def candidates(self, name: str) -> list[str]:
        """Return up to three names that a person may have meant."""
        wanted = folded(name)[:200]
        if wanted not in self._candidates:
            if len(self._candidates) >= _MOST_SEARCHES:
                return []
            near = difflib.get_close_matches(wanted, [*self.shown], n=3, cutoff=0.5)
            self._candidates[wanted] = [self.shown[text] for text in near]
        return self._candidates[wanted]

    def place(self, iri: str) -> tuple[str, str]:
        """Return the names of the domain and of the competency of a skill."""
        competency = self.framework.by_iri[iri].get("competency", "")
        domain = self.framework.by_iri.get(competency, {}).get("domain", "")
        return (self._label(domain), self._label(competency))

    def _label(self, iri: str) -> str:
        return self.framework.label(iri) if iri else ""


def key_of(entry: Entry) -> str:
    """Return the key of an entry."""
    return str(entry["id"]).rpartition("/")[2]
