"""The JSON Schema of the authoring form, made from the type table.

One definition a class; documents are `#/$defs/profile`, `role`, `resources`, `framework` (the identity file),
`fragment` (any other file of a framework folder) and `mappings`. JSON Schema 2020-12. Alternatives are written
as `if`/`then` on the type of the value rather than as `anyOf`, so that a mistake is reported where it is.
"""

from typing import Any

from rsetk_ld.vocabulary import Slot, Vocabulary

Schema = dict[str, Any]

KEY_PATTERN = "^(?=.{1,128}$)[a-z0-9]+(-[a-z0-9]+)*$"
TAG_PATTERN = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
YEAR_PATTERN = "^(?!0000)"
ORCID_PATTERN = "^(https://orcid\\.org/|orcid:)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$"
INTERFACE = "https://w3id.org/rsetk/schema/authoring.json"


def authoring_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of everything that people write, for any framework."""
    definitions: Schema = {**_texts()}
    for name in vocabulary.classes:
        definitions[name] = _class_schema(vocabulary, name)
    definitions.update(_documents(vocabulary))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": INTERFACE,
        "title": "RSE competencies: the files that people write",
        "$defs": definitions,
    }


def _texts() -> Schema:
    text = {"type": "string", "minLength": 1}

    # `propertyNames` would say the same, but its errors carry a copy of the whole mapping each.
    def by_language(value: Schema) -> Schema:
        return {"patternProperties": {TAG_PATTERN: value}, "additionalProperties": False}

    return {
        "texts": {
            "type": ["string", "object"],
            "if": {"type": "object"},
            "then": {**by_language(text), "minProperties": 1},
            "else": text,
        },
        "tagged": {
            "type": ["string", "array", "object"],
            "items": text,
            **by_language({"type": ["string", "array"], "items": text, "minLength": 1}),
        },
        "level": {"type": ["integer", "string"], "minLength": 1},
        "reference": {"type": "string", "minLength": 1},
    }


def _class_schema(vocabulary: Vocabulary, name: str) -> Schema:
    cls = vocabulary.classes[name]
    properties = {
        slot.authored: slot_schema(vocabulary, slot) for slot in cls.slots.values() if not slot.derived
    }
    required = [slot.authored for slot in cls.slots.values() if slot.required and not _implied(name, slot)]
    if name == "Evidence":
        properties = {"url": {"type": "string", "minLength": 1}, **properties}
        required = ["url"]
    if name in {"SkillAssertion", "LevelDescriptor", "TeachingOutcome", "Requirement"}:
        properties = {key: value for key, value in properties.items() if key != _key_slot(name)}
    if name == "Person":
        properties["orcid"] = {
            "type": "string",
            "pattern": ORCID_PATTERN,
            "description": _about(cls, "orcid"),
        }
    if not cls.kind and not cls.document and name != "Evidence":
        about = "The IRI of this part, where it is not the one that follows."
        properties["id"] = {**_iri(), "description": about}
    return {
        "description": cls.description,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _about(cls: Any, slot: str) -> str:
    return str(cls.slots[slot].description)


def _key_slot(name: str) -> str:
    return "level" if name == "LevelDescriptor" else "skill"


def _implied(name: str, slot: Slot) -> bool:
    """Say whether the value follows from the key, the order or a default."""
    if slot.default or (name == "Demonstration" and slot.name == "position"):
        return True
    return name in {"SkillAssertion", "LevelDescriptor", "TeachingOutcome", "Requirement"} and (
        slot.name == _key_slot(name)
    )


def slot_schema(vocabulary: Vocabulary, slot: Slot) -> Schema:
    """Return the schema of one slot as people write it."""
    about = {"description": slot.description}
    if slot.value == "part":
        return {**about, **_part_schema(slot)}
    single = _single_schema(vocabulary, slot)
    if slot.many and slot.value != "tagged":
        return {**about, "type": "array", "items": single, "uniqueItems": True}
    return {**about, **single}


def _single_schema(vocabulary: Vocabulary, slot: Slot) -> Schema:
    if slot.value in {"texts", "tagged"}:
        return {"$ref": f"#/$defs/{slot.value}"}
    if slot.value == "enum":
        return {"enum": list(vocabulary.enums[slot.range].authored)}
    if slot.value == "reference":
        return {"$ref": "#/$defs/level" if slot.range == "Level" else "#/$defs/reference"}
    if slot.value == "date":
        return {"type": "string", "format": "date", "pattern": YEAR_PATTERN}
    if slot.value == "boolean":
        return {"type": "boolean"}
    limits = {"minimum": slot.minimum, "maximum": slot.maximum}
    numeric = {key: value for key, value in limits.items() if value is not None}
    if slot.value in {"integer", "decimal"}:
        return {"type": "integer" if slot.value == "integer" else "number", **numeric}
    return {"type": "string", "minLength": 1, **({"pattern": slot.pattern} if slot.pattern else {})}


def _part_schema(slot: Slot) -> Schema:
    entry: Schema = {"$ref": f"#/$defs/{slot.range}"}
    if slot.short:
        entry = {"if": {"type": "object"}, "then": entry, "else": _short_schema(slot)}
    if slot.keyed:
        return {"type": "object", "patternProperties": {KEY_PATTERN: entry}, "additionalProperties": False}
    if slot.keyed_by not in {"", "id"}:
        return {"type": "object", "propertyNames": {"minLength": 1}, "additionalProperties": entry}
    if slot.many:
        return {"type": "array", "items": entry}
    return entry


def _short_schema(slot: Slot) -> Schema:
    """Return the schema of the bare value that may stand for a whole part."""
    if slot.short == "demonstrations":
        return {"type": "array", "items": _demonstration()}
    if slot.short == "text":
        return {"$ref": "#/$defs/texts"}
    if slot.short == "id":
        return {"type": "string", "minLength": 1}
    return {"$ref": "#/$defs/level"}


def _demonstration() -> Schema:
    whole = {
        "if": {"required": ["text"]},
        "then": {"$ref": "#/$defs/Demonstration"},
        "else": {"$ref": "#/$defs/texts"},
    }
    return {"type": ["string", "object"], "if": {"type": "object"}, "then": whole, "else": {"minLength": 1}}


def _documents(vocabulary: Vocabulary) -> Schema:
    profile = _class_schema(vocabulary, "PersonProfile")
    assertion = vocabulary.classes["SkillAssertion"]
    inherited = {s.authored: slot_schema(vocabulary, s) for s in assertion.slots.values() if s.inherit}
    profile["properties"] = {"framework": {}, "id": _iri(), **profile["properties"], **inherited}
    profile["required"] = ["about", "skills"]
    role = _class_schema(vocabulary, "RoleProfile")
    role["properties"] = {"id": _iri(), **role["properties"]}
    role["required"] = ["label", "requirements"]
    whole = _class_schema(vocabulary, "Framework")
    whole["properties"] = {"id": _iri(), **whole["properties"]}
    fragment = {**whole, "required": []}
    whole["required"] = ["id", "title", "version", "base", "default_language"]
    shared = {name: whole["properties"][name] for name in ("resources", "providers")}
    mappings = _class_schema(vocabulary, "MappingSet")
    mappings["properties"] = {"id": _iri(), **mappings["properties"]}
    mappings["required"] = ["id", "license", "mappings"]
    return {
        "profile": profile,
        "role": role,
        "resources": {
            "type": "object",
            "description": "Learning resources for the skills of a framework.",
            "properties": {"framework": profile["properties"]["framework"], **shared},
            "required": ["resources"],
            "additionalProperties": False,
        },
        "framework": whole,
        "fragment": fragment,
        "mappings": mappings,
    }


def _iri() -> Schema:
    return {"type": "string", "minLength": 1, "description": "The IRI of the thing itself."}
