"""Plans for the examples against roles, walked by a learner; prerequisites, filters and what is not rated."""

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from rsetk_ld.analysis import Corpus, Subject
from rsetk_ld.analysis.plan import Plan, plan
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import find_framework, shipped
from rsetk_ld.framework.locate import shipped_folder
from rsetk_ld.queries import bind, question
from rsetk_ld.rdf.emit import lines
from rsetk_ld.rdf.serialize import Item, item_triples

EXAMPLES = sorted((shipped_folder() / "examples").glob("*.yaml"))


def asked(path: Path, role: str | None = None, **options: Any) -> Plan:
    corpus = Corpus(options.pop("framework", None))
    profile = corpus.add(path, "PersonProfile")
    return plan(corpus, profile, corpus.target(role, profile) if role else None, **options)


def steps_of(answer: Plan) -> list[tuple[str, int]]:
    """Return what the path closes, in order."""
    pairs = (each.split(" ") for row in answer.table("path").rows for each in row.closes)
    return [(skill, int(rank)) for skill, rank in pairs]


# ---------------------------------------------------------------- a learner walks the path


@cache
def offered() -> dict[tuple[str, int], set[str]]:
    """Return which resources lead to each step, read from the framework as it stands."""
    framework, found = shipped(), dict[tuple[str, int], set[str]]()
    for resource in framework.entries("LearningResource"):
        for outcome in resource.get("outcomes", ()):
            if "from_level" in outcome and "to_level" in outcome and not resource.get("deprecated"):
                low, high = (framework.rank[outcome[end]] for end in ("from_level", "to_level"))
                for rank in range(low + 1, high + 1):
                    found.setdefault((outcome["skill"], rank), set()).add(resource["id"])
    return found


@cache
def required(skill: str) -> set[str]:
    """Return what a skill requires, directly or not."""
    known = {entry["id"]: set(entry.get("requires", ())) for entry in shipped().entries("Skill")}
    found, todo = set[str](), set(known[skill])
    while todo:
        need = todo.pop()
        found.add(need)
        todo |= known[need] - found
    return found


def learner(path: Path) -> dict[str, int]:
    framework, corpus = shipped(), Corpus()
    assertions = corpus.add(path).instance["assertions"]
    return {each["skill"]: framework.rank[each["level"]] for each in assertions if "level" in each}


@pytest.mark.parametrize(
    ("role", "unrated"), [("rse", False), ("hpc-rse", False), ("head-of-rse-group", True)]
)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_learner_gets_where_the_path_says(path: Path, role: str, unrated: bool) -> None:
    answer = asked(path, role, unrated=unrated)
    have, offers = learner(path), offered()
    open_ = {(row.skill, rank) for row in answer.table("open").rows for rank in row.to_ranks}
    goals = dict(sorted([*open_, *steps_of(answer)], key=lambda step: step[1]))
    if unrated:
        have |= {skill: 0 for skill in goals if skill not in have}
    assert not {step for step in open_ if step in offers}

    def by_other_means() -> None:
        for skill, rank in sorted(open_, key=lambda step: step[1]):
            if have[skill] == rank - 1:
                have[skill] = rank

    for row in answer.table("path").rows:
        before = dict(have)
        for each in row.closes:
            skill, rank = each.split(" ")[0], int(each.split(" ")[1])
            assert row.resource_iri in offers[skill, rank]
            by_other_means()
            assert have[skill] == rank - 1, (row.resource, each)
            have[skill] = rank
            for need in required(skill) & goals.keys():
                wanted = [at for at in range(before[need] + 1, goals[need] + 1) if at <= rank]
                later = row.closes and f"{need} {max(wanted, default=0)}" in row.closes
                assert later or have[need] >= max(wanted, default=0) or (need, max(wanted)) in open_
    by_other_means()
    assert {skill: have[skill] for skill in goals} == goals
    assert answer.facts["closed"] == len(steps_of(answer))
    assert answer.facts["left_open"] == len(open_)
    assert answer.facts["steps"] == len(open_) + len(steps_of(answer))


def test_the_same_input_gives_the_same_plan() -> None:
    path = EXAMPLES[0].parent / "student-08.yaml"
    assert asked(path, "rse", unrated=True) == asked(path, "rse", unrated=True)


@pytest.mark.parametrize("budget", [1, 3, 6])
def test_a_budget(budget: int) -> None:
    path = EXAMPLES[0].parent / "student-08.yaml"
    answer, more = asked(path, "rse", budget=budget), asked(path, "rse", budget=budget + 1)
    assert answer.facts["resources"] <= budget
    assert answer.facts["closed"] <= more.facts["closed"]
    whole = asked(path, "rse")
    left = whole.facts["closed"] - answer.facts["closed"]
    assert any(note.startswith(f"{left} steps could be closed with more") for note in answer.notes)


def test_the_target_can_be_the_profile_itself() -> None:
    answer = asked(EXAMPLES[0].parent / "jun.yaml")
    assert answer.title.endswith("a path to their own targets")
    assert answer.facts["resources"] > 1


# ---------------------------------------------------------------- a framework by hand

Write = Callable[..., tuple[Path, Path, Any]]


@pytest.fixture
def made(tmp_path: Path) -> Write:
    """Write a framework with five skills on a scale of four levels, a profile and a role."""

    def write(
        have: Mapping[str, Any],
        need: Mapping[str, Any],
        resources: Mapping[str, Mapping[str, Any]],
        requires: Mapping[str, Iterable[str]] | None = None,
    ) -> tuple[Path, Path, Any]:
        folder = tmp_path / "fw"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        head = {
            "id": "https://fw.example/fw",
            "base": "https://fw.example/",
            "title": "Framework",
            "version": "1.0.0",
            "default_language": "en",
            "scale": "scale",
        }
        levels = {name: {"label": name.title(), "rank": rank} for rank, name in enumerate(LEVELS)}
        skills = {
            key: {
                "label": key.title(),
                "definition": f"To know {key}.",
                "competency": "all-of-it",
                "nature": "technical",
                "requires": list((requires or {}).get(key, ())),
                "levels": {name: [f"Shows {key} at {name}."] for name in LEVELS[1:]},
            }
            for key in ("ash", "bay", "cob", "dew", "elm")
        }
        rest = {
            "scales": {"scale": {"label": "Scale", "levels": levels}},
            "domains": {"all": {"label": "All"}},
            "competencies": {"all-of-it": {"label": "All of it", "domain": "all"}},
            "skills": {
                key: {name: value for name, value in facts.items() if value} for key, facts in skills.items()
            },
            "resources": {
                key: {"label": key, "url": f"https://r.example/{key}", **facts}
                for key, facts in resources.items()
            },
        }
        for name, data in (("framework", head), ("rest", rest)):
            (folder / f"{name}.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
        profile, role = tmp_path / "me.yaml", tmp_path / "role.yaml"
        same = {"framework": "https://fw.example/fw/1.0.0"}
        profile.write_text(
            yaml.safe_dump(
                {**same, "about": {"pseudonym": "me"}, "assessed_on": "2026-01-01", "skills": dict(have)}
            ),
            encoding="utf-8",
        )
        role.write_text(
            yaml.safe_dump(
                {**same, "id": "https://r.example/role", "label": "Role", "requirements": dict(need)}
            ),
            encoding="utf-8",
        )
        return profile, role, find_framework(str(folder))

    return write


LEVELS = ("zero", "one", "two", "three")


def taught(low: str, high: str, *skills: str, **facts: Any) -> dict[str, Any]:
    return {**facts, "teaches": {skill: {"from": low, "to": high} for skill in skills}}


def path_of(answer: Plan) -> list[tuple[str, str]]:
    return [(row.resource, row.why) for row in answer.table("path").rows]


def test_one_resource_for_several_skills_and_steps(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0, "bay": 0},
        {"ash": 2, "bay": 1},
        {
            "ash-1": taught("zero", "one", "ash"),
            "ash-2": taught("one", "two", "ash"),
            "bay-1": taught("zero", "one", "bay"),
            "both": {"teaches": {"ash": {"from": "zero", "to": "two"}, "bay": {"from": "zero", "to": "one"}}},
        },
    )
    answer = asked(profile, str(role), framework=framework)
    assert path_of(answer) == [("both", "Ash: Zero → Two; Bay: Zero → One")]
    assert answer.facts["proven"]


def test_a_prerequisite_comes_first_and_says_why(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0, "bay": 0},
        {"ash": 1, "bay": 2},
        {"a": taught("zero", "one", "ash"), "b": taught("zero", "two", "bay")},
        {"ash": ["bay"]},
    )
    answer = asked(profile, str(role), framework=framework)
    assert path_of(answer) == [
        ("b", "Bay: Zero → Two, before Ash, which requires it"),
        ("a", "Ash: Zero → One"),
    ]


def test_a_prerequisite_of_a_prerequisite_is_added(made: Write) -> None:
    """Nobody asks for it, and it is at the lowest level."""
    profile, role, framework = made(
        {"ash": 1, "cob": 0, "bay": 2},
        {"ash": 3},
        {"a": taught("one", "three", "ash"), "c": taught("zero", "one", "cob")},
        {"ash": ["bay"], "bay": ["cob"]},
    )
    answer = asked(profile, str(role), framework=framework)
    assert path_of(answer) == [
        ("c", "Cob: Zero → One, before Ash, which requires it"),
        ("a", "Ash: One → Three"),
    ]


def test_skills_that_require_each_other_come_in_no_order(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0, "bay": 0},
        {"ash": 1, "bay": 1},
        {"a": taught("zero", "one", "ash"), "b": taught("zero", "one", "bay")},
    )
    # The files cannot say so, but a graph can: the quality check is not run on every framework.
    framework.data["skills"][0]["requires"] = [framework.data["skills"][1]["id"]]
    framework.data["skills"][1]["requires"] = [framework.data["skills"][0]["id"]]
    answer = asked(profile, str(role), framework=framework)
    assert path_of(answer) == [("a", "Ash: Zero → One"), ("b", "Bay: Zero → One")]


def test_prerequisites_that_are_not_rated(made: Write) -> None:
    given = (
        {"ash": 0},
        {"ash": 1},
        {"a": taught("zero", "one", "ash"), "b": taught("zero", "one", "bay")},
        {"ash": ["bay"]},
    )
    profile, role, framework = made(*given)
    answer = asked(profile, str(role), framework=framework)
    assert path_of(answer) == [("a", "Ash: Zero → One")]
    assert "Prerequisites that are not rated, and were taken for met: Bay." in answer.notes
    answer = asked(profile, str(role), framework=framework, unrated=True)
    assert [name for name, _ in path_of(answer)] == ["b", "a"]
    assert "Assumed: Zero in what is not rated, which is Bay." in answer.notes


def test_what_is_not_rated_and_what_does_not_apply(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0, "bay": "not-applicable"},
        {"ash": 1, "bay": 1, "cob": 2, "dew": {"level": 1, "importance": "desirable"}},
        {"all": taught("zero", "three", "ash", "bay", "cob", "dew")},
    )
    answer = asked(profile, str(role), framework=framework)
    assert path_of(answer) == [("all", "Ash: Zero → One")]
    assert [(row.label, row.need, row.importance) for row in answer.table("unrated").rows] == [
        ("Cob", "Two", "essential"),
        ("Dew", "One", "desirable"),
    ]
    assert "Left out, since not applicable: Bay." in answer.notes
    answer = asked(profile, str(role), framework=framework, unrated=True)
    assert path_of(answer) == [("all", "Ash: Zero → One; Cob: Zero → Two; Dew: Zero → One")]
    assert not answer.table("unrated").rows
    answer = asked(profile, str(role), framework=framework, only="essential")
    assert [row.label for row in answer.table("unrated").rows] == ["Cob"]


def test_steps_without_a_resource_and_what_lies_beyond(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0, "bay": 0},
        {"ash": 3, "bay": 1},
        {
            "late": taught("two", "three", "ash"),
            "early": taught("zero", "one", "ash"),
            "vague": {"teaches": {"bay": {}}},
        },
    )
    answer = asked(profile, str(role), framework=framework)
    assert path_of(answer) == [
        ("early", "Ash: Zero → One"),
        ("late", "Ash: Two → Three (get to Two first, where no resource leads)"),
    ]
    assert [(row.label, row.step, row.reason, row.unlevelled) for row in answer.table("open").rows] == [
        ("Ash", "One → Two", "no resource", None),
        ("Bay", "Zero → One", "no resource", 1),
    ]
    assert any("do not say from which level to which: 1." in note for note in answer.notes)


def test_languages_and_costs(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0, "bay": 0},
        {"ash": 1, "bay": 1},
        {
            "a-en": taught("zero", "one", "ash", languages=["en-GB"]),
            "a-fr": taught("zero", "one", "ash", languages=["fr"], free=True),
            "b-en": taught("zero", "one", "bay", languages=["en"], free=False),
            "b-silent": taught("zero", "one", "bay"),
        },
    )

    def names(**options: Any) -> list[str]:
        return [name for name, _ in path_of(asked(profile, str(role), framework=framework, **options))]

    assert names() == ["a-fr", "b-en"]  # free first, then by title
    assert names(languages=["en"]) == ["a-en", "b-en"]
    assert names(languages=["FR", "de"]) == ["a-fr"]
    assert names(free=True) == ["a-fr"]
    answer = asked(profile, str(role), framework=framework, languages=["fr"], free=True)
    assert [(row.label, row.reason) for row in answer.table("open").rows] == [
        ("Bay", "only what was left out")
    ]
    notes = " ".join(answer.notes)
    assert "in fr count: 2 in other languages were left out, and 1 whose language is not stated." in notes
    assert "1 that are not were left out, and 2 of which it is not known, out of 4" in notes


def test_among_equally_many_the_closer_fit_is_taken(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0},
        {"ash": 1},
        {"a-wide": taught("zero", "three", "ash"), "b-close": taught("zero", "one", "ash")},
    )
    assert [name for name, _ in path_of(asked(profile, str(role), framework=framework))] == ["b-close"]


def test_resources_that_each_come_before_the_other(made: Write) -> None:
    cross = {
        "x": {"teaches": {"ash": {"from": "zero", "to": "one"}, "bay": {"from": "one", "to": "two"}}},
        "y": {"teaches": {"ash": {"from": "one", "to": "two"}, "bay": {"from": "zero", "to": "one"}}},
    }
    profile, role, framework = made({"ash": 0, "bay": 0}, {"ash": 2, "bay": 2}, cross)
    answer = asked(profile, str(role), framework=framework)
    assert answer.facts["closed"] == 3
    assert [row.reason for row in answer.table("open").rows] == ["comes too late for its resources"]
    profile, role, framework = made(
        {"ash": 0, "bay": 0}, {"ash": 2, "bay": 2}, {**cross, "z": taught("zero", "one", "ash")}
    )
    answer = asked(profile, str(role), framework=framework)
    assert [name for name, _ in path_of(answer)] == ["z", "y", "x"]


def test_the_budget_closes_what_is_essential(made: Write) -> None:
    profile, role, framework = made(
        {"ash": 0, "bay": 0, "cob": 0},
        {
            "ash": {"level": 2, "importance": "desirable"},
            "bay": 1,
            "cob": {"level": 1, "importance": "desirable"},
        },
        {"wide": taught("zero", "two", "ash", "cob"), "narrow": taught("zero", "one", "bay")},
    )
    answer = asked(profile, str(role), framework=framework, budget=1)
    assert [name for name, _ in path_of(answer)] == ["narrow"]
    assert [(row.label, row.reason) for row in answer.table("open").rows] == [
        ("Ash", "beyond the budget"),
        ("Cob", "beyond the budget"),
    ]
    assert "Proven by HiGHS: no other choice of resources closes more." in answer.notes


def test_nothing_to_learn(made: Write) -> None:
    profile, role, framework = made({"ash": 3}, {"ash": 2}, {})
    answer = asked(profile, str(role), framework=framework)
    assert answer.table("path").empty == "There is nothing to learn: every need is met."
    assert answer.facts["proven"]


def test_a_target_without_importance(made: Write) -> None:
    profile, _, framework = made({"ash": {"level": 0, "target": 1}}, {"ash": 1}, {})
    with pytest.raises(UsageError, match="calls no skill essential"):
        asked(profile, None, framework=framework, only="essential")


def test_without_the_solver_the_bound_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    path = EXAMPLES[0].parent / "student-08.yaml"
    answer = asked(path, "head-of-rse-group", unrated=True)
    assert answer.facts["solver"] == "greedy"
    assert not answer.facts["proven"]
    count, least = answer.facts["resources"], answer.facts["at_least"]
    assert f"Not proven to be the fewest: {count} found; at least {least} are needed." in answer.notes
    answer = asked(path, "head-of-rse-group", unrated=True, budget=4)
    assert any(note.startswith("Not proven to close the most: ") for note in answer.notes)
    assert any("rsetk-ld[plan]" in note for note in answer.notes)


def test_when_time_runs_out_the_bounds_are_told() -> None:
    answer = asked(EXAMPLES[0].parent / "student-08.yaml", "head-of-rse-group", unrated=True, seconds=0)
    assert not answer.facts["proven"]
    assert "The time of the solver ran out; --seconds gives it more." in answer.notes


# ---------------------------------------------------------------- the question


def test_two_engines_know_the_same_prerequisites() -> None:
    import rdflib

    framework, corpus = shipped(), Corpus()
    ada: Subject = corpus.add(EXAMPLES[0])
    skills = [entry["id"] for entry in framework.entries("Skill")]
    asked_for = {"skills": skills, "profile": ada.iri}
    text = "".join(
        line
        for item in (Item("Framework", framework.data), Item("PersonProfile", dict(ada.instance)))
        for line in lines(item_triples(item))
    )
    graph = rdflib.Graph().parse(data=text, format="nt")
    query = bind(question("prerequisites"), asked_for)
    theirs = {tuple(None if cell is None else str(cell) for cell in row) for row in graph.query(query)}
    ours = {
        tuple(None if cell is None else str(cell) for cell in row.values())
        for row in corpus.ask("prerequisites", [ada], **asked_for)
    }
    assert ours == theirs
    assert {(row[0], row[1]) for row in ours} == {
        (skill, need) for skill in skills for need in required(skill)
    }
    assert {row[5] for row in ours} >= {"rated", "unrated"}
