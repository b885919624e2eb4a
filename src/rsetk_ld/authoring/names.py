"""The names that a framework gives: keys by class, levels by rank, key and label, prefixes."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from rsetk_ld.identifiers import BadIdentifierError, expand, nearest
from rsetk_ld.vocabulary import Vocabulary

Entry = Mapping[str, Any]


class Names:
    """What references in a file can mean.

    `entries` holds the canonical entries (or, while a framework is being read, anything keyed by IRI) by the
    name of their class.

    >>> from rsetk_ld.vocabulary import vocabulary
    >>> names = Names(vocabulary(), "https://fw.example/", "", {"Skill": ["https://fw.example/skill/testing"]})
    >>> names.reference("Skill", "testing")
    'https://fw.example/skill/testing'
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        base: str,
        prefix: str,
        entries: Mapping[str, Iterable[str]],
        scales: Iterable[Entry] = (),
        default_scale: str = "",
    ) -> None:
        self.vocabulary = vocabulary
        self.prefixes = vocabulary.prefixes_for(base, prefix)
        self.known: dict[str, dict[str, str]] = {
            name: {iri.rpartition("/")[2]: iri for iri in iris} for name, iris in entries.items()
        }
        self.iris: dict[str, frozenset[str]] = {
            name: frozenset(keys.values()) for name, keys in self.known.items()
        }
        self.levels = _level_names(list(scales), default_scale)

    def reference(self, range_: str, text: str) -> str:
        """Return the IRI of the entry that `text` names by key, CURIE or IRI.

        Raises `BadIdentifierError` R001 for a key and R002 for an IRI that the framework does not have.
        """
        known = self.known.get(range_, {})
        if text in known:
            return known[text]
        what = spoken(range_)
        if ":" not in text:
            raise BadIdentifierError("R001", partial(nearest, text, known), what=what, name=text)
        iri = expand(text, self.prefixes)
        if iri not in self.iris.get(range_, ()):
            raise BadIdentifierError(
                "R002", partial(nearest, iri.rpartition("/")[2], known), what=what, name=text
            )
        return iri

    def level(self, value: object) -> str:
        """Return the IRI of a level given by rank, key, name, CURIE or IRI.

        Raises `BadIdentifierError` R006 for a level that is not on the scale.
        """
        found = self.levels.get(value)
        if found is None:
            whole = int(value) if isinstance(value, float) and value.is_integer() else value
            found = self.levels.get(str(whole).strip().casefold())
        if found:
            return found
        text = str(value)
        if ":" in text:
            return self.reference("Level", text)
        ranks = {iri: rank for rank, iri in self.levels.items() if isinstance(rank, int)}
        scale = ", ".join(f"{rank} {iri.rpartition('/')[2]}" for iri, rank in ranks.items())
        near = partial(nearest, text, [str(name) for name in self.levels if isinstance(name, str)])
        raise BadIdentifierError("R006", near, name=text, scale=scale)

    def iri(self, text: str, refers: str = "") -> str:
        """Return the IRI for a value that may lead anywhere: IRI, CURIE or, for `refers`, a key."""
        if refers and text in self.known.get(refers, {}):
            return self.known[refers][text]
        if refers and ":" not in text:
            raise BadIdentifierError(
                "R001", partial(nearest, text, self.known.get(refers, {})), what=spoken(refers), name=text
            )
        return expand(text, self.prefixes)


def spoken(class_name: str) -> str:
    """Return the name of a class as people say it.

    >>> spoken("LearningResource"), spoken("RoleProfile")
    ('learning resource', 'role')
    """
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in class_name).strip()
    return {"role profile": "role"}.get(words, words)


def _level_names(scales: list[Entry], default_scale: str) -> dict[object, str]:
    """Map ranks and labels of the default scale, and the keys of all scales, to IRIs."""
    ordered = sorted(scales, key=lambda scale: scale["id"] == default_scale)
    names: dict[object, str] = {}
    for scale in ordered:
        for level in scale.get("levels", ()):
            for label in level.get("label", {}).values():
                names[label.strip().casefold()] = level["id"]
            if scale["id"] == default_scale and "rank" in level:
                names[level["rank"]] = level["id"]
                names[str(level["rank"])] = level["id"]
    for scale in ordered:
        for level in scale.get("levels", ()):
            names[level["id"].rpartition("/")[2]] = level["id"]
    return names
