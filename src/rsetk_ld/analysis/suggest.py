"""Where a person could go: the roles nearest to a profile, and the skills worth adding next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.answers import Answer, Table, column, counted
from rsetk_ld.framework import Framework
from rsetk_ld.identifiers import key_of


@dataclass(frozen=True)
class RoleRow:
    """One role, and how far the profile is from it."""

    label: str = column("Role", "The name of the role.")
    met: int = column("Met", "How many of its essential skills are met.")
    below: int = column("Below", "How many are below what is needed.")
    unrated: int = column("Not rated", "How many are not rated.")
    essential: int = column("Essential", "How many skills are essential.")
    distance: float = column(
        "At least", "Levels missing for certain, as a share of all levels that the essential skills ask for."
    )
    distance_at_most: float = column(
        "At most", "The same share if each skill that is not rated turned out to be at the lowest level."
    )
    missing: int = column("Levels missing", "The levels missing in the essential skills that are below.")
    not_applicable: int = column("Not applicable", "How many essential skills do not apply.", shown=False)
    desirable_met: int = column("Desirable met", "How many of its desirable skills are met.")
    desirable: int = column("Desirable", "How many skills are desirable.")
    role: str = column("Role IRI", "The identifier of the role.", shown=False)


@dataclass(frozen=True)
class NextRow:
    """One skill that is not there yet, and what speaks for it."""

    label: str = column("Skill", "The name of the skill.")
    rating: str | None = column("Rated", "The level it is rated at; empty where it is not rated.")
    why: str = column("Why", "What speaks for it.")
    essential: int = column("Essential for", "For how many of the roles it is essential.", shown=False)
    roles: int = column("Asked for by", "How many of the roles ask for it.", shown=False)
    related: int = column("Related", "How many skills that are held are related to it.", shown=False)
    skill: str = column("Skill IRI", "The identifier of the skill.", shown=False)


@dataclass(frozen=True)
class Suggestion(Answer):
    """Roles near a profile, and skills to add."""

    kind = "suggest"
    rows: ClassVar = {"roles": RoleRow, "skills": NextRow}


def suggest(
    corpus: Corpus, profile: Subject, roles: Sequence[Subject] = (), *, limit: int = 10
) -> Suggestion:
    """Return the roles of the framework nearest to a profile, and up to `limit` skills worth adding next.

    `roles` are those that the person aims for; without them the profile's own `aims_for` count, else the three nearest.
    The distance is a range, since what is not rated may be anything; roles are in the order of its upper end.
    In a framework without roles the skills follow from what is held alone.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> found = suggest(corpus, corpus.add(shipped_folder() / "examples" / "jun.yaml"))
    >>> all(row.distance <= row.distance_at_most for row in found.table("roles").rows)
    True
    """
    fits = _fits(corpus, profile, roles)
    aims = [each.iri for each in roles] or _aims(profile) or [row.role for row in fits[:3]]
    names = [
        next((row.label for row in fits if row.role == aim), profile.framework.label(aim)) for aim in aims
    ]
    rows = _next(corpus, profile, aims, roles)
    return Suggestion(
        title=f"{profile.name}: roles within reach, and skills to add",
        facts={"profile": profile.iri, "framework": profile.framework.release, "aims": aims},
        tables=(
            Table("roles", "Roles, the nearest first", RoleRow, fits, _no_roles(profile.framework)),
            Table("skills", _heading(names), NextRow, rows[:limit], _nothing(aims)),
        ),
        notes=tuple(_notes(corpus, fits, rows, limit)),
    )


def _aims(profile: Subject) -> list[str]:
    known = profile.framework.by_iri
    return [aim for aim in profile.instance.get("aims_for", ()) if aim in known]


def _fits(corpus: Corpus, profile: Subject, roles: Sequence[Subject]) -> list[RoleRow]:
    framework = profile.framework
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for row in corpus.ask("role-fit", [profile, *roles], profile=profile.iri):
        found.setdefault(row["role"], {})[key_of(row["importance"])] = row
    rows = [_fit(framework, role, parts) for role, parts in found.items()]
    return sorted(rows, key=lambda row: (row.distance_at_most, row.distance, row.label))


def _fit(framework: Framework, role: str, parts: dict[str, dict[str, Any]]) -> RoleRow:
    nothing: dict[str, Any] = dict.fromkeys(next(iter(parts.values())), 0)
    # A role that calls nothing essential is measured by all it asks for.
    firm = parts.get("essential") or parts.get("desirable") or nothing
    wish = parts.get("desirable", nothing)
    lowest = min(framework.levels, default=0)
    rated = firm["met"] + firm["below"]
    asked = firm["needRanks"] - lowest * (rated + firm["unrated"])
    unknown = firm["unratedRanks"] - lowest * firm["unrated"]
    return RoleRow(
        label=str(firm["label"] or framework.label(role)),
        met=firm["met"],
        below=firm["below"],
        unrated=firm["unrated"],
        essential=firm["asked"],
        distance=firm["missingRanks"] / asked if asked else 0.0,
        distance_at_most=(firm["missingRanks"] + unknown) / asked if asked else 0.0,
        missing=firm["missingRanks"],
        not_applicable=firm["notApplicable"],
        desirable_met=wish["met"],
        desirable=wish["asked"],
        role=role,
    )


def _next(corpus: Corpus, profile: Subject, aims: list[str], roles: Sequence[Subject]) -> list[NextRow]:
    """Return the skills whose prerequisites are met and that a role asks for or that are near what is held."""
    asked = corpus.ask(
        "next-skills",
        [profile, *roles],
        profile=profile.iri,
        roles=aims,
        scale=profile.framework.head["default_scale"],
        lowest=min(profile.framework.levels),
    )
    return [
        NextRow(
            label=row["label"] or profile.framework.label(row["skill"]),
            rating=_level(profile.framework, row["rank"]),
            why=_why(row, len(aims)),
            essential=row["essential"],
            roles=row["roles"],
            related=row["related"],
            skill=row["skill"],
        )
        for row in asked
        if not row["open"] and (row["roles"] or row["related"])
    ]


def _level(framework: Framework, rank: int | None) -> str | None:
    return None if rank is None else framework.label(framework.levels.get(rank, str(rank)))


def _why(row: dict[str, Any], aims: int) -> str:
    reasons = []
    if row["roles"]:
        firm = f", essential for {row['essential']}" if row["essential"] else ""
        reasons.append(f"asked for by {row['roles']} of {counted(aims, 'role')}{firm}")
    if row["related"]:
        reasons.append(f"related to {row['related']} that you have")
    return "; ".join(reasons)


def _no_roles(framework: Framework) -> str:
    return f"{framework.release} has no roles; --role takes a file with one."


def _heading(names: list[str]) -> str:
    return f"Skills to add next, for {', '.join(names)}" if names else "Skills to add next"


def _nothing(aims: list[str]) -> str:
    if not aims:
        return "Nothing: no skill is related to what is held and has its prerequisites met."
    asked = counted(len(aims), "role")
    return f"Nothing: what is asked for by {asked} is rated above the lowest level, or lacks a prerequisite."


def _notes(corpus: Corpus, fits: list[RoleRow], rows: list[NextRow], limit: int) -> Iterator[str]:
    yield from corpus.notes
    if any(row.unrated for row in fits):
        yield (
            "What is not rated may be anything, so the distance to a role is a range: from nothing missing there to "
            "the lowest level throughout."
        )
    if len(rows) > limit:
        yield f"{counted(len(rows) - limit, 'more skill')} could be added; --limit shows more."
    yield "Only skills whose prerequisites are held, that is rated above the lowest level, are suggested."
