"""The structural layer: does a file have the keys and the types of values that its kind asks for?"""

import json
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from rsetk_ld.findings import SUGGESTED, Finding, Findings
from rsetk_ld.identifiers import nearest
from rsetk_ld.vocabulary import generated_text

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator, ValidationError

TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
    "null": "nothing",
}

FORMATS = {"date": "a date such as 2026-11-01", "iri": "a whole IRI"}
FORMS = {
    "orcid": "an ORCID iD such as 0000-0002-1825-0097",
    "ror": "a ROR iD such as https://ror.org/05krs5044",
    "{2,3}": "a language tag, such as `en` or `pt-BR`",
    "0000": "a date of the common era",
    "/$": "an IRI that ends in a slash",
    "[a-z][a-z0-9]*": "a word of lower-case letters and digits",
}
"""What the patterns of the schema ask for in words, by a part that tells a pattern from the others."""


@cache
def _schema(file: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(generated_text(file))
    return loaded


@cache
def validator(shape: str, file: str = "authoring.json") -> "Draft202012Validator":
    """Return the compiled validator for one definition of a generated JSON Schema."""
    from jsonschema_rs import Draft202012Validator

    schema = {"$ref": f"#/$defs/{shape}", "$defs": _schema(file)["$defs"]}
    return Draft202012Validator(schema, validate_formats=True)


def structure_findings(data: object, shape: str, name: str, file: str = "authoring.json") -> Findings:
    """Return what is wrong with the structure of a document.

    >>> found = structure_findings({"about": {"name": "Ada"}, "skils": {}}, "profile", "ada.yaml")
    >>> sorted(finding.code for finding in found)
    ['S001', 'S002']
    """
    check = validator(shape, file)
    found = Findings(file=name)
    if not check.is_valid(data):
        for error in check.iter_errors(data):
            _add(found, error, file)
    return found


def _add(found: Findings, error: "ValidationError", file: str) -> None:  # noqa: C901 (one case a keyword)
    """Translate one error of the validator into findings with our own words."""
    from jsonschema_rs import ValidationErrorKind as Kind

    path = tuple(error.instance_path)
    match error.kind:
        case Kind.AdditionalProperties(unexpected):
            schema = _schema_of(error, file)
            for name in unexpected:
                if "patternProperties" in schema:
                    rule = _naming_rule(next(iter(schema["patternProperties"])))
                    found.add("S010", (*path, name), at_key=True, name=name, rule=rule)
                    continue
                near = nearest(name, schema.get("properties", ())) if len(found) < SUGGESTED else ""
                found.add("S001", (*path, name), at_key=True, suggestion=near, name=name)
        case Kind.Required(name):
            found.add("S002", path, name=name)
        case Kind.Type(types):
            wanted = [types] if isinstance(types, str) else types
            found.add("S003", path, wanted=_either(wanted), got=_kind_of(error.instance))
        case Kind.Enum(options):
            near = nearest(str(error.instance), map(str, options))
            allowed = ", ".join(map(str, options))
            found.add("S004", path, suggestion=near, value=error.instance, allowed=allowed)
        case Kind.Pattern(pattern):
            found.add("S005", path, value=error.instance, form=_form(pattern))
        case Kind.Minimum(limit) | Kind.Maximum(limit):
            side = "at least" if isinstance(error.kind, Kind.Minimum) else "at most"
            found.add("S006", path, value=error.instance, side=side, limit=limit)
        case Kind.Format(kind):
            found.add("S007", path, value=error.instance, kind=FORMATS.get(kind, f"a {kind}"))
        case Kind.MinLength() | Kind.MinProperties() | Kind.MinItems():
            found.add("S008", path)
        case Kind.UniqueItems():
            found.add("S009", path)
        case Kind.PropertyNames(inner):
            found.add(
                "S010", (*path, str(inner.instance)), at_key=True, name=inner.instance, rule="not empty"
            )
        case Kind.AnyOf(branches):
            _add_nearest(found, branches, file)
        case _:
            found.add("S005", path, value=error.instance, form=f"right: {error.message}")


def _add_nearest(found: Findings, branches: "list[list[ValidationError]]", file: str) -> None:
    """Add the errors of the first alternative that takes the type of the value, else the types of all of them."""
    from jsonschema_rs import ValidationErrorKind as Kind

    types: list[str] = []
    for branch in branches:
        wrong = [each.kind for each in branch if isinstance(each.kind, Kind.Type)]
        if not wrong:
            for error in branch:
                _add(found, error, file)
            return
        for kind in wrong:
            types += [kind.types] if isinstance(kind.types, str) else kind.types
    error = branches[0][0]
    found.add("S003", tuple(error.instance_path), wanted=_either(types), got=_kind_of(error.instance))


def _either(types: Iterable[str]) -> str:
    """Return types in words; that a value may also be missing goes without saying."""
    return " or ".join(TYPES[each] for each in types if each != "null")


def _form(pattern: str) -> str:
    return next((words for part, words in FORMS.items() if part in pattern), f"of the form {pattern}")


def _naming_rule(pattern: str) -> str:
    if "{2,3}" in pattern:
        return "a language tag, such as `en` or `pt-BR`"
    return "a key: at most 128 lower-case letters and digits, in words joined by single hyphens"


def _schema_of(error: "ValidationError", file: str) -> dict[str, Any]:
    """Return the schema that the value at the place of the error must meet."""
    node: Any = _schema(file)
    for step in list(error.schema_path)[:-1]:
        node = node[step]
    found: dict[str, Any] = node
    return found


def _kind_of(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str | int | float):
        return f"`{value}`"
    return "a list" if isinstance(value, list) else "keys with values"


def pruned(data: Any, findings: Iterable[Finding]) -> Any:
    """Return a copy without the values that structural findings are about, so that later layers can go on.

    >>> pruned({"a": 1, "b": {"c": "x"}}, [Finding("S003", ("b", "c"))])
    {'a': 1, 'b': {}}
    """
    bad = [f.path for f in findings if f.path and f.code not in {"S002", "S009"} and f.code.startswith("S")]
    if not bad:
        return data
    copy = json.loads(json.dumps(data))
    for path in sorted(bad, key=lambda p: tuple(map(_deepest_last, p)), reverse=True):
        parent = copy
        for step in path[:-1]:
            parent = parent[step] if _holds(parent, step) else None
        if _holds(parent, path[-1]):
            del parent[path[-1]]
    return copy


def _deepest_last(step: str | int) -> tuple[int, int, str]:
    return (0, step, "") if isinstance(step, int) else (1, 0, step)


def _holds(parent: object, step: str | int) -> bool:
    if isinstance(parent, dict):
        return step in parent
    return isinstance(parent, list) and isinstance(step, int) and step < len(parent)
