"""The gap between a profile and a target: skill by skill, summed up, and with what bridges it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.teaching import Teaching, step_name, teachings
from rsetk_ld.analysis.terms import other_terms, require_common_terms
from rsetk_ld.answers import Answer, Table, column, counted
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import Framework
from rsetk_ld.identifiers import key_of

STATUSES = ("met", "below", "unrated", "not-applicable", "other-scale")
SPOKEN = {
    "met": "met",
    "below": "below",
    "unrated": "not rated",
    "not-applicable": "not applicable",
    "other-scale": "other scale",
}


@dataclass(frozen=True)
class GapRow:
    """One skill that the target asks for."""

    label: str = column("Skill", "The name of the skill.")
    have: str | None = column("Have", "The name of the level of the rating.")
    need: str = column("Need", "The name of the level that is needed.")
    difference: int | None = column(
        "Missing", "How many levels are missing; 0 or less where the need is met."
    )
    status: str = column("Status", "met, below, not rated, not applicable, or rated on another scale.")
    importance: str | None = column("Importance", "essential or desirable, where the target is a role.")
    assessed_on: str | None = column("Assessed", "The date of the rating.", shown=False)
    age_days: int | None = column("Age, days", "Days since the rating.")
    confidence: float | None = column("Confidence", "How sure the rating is, from 0 to 1.")
    assessed_by: str | None = column("By", "How the level was found.", shown=False)
    valid_until: str | None = column("Valid until", "The last day on which the rating holds.", shown=False)
    have_rank: int | None = column("Have (rank)", "The rank of the rating.", shown=False)
    need_rank: int = column("Need (rank)", "The rank that is needed.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    competency: str = column("Competency", "The name of its competency.", shown=False)
    domain: str = column("Domain", "The name of its domain.", shown=False)
    wish: str = column(
        "Need stated by", "The requirement or statement that the need comes from.", shown=False
    )
    rating: str | None = column("Rating stated by", "The statement that the rating comes from.", shown=False)


@dataclass(frozen=True)
class SumRow:
    """The skills of one competency or one domain, counted."""

    group: str = column("Group", "The name of the competency or domain.")
    skills: int = column("Skills", "How many skills the target asks for.")
    met: int = column("Met", "How many of them are met.")
    below: int = column("Below", "How many are below what is needed.")
    unrated: int = column("Not rated", "How many are not rated.")
    not_applicable: int = column("Not applicable", "How many do not apply.")
    other_scale: int = column(
        "Other scale", "How many are rated on a scale that cannot be compared.", shown=False
    )
    missing: int = column("Levels missing", "The levels missing in the skills that are below, added up.")


@dataclass(frozen=True)
class StepRow:
    """One step that is missing, with a resource for it."""

    label: str = column("Skill", "The name of the skill.")
    step: str = column("Step", "From which level to which.")
    resource: str | None = column("Resource", "What leads there; empty where we know of nothing.")
    url: str | None = column("Address", "Where the resource is.", below=True)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)
    to_rank: int = column("To rank", "The rank that the step leads to.", shown=False)
    resource_iri: str | None = column("Resource IRI", "The identifier of the resource.", shown=False)


@dataclass(frozen=True)
class SourceRow:
    """Where one number comes from."""

    label: str = column("Skill", "The name of the skill.")
    what: str = column(
        "Number", "Which number: have, need, missing, age, confidence, levels missing or resource."
    )
    value: str = column("Value", "The number, or what stands in its place.")
    source: str = column("Comes from", "The statement it was read from, or how it was made.", below=True)
    place: str = column("In", "The file or the release that holds the statement.")


@dataclass(frozen=True)
class Gap(Answer):
    """What a profile has and what a target needs."""

    kind = "gap"
    rows: ClassVar = {
        "skills": GapRow,
        "competencies": SumRow,
        "domains": SumRow,
        "steps": StepRow,
        "sources": SourceRow,
    }


def gap(
    corpus: Corpus,
    profile: Subject,
    target: Subject | None = None,
    *,
    resources: int = 2,
    explain: bool = False,
) -> Gap:
    """Return the gap between a profile and a target, which is a role, another profile or, by default, its own aims.

    `resources` limits how many resources are named for each missing step; `explain` adds where each number comes from.
    Raises `UsageError` where the target asks for nothing.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> ada = corpus.add(shipped_folder() / "examples" / "ada.yaml")
    >>> found = gap(corpus, ada, corpus.role("rse", ada.framework))
    >>> found.facts["counts"]["met"] + found.facts["counts"]["below"] < found.facts["counts"]["skills"]
    True
    """
    aim = target or own_aim(corpus, profile)
    rows = gap_rows(corpus, profile, aim)
    competencies, domains = _sums(rows, "competency"), _sums(rows, "domain")
    steps = list(_steps(corpus, profile, rows, resources)) if resources else []
    tables = [
        Table("skills", _heading(profile, aim), GapRow, rows),
        Table("competencies", "By competency", SumRow, competencies),
        Table("domains", "By domain", SumRow, domains),
    ]
    if resources:
        tables.append(Table("steps", "What leads to each next level", StepRow, steps))
    if explain:
        told = [
            *_sources(rows, profile, aim, corpus.today),
            *_sources_of_sums(rows, competencies, domains),
            *_sources_of_steps(steps, profile),
        ]
        tables.append(Table("sources", "Where each number comes from", SourceRow, told))
    return Gap(
        title=f"{profile.name}: the gap to {aim_name(profile, aim)}",
        facts={
            "profile": profile.iri,
            "target": aim.iri,
            "framework": profile.framework.release,
            "asked_on": corpus.today.isoformat(),
            "counts": _sum("all", rows, {})["counts"],
        },
        tables=tuple(tables),
        notes=tuple(_notes(corpus, profile, aim, rows)),
    )


def own_aim(corpus: Corpus, profile: Subject) -> Subject:
    """Return what a profile aims for: its own target levels, else the first role under `aims_for`.

    Raises `UsageError` where it says neither.
    """
    if any("target" in assertion for assertion in profile.instance.get("assertions", ())):
        return profile
    aims = profile.instance.get("aims_for", ())
    if not aims:
        raise UsageError(
            f"{profile.file} has neither target levels nor `aims_for`; name a target: a role, or a file"
        )
    return corpus.role(aims[0], profile.framework)


def gap_rows(corpus: Corpus, profile: Subject, aim: Subject) -> list[GapRow]:
    """Return the skills that a target asks for, in the order of the framework, with what a profile has."""
    framework = profile.framework
    found = corpus.ask("gap", [profile, aim], profile=profile.iri, target=aim.iri)
    if not found.rows:
        raise UsageError(
            f"{aim_name(profile, aim)} asks for nothing that can be compared with {profile.name}"
        )
    require_common_terms(profile, aim, (row["skill"] for row in found))
    return [_row(framework, aim.framework, row, corpus.today) for row in found]


def _row(framework: Framework, other: Framework, row: dict[str, Any], today: date) -> GapRow:
    def named(iri: str | None) -> str:
        return framework.label(iri) if iri in framework.by_iri else other.label(iri or "")

    status = row["status"]
    on = row["assessedOn"] if status != "unrated" else None
    return GapRow(
        label=row["label"] or named(row["skill"]),
        have=named(row["have"]) if row["have"] else None,
        need=named(row["need"]),
        difference=row["difference"],
        status=SPOKEN[status],
        importance=key_of(row["importance"]) if row["importance"] else None,
        assessed_on=on,
        age_days=(today - date.fromisoformat(on)).days if on else None,
        confidence=row["confidence"],
        assessed_by=key_of(row["assessedBy"]) if row["assessedBy"] else None,
        valid_until=row["validUntil"],
        have_rank=row["haveRank"],
        need_rank=row["needRank"],
        skill=row["skill"],
        competency=named(row["competency"]) if row["competency"] else "",
        domain=named(row["domain"]) if row["domain"] else "",
        wish=row["wish"],
        rating=row["rating"],
    )


def _sums(rows: list[GapRow], field: str) -> list[SumRow]:
    groups = dict.fromkeys(getattr(row, field) for row in rows)
    return [SumRow(**_sum(group, rows, {field: group})["row"]) for group in groups]


def _sum(name: str, rows: list[GapRow], where: dict[str, str]) -> dict[str, Any]:
    """Return the counts of some rows, as the fields of a `SumRow` and as plain data."""
    chosen = [row for row in rows if all(getattr(row, key) == value for key, value in where.items())]
    counts = {
        "skills": len(chosen),
        **{key.replace("-", "_"): sum(row.status == SPOKEN[key] for row in chosen) for key in STATUSES},
        "missing": sum(row.difference or 0 for row in chosen if row.status == "below"),
    }
    return {"row": {"group": name, **counts}, "counts": counts}


def missing_steps(rows: Iterable[GapRow]) -> list[tuple[GapRow, int]]:
    """Return each single step that is missing in the skills that are below: the row and the rank to reach."""
    return [
        (row, rank)
        for row in rows
        if row.status == "below" and row.have_rank is not None
        for rank in range(row.have_rank + 1, row.need_rank + 1)
    ]


def _steps(corpus: Corpus, profile: Subject, rows: list[GapRow], limit: int) -> Iterator[StepRow]:
    steps = missing_steps(rows)
    served: dict[tuple[str, int], list[Teaching]] = {}
    for each in teachings(corpus, profile, [row.skill for row, _ in steps]):
        for step in each.steps:
            served.setdefault(step, []).append(each)
    for row, rank in steps:
        name = step_name(profile.framework, rank, " → ")
        # The shorter the way a resource goes, the better it fits a single step.
        fitting = sorted(served.get((row.skill, rank), ()), key=lambda each: (len(each.steps), each.label))
        for each in fitting[:limit]:
            yield StepRow(row.label, name, each.label, each.url, row.skill, rank, each.resource)
        if not fitting:
            yield StepRow(row.label, name, None, None, row.skill, rank, None)


def _sources(rows: list[GapRow], profile: Subject, aim: Subject, today: date) -> Iterator[SourceRow]:
    here = profile.file
    there = aim.file or aim.framework.release
    for row in rows:
        if row.have is not None:
            yield SourceRow(row.label, "have", f"{row.have_rank} {row.have}", str(row.rating), here)
        else:
            where = str(row.rating) if row.rating else f"{profile.iri} rates no such skill"
            yield SourceRow(row.label, "have", row.status, where, here)
        yield SourceRow(row.label, "need", f"{row.need_rank} {row.need}", row.wish, there)
        if row.difference is not None:
            how = f"need {row.need_rank} - have {row.have_rank}"
            yield SourceRow(row.label, "missing", str(row.difference), how, "gap.rq")
        else:
            yield SourceRow(row.label, "missing", "none", f"{row.status}, so there is no number", "gap.rq")
        if row.age_days is not None:
            how = f"{today.isoformat()} - {row.assessed_on}, the date in {row.rating}"
            yield SourceRow(row.label, "age", counted(row.age_days, "day"), how, here)
        if row.confidence is not None:
            yield SourceRow(row.label, "confidence", str(row.confidence), str(row.rating), here)


def _sources_of_sums(
    rows: list[GapRow], competencies: list[SumRow], domains: list[SumRow]
) -> Iterator[SourceRow]:
    for field, groups in (("competency", competencies), ("domain", domains)):
        for group in groups:
            parts = [
                f"{row.difference} {row.label}"
                for row in rows
                if getattr(row, field) == group.group and row.status == SPOKEN["below"]
            ]
            how = " + ".join(parts) or "no skill is below what is needed"
            yield SourceRow(group.group, "levels missing", str(group.missing), how, f"this {field}")


def _sources_of_steps(steps: list[StepRow], profile: Subject) -> Iterator[SourceRow]:
    for step in steps:
        if step.resource_iri:
            yield SourceRow(
                step.label,
                f"resource, {step.step}",
                str(step.resource),
                step.resource_iri,
                profile.framework.release,
            )


def _notes(corpus: Corpus, profile: Subject, aim: Subject, rows: list[GapRow]) -> Iterator[str]:
    yield from corpus.notes
    counts = _sum("all", rows, {})["counts"]
    if counts["unrated"]:
        yield (
            f"Not rated: {counts['unrated']} of {counted(len(rows), 'skill')}. That is not the lowest level, and "
            "counts as no number."
        )
    if counts["other_scale"]:
        yield (
            f"Rated on another scale than the target's, and so not compared: "
            f"{', '.join(row.label for row in rows if row.status == SPOKEN['other-scale'])}."
        )
    expired = [row.label for row in rows if row.valid_until and row.valid_until < corpus.today.isoformat()]
    if expired:
        yield f"The rating is past the date until which it holds: {', '.join(expired)}."
    yield from other_terms(profile, aim)


def _heading(profile: Subject, aim: Subject) -> str:
    return f"Skill by skill: {profile.name} and {aim_name(profile, aim)}"


def aim_name(profile: Subject, aim: Subject) -> str:
    """Return what to call the target of a profile, which may be the profile itself."""
    return "their own targets" if aim is profile else aim.name
