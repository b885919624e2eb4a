"""Who belongs to a team: each person once, and only those who can be compared with each other."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rsetk_ld.analysis.corpus import Subject
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import Framework


@dataclass(frozen=True)
class Members:
    """The people of a team with the name to show for each, by IRI, and the profiles that were left out.

    `older` pairs a profile that was left out with the newer one of the same person; `elsewhere` holds the profiles that
    were written for another framework, or for a release that ranks its levels otherwise.
    """

    framework: Framework
    people: tuple[Subject, ...]
    names: Mapping[str, str]
    older: tuple[tuple[Subject, Subject], ...]
    elsewhere: tuple[Subject, ...]
    anonymous: bool = False

    @property
    def iris(self) -> list[str]:
        """The profiles that count."""
        return [each.iri for each in self.people]

    def named(self, iris: Iterable[str]) -> tuple[str, ...]:
        """Return the names of some people, in the order of the team."""
        wanted = set(iris)
        return tuple(self.names[iri] for iri in self.names if iri in wanted)

    def left_out(self) -> Iterator[str]:
        """Say which profiles do not count, and why; without names where the people have none."""
        release = self.framework.release
        if self.anonymous:
            if self.older:
                yield f"Left out because the same person has a newer one; profiles: {len(self.older)}."
            if self.elsewhere:
                yield f"Left out because they are not in the terms of {release}; profiles: {len(self.elsewhere)}."
            return
        for old, new in self.older:
            yield f"{old.file} was left out: {new.file} is the newer profile of the same person."
        for each in self.elsewhere:
            yield f"{each.file} was left out: it is in the terms of {each.framework.release}, the team uses {release}."


def members(profiles: Sequence[Subject], *, pseudonyms: bool = False) -> Members:
    """Return the team that some profiles make.

    Of several profiles of one person the one that was assessed last counts. The framework is the one that most people
    use, the first of several. Raises `UsageError` where it is not clear which profile is newer, or whose it is.
    """
    people, older = [], []
    for group in _by_person(profiles):
        newest = _newest(group)
        people.append(newest)
        older += [(each, newest) for each in group if each.instance != newest.instance]
    framework = _most_used(people)
    inside = [replace(each, framework=framework) for each in people if comparable(each.framework, framework)]
    elsewhere = tuple(each for each in people if not comparable(each.framework, framework))
    if pseudonyms:
        inside = _shuffled(inside)
        names = {each.iri: f"person {number}" for number, each in enumerate(inside, 1)}
    else:
        names = _names(inside)
    return Members(framework, tuple(inside), names, tuple(older), elsewhere, pseudonyms)


def comparable(one: Framework, other: Framework) -> bool:
    """Say whether ratings made with two releases can be compared: the same framework, and the same ranks."""
    return one is other or (
        one.iri == other.iri and one.rank == other.rank and one.scale_of == other.scale_of
    )


def _by_person(profiles: Sequence[Subject]) -> list[list[Subject]]:
    """Return the profiles of each person: those that share an identifier, directly or through another one."""
    orcids: dict[str, set[str]] = {}
    for each in profiles:
        if "orcid" in each.instance.get("about", {}):
            orcids.setdefault(_folded(each, "name"), set()).add(each.instance["about"]["orcid"])
    ambiguous = {name for name, iris in orcids.items() if len(iris) > 1}
    group_of: dict[tuple[str, str], list[Subject]] = {}
    groups: list[list[Subject]] = []
    for each in profiles:
        keys = [key for key in _keys(each) if key[0] != "name" or key[1] not in ambiguous]
        found: list[list[Subject]] = []
        for key in keys:
            if key in group_of and not any(group is group_of[key] for group in found):
                found.append(group_of[key])
        merged = [*(member for group in found for member in group), each]
        if found:
            groups = [group for group in groups if not any(group is old for old in found)]
        groups.append(merged)
        for member in merged:
            group_of |= dict.fromkeys(_keys(member), merged)
    order = {id(each): place for place, each in enumerate(profiles)}
    return sorted(groups, key=lambda group: min(order[id(each)] for each in group))


def _keys(profile: Subject) -> Iterator[tuple[str, str]]:
    about = profile.instance.get("about", {})
    yield "iri", profile.iri
    for slot in ("orcid", "pseudonym"):
        if slot in about:
            yield slot, about[slot]
    if "name" in about:
        yield "name", _folded(profile, "name")


def _folded(profile: Subject, slot: str) -> str:
    return " ".join(str(profile.instance.get("about", {}).get(slot, "")).casefold().split())


def _newest(group: Sequence[Subject]) -> Subject:
    """Return the profile of a person that was assessed last."""
    first = group[0]
    for each in group[1:]:
        if _contradict(first, each):
            raise UsageError(
                f"{first.file} and {each.file} share an identifier, but are about different people; "
                "give each profile an `id` of its own, or leave it out"
            )
    latest = max(map(assessed, group))
    newest = [each for each in group if assessed(each) == latest]
    if any(each.instance != newest[0].instance for each in newest):
        files = " and ".join(each.file for each in newest)
        raise UsageError(f"{files} are about one person and equally recent; give one of them")
    return newest[0]


def _contradict(one: Subject, other: Subject) -> bool:
    """Say whether two profiles name different people: by ORCID iD where both have one, else by name, else pseudonym."""
    here, there = one.instance.get("about", {}), other.instance.get("about", {})
    for slot in ("orcid", "name", "pseudonym"):
        if slot in here and slot in there:
            return _folded(one, slot) != _folded(other, slot)
    return False


def assessed(profile: Subject) -> str:
    """Return the date of the latest rating of a profile, else of its last change, else an empty text."""
    dates = [each["assessed_on"] for each in profile.instance.get("assertions", ()) if "assessed_on" in each]
    return str(max(dates, default=profile.instance.get("modified") or profile.instance.get("created") or ""))


def _most_used(people: Sequence[Subject]) -> Framework:
    used = Counter(each.framework.iri for each in people).most_common(1)[0][0]
    releases = [each.framework for each in people if each.framework.iri == used]
    release = Counter(each.release for each in releases).most_common(1)[0][0]
    return next(each for each in releases if each.release == release)


def _names(people: Sequence[Subject]) -> dict[str, str]:
    """Return the name of each person; where two have the same, with what tells them apart."""
    often = Counter(each.name for each in people)
    return {
        each.iri: each.name
        if often[each.name] == 1
        else f"{each.name} ({each.instance.get('about', {}).get('orcid', each.iri)})"
        for each in people
    }


def _shuffled(people: Sequence[Subject]) -> list[Subject]:
    """Return people in an order that is the same for the same profiles, and tells nothing about them.

    It rests on the whole text of all profiles: who knows names, files, or some of the profiles cannot compute it.
    """
    texts = {each.iri: json.dumps(each.instance, sort_keys=True).encode() for each in people}
    key = hashlib.sha256(b"\0".join(sorted(texts.values()))).digest()
    return sorted(people, key=lambda each: hashlib.sha256(key + texts[each.iri]).digest())
