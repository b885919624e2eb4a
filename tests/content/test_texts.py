"""The sentences: of the right form, in British English, without filler, without repetition, and our own."""

import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import pytest
from framework_content import (
    FOLDER,
    LEVELS,
    ROOT,
    SHARED,
    Demonstration,
    demonstrations,
    entries,
    key,
    own_texts,
    words,
)

SENTENCE = re.compile(r"[.!?](?= [A-Z]|$)")

# ---------------------------------------------------------------- skills


@pytest.mark.parametrize("skill", entries("Skill"))
def test_a_skill_is_described(skill: str) -> None:
    entry = entries("Skill")[skill]
    definition = entry["definition"]["en"]
    assert 1 <= len(SENTENCE.findall(definition)) <= 2
    assert definition.endswith(".")
    assert 12 <= len(words(definition)) <= 60
    assert words(definition) != words(entry["label"]["en"])
    assert entry["nature"] in {"technical", "non-technical"}
    assert key(entry["competency"]) in entries("Competency")


@pytest.mark.parametrize("skill", entries("Skill"))
def test_its_levels_are_shown(skill: str) -> None:
    shown = Counter(one.level for one in demonstrations() if one.skill == skill)
    assert set(shown) <= set(LEVELS)
    assert len(shown) >= 3
    assert set(shown.values()) <= {2, 3}


def test_definitions_differ() -> None:
    found = Counter(
        " ".join(words(entry["definition"]["en"]))
        for name in ("Domain", "Competency", "Skill", "Tool", "RoleProfile")
        for entry in entries(name).values()
    )
    assert [text for text, number in found.items() if number > 1] == []


# ---------------------------------------------------------------- demonstrations


def test_demonstrations_are_sentences() -> None:
    """Each says in one sentence what somebody does: third person present, and no name or pronoun before it."""
    wrong = []
    for one in demonstrations():
        first = one.text.split()[0]
        form = re.fullmatch(r"[A-Z][a-z]+(?:-[a-z]+)?s", first) and not first.endswith("ss")
        if not (form and one.text.endswith(".") and len(SENTENCE.findall(one.text)) == 1):
            wrong.append(one)
    assert wrong == []


def test_demonstrations_have_a_length() -> None:
    assert [one for one in demonstrations() if not 8 <= len(one.text.split()) <= 30] == []


def test_no_demonstration_stands_twice() -> None:
    found = Counter(" ".join(words(one.text)) for one in demonstrations())
    assert [text for text, number in found.items() if number > 1] == []


SMALL = set(
    words(
        "a an the of to in on for with and or by from at as is are it its that this which who what when where how "
        "before after until so not no than then into out up one two their them they be been has have had"
    )
)


def contents(one: Demonstration) -> frozenset[str]:
    """Return the words that say something, without those that name the skill."""
    entry = entries("Skill")[one.skill]
    names = [entry["label"]["en"], *(each["value"] for each in entry.get("alt_labels", ()))]
    return frozenset(words(one.text)) - SMALL - {word for name in names for word in words(name)}


def alike(found: list[Demonstration], limit: float = 0.4) -> list[tuple[str, str]]:
    """Return the pairs of different skills' sentences of which a large part is the same."""
    meant = [contents(one) for one in found]
    with_word = defaultdict(list)
    for place, said in enumerate(meant):
        for word in said:
            with_word[word].append(place)
    common = Counter(pair for places in with_word.values() for pair in combinations(places, 2))
    return [
        (found[a].text, found[b].text)
        for (a, b), number in common.items()
        if found[a].skill != found[b].skill and number / len(meant[a] | meant[b]) > limit
    ]


def test_no_sentence_recurs_with_the_name_changed() -> None:
    assert alike(demonstrations()) == []


def test_a_sentence_with_the_name_changed_would_be_found() -> None:
    stock = "Explains the main ideas of {} to a new colleague and answers the colleague's questions."
    made = [Demonstration(skill, "working", stock.format(skill)) for skill in ("testing", "debugging")]
    assert len(alike(made)) == 1


FILLER = (
    r"best practices?|as (?:appropriate|needed|required|necessary)|where (?:appropriate|applicable)|timely manner|"
    r"a (?:wide )?(?:variety|range) of|various|etc|and so on|understanding of|knowledge of|"
    r"(?:is|are) able to|ability to|leverag\w+|utilis\w+|utiliz\w+|state[- ]of[- ]the[- ]art|cutting[- ]edge|"
    r"successfully|effectively|efficiently|synerg\w+|seamless\w*|holistic\w*|proactive\w*|high[- ]quality|"
    r"ensur(?:es?|ing)|fosters?|going forward|deep dive|world[- ]class|passionate\w*|demonstrates (?:an?|the) \w+ of"
)


def test_no_filler() -> None:
    pattern = re.compile(rf"\b(?:{FILLER})\b", re.IGNORECASE)
    allowed = {"grant-writing": "ability to", "project-scoping": "a range of"}  # to bid; of days
    found = [(one, match[0]) for one in demonstrations() if (match := pattern.search(one.text))]
    assert [each for each in found if allowed.get(each[0].skill) != each[1]] == []


# ---------------------------------------------------------------- spelling

ONLY_AMERICAN_HERE = {"program", "programs", "practice", "practices", "stories", "license", "licensing"}
ONLY_AMERICAN_HERE |= {"routing", "biased", "draft", "story", "check", "checks", "meter", "inquiry", "disk"}
"""Words that the list calls American and that are British as well, in the sense in which they stand here."""
NAMES = ("Center for Scientific Collaboration", "Expert (recognized authority)")
AMERICAN = r"behavior|color|favor|honor|labor|neighbor|fulfill|skillful|gray|gotten|cell ?phone"


def american() -> dict[str, str]:
    """Return the American forms that codespell knows, with the British ones."""
    codespell_lib = pytest.importorskip("codespell_lib")
    lines = Path(codespell_lib.__file__).parent.joinpath("data", "dictionary_en-GB_to_en-US.txt")
    found = {}
    for line in lines.read_text(encoding="utf-8").splitlines():
        british, _, others = line.partition("->")
        found |= {other.strip(): british for other in others.split(",") if other.strip()}
    return {word: british for word, british in found.items() if word not in ONLY_AMERICAN_HERE}


def test_british_spelling() -> None:
    known = american()
    assert known["analyze"] == "analyse"
    wrong = []
    for path, text in own_texts():
        for name in NAMES:
            text = text.replace(name, "")
        spelt = [
            word
            for word in words(text)
            if word in known or re.fullmatch(f"(?:{AMERICAN})(?:ed|ing|s)?", word)
        ]
        wrong += [(path, word) for word in spelt]
    assert wrong == []


def test_no_typing_mistakes() -> None:
    if not find_spec("codespell_lib"):
        pytest.skip("codespell is not installed")
    command = [sys.executable, "-m", "codespell_lib", "--builtin", "clear,rare,informal", str(FOLDER)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == ""
    assert done.returncode == 0


def test_no_stray_spaces() -> None:
    assert [path for path, text in own_texts() if text != " ".join(text.split())] == []


# ---------------------------------------------------------------- our own words


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + length]) for at in range(len(said) - length + 1)}


def test_no_sentence_is_taken_from_elsewhere() -> None:
    """No eight words in a row are those of DIRECT 2.0 or of the draft of 2023."""
    if not SHARED.is_dir():
        pytest.skip(f"DIRECT and the toolkit of 2023 are not at {SHARED}")
    theirs: dict[tuple[str, ...], str] = {}
    for path in SHARED.glob("direct-2.0.0/*.json"):
        loaded = json.loads(path.read_text(encoding="utf-8"))
        for entry in loaded if isinstance(loaded, list) else ():
            theirs |= dict.fromkeys(runs(entry.get("description", "")), path.name)
    for path in [*SHARED.glob("*/*.md"), *SHARED.glob("*/*.csv")]:
        if path.name != "learning_resource.csv":
            theirs |= dict.fromkeys(runs(path.read_text(encoding="utf-8")), path.name)
    assert len(theirs) > 1000
    taken = [(path, " ".join(run)) for path, text in own_texts() for run in runs(text) if run in theirs]
    assert taken == []
