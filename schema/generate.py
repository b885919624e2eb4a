"""Write src/rsetk_ld/generated/ from schema/rsetk.yaml (needs the `dev` group; run by `make generate`).

LinkML's own generators do most of the work. What they cannot express is added afterwards, and only here:
language-tagged literals, further types from `implements:`, IRIs for enum values in JSON-LD, and Turtle that
changes by a few lines when the schema changes by a few. `docs/decisions.md` says why for each.

    python schema/generate.py [FOLDER]
"""

import json
import sys
import warnings
from pathlib import Path
from typing import Any

import rdflib
from jsonasobj2 import items
from linkml.generators.jsonschemagen import JsonSchemaGenerator
from linkml.generators.owlgen import OwlSchemaGenerator
from linkml.generators.pythongen import PythonGenerator
from linkml.generators.shaclgen import ShaclGenerator
from linkml_runtime.linkml_model import SlotDefinition
from linkml_runtime.utils.schemaview import SchemaView
from rdflib import OWL, RDF, RDFS, SH, XSD, Literal, URIRef
from rdflib.collection import Collection

from rsetk_ld.authoring.jsonschema import YEAR_PATTERN, authoring_schema
from rsetk_ld.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema" / "rsetk.yaml"
OUT = ROOT / "src" / "rsetk_ld" / "generated"
TEXTS, TAGGED = "LanguageString", "TaggedText"
Table = dict[str, Any]
PRIMITIVES = {"string", "integer", "decimal", "boolean", "date"}


def annotations(element: Any) -> dict[str, object]:
    """Return the annotations of a schema element as plain values."""
    return {
        tag: True if str(note.value) in {"True", "true"} else str(note.value)
        for tag, note in items(element.annotations)
    }


def value_kind(view: SchemaView, slot: SlotDefinition) -> str:
    """Name how a value of the slot is written: as text, literal, IRI, enum value, reference or part."""
    if slot.range == TEXTS:
        return "texts"
    if slot.range == TAGGED:
        return "tagged"
    if slot.range in PRIMITIVES:
        return str(slot.range)
    if slot.range in view.all_enums():
        return "enum"
    if slot.range in view.all_classes():
        return "part" if slot.inlined or slot.inlined_as_list else "reference"
    return "iri"


def slot_table(view: SchemaView, slot: SlotDefinition) -> dict[str, object]:
    """Describe one slot of one class for the run time."""
    kind = value_kind(view, slot)
    facts = {
        "iri": view.expand_curie(view.get_uri(slot)),
        "value": kind,
        "range": slot.range if kind in {"enum", "reference", "part"} else None,
        "many": bool(slot.multivalued) and kind != "texts",
        "required": bool(slot.required),
        "symmetric": bool(slot.symmetric),
        "pattern": slot.pattern,
        "minimum": slot.minimum_value,
        "maximum": slot.maximum_value,
        "description": slot.description,
        **annotations(slot),
    }
    return {name: fact for name, fact in facts.items() if fact is not None and fact is not False}


def type_table(view: SchemaView) -> str:
    """Return types.json: what the run time knows of the schema."""
    classes = {}
    for name, cls in view.all_classes().items():
        if cls.abstract or name in {TEXTS, TAGGED}:
            continue
        ancestors = [view.get_class(a) for a in view.class_ancestors(name)]
        types = [view.expand_curie(f"rsetk:{name}")]
        types += [view.expand_curie(t) for a in ancestors for t in a.implements]
        slots = {s.name: slot_table(view, s) for s in view.class_induced_slots(name) if s.name != "id"}
        classes[name] = {
            "iri": types[0],
            "types": list(dict.fromkeys(types)),
            "description": cls.description,
            **annotations(cls),
            "slots": slots,
        }
    enums = {
        name: {
            text: {
                "iri": view.expand_curie(value.meaning),
                "description": value.description,
                **annotations(value),
            }
            for text, value in enum.permissible_values.items()
        }
        for name, enum in view.all_enums().items()
    }
    declared = {p.prefix_prefix: p.prefix_reference for p in view.schema.prefixes.values()}
    prefixes = {prefix: iri for prefix, iri in declared.items() if prefix != "urn"}
    prefixes["xsd"] = str(XSD)
    table = {"version": view.schema.version, "prefixes": prefixes, "classes": classes, "enums": enums}
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"


def json_schema() -> str:
    """Return the JSON Schema of the canonical form, with IRIs beyond ASCII and without the year 0.

    Year 0 is a date to JSON Schema and none to Python and some SHACL engines.
    """
    schema = json.loads(JsonSchemaGenerator(str(SCHEMA)).serialize())

    def mend(node: Any) -> None:
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            mend(child)
        if isinstance(node, dict) and node.get("format") == "uri":
            node["format"] = "iri"
        if isinstance(node, dict) and node.get("format") == "date":
            node["pattern"] = YEAR_PATTERN

    mend(schema)
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def context(types: Table) -> str:
    """Return the JSON-LD context: every slot by its name, texts as language maps, values as IRIs.

    No prefix is declared that is also the name of a slot (`skill`, `level`): JSON-LD would take `skill:x` for an
    absolute IRI, so documents hold whole IRIs.
    """
    terms: dict[str, dict[str, str]] = {}
    for name, cls in types["classes"].items():
        for slot, facts in cls["slots"].items():
            term = context_term(facts)
            if terms.setdefault(slot, term) != term:
                raise ValueError(
                    f"{name}.{slot}: a slot must mean the same in every class; rename one of them"
                )
    prefixes = {p: iri for p, iri in types["prefixes"].items() if p not in terms}
    body = {
        "@version": 1.1,
        "@vocab": types["prefixes"]["rsetk"],
        **dict(sorted(prefixes.items())),
        "id": "@id",
        "type": "@type",
        **dict(sorted(terms.items())),
    }
    return json.dumps({"@context": body}, indent=1) + "\n"


def context_term(facts: Table) -> dict[str, str]:
    """Return the JSON-LD term definition of one slot."""
    term = {"@id": facts["iri"]}
    kind = facts["value"]
    if kind in {"texts", "tagged"}:
        term["@container"] = "@language"
    elif kind == "enum":
        term["@type"] = "@vocab"
    elif kind in {"iri", "reference"}:
        term["@type"] = "@id"
    elif kind in {"date", "decimal"}:
        term["@type"] = str(XSD) + kind
    return term


def shapes(types: Table) -> str:
    """Return the SHACL shapes, with texts as language-tagged literals and without their helper classes."""
    text = ShaclGenerator(str(SCHEMA), message_template="{class}.{name}: {description}").serialize()
    graph = rdflib.Graph().parse(data=text, format="turtle")
    rsetk = types["prefixes"]["rsetk"]
    for helper, unique in ((TEXTS, True), (TAGGED, False)):
        for shape in list(graph.subjects(SH["class"], URIRef(rsetk + helper))):
            graph.remove((shape, SH["class"], None))
            graph.remove((shape, SH.nodeKind, None))
            graph.add((shape, SH.datatype, RDF.langString))
            if unique:
                graph.add((shape, SH.uniqueLang, Literal(True)))
        drop_shape(graph, URIRef(rsetk + helper))
    for abstract in ("Entry", "Concept"):
        drop_shape(graph, URIRef(rsetk + abstract))
    for ignored in list(graph.objects(None, SH.ignoredProperties)):
        members = Collection(graph, ignored)
        kept = sorted(set(members), key=str)
        members.clear()  # type: ignore[no-untyped-call]
        members += kept
    return turtle(graph, "SHACL shapes")


def drop_shape(graph: rdflib.Graph, shape: URIRef) -> None:
    """Remove a node shape with everything that only it uses."""
    stack: list[rdflib.term.Node] = [shape]
    while stack:
        node = stack.pop()
        stack += [o for o in graph.objects(node) if isinstance(o, rdflib.BNode)]
        graph.remove((node, None, None))


def ontology(view: SchemaView, types: Table) -> str:
    """Return the OWL ontology, saying nothing about terms of other vocabularies but what kind they are."""
    generator = OwlSchemaGenerator(
        str(SCHEMA),
        xsd_anyuri_as_iri=True,
        use_native_uris=False,
        skip_vacuous_min_zero_cardinality_axioms=True,
        skip_vacuous_local_range_axioms=True,
        consolidate_cardinality_axioms=True,
        metaclasses=False,
        type_objects=False,
    )
    graph = rdflib.Graph().parse(data=generator.serialize(), format="turtle")
    rsetk = types["prefixes"]["rsetk"]
    for helper in (TEXTS, TAGGED):
        drop_shape(graph, URIRef(rsetk + helper))
        for subject, predicate in list(graph.subject_predicates(URIRef(rsetk + helper))):
            graph.remove((subject, predicate, None))
            graph.add((subject, predicate, RDF.langString))
    text_slots = {
        URIRef(facts["iri"])
        for cls in types["classes"].values()
        for facts in cls["slots"].values()
        if facts["value"] in {"texts", "tagged"}
    }
    for slot in text_slots:
        graph.remove((slot, RDF.type, None))
        graph.add((slot, RDF.type, OWL.DatatypeProperty))
    own_notes = {"kind", "document", "authored_as", "keyed", "keyed_by", "numbered", "short", "derived"}
    own_notes |= {"inherit", "inverse", "refers", "default"}
    for note in own_notes:
        graph.remove((None, URIRef(rsetk + note), None))
    for subject in set(graph.subjects()):
        if isinstance(subject, URIRef) and not subject.startswith(rsetk.rstrip("/")):
            for predicate, value in list(graph.predicate_objects(subject)):
                if predicate != RDF.type:
                    graph.remove((subject, predicate, value))
    for cls in view.all_classes().values():
        for parent in cls.implements:
            subject = URIRef(rsetk + cls.name)
            graph.add((subject, RDFS.subClassOf, URIRef(view.expand_curie(parent))))
    drop_orphans(graph)
    return turtle(graph, "OWL ontology")


def drop_orphans(graph: rdflib.Graph) -> None:
    """Remove blank nodes that nothing points to any more."""
    while orphans := {
        node
        for node in graph.subjects()
        if isinstance(node, rdflib.BNode)
        and (None, None, node) not in graph
        and (node, RDF.type, OWL.AllDisjointClasses) not in graph
    }:
        for node in orphans:
            graph.remove((node, None, None))


def turtle(graph: rdflib.Graph, what: str) -> str:
    """Serialise with one statement a line, so that a small edit is a small diff."""
    text = graph.serialize(format="longturtle")
    return f"# {what}, made from schema/rsetk.yaml by `make generate`; not edited by hand.\n{text.strip()}\n"


def generate() -> dict[str, str]:
    """Return the text of every generated file by name."""
    view = SchemaView(str(SCHEMA))
    table = type_table(view)
    types = json.loads(table)
    header = '"""Made from schema/rsetk.yaml by `make generate`; not edited by hand."""\n\n'
    model = PythonGenerator(str(SCHEMA), metadata=False).serialize()
    authoring = authoring_schema(Vocabulary(types))
    return {
        "model.py": header + model,
        "schema.json": json_schema(),
        "authoring.json": json.dumps(authoring, indent=1, ensure_ascii=False) + "\n",
        "context.jsonld": context(types),
        "shapes.ttl": shapes(types),
        "ontology.ttl": ontology(view, types),
        "types.json": table,
    }


def main(folder: Path = OUT) -> None:
    """Write the generated files."""
    warnings.simplefilter("ignore", DeprecationWarning)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in generate().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
