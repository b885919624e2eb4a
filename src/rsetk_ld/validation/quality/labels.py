"""Labels and keys: names that tell entries apart, and keys that say what the label says."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from rsetk_ld.identifiers import key_of
from rsetk_ld.validation.quality.places import Steps
from rsetk_ld.validation.quality.report import KINDS, Entry, Report

SMALL_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "dot",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "plus",
        "sharp",
    }
    | {"the", "to", "with"}
)


def check(report: Report) -> None:
    """Report names of two entries, names that one entry has twice, and keys that say something else."""
    _shared(report)
    _own_names(report)
    _keys(report)


# ---------------------------------------------------------------- between entries

Name = tuple[str, Steps, bool]
"""An entry, the steps to one of its names, and whether that is its label."""


def _space(report: Report, iri: str, entry: Entry) -> tuple[str, str]:
    """Return within what names must differ.

    Domains, competencies and skills stand in one tree. Levels need to differ on their scale only;
    resources may have the title of another provider's; a tool may be called what a skill is called.
    """
    name = report.class_of[iri].name
    if name in {"Domain", "Competency", "Skill"}:
        return "tree", ""
    if name == "LearningResource":
        return name, entry.get("provider", "")
    return name, report.scale_of.get(iri, "")


def _shared(report: Report) -> None:
    named: dict[tuple[object, ...], list[Name]] = {}
    for entry in report.living(*KINDS):
        iri = entry["id"]
        space = _space(report, iri, entry)
        for tag, text in entry.get("label", {}).items():
            named.setdefault((space, tag.lower(), _folded(text)), []).append((iri, ("label", tag), True))
        for one in entry.get("alt_labels", ()):
            tag, text = one["tag"], one["value"]
            name = (iri, ("alt_labels", (tag, text)), False)
            named.setdefault((space, tag.lower(), _folded(text)), []).append(name)
    for names in named.values():
        if len(names) > 1:
            _clashes(report, names)


def _clashes(report: Report, names: list[Name]) -> None:
    """Report every name but the one with the best claim: the first label, or else the first alternative."""
    first = next((name for name in names if name[2]), names[0])
    for iri, steps, is_label in names:
        if iri == first[0]:
            continue
        other = report.name(first[0])
        if is_label:
            report.add("F007", iri, *steps, kind=report.kind(first[0]), other=other)
        else:
            name = str(steps[1][1]) if isinstance(steps[1], tuple) else ""
            report.add("F008", iri, *steps, name=name, kind=report.kind(first[0]), other=other)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


# ---------------------------------------------------------------- within an entry


def _own_names(report: Report) -> None:
    for entry in report.entries(*KINDS):
        for one in entry.get("alt_labels", ()):
            labels = {tag.lower(): text for tag, text in entry.get("label", {}).items()}
            label = labels.get(one["tag"].lower())
            if label is None or _folded(label) != _folded(one["value"]):
                continue
            code = "F030" if label == one["value"] else "F031"
            report.add(code, entry["id"], "alt_labels", (one["tag"], one["value"]), name=one["value"])


# ---------------------------------------------------------------- keys


def _keys(report: Report) -> None:
    """Report keys that no name of the entry accounts for.

    Titles of resources are long and their keys free, so these are left alone.
    """
    for entry in report.living("LevelScale", "Domain", "Competency", "Skill", "Tool", "RoleProfile"):
        names = [*entry.get("label", {}).values(), *(one["value"] for one in entry.get("alt_labels", ()))]
        key = key_of(entry["id"])
        if not key_fits(key, names):
            label = entry.get("label", {}).get(report.framework.language, next(iter(names), ""))
            report.add("F010", entry["id"], name=key, label=label)


def key_fits(key: str, names: Iterable[str]) -> bool:
    """Say whether half of the words of a key come from the names: as they are, in other forms, shortened.

    A key that leaves out or adds a word is no surprise, one that speaks of something else is.

    >>> key_fits("community-work", ["Community"]), key_fits("c-plus-plus", ["C++"])
    (True, True)
    >>> key_fits("hpc", ["High-performance computing"]), key_fits("large-language-model", ["LLM"])
    (True, True)
    >>> key_fits("testing", ["Version control"])
    False
    """
    said = [words for name in names for words in _words(name)]
    pool = {word for words in said for word in words}
    wanted = key.split("-")
    if not pool or pool.issuperset(wanted):
        return True
    joined = "".join(wanted)
    if any(joined in "".join(words) for words in said) or any(
        len(word) > 1 and word in _initials(wanted) for word in pool
    ):
        return True
    content = [word for word in wanted if word not in SMALL_WORDS and not word.isdigit()]
    known = [word for word in content if _accounted_for(word, said, pool)]
    return len(known) * 2 >= len(content)


def _accounted_for(word: str, said: Iterable[tuple[str, ...]], pool: Iterable[str]) -> bool:
    if any(_akin(word, one) or _shortens(word, one) for one in pool):
        return True
    return len(word) > 1 and any(
        word in "".join(words)
        or word in _initials(words)
        or word in _initials(one for one in words if one not in SMALL_WORDS)
        for words in said
    )


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name as a key could have them: without accents, German umlauts either way.

    >>> _words("Prüfen & R²")
    (('prufen', 'and', 'r2'), ('pruefen', 'and', 'r2'))
    """
    if name.isascii():
        return (_split(name.lower()),)
    lower = name.casefold()
    german = lower.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ø"): "oe", ord("å"): "aa"})
    return tuple(dict.fromkeys((_split(_plain(lower)), _split(_plain(german)))))


def _split(text: str) -> tuple[str, ...]:
    spoken = text.replace("&", " and ").replace("+", " plus ").replace("#", " sharp ").replace(" .", " dot ")
    return tuple(re.findall(r"[a-z0-9]+", spoken.replace("'", "")))


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _akin(one: str, other: str) -> bool:
    """Say whether two words look like forms of one word: most of the shorter begins the longer.

    >>> _akin("releases", "releasing"), _akin("testing", "teaching")
    (True, False)
    """
    shorter = min(len(one), len(other))
    needed = max(3, ceil(0.6 * shorter))
    return one == other or (shorter >= needed and one[:needed] == other[:needed])


def _shortens(short: str, word: str) -> bool:
    """Say whether a short word consists of the first and some later letters of a longer one.

    >>> _shortens("svn", "subversion"), _shortens("git", "mercurial")
    (True, False)
    """
    rest = iter(word)
    return 1 < len(short) <= 4 and short[0] == word[0] and all(letter in rest for letter in short)
