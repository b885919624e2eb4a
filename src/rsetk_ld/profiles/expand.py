"""Profiles of people and roles, and files of resources: from the authoring form to canonical instances."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from rsetk_ld.authoring.expand import Expander, Instance
from rsetk_ld.findings import Findings, Path
from rsetk_ld.framework.model import LISTS, Framework
from rsetk_ld.identifiers import BadIdentifierError, child, expand

Spots = dict[str, Path]
NOBODY = "urn:uuid:00000000-0000-0000-0000-000000000000"


def expand_profile(
    data: Mapping[str, Any], framework: Framework, findings: Findings, spots: Spots | None = None
) -> Instance:
    """Return the canonical PersonProfile.

    Its IRI is the one given, else derived from the content: the same statements in any order and form give
    the same IRI.

    >>> from rsetk_ld.framework import shipped
    >>> data = {"about": {"pseudonym": "rse-17"}, "skills": {"version-control": 3}}
    >>> profile = expand_profile(data, shipped(), Findings())
    >>> profile["assertions"][0]["level"]
    'https://w3id.org/rsetk/level/practitioner'
    """
    expander = Expander(framework.names, framework.language, findings, spots)
    classes = expander.vocabulary.classes
    iri = _given_iri(data, expander)
    inherited = {slot.name: slot for slot in classes["SkillAssertion"].slots.values() if slot.inherit}
    body = {name: value for name, value in data.items() if name not in {"id", "framework"}}
    profile = expander.entry(classes["PersonProfile"], body, iri or NOBODY, ())
    profile["framework"] = _release(data, framework)
    for name, slot in inherited.items():
        if slot.authored in data:
            value = expander.value(slot, data[slot.authored], "", (slot.authored,))
            for assertion in profile.get("assertions", ()):
                assertion.setdefault(name, value)
    if "about" in profile:
        person = profile["about"]
        person["id"] = person["id"] or person.get("orcid") or child(iri or NOBODY, "_person")
    return profile if iri else _with_own_iri(profile, expander.spots)


def expand_role(
    data: Mapping[str, Any], framework: Framework, findings: Findings, spots: Spots | None = None
) -> Instance:
    """Return the canonical RoleProfile for a file of its own."""
    expander = Expander(framework.names, framework.language, findings, spots)
    iri = _given_iri(data, expander)
    body = {name: value for name, value in data.items() if name not in {"id", "framework"}}
    role = expander.entry(expander.vocabulary.classes["RoleProfile"], body, iri or NOBODY, ())
    role["framework"] = _release(data, framework)
    return role if iri else _with_own_iri(role, expander.spots)


def expand_resources(
    data: Mapping[str, Any], framework: Framework, findings: Findings, spots: Spots | None = None
) -> tuple[list[Instance], list[Instance]]:
    """Return the canonical learning resources and providers of a file that holds them."""
    classes = framework.names.vocabulary.classes
    own = {name: set(framework.names.known.get(name, {}).values()) for name in framework.names.known}
    for name in ("LearningResource", "Provider"):
        lead = f"{framework.head['base']}{classes[name].kind}/"
        own.setdefault(name, set()).update(f"{lead}{key}" for key in data.get(LISTS[name], {}))
    expander = Expander(framework.names_with(own), framework.language, findings, spots)
    resources = expander.keyed(classes["LearningResource"], data.get("resources", {}), ("resources",))
    providers = expander.keyed(classes["Provider"], data.get("providers", {}), ("providers",))
    return resources, providers


def expand_mappings(
    data: Mapping[str, Any], framework: Framework, findings: Findings, spots: Spots | None = None
) -> Instance:
    """Return the canonical MappingSet."""
    expander = Expander(framework.names, framework.language, findings, spots)
    iri = _given_iri(data, expander) or NOBODY
    body = {name: value for name, value in data.items() if name != "id"}
    return expander.entry(expander.vocabulary.classes["MappingSet"], body, iri, ())


def _release(data: Mapping[str, Any], framework: Framework) -> str:
    """Return the release that the file names, where it is one of this framework, else the one in use."""
    stated = data.get("framework", "")
    return stated if stated.startswith(f"{framework.iri}/") else framework.release


def _given_iri(data: Mapping[str, Any], expander: Expander) -> str:
    if "id" not in data:
        return ""
    try:
        return expand(data["id"], expander.names.prefixes)
    except BadIdentifierError as bad:
        expander.findings.add_bad(bad, ("id",))
        return ""


def _with_own_iri(instance: Instance, spots: Spots) -> Instance:
    """Replace the placeholder in every identifier by an IRI that follows from the content."""
    text = json.dumps(instance, sort_keys=True, ensure_ascii=False)
    own = f"urn:uuid:{uuid5(NAMESPACE_URL, text)}"

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: renamed(item) for name, item in value.items()}
        if isinstance(value, list):
            return [renamed(item) for item in value]
        if isinstance(value, str) and value.startswith(NOBODY):
            return own + value[len(NOBODY) :]
        return value

    for iri in [iri for iri in spots if iri.startswith(NOBODY)]:
        spots[renamed(iri)] = spots.pop(iri)
    return dict(renamed(instance))
