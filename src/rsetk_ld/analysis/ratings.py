"""Ratings of profiles as plain rows, and which of them can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from rsetk_ld.analysis.corpus import Corpus, Subject
from rsetk_ld.identifiers import key_of


@dataclass(frozen=True, slots=True)
class Rating:
    """What one profile says about one skill: a level with rank and scale, or a status, or merely a target."""

    skill: str
    level: str | None
    rank: int | None
    scale: str | None
    status: str | None
    target: int | None
    assessed_on: str | None
    confidence: float | None

    def up_to(self, other: "Rating") -> int | None:
        """Return how many ranks the other is higher; None unless both have a level, and on the same scale."""
        if self.rank is None or other.rank is None or self.scale != other.scale:
            return None
        return other.rank - self.rank


def ratings(corpus: Corpus, subject: Subject) -> dict[str, Rating]:
    """Return the ratings of one profile by skill, as its own graph has them."""
    return {
        row["skill"]: Rating(
            row["skill"],
            row["level"],
            row["rank"],
            row["scale"],
            key_of(row["status"]) if row["status"] else None,
            row["targetRank"],
            row["assessedOn"],
            row["confidence"],
        )
        for row in corpus.ask("ratings", [subject], profiles=[subject.iri])
    }


def in_order(skills: Sequence[str], subject: Subject) -> list[str]:
    """Return skills in the order of a subject's framework; those it does not have go last, by identifier."""
    place = subject.framework.place
    return sorted(dict.fromkeys(skills), key=lambda skill: (place.get(skill, len(place)), skill))


def told(rating: Rating | None, subject: Subject) -> str | None:
    """Return a rating in words: the name of the level, or what stands in its place; None where there is neither.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> ada = corpus.add(shipped_folder() / "examples" / "ada.yaml")
    >>> told(Rating("s", None, None, None, "not-applicable", None, None, None), ada)
    'not applicable'
    """
    if rating is None:
        return None
    if rating.status:
        return rating.status.replace("-", " ")
    return subject.framework.label(rating.level) if rating.level else None
