"""How much of a framework is filled in: skills with demonstrations, steps with resources, roles with requirements.

A step is one level up on a scale. A resource that leads from one level to another counts for every step between
them; one that only says where it leads counts for the last step. Deprecated entries do not count.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from rsetk_ld.framework.model import Framework
from rsetk_ld.identifiers import key_of

Entry = Mapping[str, Any]
Step = tuple[str, str]
WIDTH = 80


@dataclass(frozen=True)
class SkillCoverage:
    """What there is for one skill: demonstrations by level, resources by step, and resources in all."""

    iri: str
    group: str
    demonstrations: Mapping[str, int]
    resources: Mapping[Step, int]
    total: int


@dataclass(frozen=True)
class RoleCoverage:
    """What a role asks for: requirements by importance and by level."""

    iri: str
    importance: Mapping[str, int]
    levels: Mapping[str, int]


@dataclass(frozen=True)
class Coverage:
    """The figures of a framework. Levels and steps are those of the scales in use, from low to high."""

    framework: Framework
    levels: list[str]
    steps: list[Step]
    skills: list[SkillCoverage]
    roles: list[RoleCoverage]
    without_resources: list[str] = field(default_factory=list)

    def described(self, level: str) -> int:
        """Return how many skills have a demonstration at a level."""
        return sum(level in skill.demonstrations for skill in self.skills)

    def taught(self, step: Step) -> int:
        """Return how many skills have a resource for a step."""
        return sum(step in skill.resources for skill in self.skills)

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as plain data: totals first, then skill by skill and role by role."""
        key = key_of
        return {
            "framework": self.framework.release,
            "skills": len(self.skills),
            "levels": [
                {
                    "level": key(level),
                    "rank": self.framework.rank[level],
                    "skills": self.described(level),
                    "demonstrations": sum(each.demonstrations.get(level, 0) for each in self.skills),
                }
                for level in self.levels
            ],
            "steps": [
                {
                    "from": key(step[0]),
                    "to": key(step[1]),
                    "skills": self.taught(step),
                    "without": [key(each.iri) for each in self.skills if step not in each.resources],
                }
                for step in self.steps
            ],
            "without_resources": [key(iri) for iri in self.without_resources],
            "by_skill": [
                {
                    "skill": key(each.iri),
                    "demonstrations": {key(level): n for level, n in each.demonstrations.items()},
                    "resources": each.total,
                    "steps": [
                        {"from": key(low), "to": key(high), "resources": n}
                        for (low, high), n in each.resources.items()
                    ],
                }
                for each in self.skills
            ],
            "by_role": [
                {
                    "role": key(role.iri),
                    "requirements": sum(role.importance.values()),
                    **role.importance,
                    "levels": {key(level): n for level, n in role.levels.items()},
                }
                for role in self.roles
            ],
        }


def coverage(framework: Framework) -> Coverage:
    """Return how far a framework is filled in.

    >>> from rsetk_ld.framework import shipped
    >>> found = coverage(shipped())
    >>> [found.described(level) == len(found.skills) for level in found.levels]
    [True, True, True, True]
    >>> found.without_resources
    []
    """
    skills = [each for each in framework.entries("Skill") if not each.get("deprecated")]
    roles = [each for each in framework.entries("RoleProfile") if not each.get("deprecated")]
    taught = _taught(framework)
    scales = _scales(framework, skills, roles, taught)
    levels = [level for scale in scales for level in scale]
    steps = [step for scale in scales for step in pairwise(scale)]
    rows = [_skill(framework, skill, levels, steps, taught.get(skill["id"], {})) for skill in skills]
    lowest = framework.lowest - {level for row in rows for level in row.demonstrations}
    return Coverage(
        framework,
        [level for level in levels if level not in lowest],
        steps,
        rows,
        [_role(role, levels) for role in roles],
        [row.iri for row in rows if not row.total],
    )


def _taught(framework: Framework) -> dict[str, dict[str, Entry]]:
    """Return for every skill the outcomes of the resources that teach it, by resource."""
    found: dict[str, dict[str, Entry]] = {}
    for resource in framework.entries("LearningResource"):
        if not resource.get("deprecated"):
            for outcome in resource.get("outcomes", ()):
                found.setdefault(outcome["skill"], {})[resource["id"]] = outcome
    return found


def _scales(
    framework: Framework,
    skills: Iterable[Entry],
    roles: Iterable[Entry],
    taught: Mapping[str, Mapping[str, Entry]],
) -> list[list[str]]:
    """Return the levels of each scale in use, from low to high; of the default scale where none is."""
    used = {part["level"] for skill in skills for part in skill.get("descriptors", ())}
    used |= {part["level"] for role in roles for part in role.get("requirements", ()) if "level" in part}
    for outcomes in taught.values():
        used |= {outcome[slot] for outcome in outcomes.values() for slot in SLOTS if slot in outcome}
    scales = framework.entries("LevelScale")
    wanted = {framework.scale_of.get(level) for level in used} or {framework.data.get("default_scale")}
    return [_ranked(scale) for scale in scales if scale["id"] in wanted]


SLOTS = ("from_level", "to_level")


def _ranked(scale: Entry) -> list[str]:
    levels = [level for level in scale.get("levels", ()) if "rank" in level]
    return [level["id"] for level in sorted(levels, key=lambda level: int(level["rank"]))]


def _skill(
    framework: Framework, skill: Entry, levels: list[str], steps: list[Step], outcomes: Mapping[str, Entry]
) -> SkillCoverage:
    said = {part["level"]: len(part.get("demonstrations", ())) for part in skill.get("descriptors", ())}
    counted = Counter(step for outcome in outcomes.values() for step in _steps(framework, outcome, steps))
    competency = framework.by_iri.get(skill.get("competency", ""), {})
    return SkillCoverage(
        skill["id"],
        competency.get("domain") or competency.get("id") or "",
        {level: said[level] for level in levels if said.get(level)},
        {step: counted[step] for step in steps if step in counted},
        len(outcomes),
    )


def _steps(framework: Framework, outcome: Entry, steps: Iterable[Step]) -> Iterator[Step]:
    """Yield the steps that an outcome covers."""
    scale, rank = framework.scale_of, framework.rank
    end = outcome.get("to_level", "")
    start = outcome.get("from_level", "")
    for low, high in steps:
        if (high == end and (not start or scale.get(start) != scale.get(end))) or (
            start
            and scale.get(start) == scale.get(end) == scale.get(low)
            and rank[start] <= rank[low]
            and rank[high] <= rank[end]
        ):
            yield low, high


def _role(role: Entry, levels: Iterable[str]) -> RoleCoverage:
    requirements = role.get("requirements", ())
    importance = Counter(key_of(part.get("importance", "essential")) for part in requirements)
    asked = Counter(part.get("level", "") for part in requirements)
    return RoleCoverage(
        role["id"],
        {word: importance[word] for word in ("essential", "desirable")},
        {level: asked[level] for level in levels if asked[level]},
    )


# ---------------------------------------------------------------- as text


def coverage_lines(found: Coverage, *, by_skill: bool = False, width: int = WIDTH) -> Iterator[str]:
    """Yield the figures as tables no wider than `width`: by domain, or skill by skill.

    >>> from rsetk_ld.framework import shipped
    >>> lines = list(coverage_lines(coverage(shipped()), width=72))
    >>> max(map(len, lines)) <= 72
    True
    >>> lines[2]
    'Skills with demonstrations, by level'
    """
    width = max(width, 40)
    framework = found.framework
    titles = framework.data.get("title", {})
    title = titles.get(framework.language) or next(iter(titles.values()), framework.iri)
    counted = f"{len(found.skills)} skill{'s' if len(found.skills) != 1 else ''}"
    yield from textwrap.wrap(f"{title}, version {framework.version}: {counted}", width)
    if not found.skills:
        return
    rank = framework.rank
    scale = dict.fromkeys([*(level for step in found.steps for level in step), *found.levels])
    names = [f"{rank[level]} {framework.label(level)}" for level in scale]
    groups = _groups(found, by_skill=by_skill)
    yield from ("", "Skills with demonstrations, by level")
    yield from textwrap.wrap(", ".join(names), width)
    heads = [str(rank[level]) for level in found.levels]
    cells = [[_figure(row, level, by_skill) for level in found.levels] for _, row in groups]
    yield from _table(_first_columns(groups, by_skill), heads, cells, width)
    yield from ("", "Skills with resources, by step")
    heads = [f"{rank[low]}-{rank[high]}" for low, high in found.steps]
    cells = [[_step_figure(row, step, by_skill) for step in found.steps] for _, row in groups]
    yield from _table(_first_columns(groups, by_skill), heads, cells, width)
    yield from _missing(found, width)
    if found.roles:
        yield from ("", "Requirements of roles, by level")
        heads = ["essential", "desirable", *(str(rank[level]) for level in found.levels)]
        cells = [
            [
                *map(str, role.importance.values()),
                *(str(role.levels.get(level, "-")) for level in found.levels),
            ]
            for role in found.roles
        ]
        yield from _table([(framework.label(role.iri), "") for role in found.roles], heads, cells, width)


Groups = list[tuple[str, list[SkillCoverage]]]


def _groups(found: Coverage, *, by_skill: bool) -> Groups:
    """Return what the rows of a table stand for: single skills, or those of a domain and at last all of them."""
    if by_skill:
        return [(key_of(skill.iri), [skill]) for skill in found.skills]
    order = [entry["id"] for name in ("Domain", "Competency") for entry in found.framework.entries(name)]
    groups = [(iri, [skill for skill in found.skills if skill.group == iri]) for iri in order]
    named = [(found.framework.label(iri), skills) for iri, skills in groups if skills]
    loose = [skill for skill in found.skills if skill.group not in order]
    if loose and named:
        named.append(("others", loose))
    return [*named, ("all", found.skills)]


def _first_columns(groups: Groups, by_skill: bool) -> list[tuple[str, str]]:
    return [(name, "" if by_skill else str(len(skills))) for name, skills in groups]


def _figure(skills: list[SkillCoverage], level: str, by_skill: bool) -> str:
    number = sum(
        skill.demonstrations.get(level, 0) if by_skill else level in skill.demonstrations for skill in skills
    )
    return str(number or "-")


def _step_figure(skills: list[SkillCoverage], step: Step, by_skill: bool) -> str:
    number = sum(skill.resources.get(step, 0) if by_skill else step in skill.resources for skill in skills)
    return str(number or "-")


def _missing(found: Coverage, width: int) -> Iterator[str]:
    """Yield which skills have no resource at all, and which have none for a step, where these are few."""
    rank = found.framework.rank
    lists = [("without any resource", found.without_resources)]
    for low, high in found.steps:
        without = [skill.iri for skill in found.skills if (low, high) not in skill.resources and skill.total]
        lists.append((f"without a resource for {rank[low]}-{rank[high]}", without))
    for what, iris in lists:
        if iris and len(iris) * 2 <= len(found.skills):
            text = f"{what}: {', '.join(map(key_of, iris))}"
            yield from textwrap.wrap(text, width, subsequent_indent="  ", break_on_hyphens=False)


def _table(
    firsts: list[tuple[str, str]], heads: list[str], cells: list[list[str]], width: int
) -> Iterator[str]:
    """Yield the lines of a table, in several blocks of columns where one would be too wide."""
    counts = max((len(count) for _, count in firsts), default=0)
    counts = max(counts, len("skills")) if counts else 0
    sizes = [max(len(head), *(len(row[at]) for row in cells)) for at, head in enumerate(heads)]
    room = width - sum(size + 2 for size in sizes) - (counts + 2 if counts else 0)
    name = min(max(len(text) for text, _ in firsts), room if room >= 16 else max(16, width // 3))
    for block in _blocks(sizes, width - name - (counts + 2 if counts else 0)):
        parts = [" " * name, *(["skills"] if counts else [])]
        yield "  ".join([*parts, *(heads[at].rjust(sizes[at]) for at in block)])
        for (text, count), row in zip(firsts, cells, strict=True):
            shown = text if len(text) <= name else f"{text[: name - 3]}..."
            parts = [shown.ljust(name), *([count.rjust(counts)] if counts else [])]
            yield "  ".join([*parts, *(row[at].rjust(sizes[at]) for at in block)])


def _blocks(sizes: list[int], room: int) -> Iterator[list[int]]:
    block: list[int] = []
    taken = 0
    for at, size in enumerate(sizes):
        if block and taken + size + 2 > room:
            yield block
            block, taken = [], 0
        block.append(at)
        taken += size + 2
    if block:
        yield block
