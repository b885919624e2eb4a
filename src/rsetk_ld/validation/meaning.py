"""The meaning layer: what a schema cannot see in a profile, a role or a resource."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from rsetk_ld.authoring.names import spoken
from rsetk_ld.findings import Findings, Path
from rsetk_ld.framework import Framework
from rsetk_ld.identifiers import key_of
from rsetk_ld.loading import Loaded
from rsetk_ld.vocabulary import vocabulary

Instance = Mapping[str, Any]
EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}")
ORDINARY = re.compile(r"https://(?!localhost|[^/]*\.local\b)[a-z][a-z0-9-]*\.[a-z]")
PRIVATE = re.compile(
    r"(localhost|.*\.local|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2[0-9]|3[01])\..*|\[?::1\]?)$"
)


def judge(loaded: Loaded, today: date) -> None:
    """Add to a document what this layer finds, and links that lead nowhere where expansion could not see them."""
    if loaded.sort == "graph" or loaded.canonical:
        loaded.add(reference_findings(loaded))
    loaded.add(meaning_findings(loaded, today))


def meaning_findings(loaded: Loaded, today: date) -> Findings:
    """Return what is wrong or doubtful about the instances of a document on a given day."""
    found = Findings(file=loaded.name)
    checks = {"PersonProfile": _profile, "RoleProfile": _role, "LearningResource": _resource}
    for class_name, instance in loaded.instances:
        if class_name in checks and loaded.framework is not None:
            checks[class_name](Case(loaded, loaded.framework, found, today), instance)
    return found


class Case:
    """One document under judgement."""

    def __init__(self, loaded: Loaded, framework: Framework, found: Findings, today: date) -> None:
        self.loaded, self.framework, self.found = loaded, framework, found
        self.today = today.isoformat()

    def path(self, instance: Instance, class_name: str, slot: str = "") -> Path:
        """Return where an instance, or one slot of it, stands in the document."""
        spot = self.loaded.spots.get(instance["id"], (instance["id"],))
        if not slot:
            return spot
        return (
            *spot,
            slot if self.loaded.canonical else vocabulary().classes[class_name].slots[slot].authored,
        )

    def explained(self, where: Path) -> bool:
        """Say whether a finding of an earlier layer lies at or below a place, which explains what is missing there."""
        return any(
            finding.path[: len(where)] == where
            or (finding.code == "S002" and (*finding.path, finding.fields["name"]) == where)
            for finding in self.loaded.findings
        )

    def add(self, code: str, instance: Instance, class_name: str, slot: str = "", **fields: Any) -> None:
        """Add a finding about an instance or one of its slots."""
        self.found.add(code, self.path(instance, class_name, slot), **fields)


def _profile(case: Case, profile: Instance) -> None:
    assertions = profile.get("assertions", ())
    where = case.path(profile, "PersonProfile", "assertions")
    if not assertions and not case.explained(where):
        case.found.add("P019", where)
    for assertion in assertions:
        _assertion(case, assertion)
    undated = any("level" in each and "assessed_on" not in each for each in assertions)
    if undated and not any("assessed_on" in finding.path for finding in case.loaded.findings):
        case.found.add("P014", where)
    if len({assertion.get("skill") for assertion in assertions}) < len(assertions):
        _once(case, assertions)
    _person(case, profile)
    _dates(case, profile)
    _titles(case, profile)
    if profile.get("visibility") == "public" and "license" not in profile:
        case.add("P020", profile, "PersonProfile", "visibility")


def _person(case: Case, profile: Instance) -> None:
    person = profile.get("about")
    if person is None:
        return
    where = case.path(profile, "PersonProfile", "about")
    if not {"name", "orcid", "pseudonym"} & set(person) and not case.explained(where):
        case.found.add("P009", where)
    told = case.explained((*where, "orcid"))
    if "orcid" in person and not told and not orcid_is_valid(person["orcid"]):
        case.found.add("P010", (*where, "orcid"), name=key_of(person["orcid"]))
    for slot in ("name", "pseudonym", "id"):
        if EMAIL.search(person.get(slot, "")):
            case.found.add("P011", (*where, slot))


def orcid_is_valid(iri: str) -> bool:
    """Check the last character of an ORCID iD (ISO 7064 MOD 11-2).

    Source: https://support.orcid.org/hc/en-us/articles/360006897674

    >>> orcid_is_valid("https://orcid.org/0000-0002-1825-0097")
    True
    """
    digits = key_of(iri).replace("-", "")
    if not re.fullmatch("[0-9]{15}[0-9X]", digits):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[-1] == ("X" if check == 10 else str(check))


def _dates(case: Case, profile: Instance) -> None:
    created, modified = profile.get("created"), profile.get("modified")
    if created and modified and modified < created:
        case.add("P021", profile, "PersonProfile", "modified", modified=modified, created=created)
    for slot in ("created", "modified"):
        if profile.get(slot, "") > case.today:
            case.add("P004", profile, "PersonProfile", slot, date=profile[slot])


def _titles(case: Case, profile: Instance) -> None:
    titles: dict[str, Any] = {}
    for assertion in profile.get("assertions", ()):
        for evidence in assertion.get("evidence", ()):
            title = evidence.get("title")
            if title is not None and titles.setdefault(evidence["id"], title) != title:
                case.add("P022", assertion, "SkillAssertion", "evidence", name=evidence["id"])


def _assertion(case: Case, assertion: Instance) -> None:
    level, target = assertion.get("level"), assertion.get("target")
    if level is None and target is None and "status" not in assertion:
        _silent(case, assertion)
    if level is not None and "status" in assertion:
        case.add("P002", assertion, "SkillAssertion", "status")
    if level is not None and target is not None:
        _target(case, assertion, level, target)
    if "assessed_on" in assertion or "valid_until" in assertion:
        _period(case, assertion)
    _skill(case, assertion, "SkillAssertion")
    for evidence in assertion.get("evidence", ()):
        _evidence(case, assertion, evidence["id"])


def _silent(case: Case, assertion: Instance) -> None:
    """Report an assertion without level, status and target, unless a finding explains what became of them."""
    if not case.explained(case.path(assertion, "SkillAssertion")):
        case.add("P001", assertion, "SkillAssertion")


def _once(case: Case, assertions: Sequence[Instance]) -> None:
    """Report a second assertion about one skill, which RDF and canonical files can hold."""
    first: dict[str, str] = {}
    for assertion in assertions:
        skill = assertion.get("skill", "")
        if skill in first:
            case.add("P006", assertion, "SkillAssertion", name=assertion["id"], first=first[skill])
        first.setdefault(skill, assertion["id"])


def _target(case: Case, assertion: Instance, level: str, target: str) -> None:
    rank, label = case.framework.rank, case.framework.label
    scale = case.framework.scale_of
    if scale.get(level) != scale.get(target):
        case.add("P023", assertion, "SkillAssertion", "target", target=label(target), level=label(level))
    elif level in rank and target in rank and rank[target] <= rank[level]:
        case.add("P003", assertion, "SkillAssertion", "target", target=label(target), level=label(level))


def _period(case: Case, assertion: Instance) -> None:
    assessed, until = assertion.get("assessed_on", ""), assertion.get("valid_until", "")
    if assessed > case.today:
        case.add("P004", assertion, "SkillAssertion", "assessed_on", date=assessed)
    if assessed and until and until < assessed:
        case.add("P005", assertion, "SkillAssertion", "valid_until", until=until, date=assessed)
    elif until and until < case.today:
        case.add("P016", assertion, "SkillAssertion", "valid_until", until=until)


def _skill(case: Case, part: Instance, class_name: str) -> None:
    """Check the skill of an assertion or requirement, and whether it is described at the level."""
    framework = case.framework
    skill = part.get("skill", "")
    if skill in framework.deprecated:
        names = ", ".join(f"`{key_of(iri)}`" for iri in framework.by_iri[skill].get("replaced_by", ()))
        successor = f"; use {names}" if names else ""
        case.add("P008", part, class_name, name=key_of(skill), successor=successor)
    level, described = part.get("level"), framework.described.get(skill)
    if described and level in framework.rank and level not in described:
        shown = sorted(described - framework.lowest, key=lambda each: framework.rank.get(each, 0))
        levels = ", ".join(framework.label(each) for each in shown)
        label = framework.label(str(level))
        case.add("P012", part, class_name, name=key_of(skill), level=label, levels=levels)


def _evidence(case: Case, assertion: Instance, address: str) -> None:
    if ORDINARY.match(address):
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return
    if parts.scheme == "http":
        case.add("P013", assertion, "SkillAssertion", "evidence", name=address)
    if parts.scheme == "file" or PRIVATE.match(host):
        case.add("P015", assertion, "SkillAssertion", "evidence", name=address)
    if parts.scheme == "mailto":
        case.add("P011", assertion, "SkillAssertion", "evidence")


def _role(case: Case, role: Instance) -> None:
    for requirement in role.get("requirements", ()):
        _skill(case, requirement, "Requirement")
        level = requirement.get("level", "")
        if level in case.framework.lowest:
            label = case.framework.label(level)
            case.add("P018", requirement, "Requirement", "level", level=label)


def _resource(case: Case, resource: Instance) -> None:
    rank = case.framework.rank
    for outcome in resource.get("outcomes", ()):
        lower, upper = outcome.get("from_level"), outcome.get("to_level")
        if lower in rank and upper in rank and rank[upper] <= rank[lower]:
            label = case.framework.label
            case.add(
                "P017", outcome, "TeachingOutcome", "to_level", from_level=label(lower), to_level=label(upper)
            )


def reference_findings(loaded: Loaded) -> Findings:
    """Return the links of instances read from RDF or canonical files that lead nowhere in the framework."""
    found = Findings(file=loaded.name)
    if loaded.framework is None:
        return found
    own = {instance["id"] for _, instance in loaded.instances}
    for class_name, instance in loaded.instances:
        if class_name != "MappingSet":
            for part, slot, what, target in _references(class_name, instance, loaded.framework.head["base"]):
                if target not in own and loaded.framework.class_of.get(target) != what:
                    path = (*loaded.spots.get(part, (part,)), slot)
                    found.add("G006", path, what=spoken(what), name=target)
    return found


def _references(class_name: str, instance: Instance, base: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield in which part a link is, its slot, the class it must lead to, and its target.

    A slot that may lead anywhere, such as `aims_for`, is held to what lies below the framework's own base.
    """
    for slot in vocabulary().classes[class_name].slots.values():
        value = instance.get(slot.name)
        if value is None:
            continue
        members = value if slot.many else [value]
        if slot.value == "part":
            for member in members:
                yield from _references(slot.range, member, base)
        elif slot.value == "reference":
            for member in members:
                yield instance["id"], slot.name, slot.range, member
        elif slot.refers:
            own = f"{base}{vocabulary().classes[slot.refers].kind}/"
            for member in members:
                if member.startswith(own):
                    yield instance["id"], slot.name, slot.refers, member
