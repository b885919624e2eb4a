"""JSON Schemas for editors: the authoring form, with the words of one framework.

While one types, the editor offers skills with label, definition and demonstrations, levels by rank and name,
tools and roles by key, and underlines what the framework does not have. Without a framework the schema is the
general one. A schema stands alone, and the same framework always gives the same text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from rsetk_ld.authoring.jsonschema import Schema, authoring_schema
from rsetk_ld.authoring.names import Names
from rsetk_ld.framework.model import Framework
from rsetk_ld.identifiers import SCHEMES, BadIdentifierError, key_of
from rsetk_ld.vocabulary import Class, Slot, vocabulary

Kind = Literal["profile", "role", "resources", "framework"]
TITLES = {
    "profile": "Skills of a person",
    "role": "Profile of a role",
    "resources": "Learning resources",
    "framework": "A framework of skills",
}
ROOTS = {
    "profile": "PersonProfile",
    "role": "RoleProfile",
    "resources": "Framework",
    "framework": "Framework",
}
"""The class whose slots stand at the top of a file of each kind."""

IDENTITY = ("id", "title", "version", "base", "default_language")
_AS_IT_IS = {"framework", "id"}


def editor_schema(kind: Kind, framework: Framework | None = None) -> Schema:
    """Return the JSON Schema for files of a kind, with the skills, levels and other names of a framework.

    Where people add to a framework (`framework`, and the providers of `resources`), names are offered, and
    others allowed.

    >>> from rsetk_ld.framework import shipped
    >>> editor_schema("profile", shipped())["properties"]["skills"]["properties"]["version-control"]["title"]
    'Version control'
    """
    definitions: Schema = authoring_schema(vocabulary())["$defs"]
    root = definitions["fragment" if kind == "framework" else kind]
    if kind == "framework":
        root["dependentRequired"] = {name: [n for n in IDENTITY if n != name] for name in ("id", "base")}
    title = TITLES[kind]
    if framework is not None:
        Specialiser(framework, definitions, growing=kind == "framework").specialise(root, ROOTS[kind])
        title = f"{title} ({_title(framework)} {framework.version})"
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    used = _reachable(root, definitions)
    kept = {name: schema for name, schema in definitions.items() if name in used}
    return {**head, **root, **({"$defs": kept} if kept else {})}


def _title(framework: Framework) -> str:
    titles = framework.head.get("title", {})
    return str(titles.get(framework.language) or next(iter(titles.values()), framework.iri))


def _reachable(root: Schema, definitions: Schema) -> set[str]:
    """Return the names of the definitions that the root needs."""
    found: set[str] = set()
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += node.values()
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name in definitions and name not in found:
                found.add(name)
                waiting.append(definitions[name])
    return found


class Specialiser:
    """Puts the names of a framework into the definitions of the general schema.

    `growing` says that the file may add to the framework, so that names are offered rather than required.
    """

    def __init__(self, framework: Framework, definitions: Schema, *, growing: bool) -> None:
        self.framework, self.definitions, self.growing = framework, definitions, growing
        self.names, self.vocabulary = framework.names, vocabulary()

    def specialise(self, root: Schema, class_name: str) -> None:
        """Change the definitions of all classes, and the top of the file."""
        if not self.growing:
            self.definitions["level"] = level_schema(self.framework)
        self.definitions["iri"] = {"type": "string", "pattern": iri_pattern(self.names)}
        self.definitions["Evidence"]["properties"]["url"]["$ref"] = "#/$defs/iri"
        for name, cls in self.vocabulary.classes.items():
            self._properties(self.definitions[name]["properties"], cls)
        self._properties(root["properties"], self.vocabulary.classes[class_name])
        if class_name == "PersonProfile":
            inherited = self.vocabulary.classes["SkillAssertion"]
            own = set(self.vocabulary.classes[class_name].by_authored)
            for slot in inherited.slots.values():
                if slot.inherit and slot.authored not in own:
                    self._property(root["properties"], slot)
        shapes = [root, *(self.definitions[name] for name in self.vocabulary.classes)]
        for properties in (shape["properties"] for shape in shapes):
            if "id" in properties:
                properties["id"]["$ref"] = "#/$defs/iri"

    def _properties(self, properties: Schema, cls: Class) -> None:
        for slot in cls.slots.values():
            if slot.authored in properties:
                self._property(properties, slot)

    def _property(self, properties: Schema, slot: Slot) -> None:
        """Replace what the schema says about one slot."""
        about = {"description": slot.description}
        if slot.value == "part":
            if slot.keyed_by == "id":
                properties[slot.authored]["items"]["else"] = {"$ref": "#/$defs/iri"}
            elif slot.keyed_by == "skill" and self.growing:
                properties[slot.authored] |= {"properties": self._skill_offers(properties[slot.authored])}
            elif slot.keyed_by == "skill":
                properties[slot.authored] = {**about, **self._by_skill(slot)}
            elif slot.keyed_by == "level":
                properties[slot.authored] |= {"properties": self._by_level(properties[slot.authored])}
            return
        single = self._single(slot)
        if single is None:
            return
        if slot.many:
            single = {"type": "array", "items": single, "uniqueItems": True}
        properties[slot.authored] = {**about, **single}

    def _single(self, slot: Slot) -> Schema | None:
        if slot.value == "enum":
            values = self.vocabulary.enums[slot.range]
            return described_enum((word, values.descriptions[text]) for word, text in values.authored.items())
        if slot.value == "reference" and slot.range != "Level":
            return self._named(slot.range, open_=self.growing or slot.range == "Provider")
        if slot.value == "iri" and not slot.pattern and slot.name not in _AS_IT_IS:
            return self._anywhere(slot)
        return None

    def _anywhere(self, slot: Slot) -> Schema:
        """Return the schema of a value that may lead out of the framework."""
        iri = {"$ref": "#/$defs/iri"}
        if not slot.refers:
            return iri
        if self.growing:
            return self._named(slot.refers, open_=True)
        offered = self._offered(slot.refers)
        return {"anyOf": [described_enum(offered), iri]} if offered else iri

    def _named(self, class_name: str, *, open_: bool) -> Schema:
        """Return the schema of a reference to an entry of a class, and keep it as a definition."""
        name = f"{self.vocabulary.classes[class_name].kind}-key"
        self.definitions[name] = self._reference(class_name, open_=open_)
        return {"$ref": f"#/$defs/{name}"}

    def _reference(self, class_name: str, *, open_: bool) -> Schema:
        entries = [entry["id"] for entry in self.framework.entries(class_name)]
        offered = self._offered(class_name)
        if not offered:
            return {"$ref": "#/$defs/reference"} if open_ else {"not": {}}
        whole = {"$ref": "#/$defs/reference"} if open_ else {"pattern": whole_pattern(entries, self.names)}
        return {"anyOf": [described_enum(offered), {"type": "string", **whole}]}

    def _offered(self, class_name: str) -> list[tuple[str, str]]:
        label = self.framework.label
        return [(key_of(entry["id"]), label(entry["id"])) for entry in self.framework.entries(class_name)]

    def _by_skill(self, slot: Slot) -> Schema:
        """Return the schema of a mapping from skill to what is said about it."""
        name = f"{slot.range}-entry"
        self.definitions[name] = {
            "if": {"type": "object"},
            "then": {"$ref": f"#/$defs/{slot.range}"},
            "else": self._short(slot),
        }
        entry = {"$ref": f"#/$defs/{name}"}
        skills = self.framework.entries("Skill")
        whole = whole_pattern([skill["id"] for skill in skills], self.names)
        return {
            "type": "object",
            "properties": {
                key_of(each["id"]): {**skill_text(self.framework, each), **entry} for each in skills
            },
            **({"patternProperties": {whole: entry}} if skills else {}),
            "additionalProperties": False,
        }

    def _skill_offers(self, general: Schema) -> Schema:
        entry, label = general["additionalProperties"], self.framework.label
        return {
            key_of(skill["id"]): {
                "title": label(skill["id"]),
                "description": _text(self.framework, skill.get("definition", {})),
                **entry,
            }
            for skill in self.framework.entries("Skill")
        }

    def _short(self, slot: Slot) -> Schema:
        """Return the schema of the bare value: a level or, where there is one, the status."""
        level: Schema = {"$ref": "#/$defs/level"}
        status = self.vocabulary.classes[slot.range].slots.get("status")
        alternative = self._single(status) if status else None
        return {"anyOf": [level, alternative]} if alternative else level

    def _by_level(self, general: Schema) -> Schema:
        entry = general["additionalProperties"]
        label, texts = self.framework.label, level_texts(self.framework)
        return {
            key_of(level["id"]): {"title": label(level["id"]), "description": texts[level["id"]], **entry}
            for level in self.framework.entries("Level")
        }


# ---------------------------------------------------------------- names


def described_enum(values: Iterable[tuple[Any, str]]) -> Schema:
    """Return a choice of values with a description each.

    >>> described_enum([("self", "The person's own judgement.")])
    {'enum': ['self'], 'enumDescriptions': ["The person's own judgement."]}
    """
    rows = dict(values)
    return {"enum": list(rows), "enumDescriptions": list(rows.values())}


def level_schema(framework: Framework) -> Schema:
    """Return the schema of a level: ranks of the default scale, keys and names of all, in any case."""
    known = list(_level_names(framework))
    if not known:
        return {"description": "The framework has no levels.", "not": {}}
    texts = level_texts(framework)
    label = framework.label
    rows = {name: (label(iri), texts[iri]) for name, iri in known}
    choice = {
        **described_enum((name, text) for name, (_, text) in rows.items()),
        "oneOf": [
            {"const": name, "title": title, "description": text} for name, (title, text) in rows.items()
        ],
    }
    words = "|".join(dict.fromkeys(_any_case(str(name).strip()) for name in rows))
    levels = [level["id"] for level in framework.entries("Level")]
    return {
        "description": "A level: its rank, its key or its name.",
        "anyOf": [
            choice,
            {"type": "string", "pattern": f"^\\s*(?:{words})\\s*$"},
            {"type": "string", "pattern": whole_pattern(levels, framework.names)},
        ],
    }


def _level_names(framework: Framework) -> Iterator[tuple[int | str, str]]:
    """Yield every name of a level, with the level: ranks, then keys, then labels, default scale first."""
    default = framework.head.get("default_scale", "")
    scales = sorted(framework.entries("LevelScale"), key=lambda scale: scale["id"] != default)
    levels = [level for scale in scales for level in scale.get("levels", ())]
    ranks = [level["rank"] for level in levels if "rank" in level]
    keys = [key_of(level["id"]) for level in levels]
    labels = [label for level in levels for label in level.get("label", {}).values()]
    numbers = [int(key) for key in keys if re.fullmatch(r"0|[1-9][0-9]*", key, re.ASCII)]
    for name in dict.fromkeys((*ranks, *numbers, *keys, *labels)):
        try:
            yield name, framework.names.level(name)
        except BadIdentifierError:
            continue


def level_texts(framework: Framework) -> dict[str, str]:
    """Return what an editor says about each level.

    >>> from rsetk_ld.framework import shipped
    >>> level_texts(shipped())["https://w3id.org/rsetk/level/working"][:14]
    'Working (2). U'
    """
    made = {}
    for level in framework.entries("Level"):
        label = f"{framework.label(level['id'])} ({level.get('rank', key_of(level['id']))})"
        made[level["id"]] = ". ".join(filter(None, (label, _text(framework, level.get("definition", {})))))
    return made


def whole_pattern(iris: Iterable[str], names: Names) -> str:
    r"""Return a regular expression for the IRIs and CURIEs of some entries.

    >>> from rsetk_ld.framework import shipped
    >>> whole_pattern(["https://w3id.org/rsetk/skill/testing"], shipped().names)
    '^(?:https://w3id\\.org/rsetk/skill/|skill:)(?:testing)$'
    """
    groups: dict[str, list[str]] = {}
    for iri in iris:
        key = key_of(iri)
        groups.setdefault(iri.removesuffix(key), []).append(key)
    made = []
    for base, keys in groups.items():
        starts = [base, *(f"{p}:{base[len(b) :]}" for p, b in names.prefixes.items() if base.startswith(b))]
        made.append(f"^(?:{'|'.join(map(_quoted, starts))})(?:{'|'.join(map(_quoted, keys))})$")
    return "|".join(made)


def iri_pattern(names: Names) -> str:
    """Return a regular expression for IRIs, and for CURIEs with the prefixes of a framework."""
    known = "|".join(map(_quoted, names.prefixes))
    schemes = "|".join(map(_any_case, sorted(SCHEMES)))
    return f'^(?:(?:{known}|{schemes}):|[A-Za-z][A-Za-z0-9+.-]*://)[^\\s\\u0000-\\u0020<>"{{}}|\\\\^`]*$'


def _quoted(text: str) -> str:
    """Escape a text for regular expressions of ECMAScript, Python and Rust alike."""
    return re.sub(r"([\\^$.*+?()\[\]{}|])", r"\\\1", text)


def _any_case(text: str) -> str:
    def both(char: str) -> str:
        lower, upper = char.lower(), char.upper()
        return f"[{lower}{upper}]" if lower != upper and len(lower) == len(upper) == 1 else _quoted(char)

    return "".join(map(both, text))


# ---------------------------------------------------------------- texts


def skill_text(framework: Framework, skill: Mapping[str, Any]) -> Schema:
    """Return title and descriptions of a skill: definition, competency, and what each level looks like."""
    notes: Schema = {"title": framework.label(skill["id"])}
    notes["description"] = "\n\n".join(_paragraphs(framework, skill, marked=False))
    notes["markdownDescription"] = "\n\n".join(_paragraphs(framework, skill, marked=True))
    if skill.get("deprecated"):
        notes |= {"deprecated": True, "deprecationMessage": _deprecation(framework, skill)}
    return notes


def _deprecation(framework: Framework, skill: Mapping[str, Any]) -> str:
    successors = [f"{framework.label(iri)} ({key_of(iri)})" for iri in skill.get("replaced_by", ())]
    return f"Deprecated; use {' or '.join(successors)}." if successors else "Deprecated."


def _paragraphs(framework: Framework, skill: Mapping[str, Any], *, marked: bool) -> Iterator[str]:
    def plain(text: str) -> str:
        return markdown(text) if marked else " ".join(text.split())

    def strong(text: str) -> str:
        return f"**{plain(text)}**" if marked else plain(text)

    if skill.get("deprecated"):
        yield strong(_deprecation(framework, skill))
    if definition := _text(framework, skill.get("definition", {})):
        yield plain(definition)
    if competency := skill.get("competency"):
        yield f"{strong('Competency')}: {plain(framework.label(competency))}"
    shown = sorted(skill.get("descriptors", ()), key=lambda each: framework.rank.get(each["level"], 0))
    for each in shown:
        heading = strong(f"{framework.rank.get(each['level'], '')} {framework.label(each['level'])}".strip())
        sentences = [_text(framework, shown["text"]) for shown in each.get("demonstrations", ())]
        yield "\n".join([heading, *([""] if marked else []), *(f"- {plain(text)}" for text in sentences)])


def _text(framework: Framework, texts: Mapping[str, str]) -> str:
    return str(texts.get(framework.language) or next(iter(texts.values()), ""))


def markdown(text: str) -> str:
    r"""Return a text as one line of Markdown that shows it as it is.

    >>> print(markdown("1. *Never* <b>this</b>"))
    1\. \*Never\* \<b\>this\</b\>
    """
    line = re.sub(r"([\\`*_{}\[\]<>#|&~])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^([-+=])|^([0-9]+)([.)])", lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)
