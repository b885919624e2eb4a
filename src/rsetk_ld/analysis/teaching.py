"""What teaches a skill: resources, and the steps from one level to the next that they serve."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.answers import Answer, Table, column
from rsetk_ld.authoring.names import spoken
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import Framework
from rsetk_ld.identifiers import key_of, nearest

Step = tuple[str, int]
"""A skill and the rank that the step leads to, from the rank below."""


@dataclass(frozen=True)
class Teaching:
    """A resource and the ranks between which it teaches one skill; the ranks are None where nobody stated them."""

    skill: str
    resource: str
    label: str
    url: str
    low: int | None
    high: int | None
    provider: str
    type: str
    free: bool | None
    license: str | None
    languages: tuple[str, ...]

    @property
    def steps(self) -> list[Step]:
        """The single steps that it serves: one for each rank that it leads up to."""
        if self.low is None or self.high is None:
            return []
        return [(self.skill, rank) for rank in range(self.low + 1, self.high + 1)]


def teachings(corpus: Corpus, subject: Subject, skills: Iterable[str]) -> list[Teaching]:
    """Return what teaches some skills in the framework of a subject, by skill and step."""
    framework = subject.framework
    wanted = list(dict.fromkeys(skills))
    if not wanted:
        return []
    scale = framework.head.get("default_scale")
    return [
        Teaching(
            skill=row["skill"],
            resource=row["resource"],
            label=row["label"] or framework.label(row["resource"]),
            url=row["url"],
            low=row["fromRank"] if row["scale"] == scale else None,
            high=row["toRank"] if row["scale"] == scale else None,
            provider=row["providerLabel"] or (framework.label(row["provider"]) if row["provider"] else ""),
            type=key_of(row["type"]) if row["type"] else "",
            free=row["free"],
            license=row["license"],
            languages=tuple((row["languages"] or "").split()),
        )
        for row in corpus.ask("teaching", [subject], skills=wanted)
    ]


@dataclass(frozen=True)
class ResourceRow:
    """A resource under one of the steps that it serves."""

    step: str = column(
        "Step", "From which level to which the step leads; empty where the resource names no levels."
    )
    resource: str = column("Resource", "The title of the resource.")
    provider: str = column("Provider", "Who offers it.")
    type: str = column("Type", "The sort of resource.")
    free: bool | None = column("Free", "Whether it is free of charge; empty where that is not known.")
    languages: tuple[str, ...] = column("Languages", "The languages it is in.")
    license: str | None = column("Licence", "Its licence, where known.", shown=False)
    url: str = column("Address", "Where it is.", below=True)
    resource_iri: str = column("Resource IRI", "The identifier of the resource.", shown=False)
    from_rank: int | None = column("From rank", "The rank below the step.", shown=False)
    to_rank: int | None = column("To rank", "The rank that the step leads to.", shown=False)


@dataclass(frozen=True)
class Resources(Answer):
    """What teaches a skill, by step."""

    kind = "resources"
    rows: ClassVar = {"resources": ResourceRow}


def resources(skill: str, framework: Framework, low: str | None = None, high: str | None = None) -> Resources:
    """Return what teaches a skill, step by step, between two levels where they are given.

    `skill`, `low` and `high` are keys, labels or IRIs; a level may be a rank, too. Raises `UsageError` where the
    framework has no such skill or level.

    >>> from rsetk_ld.framework import shipped
    >>> found = resources("testing", shipped(), high="awareness")
    >>> found.tables[0].rows[0].step
    'None → Awareness'
    """
    iri = entry_of(framework, "Skill", skill)
    bottom, top = _bounds(framework, low, high)
    corpus = Corpus()
    corpus.use(framework)
    here = Subject(framework.release, "Framework", framework.release, framework, "", "", {})
    found = teachings(corpus, here, [iri])
    rows = [
        _row(each, step[1], framework) for each in found for step in each.steps if bottom < step[1] <= top
    ]
    rows.sort(key=lambda row: row.to_rank or 0)
    unstated = (
        [_row(each, None, framework) for each in found if not each.steps] if low is high is None else []
    )
    label = framework.label(iri)
    served = {row.to_rank for row in rows}
    missing = [rank for rank in framework.levels if bottom < rank <= top and rank not in served]
    notes = [f"Nothing leads from {step_name(framework, rank)}." for rank in missing]
    return Resources(
        title=f"What teaches {label}",
        facts={"framework": framework.release, "skill": iri, "label": label},
        tables=(
            Table("resources", "Resources by step", ResourceRow, [*rows, *unstated], "None that we know of."),
        ),
        notes=tuple(notes),
    )


def _row(each: Teaching, rank: int | None, framework: Framework) -> ResourceRow:
    return ResourceRow(
        step=step_name(framework, rank, " → ") if rank is not None else "",
        resource=each.label,
        provider=each.provider,
        type=each.type,
        free=each.free,
        languages=each.languages,
        license=each.license,
        url=each.url,
        resource_iri=each.resource,
        from_rank=None if rank is None else rank - 1,
        to_rank=rank,
    )


def _bounds(framework: Framework, low: str | None, high: str | None) -> tuple[int, int]:
    ranks = framework.levels
    bottom = rank_of(framework, low) if low is not None else min(ranks)
    top = rank_of(framework, high) if high is not None else max(ranks)
    if bottom >= top:
        raise UsageError(f"--from {low} is not below --to {high}; give the lower level first")
    return bottom, top


def entry_of(framework: Framework, class_name: str, name: str) -> str:
    """Return the IRI of the entry of a class that a name means. Raises `UsageError`, with a suggestion."""
    found = [entry["id"] for entry in framework.find(name) if framework.class_of[entry["id"]] == class_name]
    if not found:
        known = [key_of(entry["id"]) for entry in framework.entries(class_name)]
        near = nearest(name, known)
        if class_name == "Level":
            known = [f"{rank} ({key_of(iri)})" for rank, iri in framework.levels.items()]
        hint = f"did you mean `{near}`?" if near else f"there are {_first(known)}"
        raise UsageError(f"{framework.release} has no {spoken(class_name)} `{name}`; {hint}")
    return str(found[0])


def _first(known: list[str], most: int = 8) -> str:
    rest = f" and {len(known) - most} more" if len(known) > most else ""
    return f"{', '.join(known[:most])}{rest}" or "none"


def rank_of(framework: Framework, level: str) -> int:
    """Return the rank of a level of the default scale, given by rank, key, label or IRI."""
    if level.isdecimal() and int(level) in framework.levels:
        return int(level)
    return framework.rank[entry_of(framework, "Level", level)]


def level_labels(framework: Framework) -> dict[int, str]:
    """Return the names of the levels of the default scale by rank, from the lowest."""
    return {rank: framework.label(level) for rank, level in framework.levels.items()}


def step_name(framework: Framework, rank: int, arrow: str = " to ") -> str:
    """Return the step that leads up to a rank, in the names of its levels."""
    below = max((each for each in framework.levels if each < rank), default=rank - 1)
    names = [framework.label(framework.levels.get(each, str(each))) for each in (below, rank)]
    return arrow.join(names)
