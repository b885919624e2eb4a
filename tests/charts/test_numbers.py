"""The numbers of wheels and heatmaps are those of the files, found by plain Python over the files."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from charts.drawings import EXAMPLES, KOFI, kofi, team, tiny

from rsetk_ld.analysis.corpus import Corpus
from rsetk_ld.analysis.heatmap import Counts, counts_table, heatmap
from rsetk_ld.analysis.standing import Scale, scale_for
from rsetk_ld.analysis.wheel import wheel
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import shipped
from rsetk_ld.identifiers import key_of

OTHER = "https://w3id.org/rsetk/level/draft-2023-3"


RANKS = {
    name: level["rank"]
    for level in shipped().entries("LevelScale")[0]["levels"]
    for name in (level["rank"], key_of(level["id"]), *level["label"].values())
}


def said(path: Path) -> dict[str, object]:
    """Return rank or status by the key of the skill, from the text of a file."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["skills"]
    plain = {key: each if isinstance(each, dict) else {"level": each} for key, each in entries.items()}
    values = {key: each.get("level", each.get("status")) for key, each in plain.items()}
    return {key: RANKS.get(value, value) for key, value in values.items()}


def test_a_wheel_has_every_skill_in_order() -> None:
    assert [row.skill for row in kofi().table("skills").rows] == [
        each["id"] for each in shipped().entries("Skill")
    ]


def test_a_wheel_says_what_the_file_says() -> None:
    stated = said(KOFI)
    for row in kofi().table("skills").rows:
        value = stated.get(key_of(row.skill))
        if value is None:
            assert (row.state, row.rank, row.step) == ("not rated", None, None)
        elif value == "not-applicable":
            assert (row.state, row.rank, row.step) == ("not applicable", None, None)
        else:
            assert (row.state, row.rank) == ("rated", value)
    states = Counter(row.state for row in kofi().table("skills").rows)
    assert states["rated"] + states["not applicable"] == len(stated)
    assert states["not applicable"] > 0


def test_the_target_is_what_the_role_requires() -> None:
    (role,) = [each for each in shipped().entries("RoleProfile") if each["id"].endswith("/senior-rse")]
    wanted = {each["skill"]: shipped().rank[each["level"]] for each in role["requirements"]}
    assert {
        row.skill: row.target_rank for row in kofi("senior-rse").table("skills").rows if row.target
    } == wanted


def test_own_targets() -> None:
    entries = yaml.safe_load(KOFI.read_text(encoding="utf-8"))["skills"]
    wanted = {
        key: each["target"] for key, each in entries.items() if isinstance(each, dict) and "target" in each
    }
    found = {key_of(row.skill): row.target_rank for row in kofi(own=True).table("skills").rows if row.target}
    assert found == wanted


def test_another_profile_as_the_target() -> None:
    corpus = Corpus()
    older, newer = corpus.add(EXAMPLES / "kofi-2025.yaml"), corpus.add(KOFI)
    rows = wheel(corpus, older, newer).table("skills").rows
    wanted = {key: rank for key, rank in said(KOFI).items() if isinstance(rank, int)}
    assert {key_of(row.skill): row.target_rank for row in rows if row.target} == wanted
    assert {key_of(row.skill): row.rank for row in rows if row.rank is not None} == {
        key: rank for key, rank in said(EXAMPLES / "kofi-2025.yaml").items() if isinstance(rank, int)
    }


def test_two_versions_with_one_identifier_do_not_mix(tmp_path: Path) -> None:
    corpus = Corpus()
    for name, rank in (("old", 1), ("new", 4)):
        head = "id: https://x.example/p\nabout: {pseudonym: x}\nassessed_on: 2025-06-01\n"
        text = f"{head}skills: {{testing: {rank}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    older, newer = (corpus.add(tmp_path / f"{name}.yaml") for name in ("old", "new"))
    (row,) = [each for each in wheel(corpus, older, newer).table("skills").rows if each.rank is not None]
    assert (row.rank, row.target_rank) == (1, 4)


def test_groups_add_up() -> None:
    found = kofi("senior-rse")
    skills = found.table("skills").rows
    for name, of in (("competencies", "competency_iri"), ("domains", "domain_iri")):
        groups = found.table(name).rows
        assert sum(group.skills for group in groups) == len(skills)
        for group in groups:
            members = [row for row in skills if getattr(row, of) == group.group]
            steps = [row.step for row in members if row.step is not None]
            assert (
                group.rated + group.not_applicable + group.not_rated + group.other_scale
                == group.skills
                == len(members)
            )
            assert group.mean == (pytest.approx(sum(steps) / len(steps), abs=0.005) if steps else None)
            both = [
                (row.step, row.target_step)
                for row in members
                if row.step is not None and row.target_step is not None
            ]
            assert (group.met, group.below) == (sum(a >= b for a, b in both), sum(a < b for a, b in both))


def test_levels_of_another_scale_are_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "mixed.yaml"
    path.write_text(
        "about: {pseudonym: x}\nassessed_on: 2025-06-01\n"
        f"skills:\n  testing: 2\n  programming: 0\n  code-review: {{level: '{OTHER}'}}\n",
        encoding="utf-8",
    )
    corpus = Corpus()
    found = wheel(corpus, corpus.add(path))
    states = {
        key_of(row.skill): (row.state, row.step)
        for row in found.table("skills").rows
        if row.state != "not rated"
    }
    assert states == {
        "testing": ("rated", 2),
        "programming": ("rated", 0),
        "code-review": ("other scale", None),
    }
    assert any("1 on other scales is left out" in note for note in found.notes)


def test_the_scale_of_most_ratings_is_drawn() -> None:
    assert scale_for(shipped(), [{"scale": scale} for scale in [shipped().scale_of[OTHER]] * 2]).iri.endswith(
        "draft-2023"
    )
    assert scale_for(shipped(), []).iri == shipped().head["default_scale"]


def test_another_framework(tmp_path: Path) -> None:
    found = tiny(tmp_path)
    assert found.facts["framework"].startswith("https://tischlerei.example/")
    assert {row.level for row in found.table("skills").rows if row.state == "rated"} == {"Geselle"}


def test_a_target_that_asks_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        "about: {pseudonym: x}\nassessed_on: 2025-06-01\nskills: {testing: 2}\n", encoding="utf-8"
    )
    corpus = Corpus()
    with pytest.raises(UsageError, match="no target levels; name a role"):
        wheel(corpus, corpus.add(path), own_targets=True)


# ---------------------------------------------------------------- heatmaps


def test_cells_say_what_the_files_say() -> None:
    corpus = Corpus()
    names = {
        corpus.add(path).name: said(path)
        for path in sorted(EXAMPLES.glob("*.yaml"))
        if "kofi" not in path.name
    }
    for row in team().table("cells").rows:
        if row.person in names:
            value = names[row.person].get(key_of(row.skill))
            assert row.rank == (value if isinstance(value, int) else None)
            assert (row.state == "not applicable") == (value == "not-applicable")


def test_counts_are_those_of_the_cells() -> None:
    cells = team().table("cells").rows
    for name, of in (("competencies", "competency"), ("domains", "domain")):
        for row in team().table(name).rows:
            members = [each for each in cells if getattr(each, of) == row.label and each.domain == row.domain]
            expected = sum(
                each.level == row.state if row.rank is not None else each.state == row.state
                for each in members
            )
            assert row.count == expected
    assert sum(row.count for row in team().table("domains").rows) == len(cells)


def test_a_person_is_drawn_once_by_the_newest_profile() -> None:
    found = team()
    rows = [row for row in found.table("cells").rows if row.person == "Kofi Example"]
    newest = said(EXAMPLES / "kofi-2026.yaml")
    assert len(rows) == len(shipped().entries("Skill"))
    assert {key_of(row.skill): row.rank for row in rows if row.rank is not None} == {
        key: value for key, value in newest.items() if isinstance(value, int)
    }
    assert found.facts["people"] == len({row.person for row in found.table("cells").rows})
    assert any("kofi-2025.yaml was left out" in note for note in found.notes)


def test_pseudonyms_show_no_name_and_no_file() -> None:
    found = team(pseudonyms=True)
    text = str(found.as_dict())
    for path in EXAMPLES.glob("*.yaml"):
        about = yaml.safe_load(path.read_text(encoding="utf-8"))
        for secret in [*about["about"].values(), about["id"], path.name]:
            assert str(secret) not in text
    assert {row.person for row in found.table("cells").rows} >= {"person 1", "person 2"}


def test_profiles_of_another_framework_are_left_out_and_said(tmp_path: Path) -> None:
    corpus = Corpus()
    profiles = [corpus.add(KOFI), corpus.add(EXAMPLES / "ada.yaml")]
    strange = profiles[1].__class__(**{**vars(profiles[1]), "framework": _renamed()})
    found = heatmap(corpus, [profiles[0], strange])
    assert {row.person for row in found.table("cells").rows} == {"Kofi Example"}
    assert any(
        "ada.yaml was left out: it is in the terms of https://elsewhere.example" in note
        for note in found.notes
    )


def _renamed():  # type: ignore[no-untyped-def]
    from rsetk_ld.framework import Framework

    return Framework({**shipped().data, "id": "https://elsewhere.example/framework"})


def test_counts_that_are_withheld_stay_so() -> None:
    scale = scale_for(shipped(), [])
    withheld = Counts("Coding", "Software", 3, "x:c", "x:d", {0: None, 1: 2}, {"not rated": None})
    rows = counts_table("domains", [withheld], scale).rows
    assert [(row.rank, row.count) for row in rows][:2] == [(0, None), (1, 2)]
    assert rows[-1].count is None
    assert isinstance(scale, Scale)
