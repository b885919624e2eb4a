"""From a profile made with DIRECT's tools to the authoring form, in the terms of a framework."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rsetk_ld.documents.document import Document
from rsetk_ld.errors import UsageError
from rsetk_ld.findings import Finding, located
from rsetk_ld.framework.model import Framework
from rsetk_ld.interchange.direct import texts
from rsetk_ld.interchange.direct.matching import Skills
from rsetk_ld.interchange.direct.people import describe
from rsetk_ld.interchange.direct.ratings import Notes, Place, Rating, Sheet, Source
from rsetk_ld.interchange.direct.reading import read_text
from rsetk_ld.interchange.direct.scales import OLD_NAMES, LevelNames, Reading, Scale, read_level
from rsetk_ld.interchange.direct.shapes import read_source


@dataclass
class ProfileImport:
    """Imported profiles in the authoring form, what was found on the way, and which shape the file had."""

    profiles: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    shape: str = ""
    scale: Scale = "0-4"

    @property
    def valid(self) -> bool:
        """Whether every rating found its place."""
        return not any(finding.severity == "error" for finding in self.findings)


def import_profile(
    path: Path,
    framework: Framework,
    *,
    scale: Literal["auto", "0-4", "0-5"] = "auto",
    title: str = "",
    person: Mapping[str, str] | None = None,
) -> ProfileImport:
    """Return the profiles in a file, whichever of DIRECT's shapes it has (see `shapes`).

    `scale` says what the levels mean: the ranks of the framework (0-4) or those of the toolkit of 2023 (0-5),
    which are translated. `title` and `person` (name, orcid or pseudonym) replace what the file says of its
    only profile.

    Raises `RsetkError` where the file cannot be read or holds no profile.
    """
    return import_profile_text(read_text(path), str(path), framework, scale=scale, title=title, person=person)


def import_profile_text(
    text: str,
    name: str,
    framework: Framework,
    *,
    scale: Literal["auto", "0-4", "0-5"] = "auto",
    title: str = "",
    person: Mapping[str, str] | None = None,
) -> ProfileImport:
    """Return the profiles in a text, such as a share link; `name` is what messages call it."""
    if scale not in ("auto", "0-4", "0-5"):
        raise UsageError(f"scale: `{scale}` is not one of auto, 0-4, 0-5")
    if unknown := sorted(set(person or ()) - {"name", "orcid", "pseudonym"}):
        raise UsageError(f"person: `{unknown[0]}` is not one of name, orcid, pseudonym")
    notes = Notes(name)
    source = read_source(text, name, notes)
    if len(source.sheets) > 1 and (title or person):
        raise UsageError(
            f"{name}: holds {len(source.sheets)} profiles; title and person can be given for one only"
        )
    made = _Importer(framework, source, scale, notes)
    profiles = [
        made.profile(sheet, place, person or {}, title) for place, sheet in enumerate(source.sheets, 1)
    ]
    _tell_apart(profiles, source.sheets, notes)
    findings = (
        located(notes.found, Document(name, text, {}, "json")) if text.lstrip()[:1] in "[{" else notes.found
    )
    return ProfileImport(profiles, findings, source.shape, made.scale)


def _tell_apart(profiles: list[dict[str, Any]], sheets: list[Sheet], notes: Notes) -> None:
    """Give profiles with the same pseudonym different ones."""
    taken: set[str] = set()
    for profile, sheet in zip(profiles, sheets, strict=True):
        wanted = pseudonym = profile["about"].get("pseudonym", "")
        number = 2
        while pseudonym and pseudonym in taken:
            pseudonym, number = f"{wanted}-{number}", number + 1
        if pseudonym != wanted:
            profile["about"]["pseudonym"] = pseudonym
            notes.add("I002", sheet.place, f"a second profile of `{wanted}`; it is called `{pseudonym}`")
        taken.add(pseudonym)


class _Importer:
    """Turns the sheets of one file into profiles; the scale is that of the whole file."""

    def __init__(self, framework: Framework, source: Source, scale: str, notes: Notes) -> None:
        self.framework, self.notes = framework, notes
        self.skills, self.levels = Skills(framework), LevelNames(framework)
        self.scale = self._scale(source, scale)

    def _scale(self, source: Source, wanted: str) -> Scale:
        if wanted in ("0-4", "0-5"):
            return "0-5" if wanted == "0-5" else "0-4"
        readings = (read_level(rating.level) for sheet in source.sheets for rating in sheet.ratings)
        scale, reason = self.levels.decide(source.levels, readings, source.shape)
        shown = self.levels.shown(scale)
        if reason:
            self.notes.add("I001", Place(), f"the levels are read on the scale {shown}: {reason}")
        else:
            what = f"nothing says on which scale the levels are; they are read on the scale {shown}"
            self.notes.add("I002", Place(), what)
        return scale

    def profile(self, sheet: Sheet, number: int, person: Mapping[str, str], title: str) -> dict[str, Any]:
        """Return one profile in the authoring form."""
        head = describe(sheet, number, person, title, self.notes)
        made = _Ratings(self, sheet)
        for rating in sheet.ratings:
            made.add(rating)
        made.report()
        return {"framework": self.framework.release, **head, "skills": made.skills}


class _Ratings:
    """The ratings of one profile, with what is reported once for all of them."""

    def __init__(self, importer: _Importer, sheet: Sheet) -> None:
        self.importer, self.notes, self.sheet = importer, importer.notes, sheet
        self.skills: dict[str, Any] = {}
        self.first: dict[str, tuple[Rating, Reading]] = {}
        self.zeros: list[str] = []
        self.elsewhere: dict[tuple[str, str, str], list[tuple[str, Place]]] = defaultdict(list)
        self.extra: dict[str, list[tuple[str, object]]] = defaultdict(list)

    def add(self, rating: Rating) -> None:
        """Put one rating into the profile, or say why it is not there."""
        for name, extra in rating.extra.items():
            self.extra[name].append((str(rating.skill), extra))
        reading = read_level(rating.level)
        if reading.blank:
            if rating.place.path:
                self.notes.add("I003", rating.place, f"`{rating.skill}` has no level; it is not rated")
            return
        iri = self._skill(rating)
        if not iri:
            return
        key = iri.rpartition("/")[2]
        value = self._value(rating, reading, key)
        if value is None or self._again(rating, reading, key, value):
            return
        self.skills[key] = value
        self.first[key] = (rating, reading)

    def _skill(self, rating: Rating) -> str:
        """Return the IRI of the skill that is meant, or nothing, with a finding."""
        name = rating.skill if isinstance(rating.skill, str) else str(rating.skill)
        match = self.importer.skills.match(name)
        keys = match.keys if len(match.keys) < 2 else self._narrowed(match.keys, rating)
        if len(keys) != 1:
            self._unmatched(rating, name, match.keys)
            return ""
        if match.loose:
            label = self.importer.framework.label(keys[0])
            self.notes.add(
                "I001", rating.place, f"`{name.strip()}` read as `{label}` ({match.loose})", before=name
            )
        self._compare_place(rating, keys[0])
        return keys[0]

    def _narrowed(self, iris: tuple[str, ...], rating: Rating) -> tuple[str, ...]:
        """Return those of several skills of one name that stand where the file says."""
        said = {texts.folded(str(part)) for part in (rating.category, rating.subcategory) if part}
        return tuple(
            iri for iri in iris if said & {texts.folded(name) for name in self.importer.skills.place(iri)}
        )

    def _unmatched(self, rating: Rating, name: str, several: tuple[str, ...]) -> None:
        level = read_level(rating.level).shown
        if several:
            self.notes.add("I006", rating.place, name=name, candidates=list(several), level=level)
            return
        near = self.importer.skills.candidates(name)
        hint = f"; the nearest are {', '.join(f'`{text}`' for text in near)}" if near else ""
        self.notes.add("I004", rating.place, "skill", name=name, hint=hint, candidates=near, level=level)

    def _compare_place(self, rating: Rating, iri: str) -> None:
        said = (rating.category, rating.subcategory)
        for slot, given, own in zip(
            ("category", "subcategory"), said, self.importer.skills.place(iri), strict=True
        ):
            if given and texts.folded(str(given)) != texts.folded(own):
                self.elsewhere[slot, str(given), own].append((iri.rpartition("/")[2], rating.place))

    def _value(self, rating: Rating, reading: Reading, key: str) -> Any:
        """Return the level in the authoring form, or None where it is not on the scale."""
        if reading.not_applicable:
            return "not-applicable"
        levels, scale = self.importer.levels, self.importer.scale
        ranks = levels.rank(reading, scale)
        if not ranks:
            known: Mapping[int, str] = OLD_NAMES if scale == "0-5" else levels.ranks
            scale_shown = [f"{rank} {label}" for rank, label in known.items()]
            self.notes.add("I007", rating.place, name=key, value=reading.shown, scale=scale_shown)
            return None
        if not levels.fits(reading, scale):
            what = (
                f"`{reading.shown}` is not what the level is called on the scale {scale}; the number counts"
            )
            self.notes.add("I002", rating.place, f"`{key}`: {what}", value=reading.shown)
        if reading.number is None and not levels.knows(reading):
            what = f"`{key}`: `{reading.shown}` of the scale 0-5 read as {ranks[0]}"
            self.notes.add("I001", rating.place, what)
        if ranks[0] == 0:
            self.zeros.append(key)
        if len(ranks) == 1:
            return ranks[0]
        either = " or ".join(map(str, ranks))
        what = f"{reading.shown} on the scale 0-5 is {either} on the scale of the framework"
        self.notes.add("I002", rating.place, f"`{key}`: {what}; {ranks[0]} is used", value=reading.shown)
        return {"level": ranks[0], "note": f"{what}."}

    def _again(self, rating: Rating, reading: Reading, key: str, value: Any) -> bool:
        """Say whether the skill is there already, with a finding."""
        if key not in self.first:
            return False
        earlier, before = self.first[key]
        if self.skills[key] == value:
            self.notes.add("I001", rating.place, f"`{key}` is there twice with the same level; written once")
        else:
            facts = {"name": key, "first": before.shown, "second": reading.shown}
            self.notes.add("I005", rating.place, where=_spoken(earlier.place), **facts)
        return True

    def report(self) -> None:
        """Report what concerns many ratings at once."""
        place = self.sheet.place
        for (slot, given, own), skills in self.elsewhere.items():
            names = texts.listed([key for key, _ in skills])
            what = f"{slot} `{given}` is `{own or 'nothing'}` in the framework, which is used, for {names}"
            self.notes.add("I001", skills[0][1], what, skills=[key for key, _ in skills], before=given)
        if self.zeros:
            names = texts.listed(list(dict.fromkeys(self.zeros)))
            what = f"level 0 may mean none or not applicable; it stays 0 for {names}"
            self.notes.add("I002", place, what, skills=self.zeros)
        for name, values in self.extra.items():
            what = f"`{name}` of {texts.listed([skill for skill, _ in values])} is left out"
            self.notes.add("I003", place, what, values=values)
        for name, value in self.sheet.extra.items():
            self.notes.add("I003", place, f"`{name}` is left out: {value}", value=value)


def _spoken(place: Place) -> str:
    return f"line {place.line}" if place.line else ".".join(map(str, place.path))
