"""How far a team meets what a role asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.analysis.members import Members
from rsetk_ld.answers import column
from rsetk_ld.identifiers import key_of


@dataclass(frozen=True)
class CoverageRow:
    """One requirement of a role, with those in the team who meet it."""

    label: str = column("Skill", "The name of the skill.")
    need: str = column("Need", "The name of the level that is needed.")
    importance: str = column("Importance", "essential or desirable.")
    covered: bool = column("Covered", "Whether anybody is at the level that is needed, or above.")
    held: int = column("Hold it", "How many that is.")
    below: int = column("Below", "How many are below it.")
    unrated: int = column("Unrated", "How many have not rated the skill.")
    not_applicable: int = column("N/a", "How many say that it does not apply to their work.", shown=False)
    other_scale: int = column("Other scale", "How many rated it on another scale.", shown=False)
    holders: tuple[str, ...] = column("Held by", "Who is at the level that is needed, or above.", below=True)
    need_rank: int = column("Need (rank)", "The rank of the level that is needed.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


def needs(role: Subject) -> dict[str, str]:
    """Return the level that a role asks for, by skill."""
    return {each["skill"]: each["level"] for each in role.instance.get("requirements", ())}


def coverage_rows(corpus: Corpus, who: Members, role: Subject) -> list[CoverageRow]:
    """Return what a role asks for, in the order of the framework, with how many people of a team meet it."""
    found: dict[str, dict[str, list[str]]] = {}
    about = {}
    for row in corpus.ask("role-coverage", [*who.people, role], profiles=who.iris, role=role.iri):
        about[row["skill"]] = row
        groups = found.setdefault(row["skill"], {})
        if row["status"]:
            groups[row["status"]] = (row["profiles"] or "").split()
    rows = []
    for skill in ordered(who, role, found):
        groups, row = found[skill], about[skill]
        rated = {
            name: len(groups.get(name, ())) for name in ("met", "below", "not-applicable", "other-scale")
        }
        rows.append(
            CoverageRow(
                label=label(who, role, skill),
                need=label(who, role, row["need"]),
                importance=key_of(row["importance"]),
                covered=bool(rated["met"]),
                held=rated["met"],
                below=rated["below"],
                unrated=len(who.people) - sum(rated.values()),
                not_applicable=rated["not-applicable"],
                other_scale=rated["other-scale"],
                holders=who.named(groups.get("met", ())),
                need_rank=row["needRank"],
                skill=skill,
            )
        )
    return rows


def ordered(who: Members, role: Subject, skills: Iterable[str]) -> list[str]:
    """Return skills in the order of the team's framework, then those that only the role's framework has."""
    wanted = set(skills)
    entries = [*who.framework.entries("Skill"), *role.framework.entries("Skill")]
    return list(dict.fromkeys(each["id"] for each in entries if each["id"] in wanted))


def label(who: Members, role: Subject, iri: str) -> str:
    """Return the name of an entry, from the framework that has it."""
    return who.framework.label(iri) if iri in who.framework.by_iri else role.framework.label(iri)
