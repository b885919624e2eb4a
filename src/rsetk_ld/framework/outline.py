"""A framework as lines of text and as plain data, for people who want to see what is in it."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from rsetk_ld.authoring.contract import people_order
from rsetk_ld.errors import UsageError
from rsetk_ld.framework.model import LISTS, Framework
from rsetk_ld.identifiers import key_of, nearest
from rsetk_ld.vocabulary import Slot, vocabulary

Entry = Mapping[str, Any]
WIDTH = 96


def entries_of(framework: Framework, kind: str | None) -> list[dict[str, Any]]:
    """Return the entries of a kind, or all of them, with IRI, key, kind and label.

    >>> from rsetk_ld.framework import shipped
    >>> entries_of(shipped(), "level")[1]["key"]
    'awareness'
    """
    classes = [vocabulary().kinds[kind].name] if kind else [cls.name for cls in vocabulary().kinds.values()]
    return [
        {
            "iri": entry["id"],
            "key": key_of(entry["id"]),
            "kind": vocabulary().classes[name].kind,
            "label": framework.label(entry["id"]),
            "deprecated": bool(entry.get("deprecated")),
        }
        for name in classes
        for entry in framework.entries(name)
    ]


def outline(framework: Framework, kind: str | None = None) -> Iterator[str]:
    """Yield the lines of an overview: identity and the tree of skills, or the entries of one kind."""
    if kind is not None:
        width = max((len(entry["key"]) for entry in entries_of(framework, kind)), default=0)
        for entry in entries_of(framework, kind):
            note = "  (deprecated)" if entry["deprecated"] else ""
            yield f"{entry['key']:<{width}}  {entry['label']}{note}"
        return
    titles = framework.head.get("title", {})
    title = titles.get(framework.language) or next(iter(titles.values()), framework.iri)
    yield f"{title}, version {framework.version}"
    yield f"{framework.release}"
    yield ", ".join(
        _counted(len(framework.entries(name)), name, slot)
        for name, slot in LISTS.items()
        if framework.entries(name)
    )
    for entry in framework.entries("Domain"):
        yield ""
        yield framework.label(entry["id"])
        yield from _branch(framework, entry["id"])
    loose = [skill for skill in framework.entries("Skill") if skill.get("competency") not in framework.by_iri]
    if loose:
        yield ""
        yield from (f"    {key_of(skill['id'])}  {framework.label(skill['id'])}" for skill in loose)


def _counted(number: int, class_name: str, plural: str) -> str:
    return f"{number} {plural if number != 1 else vocabulary().classes[class_name].kind}"


def _branch(framework: Framework, domain: str) -> Iterator[str]:
    for competency in framework.entries("Competency"):
        if competency.get("domain") != domain:
            continue
        yield f"  {framework.label(competency['id'])}"
        for skill in framework.entries("Skill"):
            if skill.get("competency") == competency["id"]:
                yield f"    {key_of(skill['id']):<36} {framework.label(skill['id'])}"


def found_entries(framework: Framework, name: str) -> list[dict[str, Any]]:
    """Return the entries that a name means.

    Raises `UsageError` with a suggestion where there is none.
    """
    found = [dict(entry) for entry in framework.find(name)]
    if not found:
        near = nearest(name, (key_of(iri) for iri in framework.by_iri))
        hint = f"; did you mean `{near}`?" if near else "; `rsetk-ld framework list` shows what there is"
        raise UsageError(f"nothing in the framework is called `{name}`{hint}")
    return found


def described(framework: Framework, entry: Entry) -> Iterator[str]:
    """Yield the lines that describe one entry, with every slot that it has."""
    cls = vocabulary().classes[framework.class_of[entry["id"]]]
    yield f"{framework.label(entry['id'])} ({cls.kind} `{key_of(entry['id'])}`)"
    yield f"  {entry['id']}"
    for slot in people_order(cls):
        if slot.name in entry and slot.name not in {"label", "position"}:
            yield from _slot_lines(framework, slot, entry[slot.name])
    yield ""


def _slot_lines(framework: Framework, slot: Slot, value: Any) -> Iterator[str]:
    name = slot.authored.replace("_", " ")
    if slot.value == "part" and slot.many:
        yield f"  {name}:"
        for part in sorted(value, key=lambda part: framework.rank.get(part.get("level", ""), 0)):
            yield from _part_lines(framework, part)
        return
    yield from _wrapped(f"  {name}: {_shown(framework, slot, value)}", "    ")


def _part_lines(framework: Framework, part: Entry) -> Iterator[str]:
    """Yield a level descriptor, an outcome or a requirement as one heading and its sentences."""
    yield f"    {_heading(framework, part)}"
    for demonstration in part.get("demonstrations", ()):
        texts = demonstration["text"]
        sentence = texts.get(framework.language) or next(iter(texts.values()))
        yield from _wrapped(f"      - {sentence}", "        ")


def _heading(framework: Framework, part: Entry) -> str:
    """Return a part's skill, if it has one, with its level or the step between two, and how important it is."""
    steps = [part[slot] for slot in ("level", "from_level", "to_level") if slot in part]
    said = [" to ".join(framework.label(level) for level in steps), part.get("importance", "")]
    words = ", ".join(word for word in said if word)
    return f"{framework.label(part['skill'])}: {words}" if "skill" in part else words


def _shown(framework: Framework, slot: Slot, value: Any) -> str:
    if slot.value == "texts":
        return str(value.get(framework.language) or next(iter(value.values())))
    if slot.value == "tagged":
        return ", ".join(text["value"] for text in value)
    members = value if isinstance(value, list) else [value]
    return ", ".join(
        f"{framework.label(item)} (`{key_of(item)}`)" if item in framework.by_iri else str(item)
        for item in members
    )


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
