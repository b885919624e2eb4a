"""Where the people of a team stand, skill by skill."""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field

from rsetk_ld.analysis.corpus import Corpus
from rsetk_ld.analysis.members import Members
from rsetk_ld.framework import Framework


@dataclass
class Tally:
    """The people at each level of one skill, by rank, and those who have none; all as IRIs of profiles.

    Everybody who is nowhere here has not rated the skill.
    """

    skill: str
    size: int
    at: dict[int, list[str]]
    not_applicable: list[str] = field(default_factory=list)
    other_scale: list[str] = field(default_factory=list)

    @property
    def counts(self) -> tuple[int, ...]:
        """How many people are at each level, from the lowest rank to the highest."""
        return tuple(len(people) for people in self.at.values())

    @property
    def unrated(self) -> int:
        """How many people have not rated the skill."""
        return self.size - sum(self.counts) - len(self.not_applicable) - len(self.other_scale)

    def reached(self, rank: int) -> list[str]:
        """Return the people at a rank or above."""
        return [iri for each, people in self.at.items() if each >= rank for iri in people]


def tallies(corpus: Corpus, team: Members, ranks: Iterable[int]) -> dict[str, Tally]:
    """Return a tally for each skill about which anybody says anything, in the order of the framework."""
    framework = team.framework
    scale = framework.head.get("default_scale")
    empty = list(ranks)
    found: dict[str, Tally] = {}
    for row in corpus.ask("level-counts", team.people, profiles=team.iris):
        tally = found.setdefault(
            row["skill"], Tally(row["skill"], len(team.people), {rank: [] for rank in empty})
        )
        people = row["profiles"].split()
        if row["status"]:
            tally.not_applicable += people
        elif row["level"] and row["scale"] == scale:
            tally.at[row["rank"]] += people
        elif row["level"]:
            tally.other_scale += people
    return {skill: found[skill] for skill in in_order(framework, found)}


def in_order(framework: Framework, skills: Iterable[str]) -> list[str]:
    """Return those of some skills that the framework has, in its order."""
    wanted = set(skills)
    return [skill["id"] for skill in framework.entries("Skill") if skill["id"] in wanted]


def spread(counts: Iterable[tuple[int, int]]) -> tuple[int, float, int] | None:
    """Return the lowest, the median and the highest rank for the number of people at each, or None for nobody.

    >>> spread([(0, 1), (1, 0), (2, 3)]), spread([(0, 1), (1, 1)]), spread([(0, 0)])
    ((0, 2, 2), (0, 0.5, 1), None)
    """
    ranks = [rank for rank, people in counts for _ in range(people)]
    if not ranks:
        return None
    middle = statistics.median(ranks)
    return min(ranks), int(middle) if middle == int(middle) else middle, max(ranks)
