"""Hypothesis strategies for canonical instances of every class, for whole frameworks, and for broken ones.

Everything is driven by the vocabulary: a class or slot that the schema gains is generated without a change
here, unless it brings a new kind of value.
"""

import copy
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from rsetk_ld.authoring.expand import canonical_order
from rsetk_ld.framework import Framework, shipped
from rsetk_ld.framework.model import LISTS
from rsetk_ld.identifiers import child, key_of
from rsetk_ld.rdf.emit import Triple, triples
from rsetk_ld.rdf.terms import XSD
from rsetk_ld.vocabulary import Class, Slot, vocabulary

Instance = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]

CLASSES = sorted(vocabulary().classes)
TAGS = ("en", "fr", "de", "pt-BR", "en-GB", "zh-Hant-TW", "gsw", "sr-Latn", "de-1996")
AWKWARD = (
    'say "hi"',
    "it's",
    "two\nlines",
    "\ttab",
    "back\\slash",
    "\\u0041",
    "𝒜 🧪 𠮷",
    "e\u0301",
    "ﷺ",
    "<b>&amp;</b>",
    "]]>",
    " leading",
    "trailing ",
    "- item",
    "key: value",
    "# no comment",
    "null",
    "~",
    "yes",
    "3",
    "0x1F",
    "2026-11-01",
    "%",
    "{a}",
    "[b]",
    "@en",
    '"@en',
    "'''",
    '"""',
    "---",
    "...",
    "a" * 200 + " b",
    "\u00a0",
    "\u2028",
    "\u200f",
    "|",
    ">",
)
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), min_size=1, max_size=8
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(AWKWARD), TEXT)
KEYS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
IRIS = st.one_of(
    st.sampled_from(
        [
            "https://ada.example/skills",
            "https://ada.example/a?b=c&d=%20#e",
            "http://münchen.example/straße/日本",
            "https://[2001:db8::1]:8080/x",
            "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427",
            "https://x.example/a(b)'c;d,e~f!$*+=@:g",
            "http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f",
            "https://w3id.org/rsetk/skill/a/b",
            "http://www.wikidata.org/entity/Q42",
        ]
    ),
    st.builds("https://{}.example/{}".format, KEYS, st.from_regex(r"[A-Za-z0-9_.~/-]{0,8}", fullmatch=True)),
)
URIS = IRIS.filter(str.isascii)
NUMBERS = st.one_of(
    st.sampled_from([0, 1, 0.5, 0.25, 1.0, 0.0, 0.1, 1e-7]), st.floats(0, 1).map(lambda x: round(x, 15))
)


@dataclass(frozen=True)
class World:
    """What instances can refer to: entries by class, and the framework they belong to."""

    base: str
    prefix: str
    release: str
    known: Mapping[str, tuple[str, ...]]
    framework: Framework | None = field(default=None, compare=False)
    iris: st.SearchStrategy[str] = field(default=IRIS, compare=False)

    @classmethod
    def of(cls, framework: Framework) -> "World":
        """Return the world that a framework makes."""
        known = {name: tuple(e["id"] for e in framework.entries(name)) for name in (*LISTS, "Level")}
        data = framework.data
        return cls(data["base"], data.get("prefix", ""), framework.release, known, framework, URIS)

    def has(self, slot: Slot) -> bool:
        """Say whether there is something for a reference to lead to."""
        return self.framework is None or slot.value != "reference" or bool(self.known.get(slot.range))

    def reference(self, class_name: str) -> st.SearchStrategy[str]:
        """Return a strategy for the IRIs of entries of a class."""
        made = st.builds(f"{self.base}{vocabulary().classes[class_name].kind}/{{}}".format, KEYS)
        return st.sampled_from(self.known[class_name]) if self.known.get(class_name) else made


SHIPPED = World.of(shipped())
LOOSE = World("https://fw.example/", "fw", "https://fw.example/framework/1.0.0", {})
"""A world without a framework: references lead anywhere."""


class Maker:
    """Draws instances; `width` bounds the optional slots of one node (None: all may be there)."""

    def __init__(self, draw: Draw, world: World, width: int | None = None) -> None:
        self.draw, self.world, self.width = draw, world, width
        self.shared: dict[str, Instance] = {}

    def instance(
        self, class_name: str, iri: str, fixed: Mapping[str, Any] | None = None, having: Iterable[str] = ()
    ) -> Instance:
        """Return an instance that the schema allows, with the slots in `fixed` as given and those in `having`."""
        cls = vocabulary().classes[class_name]
        out: Instance = {"id": iri}
        chosen = self._chosen(cls) | set(having)
        for name, slot in cls.slots.items():
            if fixed and name in fixed:
                if fixed[name] is not None:
                    out[name] = fixed[name]
            elif name in chosen and (value := self.value(slot, iri)) not in ([], None):
                out[name] = value
        return out

    def _chosen(self, cls: Class) -> set[str]:
        required = {name for name, slot in cls.slots.items() if slot.required}
        optional = [
            name
            for name, slot in cls.slots.items()
            if not slot.derived and name not in required and self.world.has(slot)
        ]
        if not optional:
            return required
        some = st.sets(st.sampled_from(optional), max_size=self.width or 6)
        return required | self.draw(some if self.width else st.one_of(st.just(set(optional)), some))

    def value(self, slot: Slot, parent: str) -> Any:
        """Return a value of the slot, in canonical order."""
        if slot.value == "texts":
            return dict(
                sorted(
                    self.draw(st.dictionaries(st.sampled_from(TAGS), TEXTS, min_size=1, max_size=3)).items()
                )
            )
        if slot.value == "tagged":
            pairs = self.draw(st.sets(st.tuples(st.sampled_from(TAGS), TEXTS), min_size=1, max_size=3))
            return [{"tag": tag, "value": text} for tag, text in sorted(pairs)]
        if slot.value == "part":
            return self.parts(slot, parent)
        single = self.single(slot)
        return sorted(self.draw(st.sets(single, min_size=1, max_size=3))) if slot.many else self.draw(single)

    def single(self, slot: Slot) -> st.SearchStrategy[Any]:
        """Return the strategy for one value of a slot without parts."""
        if slot.pattern.startswith("^"):
            return st.from_regex(slot.pattern.removesuffix("$"), fullmatch=True)
        if slot.value == "reference":
            return self.world.reference(slot.range)
        if slot.value == "iri":
            return self.world.iris.map(lambda iri: f"{iri}/") if slot.pattern == "/$" else self.world.iris
        if slot.value == "enum":
            return st.sampled_from(list(vocabulary().enums[slot.range].iris))
        if slot.value == "integer":
            return st.one_of(st.integers(0, 9), st.integers(0, 10**18 - 1))
        return {
            "string": TEXTS,
            "decimal": NUMBERS,
            "boolean": st.booleans(),
            "date": st.dates().map(datetime.date.isoformat),
        }[slot.value]

    def parts(self, slot: Slot, parent: str) -> Any:
        """Return the parts of an instance, with identifiers as the authoring form would give them."""
        cls = vocabulary().classes[slot.range]
        if not slot.many:
            return self.instance(slot.range, child(parent, "_person"))
        if slot.numbered:
            count = self.draw(st.integers(1, 3))
            fixed = [{"position": n} if "position" in cls.slots else {} for n in range(1, count + 1)]
            return [
                self.instance(slot.range, child(parent, str(n)), fixed[n - 1]) for n in range(1, count + 1)
            ]
        if slot.keyed_by == "id":
            addresses = self.draw(st.sets(self.world.iris, min_size=1, max_size=2))
            made = [self._shared(slot.range, iri) for iri in addresses]
        elif slot.keyed_by:
            target = self.world.reference(cls.slots[slot.keyed_by].range)
            referred = self.draw(st.lists(target, min_size=1, max_size=3, unique_by=key_of))
            made = [self.instance(slot.range, child(parent, key_of(r)), {slot.keyed_by: r}) for r in referred]
        else:
            made = self.entries(slot.range)
        return sorted(made, key=canonical_order)

    def _shared(self, class_name: str, iri: str) -> Instance:
        if iri not in self.shared:
            self.shared[iri] = self.instance(class_name, iri)
        return self.shared[iri]

    def entries(self, class_name: str) -> list[Instance]:
        """Return entries of a framework under keys of their own, levels with a rank each."""
        kind = vocabulary().classes[class_name].kind
        iris = self.draw(
            st.sets(st.builds(f"{self.world.base}{kind}/{{}}".format, KEYS), min_size=1, max_size=3)
        )
        ranks = self.draw(st.sets(st.integers(0, 30), min_size=len(iris), max_size=len(iris)))
        ranked = "rank" in vocabulary().classes[class_name].slots
        fixed = [{"rank": rank, "position": None} if ranked else {} for rank in sorted(ranks)]
        return [self.instance(class_name, iri, given) for iri, given in zip(sorted(iris), fixed, strict=True)]


@st.composite
def instances(
    draw: Draw, class_name: str, world: World = LOOSE, width: int | None = None, having: Iterable[str] = ()
) -> Instance:
    """Canonical instances of a class, valid by the schema; optional slots in `having` are there."""
    if class_name == "Framework":
        return draw(frameworks())
    kind = vocabulary().classes[class_name].kind
    iri = f"{world.base}{kind}/{draw(KEYS)}" if kind else f"https://ada.example/{draw(KEYS)}"
    return Maker(draw, world, width).instance(class_name, iri, having=having)


@st.composite
def any_instances(draw: Draw) -> tuple[str, Instance]:
    """An instance of any class, with the name of the class."""
    class_name = draw(st.sampled_from(CLASSES))
    return class_name, draw(instances(class_name))


@st.composite
def frameworks(draw: Draw, width: int = 3) -> Instance:
    """Small whole frameworks: own base, prefix, scales with any number of levels, links within the framework."""
    base = f"https://{draw(KEYS)}.example/{draw(st.sampled_from(['', 'fw/']))}"
    known = vocabulary().classes
    keys: dict[str, tuple[str, ...]] = {}
    for name in (*LISTS, "Level"):
        lowest = 1 if name in {"Skill", "LevelScale", "Level"} else 0
        chosen = draw(st.sets(KEYS, min_size=lowest, max_size=6 if name == "Level" else 3))
        keys[name] = tuple(f"{base}{known[name].kind}/{key}" for key in sorted(chosen))
    prefix = draw(st.sampled_from(["", "fw", "direct2"]))
    world = World(base, prefix, f"{base}framework/1.0.0", keys, iris=URIS)
    maker = Maker(draw, world, width)
    head = maker.instance(
        "Framework",
        f"{base}framework",
        {
            **dict.fromkeys(LISTS.values()),
            "base": base,
            "prefix": prefix or None,
            "version": "1.0.0",
            "default_language": draw(st.sampled_from(TAGS)),
            "default_scale": keys["LevelScale"][0],
        },
    )
    for name, slot in LISTS.items():
        made = [_entry(draw, maker, name, iri, place) for place, iri in enumerate(keys[name], 1)]
        if made:
            head[slot] = sorted(made, key=canonical_order)
    _mirror(head)
    return head


def _entry(draw: Draw, maker: Maker, name: str, iri: str, place: int) -> Instance:
    """Return one entry, without links to itself and with what it refers to in the framework."""
    known = maker.world.known
    fixed: Instance = {"position": place}
    for slot in vocabulary().classes[name].slots.values():
        if slot.value == "reference":
            pool = [other for other in known[slot.range] if other != iri]
            some = draw(st.sets(st.sampled_from(pool), max_size=2)) if pool else set()
            fixed[slot.name] = (sorted(some) or None) if slot.many else min(some, default=None)
        elif slot.name in {"framework", "replaced_by"}:
            fixed[slot.name] = None
    if name == "LevelScale":
        scales = known["LevelScale"]
        levels = known["Level"][scales.index(iri) :: len(scales)]
        ranks = sorted(draw(st.sets(st.integers(0, 30), min_size=len(levels), max_size=len(levels))))
        made = [
            maker.instance("Level", i, {"rank": r, "position": None})
            for i, r in zip(levels, ranks, strict=True)
        ]
        fixed["levels"] = made or None
    return maker.instance(name, iri, fixed)


def _mirror(framework: Instance) -> None:
    """Write symmetric links on both sides, as in memory they always are."""
    for name, slot_list in LISTS.items():
        entries = {entry["id"]: entry for entry in framework.get(slot_list, ())}
        for slot in vocabulary().classes[name].slots.values():
            if slot.symmetric:
                links = {(iri, other) for iri, entry in entries.items() for other in entry.get(slot.name, ())}
                links |= {(other, iri) for iri, other in links}
                for iri, entry in entries.items():
                    if there := sorted(other for one, other in links if one == iri):
                        entry[slot.name] = there


TODAY = datetime.date(2026, 11, 22)


@st.composite
def sensible(
    draw: Draw,
    class_name: str,
    world: World = SHIPPED,
    width: int | None = 4,
    having: Iterable[str] = (),
) -> Instance:
    """Instances that are valid in meaning too: what a profile, role or resource may say about a framework."""
    made = draw(instances(class_name, world, width, having))
    if "framework" in vocabulary().classes[class_name].slots:
        made["framework"] = world.release
    levels = list(world.known["Level"])
    if class_name == "PersonProfile":
        _sensible_profile(draw, made, levels)
    ranks = world.framework.rank if world.framework else {}
    for outcome in made.get("outcomes", ()):
        lower, upper = outcome.get("from_level"), outcome.get("to_level")
        if lower and upper and ranks[lower] >= ranks[upper]:
            del outcome["from_level"]
    return made


def _sensible_profile(draw: Draw, profile: Instance, levels: list[str]) -> None:
    past = st.dates(datetime.date(1990, 1, 1), TODAY).map(datetime.date.isoformat)
    person = profile["about"]
    if "orcid" in person:
        person["orcid"] = "https://orcid.org/0000-0002-1825-0097"
    elif not {"name", "pseudonym"} & set(person):
        person["name"] = "Ada"
    dates = sorted(draw(st.lists(past, min_size=2, max_size=2)))
    for slot, day in zip(("created", "modified"), dates, strict=True):
        if slot in profile:
            profile[slot] = day
    for assertion in profile.get("assertions", ()):
        assessed, until = sorted(draw(st.lists(past, min_size=2, max_size=2)))
        assertion |= {"assessed_on": assessed} if "assessed_on" in assertion else {}
        assertion |= {"valid_until": until} if "valid_until" in assertion else {}
        if "status" in assertion:
            assertion.pop("level", None)
        elif not {"level", "target"} & set(assertion):
            assertion["level"] = draw(st.sampled_from(levels))


# ---------------------------------------------------------------- what is wrong


@dataclass(frozen=True)
class Broken:
    """A valid instance with one thing wrong, as a canonical file and as triples."""

    name: str
    class_name: str
    where: str
    file: Instance
    triples: list[Triple]


@dataclass(frozen=True)
class Place:
    """A node of an instance: its class and the steps from the top."""

    cls: Class
    steps: tuple[str | int, ...]

    def of(self, instance: Instance) -> Instance:
        """Return the node itself."""
        node: Any = instance
        for step in self.steps:
            node = node[step]
        return node


def places(class_name: str, instance: Instance, steps: tuple[str | int, ...] = ()) -> Iterator[Place]:
    """Yield every node of an instance."""
    cls = vocabulary().classes[class_name]
    yield Place(cls, steps)
    for name, slot in cls.slots.items():
        if slot.value == "part" and name in instance:
            if slot.many:
                for number, member in enumerate(instance[name]):
                    yield from places(slot.range, member, (*steps, name, number))
            else:
                yield from places(slot.range, instance[name], (*steps, name))


Change = tuple[Any, list[str]]
"""What stands in the file in the place of a value, and the objects that stand in the graph."""
WORDS = '"just words"'
WRONG_JSON = {"string": 5, "integer": "three", "decimal": "half", "boolean": "true", "date": 20261101}
WRONG_TERM = {
    "string": f'"5"^^<{XSD}integer>',
    "integer": '"three"',
    "decimal": '"half"',
    "boolean": '"true"',
    "date": f'"20261101"^^<{XSD}integer>',
}


def _two_values(slot: Slot, value: Any, old: list[str]) -> Change | None:
    if slot.many or slot.value in {"texts", "part"}:
        return None
    if slot.value == "enum":
        others = [v for v in vocabulary().enums[slot.range].iris if v != value]
        return (
            ([value, others[0]], [*old, f"<{vocabulary().enums[slot.range].iris[others[0]]}>"])
            if others
            else None
        )
    if slot.value in {"iri", "reference"}:
        return [value, f"{value}x"], [*old, f"<{value}x>"]
    other = {
        "string": (f"{value}x", '"quite another"'),
        "integer": (value + 1, f'"{value + 1}"^^<{XSD}integer>') if slot.value == "integer" else None,
        "decimal": (0.123, f'"0.123"^^<{XSD}decimal>'),
        "boolean": (not value, f'"{str(not value).lower()}"^^<{XSD}boolean>'),
        "date": ("2001-02-03", f'"2001-02-03"^^<{XSD}date>'),
    }[slot.value]
    assert other is not None
    return ([value, other[0]], [*old, other[1]]) if other[1] not in old else None


def _out_of_range(slot: Slot, value: Any, old: list[str]) -> Change | None:
    if slot.maximum is not None:
        return 1.5, [f'"1.5"^^<{XSD}decimal>']
    return (-1, [f'"-1"^^<{XSD}integer>']) if slot.minimum is not None else None


def _two_in_one_language(slot: Slot, value: Any, old: list[str]) -> Change | None:
    if slot.value != "texts":
        return None
    tag = next(iter(value))
    return {**value, tag.upper() if tag != tag.upper() else tag.lower(): "zwei"}, [
        *old,
        f'"zwei"@{tag.lower()}',
    ]


def _pattern(slot: Slot, value: Any, old: list[str]) -> Change | None:
    if not slot.pattern:
        return None
    bad = "https://wrong.example/x y"[:23] if slot.value == "iri" else "?!"
    return ([bad] if slot.many else bad), [f"<{bad}>" if slot.value == "iri" else f'"{bad}"']


def _listed(slot: Slot, value: Any) -> Any:
    return [value] if slot.many else value


SLOT_BREAKS: dict[str, Callable[[Slot, Any, list[str]], Change | None]] = {
    "required slot is missing": lambda slot, _value, _old: (None, []) if slot.required else None,
    "two values where one is meant": _two_values,
    "literal of the wrong type": lambda slot, _value, _old: (
        (_listed(slot, WRONG_JSON[slot.value]), [WRONG_TERM[slot.value]])
        if slot.value in WRONG_JSON
        else None
    ),
    "words where an IRI is meant": lambda slot, _value, _old: (
        (_listed(slot, "just words"), [WORDS]) if slot.value in {"iri", "reference"} else None
    ),
    "number out of range": _out_of_range,
    "date that is no date": lambda slot, _value, _old: (
        ("2026-02-30", [f'"2026-02-30"^^<{XSD}date>']) if slot.value == "date" else None
    ),
    "value against the pattern": _pattern,
    "value that is not in the enumeration": lambda slot, _value, _old: (
        (_listed(slot, "splendid"), ["<https://w3id.org/rsetk/schema/splendid>"])
        if slot.value == "enum"
        else None
    ),
    "reference that leads nowhere": lambda slot, _value, _old: (
        (_listed(slot, "https://fw.example/no/such"), ["<https://fw.example/no/such>"])
        if slot.value == "reference"
        else None
    ),
    "text without language": lambda slot, _value, _old: (
        ("text", ['"text"']) if slot.value == "texts" else None
    ),
    "two texts in one language": _two_in_one_language,
}


def _with(**slots: Any) -> Callable[[Instance], None]:
    return lambda node: node.update(slots)


def _without(*slots: str) -> Callable[[Instance], None]:
    return lambda node: [node.pop(slot, None) for slot in slots] and None


LEVEL = SHIPPED.known["Level"][0]
NODE_BREAKS: dict[str, tuple[str, Callable[[Instance], None]]] = {
    "level and status": ("SkillAssertion", _with(level=LEVEL, status="not-applicable")),
    "neither level nor status nor target": ("SkillAssertion", _without("level", "status", "target")),
    "ends before it begins": ("SkillAssertion", _with(assessed_on="2020-02-02", valid_until="2020-02-01")),
    "person without a name": ("Person", _without("name", "orcid", "pseudonym")),
    "modified before created": ("PersonProfile", _with(created="2020-02-02", modified="2020-02-01")),
}
"""Breaks of a whole node; they change the instance, so that file and graph follow."""
BREAKS = [*SLOT_BREAKS, *NODE_BREAKS, "unknown slot"]


@st.composite
def broken(draw: Draw, class_name: str, world: World = SHIPPED, names: tuple[str, ...] = ()) -> Broken:
    """A sensible instance with one thing wrong in one place."""
    made = draw(frameworks() if class_name == "Framework" else sensible(class_name, world))
    options = list(_options(class_name, made, names or tuple(BREAKS)))
    if not options:
        options = list(_options(class_name, made, ("unknown slot",)))
    wanted = draw(st.sampled_from(sorted({name for name, _, _ in options})))
    name, place, slot = draw(st.sampled_from([option for option in options if option[0] == wanted]))
    where = f"{place.cls.name}.{slot.name}" if slot else place.cls.name
    if name in NODE_BREAKS:
        changed = copy.deepcopy(made)
        NODE_BREAKS[name][1](place.of(changed))
        return Broken(name, class_name, where, changed, triples(class_name, changed))
    return _broken_slot(name, class_name, where, made, place, slot)


def _options(
    class_name: str, made: Instance, names: tuple[str, ...]
) -> Iterator[tuple[str, Place, Slot | None]]:
    for place in places(class_name, made):
        node = place.of(made)
        for name in names:
            if name in NODE_BREAKS:
                if NODE_BREAKS[name][0] == place.cls.name:
                    yield name, place, None
            elif name == "unknown slot":
                yield name, place, None
            else:
                for slot in place.cls.slots.values():
                    if slot.name in node and SLOT_BREAKS[name](slot, node[slot.name], []) is not None:
                        yield name, place, slot


def _broken_slot(
    name: str, class_name: str, where: str, made: Instance, place: Place, slot: Slot | None
) -> Broken:
    file = copy.deepcopy(made)
    node = place.of(file)
    graph = triples(class_name, made)
    subject = f"<{node['id']}>"
    if slot is None:
        node["colour"] = "blue"
        graph.append((subject, "<https://w3id.org/rsetk/schema/colour>", '"blue"'))
        return Broken(name, class_name, where, file, graph)
    predicate = f"<{slot.iri}>"
    here = [(s, p) == (subject, predicate) for s, p, _ in graph]
    old = [t[2] for t, found in zip(graph, here, strict=True) if found]
    change = SLOT_BREAKS[name](slot, node[slot.name], old)
    if change is None:
        return Broken(name, class_name, where, file, graph)
    value, objects = change
    node[slot.name] = value
    if value is None:
        del node[slot.name]
    kept = [t for t, found in zip(graph, here, strict=True) if not found]
    return Broken(name, class_name, where, file, kept + [(subject, predicate, o) for o in objects])
