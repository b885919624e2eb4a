"""Canonical instances as the files that people write.

Everything is exact: the file is expanded again before it is returned, and what it would change raises
`ContractError`. Identifiers that follow from the content are left out. What follows from the files
themselves may come in addition: positions from the order of entries, the second side of a symmetric link, the
first scale as the default, and the framework that a role on its own is written for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rsetk_ld.authoring.contract import ContractError, Contractor, Data, Instance, differences
from rsetk_ld.authoring.expand import Expander, canonical_order
from rsetk_ld.findings import Findings
from rsetk_ld.framework.model import LISTS, Framework
from rsetk_ld.identifiers import child, key_of
from rsetk_ld.profiles.expand import expand_mappings, expand_profile, expand_resources, expand_role
from rsetk_ld.vocabulary import vocabulary

Expand = Callable[[Data, Framework, Findings], Instance]
LOOSE = "other"
"""The name of the file for skills that belong to no domain."""


def contract(instances: Iterable[tuple[str, Instance]], framework: Framework) -> list[Data]:
    """Return the documents for instances with their classes; resources and providers share one.

    >>> from rsetk_ld.framework import shipped
    >>> person = {"id": "https://a.example/#_person", "pseudonym": "rse-17"}
    >>> profile = {"id": "https://a.example/", "framework": shipped().release, "about": person}
    >>> contract([("PersonProfile", profile)], shipped())[0]["about"]
    {'pseudonym': 'rse-17'}
    """
    made, shared = [], {"LearningResource": list[Instance](), "Provider": list[Instance]()}
    for class_name, instance in instances:
        if class_name in shared:
            shared[class_name].append(instance)
        elif class_name == "Framework":
            made.append(contract_framework(instance))
        elif class_name in _DOCUMENTS:
            made.append(_DOCUMENTS[class_name](instance, framework))
        else:
            raise ContractError(f"{instance['id']}: a {class_name} cannot stand in a file of its own")
    if any(shared.values()):
        made.append(contract_resources(shared["LearningResource"], shared["Provider"], framework))
    return made


def contract_profile(instance: Instance, framework: Framework) -> Data:
    """Return the profile that a person would write; what most assertions share is stated once.

    >>> from rsetk_ld.framework import shipped
    >>> data = {"about": {"pseudonym": "rse-17"}, "assessed_by": "self", "skills": {"version-control": 3}}
    >>> contract_profile(expand_profile(data, shipped(), Findings()), shipped()) == {
    ...     "framework": shipped().release, **data}
    True
    """
    contractor = _contractor(framework, ranked=True)
    cls, person = vocabulary().classes["PersonProfile"], vocabulary().classes["Person"]
    assertions = list(instance.get("assertions", ()))
    slots = vocabulary().classes["SkillAssertion"].slots.values()
    usual = {slot.name: value for slot in slots if slot.inherit and (value := _usual(slot.name, assertions))}
    rest = [{name: v for name, v in each.items() if usual.get(name) != v} for each in assertions]
    body = contractor.entry(cls, {**instance, "assertions": rest}, instance["id"], frozenset({"framework"}))
    skills = body.pop("skills", {})
    if "about" in instance:
        about = instance["about"]
        iri = about.get("orcid") or child(instance["id"], "_person")
        body["about"] = contractor.entry(person, about, iri)
    once = {s.authored: contractor.value(s, usual[s.name], "") for s in slots if s.name in usual}
    return _checked("PersonProfile", instance, {**body, **once, "skills": skills}, framework, expand_profile)


def _usual(name: str, assertions: list[Instance]) -> Any:
    """Return the value to state once: that of most assertions, where none is without and two or all agree."""
    counts = Counter(each.get(name) for each in assertions)
    if not counts or None in counts:
        return None
    value, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return value if count > 1 or len(assertions) == 1 else None


def contract_role(instance: Instance, framework: Framework) -> Data:
    """Return the role profile as a file of its own, with ranks for levels."""
    cls = vocabulary().classes["RoleProfile"]
    omit = frozenset({"framework"})
    body = _contractor(framework, ranked=True).entry(cls, instance, instance["id"], omit)
    body.setdefault("requirements", {})
    stated = {"framework": framework.release, **instance}
    return _checked("RoleProfile", stated, body, framework, expand_role)


def contract_resources(
    resources: Iterable[Instance], providers: Iterable[Instance], framework: Framework
) -> Data:
    """Return the file of resources, with the providers that it brings."""
    given = {"LearningResource": list(resources), "Provider": list(providers)}
    entries = {name: {*framework.names.iris[name], *(e["id"] for e in given[name])} for name in given}
    contractor = _contractor(framework, framework.names_with(entries))
    classes = vocabulary().classes
    lists = {LISTS[name]: contractor.keyed(classes[name], given[name]) for name in given}
    document = {"framework": framework.release, **{name: made for name, made in lists.items() if made}}
    document.setdefault("resources", {})
    made = expand_resources(document, framework, Findings())
    for name, was, now in zip(given, given.values(), made, strict=True):
        whole = {LISTS[name]: was}, {LISTS[name]: now}
        _refuse(_differences("Framework", *({"id": framework.iri, **each} for each in whole)))
    return document


def contract_mappings(instance: Instance, framework: Framework) -> Data:
    """Return the mapping set as a file."""
    cls = vocabulary().classes["MappingSet"]
    body = _contractor(framework).entry(cls, instance, instance["id"])
    document = {"id": instance["id"], **body}
    document.setdefault("mappings", [])
    _refuse(_differences("MappingSet", instance, expand_mappings(document, framework, Findings())))
    return document


def contract_framework(data: Instance) -> Data:
    """Return a whole framework as one document: the identity, then its lists.

    >>> from rsetk_ld.framework import shipped
    >>> list(contract_framework(shipped().data))[:2]
    ['id', 'title']
    """
    framework = Framework(dict(data))
    cls = vocabulary().classes["Framework"]
    body = _contractor(framework).entry(cls, _one_sided(data), framework.iri)
    document = {"id": framework.iri, **body}
    _check_framework(data, document, framework)
    return document


def framework_files(data: Instance) -> dict[str, Data]:
    """Return a framework as the files of a folder, by path.

    Skills go to one file a domain; the files are numbered where their names alone would change the order.

    >>> from rsetk_ld.framework import shipped
    >>> sorted(framework_files(shipped().data))[:2]
    ['domains.yaml', 'framework.yaml']
    """
    framework = Framework(dict(data))
    cls = vocabulary().classes["Framework"]
    folder = _split(framework, _one_sided(data))
    places: dict[str, int] = {}
    counts: dict[str, int] = {}
    for path in folder:
        for slot, entries in folder[path].items():
            for entry in entries:
                counts[slot] = counts.get(slot, 0) + 1
                places[entry["id"]] = counts[slot]
    contractor = _contractor(framework, places=places)
    body = contractor.entry(cls, data, framework.iri, frozenset(LISTS.values()))
    files: dict[str, Data] = {"framework.yaml": {"id": framework.iri, **body}}
    for path, lists in folder.items():
        files[path] = {
            name: contractor.parts(cls.slots[name], entries, "") for name, entries in lists.items()
        }
    merged: Data = {}
    for content in files.values():
        for name, value in content.items():
            merged[name] = {**merged.get(name, {}), **value} if name in counts else value
    _check_framework(data, merged, framework)
    return files


Folder = dict[str, dict[str, list[Instance]]]


def _split(framework: Framework, data: Instance) -> Folder:
    """Return the entries of a framework by file and list, in reading order."""
    folder: Folder = {}
    for slot in LISTS.values():
        path = "domains.yaml" if slot == "competencies" else f"{slot}.yaml"
        if slot != "skills" and data.get(slot):
            folder.setdefault(path, {})[slot] = sorted(data[slot], key=canonical_order)
    by_domain: dict[str, list[Instance]] = {}
    for skill in sorted(data.get("skills", ()), key=canonical_order):
        by_domain.setdefault(_domain_of(framework, skill), []).append(skill)
    order = [key_of(domain["id"]) for domain in framework.entries("Domain")]
    domains = [key for key in dict.fromkeys((*order, LOOSE)) if key in by_domain]
    names = [f"{key}.yaml" for key in domains]
    if names != sorted(names):
        names = [f"{place:0{len(str(len(names)))}}-{name}" for place, name in enumerate(names, start=1)]
    for name, key in zip(names, domains, strict=True):
        folder[f"skills/{name}"] = {"skills": by_domain[key]}
    return dict(sorted(folder.items(), key=lambda item: item[0].split("/")))


def _domain_of(framework: Framework, skill: Instance) -> str:
    competency = framework.by_iri.get(skill.get("competency", ""), {})
    domain = competency.get("domain", "")
    return key_of(domain) if domain in framework.by_iri else LOOSE


def _one_sided(data: Instance) -> Instance:
    """Return a copy in which links that stand on both sides stand on the first side only."""
    copy = dict(data)
    for name, list_ in LISTS.items():
        for slot in vocabulary().classes[name].slots.values():
            if slot.symmetric and list_ in data:
                copy[list_] = _without_echoes(sorted(data[list_], key=canonical_order), slot.name)
    return copy


def _without_echoes(entries: list[Instance], slot: str) -> list[Instance]:
    seen: dict[str, Instance] = {}
    made = []
    for entry in entries:
        links = [iri for iri in entry.get(slot, ()) if entry["id"] not in seen.get(iri, {}).get(slot, ())]
        made.append({**entry, slot: links} if slot in entry else entry)
        seen[entry["id"]] = entry
    return made


def _check_framework(data: Instance, document: Data, framework: Framework) -> None:
    """Expand the document and compare it with the data, symmetric links once on each side."""
    expander = Expander(framework.names, framework.language, Findings())
    cls = vocabulary().classes["Framework"]
    body = {name: value for name, value in document.items() if name != "id"}
    made = expander.entry(cls, body, framework.iri, ())
    _refuse(_differences("Framework", _one_sided(data), made))


def _checked(class_name: str, instance: Instance, body: Data, framework: Framework, expand: Expand) -> Data:
    """Return the document, without an identifier where the same one follows from the content."""
    head: Data = {"framework": instance.get("framework", framework.release)}
    given = {**head, "framework": framework.release}
    if instance["id"].startswith("urn:uuid:"):
        made = expand({**given, **body}, framework, Findings())
        if made["id"] == instance["id"] and not _differences(class_name, instance, made):
            return {**head, **body}
    document = {"id": instance["id"], **body}
    made = {**expand({**given, **document}, framework, Findings()), **head}
    _refuse(_differences(class_name, instance, made))
    return {**head, **document}


def _differences(class_name: str, was: Instance, now: Instance) -> list[str]:
    classes = vocabulary().classes
    return list(differences(classes[class_name], was, now, classes))


def _refuse(problems: list[str]) -> None:
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ContractError(
            f"{problems[0]}{more}: the form that people write has no words for it; write the canonical form"
        )


def _contractor(
    framework: Framework, names: Any = None, *, ranked: bool = False, places: Mapping[str, int] | None = None
) -> Contractor:
    order = {iri: place for place, iri in enumerate(_reading_order(framework))}
    ranks = framework.rank if ranked else None
    names = names or framework.names
    return Contractor(names, framework.language, ranks=ranks, order=order, places=places)


def _reading_order(framework: Framework) -> list[str]:
    levels = sorted(framework.rank, key=lambda iri: framework.rank[iri])
    return [skill["id"] for skill in framework.entries("Skill")] + levels


_DOCUMENTS: dict[str, Callable[[Instance, Framework], Data]] = {
    "PersonProfile": contract_profile,
    "RoleProfile": contract_role,
    "MappingSet": contract_mappings,
}
