"""Files to start a profile from: the person's own, or that of a role."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rsetk_ld.authoring.contract import Contractor
from rsetk_ld.authoring.jsonschema import ORCID_PATTERN
from rsetk_ld.errors import UsageError
from rsetk_ld.framework.model import Framework
from rsetk_ld.identifiers import key_of, nearest
from rsetk_ld.scaffold.text import WIDTH, checked_tag, filled, remark, remarks, schema_line, yaml
from rsetk_ld.vocabulary import vocabulary

Entry = Mapping[str, Any]
EXAMPLES = 2
"""How many skills are rated from the start, so that the file shows both forms and is valid."""


def profile_text(
    framework: Framework,
    *,
    name: str = "",
    orcid: str = "",
    pseudonym: str = "",
    title: str = "",
    role: str = "",
    skills: Iterable[str] = (),
    language: str = "",
    schema: str = "",
    today: date | None = None,
) -> str:
    """Return a profile to start from, with every skill of the framework, of a role or of a selection.

    `role` and `skills` are keys, IRIs or labels; `language` chooses labels in comments and tags the title.

    Raises `UsageError` for an ORCID iD or a name that no profile may hold, and for what the framework does
    not have.

    >>> from rsetk_ld.framework import shipped
    >>> text = profile_text(shipped(), name="Ada Example", skills=["testing", "mentoring", "version-control"])
    >>> [line for line in text.splitlines() if line.startswith("title")]
    ['title: Skills of Ada Example']
    """
    writer = Writer(framework, language)
    aim = writer.found("RoleProfile", role) if role else None
    asked = {each["skill"]: each["level"] for each in aim.get("requirements", ())} if aim else {}
    person = {"name": name, "orcid": _orcid(orcid), "pseudonym": pseudonym}
    about = {slot: _fit(slot, value) for slot, value in person.items() if value.strip()}
    called = about.get("name") or about.get("pseudonym")
    title = title.strip() or (f"Skills of {called}" if called else "My skills")
    about = about or {"pseudonym": "somebody"}
    others = [f"\n  # {line}" for slot, line in SAMPLES.items() if slot not in about]
    methods = list(vocabulary().enums["AssessmentMethod"].authored)
    day = (today or date.today()).isoformat()
    chosen = writer.skills(skills, asked)
    return filled(
        "profile.yaml",
        **writer.head(schema),
        title=yaml(title=writer.text(title)),
        about=yaml(about=about),
        others="".join(others),
        aims=_aims(writer, aim),
        methods=", ".join(methods),
        method=methods[0],
        today=day,
        examples=writer.examples(chosen, filled("profile-long.yaml", today=day), "target", raised=True),
        skills=writer.offers(chosen[EXAMPLES:], asked),
    )


SAMPLES = {
    "name": "name: Ada Example",
    "orcid": "orcid: 0000-0002-1825-0097",
    "pseudonym": "pseudonym: rse-17",
}


def role_text(
    framework: Framework,
    *,
    label: str = "",
    definition: str = "",
    skills: Iterable[str] = (),
    language: str = "",
    schema: str = "",
) -> str:
    """Return the profile of a role to start from, with every skill of the framework or a selection.

    >>> from rsetk_ld.framework import shipped
    >>> role_text(shipped(), label="Data steward").count("label: Data steward")
    1
    """
    writer = Writer(framework, language)
    chosen = writer.skills(skills, {})
    sample = "# definition: What somebody in this role does, in a sentence or two."
    words = definition.strip()
    return filled(
        "role.yaml",
        **writer.head(schema),
        label=yaml(label=writer.text(label.strip() or "A role")),
        definition=yaml(definition=writer.text(words)) if words else sample,
        examples=writer.examples(chosen, "    importance: desirable     # without this line: essential\n"),
        skills=writer.offers(chosen[EXAMPLES:], {}),
    )


def _aims(writer: "Writer", aim: Entry | None) -> str:
    if aim is None:
        return ""
    key = writer.contractor.reference("RoleProfile", aim["id"])
    return f"\n# Roles that you work towards.\n{yaml(aims_for=[key])}\n"


def _orcid(orcid: str) -> str:
    """Return the bare number, or nothing; raise where it cannot be right."""
    from rsetk_ld.validation.meaning import orcid_is_valid

    text = orcid.strip()
    if text and not (re.fullmatch(ORCID_PATTERN[1:-1], text, re.ASCII) and orcid_is_valid(text[-19:])):
        raise UsageError(f"`{text}` is no ORCID iD; it has 16 digits in groups, such as 0000-0002-1825-0097")
    return text[-19:]


def _fit(slot: str, value: str) -> str:
    from rsetk_ld.validation.meaning import EMAIL

    if EMAIL.search(value):
        raise UsageError(
            f"the {slot} `{remark(value)}` holds an e-mail address; a profile is no place for one"
        )
    return value.strip()


class Writer:
    """Writes what files of both sorts share, for one framework in one language."""

    def __init__(self, framework: Framework, language: str) -> None:
        self.framework = framework
        self.language = checked_tag(language) if language else framework.language
        self.contractor = Contractor(framework.names, framework.language, ranks=framework.rank)

    def head(self, schema: str) -> dict[str, str]:
        """Return the values that every template begins with."""
        titles = self.framework.head.get("title", {})
        title = titles.get(self.language) or titles.get(self.framework.language) or self.framework.iri
        return {
            "schema": schema_line(schema),
            "framework_title": f"{remark(title)}, version {remark(self.framework.version)}",
            "framework": yaml(framework=self.framework.release).removeprefix("framework: "),
            "levels": "\n".join(self._levels()),
        }

    def text(self, text: str) -> str | dict[str, str]:
        """Return a text of the person's, with its language where that is not the default."""
        return text if self.language == self.framework.language else {self.language: text}

    def label(self, iri: str) -> str:
        """Return a label for a comment."""
        return remark(self.framework.label(iri, self.language))

    def found(self, class_name: str, name: str) -> Entry:
        """Return the entry of a class that a person means."""
        class_of = self.framework.class_of
        matches = [each for each in self.framework.find(name) if class_of[each["id"]] == class_name]
        if matches:
            return matches[0]
        what = vocabulary().classes[class_name].kind
        near = nearest(name, (key_of(each["id"]) for each in self.framework.entries(class_name)))
        hint = f"; did you mean `{near}`?" if near else ""
        raise UsageError(f"the framework has no {what} `{name}`{hint}")

    def skills(self, names: Iterable[str], asked: Mapping[str, str]) -> list[Entry]:
        """Return the skills chosen or asked for, else all that are not deprecated, by competency."""
        chosen = {*(self.found("Skill", name)["id"] for name in names), *asked}
        order = {each["id"]: place for place, each in enumerate(self.framework.entries("Competency"))}
        every = sorted(
            self.framework.entries("Skill"),
            key=lambda each: order.get(each.get("competency", ""), len(order)),
        )
        if chosen:
            return [skill for skill in every if skill["id"] in chosen]
        return [skill for skill in every if not skill.get("deprecated")]

    def _levels(self) -> Iterator[str]:
        for level in self.scale():
            name = self.contractor.level(level["id"])
            definition = self._text(level.get("definition", {}))
            label = f"{self.label(level['id'])}{': ' if definition else ''}{definition}"
            yield remarks(label, f"  {name}  ", " " * (len(str(name)) + 4))

    def _text(self, texts: Mapping[str, str]) -> str:
        found = (
            texts.get(self.language) or texts.get(self.framework.language) or next(iter(texts.values()), "")
        )
        return remark(found)

    def scale(self) -> list[Entry]:
        """Return the levels of the default scale, or of the first one."""
        scales = self.framework.entries("LevelScale")
        default = self.framework.head.get("default_scale")
        chosen = next((scale for scale in scales if scale["id"] == default), scales[0] if scales else {})
        levels: list[Entry] = chosen.get("levels", [])
        return levels

    def rungs(self, skill: Entry) -> list[str]:
        """Return the levels to offer for a skill, from low to high: those described, above the lowest."""
        above = [level["id"] for level in self.scale()][1:] or [level["id"] for level in self.scale()]
        described = {each["level"] for each in skill.get("descriptors", ())}
        return [iri for iri in above if iri in described] or above

    def value(self, iri: str) -> str:
        """Return a level as it stands in a file."""
        return yaml(x=self.contractor.level(iri)).removeprefix("x: ")

    def key(self, skill: Entry) -> str:
        """Return the key of a skill as it stands in a file, in quotes where it could be a number."""
        return yaml(**{key_of(skill["id"]): 1}).removesuffix(": 1")

    def examples(self, skills: list[Entry], more: str, higher: str = "", *, raised: bool = False) -> str:
        """Return the first skills as rated: one in the short form, one in the long form."""
        lines = []
        for place, skill in enumerate(skills[:EXAMPLES]):
            key, rungs = self.key(skill), self.rungs(skill)
            level = self.value(rungs[0]) if rungs else "not-applicable"
            if place == 0 or not rungs:
                lines.append(f"  {key}: {level}   # {self.label(skill['id'])}\n")
                continue
            lines.append(f"  {key}:   # {self.label(skill['id'])}, in the long form\n    level: {level}\n")
            if raised and len(rungs) > 1:
                lines.append(f"    {higher}: {self.value(rungs[1])}\n")
            lines.append(more)
        return "".join(lines).rstrip("\n") if lines else "  {}"

    def offers(self, skills: Iterable[Entry], asked: Mapping[str, str]) -> str:
        """Return skills as comments to be uncommented, below the names of their competencies."""
        lines: list[str] = []
        group: object = object()
        for skill in skills:
            if skill.get("competency") != group:
                group = skill.get("competency")
                lines += ["", f"  # {self._heading(skill)}"]
            rungs = self.rungs(skill)
            level = self.value(rungs[0]) if rungs else "not-applicable"
            target = f" (the role asks for {self.value(asked[skill['id']])})" if skill["id"] in asked else ""
            lines.append(f"  # {self.key(skill)}: {level}   # {self.label(skill['id'])}{target}")
        return "\n".join(lines)

    def _heading(self, skill: Entry) -> str:
        competency = self.framework.by_iri.get(skill.get("competency", ""), {})
        names = [self.label(iri) for iri in (competency.get("domain"), competency.get("id")) if iri]
        words = f" {': '.join(names)} " if names else " Further skills "
        return f"--{words}".ljust(WIDTH - 30, "-")
