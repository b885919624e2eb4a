"""What a profile or a role says, as it stands: for a notebook, and for a reader of the API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from rsetk_ld.analysis.corpus import Subject
from rsetk_ld.answers import Answer, Table, column


@dataclass(frozen=True)
class PortraitRow:
    """One skill in a profile or a role."""

    label: str = column("Skill", "The name of the skill.")
    level: str | None = column("Level", "The name of the level, or what stands in its place.")
    target: str | None = column("Target", "The level that the person aims at.")
    importance: str | None = column("Importance", "essential or desirable, in a role.")
    assessed_on: str | None = column("Assessed", "The date of the rating.")
    confidence: float | None = column("Confidence", "How sure the rating is, from 0 to 1.")
    competency: str = column("Competency", "The name of its competency.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


@dataclass(frozen=True)
class Portrait(Answer):
    """What a profile or a role says."""

    kind = "portrait"
    rows: ClassVar = {"skills": PortraitRow}


def portrait(subject: Subject) -> Portrait:
    """Return what a profile or a role says about each skill, in the order of the framework.

    >>> from rsetk_ld.analysis import Corpus
    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> ada = Corpus().add(shipped_folder() / "examples" / "ada.yaml")
    >>> portrait(ada).title
    'Ada Example'
    """
    said = subject.instance.get("assertions") or subject.instance.get("requirements") or []
    place = subject.framework.place
    rows = [_row(subject, each) for each in said]
    rows.sort(key=lambda row: (place.get(row.skill, len(place)), row.skill))
    return Portrait(
        title=subject.name,
        facts={"id": subject.iri, "framework": subject.framework.release},
        tables=(Table("skills", "What it says about each skill", PortraitRow, rows, "Nothing."),),
    )


def _row(subject: Subject, said: Mapping[str, Any]) -> PortraitRow:
    framework = subject.framework

    def named(slot: str) -> str | None:
        return framework.label(said[slot]) if slot in said else None

    status = said.get("status")
    competency = framework.by_iri.get(said["skill"], {}).get("competency")
    return PortraitRow(
        label=framework.label(said["skill"]),
        level=status.replace("-", " ") if status else named("level"),
        target=named("target"),
        importance=said.get("importance"),
        assessed_on=said.get("assessed_on"),
        confidence=said.get("confidence"),
        competency=framework.label(competency) if competency else "",
        skill=said["skill"],
    )
