"""Profiles and targets in the terms of different frameworks: what can be said about them together."""

from collections.abc import Iterable, Iterator

from rsetk_ld.analysis.corpus import Subject
from rsetk_ld.errors import UsageError


def require_common_terms(first: Subject, second: Subject, skills: Iterable[str]) -> None:
    """Raise `UsageError` where none of the `skills` of the second belongs to the framework of the first.

    Without this, everything that the second asks for would count as not rated, though it cannot be rated there.

    >>> from rsetk_ld.analysis import Corpus
    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> ada = Corpus().add(shipped_folder() / "examples" / "ada.yaml")
    >>> require_common_terms(ada, ada, [])
    """
    here, there = first.framework, second.framework
    if here.iri == there.iri or any(skill in here.by_iri for skill in skills):
        return
    raise UsageError(
        f"{first.name} is described in the terms of {here.release}, {second.name} in those of {there.release}; "
        "the two share no skill, so there is nothing to compare"
    )


def other_terms(profile: Subject, target: Subject) -> Iterator[str]:
    """Say that a target belongs to another framework than the profile, where it does."""
    if target.framework.iri != profile.framework.iri:
        yield (
            f"The target belongs to {target.framework.release}, the profile to {profile.framework.release}: "
            "only skills with the same identifier in both can be compared."
        )
