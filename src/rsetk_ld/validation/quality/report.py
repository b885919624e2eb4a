"""The framework under examination, laid out for the checks, and the findings about it so far."""

from functools import cache, cached_property
from typing import Any, NamedTuple

from rsetk_ld.authoring.names import Names
from rsetk_ld.findings import Finding
from rsetk_ld.framework import Framework, Source
from rsetk_ld.framework.model import LISTS
from rsetk_ld.identifiers import compact
from rsetk_ld.validation.quality.places import Places, Step, Steps, descend
from rsetk_ld.vocabulary import Class, Slot, vocabulary

Entry = dict[str, Any]

KINDS = (
    *("LevelScale", "Level", "Domain", "Competency", "Skill"),
    *("Tool", "Provider", "LearningResource", "RoleProfile"),
)
MATCHES = ("exact_match", "close_match", "broad_match", "narrow_match", "related_match")


class Text(NamedTuple):
    """A text in one language, or another name, and where it stands."""

    iri: str
    steps: Steps
    tag: str
    text: str


class Link(NamedTuple):
    """A reference from one entry to another, and where it stands."""

    iri: str
    steps: Steps
    other: str


class Report:
    """Turns a code, an entry and the steps to a value in it into a finding with a place.

    The checks read `entries`, `texts` and `links`; each is collected once.
    """

    def __init__(self, source: Source, framework: Framework) -> None:
        self.framework, self.vocabulary = framework, vocabulary()
        self.findings: list[Finding] = []
        self._names = _names(framework)
        self._places = Places(source, self._names)

    # ------------------------------------------------------------ what there is

    @cached_property
    def by_iri(self) -> dict[str, Entry]:
        """Every entry, level and the framework itself, by IRI."""
        entries = {entry["id"]: entry for name in KINDS for entry in self.entries(name)}
        return {self.framework.iri: self.framework.data, **entries}

    @cached_property
    def class_of(self) -> dict[str, Class]:
        """The class of each of them."""
        classes = self.vocabulary.classes
        entries = {entry["id"]: classes[name] for name in KINDS for entry in self.entries(name)}
        return {self.framework.iri: classes["Framework"], **entries}

    def entries(self, *names: str) -> list[Entry]:
        """Return the entries of some classes, in display order."""
        return [entry for name in names for entry in self.framework.entries(name)]

    def living(self, *names: str) -> list[Entry]:
        """Return the entries of some classes that are not deprecated.

        What is deprecated is kept for old data only, so nobody is asked to improve it.
        """
        return [entry for entry in self.entries(*names) if not entry.get("deprecated")]

    def is_deprecated(self, iri: str) -> bool:
        """Say whether there is such an entry and it is deprecated."""
        return bool(self.by_iri.get(iri, {}).get("deprecated"))

    def is_own(self, iri: str) -> bool:
        """Say whether an IRI is one that this framework gives out, whether or not it has been given."""
        base = self.framework.head["base"]
        return iri in self.by_iri or any(iri.startswith(f"{base}{kind}/") for kind in self.vocabulary.kinds)

    @cached_property
    def scale_of(self) -> dict[str, str]:
        """The scale of every level."""
        scales = self.entries("LevelScale")
        return {level["id"]: scale["id"] for scale in scales for level in scale.get("levels", ())}

    @cached_property
    def texts(self) -> list[Text]:
        """Every text in every language, and every alternative label."""
        return self._values[0]

    @cached_property
    def links(self) -> list[Link]:
        """Every reference to another entry of the framework, as the slots of the schema have them."""
        return self._values[1]

    @cached_property
    def _values(self) -> tuple[list[Text], list[Link]]:
        texts: list[Text] = []
        links: list[Link] = []
        for iri, entry in self.by_iri.items():
            _collect(_plan(self.class_of[iri].name), entry, iri, (), (texts, links))
        return texts, links

    # ------------------------------------------------------------ what is said

    def add(self, code: str, iri: str, *steps: Step, suggestion: str = "", **fields: object) -> None:
        """Add a finding about the value that the steps lead to, or about the entry as a whole."""
        found = self._places.find(self.class_of[iri], iri, steps)
        if found is None:
            self.findings.append(Finding(code, (iri, *map(str, steps[:1])), fields, suggestion=suggestion))
            return
        document, path = found
        # The value of a key may begin a line below it; the key is what the reader looks for.
        spot = document.position(path, key=isinstance(descend(document.data, path), dict | list))
        line = document.line(spot.line)
        self.findings.append(
            Finding(code, path, fields, document.name, spot.line, spot.column, line, suggestion)
        )

    def lacks(self, entry: Entry, slot: str) -> bool:
        """Say whether an entry is without a slot; a value that is a mistake was reported."""
        iri = entry["id"]
        return not entry.get(slot) and not self._places.mentions(self.class_of[iri], iri, slot)

    def lacks_part(self, iri: str, slot: str, which: str, part: Entry, inner: str) -> bool:
        """Say the same of a slot of a part of an entry."""
        return inner not in part and not self._places.mentions(self.class_of[iri], iri, slot, which, inner)

    def written(self, iri: str, slot: str, other: str) -> tuple[str, str]:
        """Return the two ends of a symmetric link, first the one in whose entry it was written."""
        cls = self.class_of[iri]
        return (iri, other) if self._places.states(cls, iri, slot, other) else (other, iri)

    def states(self, iri: str, slot: str, value: str) -> bool:
        """Say whether an entry's own text gives the value; always so in data that are not from files."""
        return self._places.states(self.class_of[iri], iri, slot, value)

    def name(self, iri: str) -> str:
        """Return what people write for an IRI: the key of our own entries, a CURIE or the IRI for others."""
        if iri in self.by_iri and self.class_of[iri].kind:
            lead = f"{self.framework.head['base']}{self.class_of[iri].kind}/"
            if iri.startswith(lead):
                return iri[len(lead) :]
        return compact(iri, self._names.prefixes)

    def kind(self, iri: str) -> str:
        """Return what sort of entry it is, in a word."""
        return self.class_of[iri].kind or "framework"


def parts(entry: Entry, slot: str, *required: str) -> list[Entry]:
    """Return the parts of an entry that have what a check needs; that others lack it is reported elsewhere.

    >>> parts({"levels": [{"id": "a", "rank": 1}, {"id": "b"}]}, "levels", "rank")
    [{'id': 'a', 'rank': 1}]
    """
    return [part for part in entry.get(slot, ()) if all(name in part for name in required)]


def _names(framework: Framework) -> Names:
    """Return what names in the files mean, also where levels lack ranks or no scale is the default."""
    scales = [
        {"id": scale["id"], "levels": parts(scale, "levels", "rank")}
        for scale in framework.entries("LevelScale")
    ]
    own = {name: [entry["id"] for entry in framework.entries(name)] for name in KINDS}
    default = framework.data.get("default_scale") or next((scale["id"] for scale in scales), "")
    data = framework.data
    return Names(vocabulary(), data["base"], data.get("prefix", ""), own, scales, default)


@cache
def _plan(name: str) -> list[Slot]:
    """Return the slots of a class that hold texts, references or parts that are no entries of their own."""
    own = {*LISTS.values(), "levels"}
    return [
        slot
        for slot in vocabulary().classes[name].slots.values()
        if slot.value in {"texts", "tagged", "reference", "part"} and slot.name not in own
    ]


def _collect(
    slots: list[Slot], data: Entry, iri: str, steps: Steps, into: tuple[list[Text], list[Link]]
) -> None:
    """Add every text and every reference of an entry or of a part of one to the two lists."""
    texts, links = into
    for slot in slots:
        value = data.get(slot.name)
        if not value:
            continue
        here = (*steps, slot.name)
        if slot.value == "texts":
            texts += [Text(iri, (*here, tag), tag, text) for tag, text in value.items()]
        elif slot.value == "tagged":
            names = [(one["tag"], one["value"]) for one in value]
            texts += [Text(iri, (*here, (tag, name)), tag, name) for tag, name in names]
        elif slot.value == "reference":
            others = [value] if isinstance(value, str) else value
            links += [Link(iri, (*here, other), other) for other in others]
        else:
            inner = _plan(slot.range)
            for place, part in enumerate(value if slot.many else [value]):
                which: Steps = (
                    (part.get(slot.keyed_by, ""),) if slot.keyed_by else (place,) if slot.many else ()
                )
                _collect(inner, part, iri, (*here, *which), into)
