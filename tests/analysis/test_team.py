"""What a team can do: the numbers are those that plain Python counts, and people count once, where they compare."""

import json
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from analysis.invented import SECRET, SKILLS, Said, document, gathered, standing, teams, write
from hypothesis import given

from rsetk_ld.analysis import Corpus, Subject
from rsetk_ld.analysis.members import members
from rsetk_ld.analysis.shareable import SharedTeam, shareable
from rsetk_ld.analysis.team import Team, team
from rsetk_ld.answers import rendered
from rsetk_ld.answers.answer import columns_of
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import Framework, find_framework, shipped
from rsetk_ld.framework.locate import shipped_folder
from rsetk_ld.identifiers import key_of
from rsetk_ld.interchange.direct import import_framework
from rsetk_ld.loading import _find
from rsetk_ld.queries import bind, question

EXAMPLES = shipped_folder() / "examples"
RELEASE = Path(__file__).parent.parent / "interchange" / "data" / "release"


def team_of(people: Sequence[Said], role: str = "", **options: Any) -> Team:
    with tempfile.TemporaryDirectory() as folder:
        return team(*gathered(Path(folder), people), role, **options)


def name_of(number: int) -> str:
    return str(next(iter(document(number, {})["about"].values())))


# ---------------------------------------------------------------- the numbers


@given(teams())
def test_people_at_each_level(people: list[Said]) -> None:
    rows = {key_of(row.skill): row for row in team_of(people).table("skills").rows}
    for skill in SKILLS:
        where = [standing(person.get(skill)) for person in people]
        ranks = [each for each in where if isinstance(each, int)]
        if where.count("unrated") == len(people):
            assert skill not in rows
            continue
        row = rows[skill]
        assert row.levels == tuple(ranks.count(rank) for rank in range(5))
        assert row.unrated == where.count("unrated")
        assert row.not_applicable == where.count("not_applicable")
        assert row.other_scale == where.count("other_scale")
        expected = (min(ranks), statistics.median(ranks), max(ranks)) if ranks else (None, None, None)
        assert (row.minimum_rank, row.median_rank, row.maximum_rank) == expected
        holders = {
            name_of(number) for number, each in enumerate(where) if isinstance(each, int) and each >= 3
        }
        assert set(row.holders) == holders
        assert row.held == len(holders)


@given(teams())
def test_what_one_person_alone_holds(people: list[Said]) -> None:
    found = {
        (key_of(row.skill), row.person, row.rank) for row in team_of(people, at="2").table("single").rows
    }
    expected = set()
    for skill in SKILLS:
        holders = [
            (number, rank)
            for number, person in enumerate(people)
            if isinstance(rank := standing(person.get(skill)), int) and rank >= 2
        ]
        if len(holders) == 1:
            expected.add((skill, name_of(holders[0][0]), holders[0][1]))
    assert found == expected


@given(teams())
def test_who_could_mentor_whom(people: list[Said]) -> None:
    found = {
        (key_of(row.skill), row.mentee, mentor)
        for row in team_of(people).table("mentoring").rows
        for mentor in row.mentors
    }
    expected = set()
    for skill in SKILLS:
        for number, person in enumerate(people):
            said = person.get(skill)
            goal = said.get("target") if isinstance(said, dict) else None
            for other, colleague in enumerate(people):
                rank = standing(colleague.get(skill))
                if goal is not None and other != number and isinstance(rank, int) and rank >= goal:
                    expected.add((skill, name_of(number), name_of(other)))
    assert found == expected


@given(teams())
def test_coverage_of_a_role(people: list[Said]) -> None:
    rows = {row.skill: row for row in team_of(people, "rse").table("coverage").rows}
    (role,) = [each for each in shipped().entries("RoleProfile") if key_of(each["id"]) == "rse"]
    assert set(rows) == {each["skill"] for each in role["requirements"]}
    for requirement in role["requirements"]:
        row, need = rows[requirement["skill"]], shipped().rank[requirement["level"]]
        where = [standing(person.get(key_of(row.skill))) for person in people]
        ranks = [each for each in where if isinstance(each, int)]
        assert row.held == sum(rank >= need for rank in ranks)
        assert row.below == sum(rank < need for rank in ranks)
        assert row.covered == (row.held > 0)
        assert row.unrated == where.count("unrated")
        assert len(row.holders) == row.held
        assert row.held + row.below + row.unrated + row.not_applicable + row.other_scale == len(people)


def test_groups_add_up() -> None:
    corpus = Corpus()
    found = team(corpus, corpus.profiles([EXAMPLES]))
    for name in ("competencies", "domains"):
        rows = found.table(name).rows
        assert sum(row.skills for row in rows) == len(found.table("skills").rows)
        assert sum(row.held_by_one for row in rows) == len(found.table("single").rows)
        for row in rows:
            assert row.skills == row.held_by_several + row.held_by_one + row.held_by_nobody


# ---------------------------------------------------------------- one question, two engines


def triples_of(corpus: Corpus, subjects: Sequence[Subject]) -> rdflib.Graph:
    """Return what a question about some subjects sees, in rdflib."""
    graph = rdflib.Graph()
    names = {name for each in subjects for name in (each.graph, each.framework.release)}
    for name in names:
        quads = corpus.store._store.quads_for_pattern(None, None, None, ox.NamedNode(name))
        graph.parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
    return graph


def text_of(cell: Any) -> str:
    return "" if cell is None else " ".join(sorted(str(cell).split()))


@pytest.mark.parametrize("name", ["level-counts", "single-holders", "role-coverage", "mentors"])
def test_the_same_rows_in_rdflib(name: str) -> None:
    corpus = Corpus()
    people = members(corpus.profiles([EXAMPLES])).people
    role = corpus.role("rse", shipped())
    values: dict[str, Any] = {"profiles": [each.iri for each in people]}
    if name == "single-holders":
        values |= {"scale": shipped().head["default_scale"], "rank": 3}
    if name == "role-coverage":
        values |= {"role": role.iri}
    asked = corpus.ask(name, people, **values)
    here = sorted([text_of(cell) for cell in row.values()] for row in asked)
    graph = triples_of(corpus, people)
    there = sorted([text_of(cell) for cell in row] for row in graph.query(bind(question(name), values)))
    assert here == there
    assert here
    assert set(asked.columns) == set(question(name).columns)


def test_other_profiles_in_the_store_do_not_count() -> None:
    corpus = Corpus()
    everybody = corpus.profiles([EXAMPLES])
    some = everybody[:9]  # more than are looked through one by one
    alone = Corpus()
    alone_of = [alone.add(Path(each.file)) for each in some]
    assert team(corpus, some).as_dict() == team(alone, alone_of).as_dict()


# ---------------------------------------------------------------- who counts


def profile(folder: Path, file: str, **changes: Any) -> Path:
    """Write a profile with some keys changed."""
    folder.mkdir(exist_ok=True)
    data = {**document(0, {"testing": 2}), "id": f"https://people.example/{file}", **changes}
    path = folder / f"{file}.json"
    path.write_text(
        json.dumps({key: value for key, value in data.items() if value is not None}), encoding="utf-8"
    )
    return path


def members_of(*paths: Path) -> list[str]:
    corpus = Corpus()
    return [Path(each.file).stem for each in members([corpus.add(path) for path in paths]).people]


ORCIDS = ("0000-0002-1825-0097", "0000-0001-5109-3700")


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        ({"about": {"name": "Kim", "orcid": ORCIDS[0]}}, {"about": {"name": "K.", "orcid": ORCIDS[0]}}, 1),
        ({"about": {"name": "Kim", "orcid": ORCIDS[0]}}, {"about": {"name": "Kim", "orcid": ORCIDS[1]}}, 2),
        ({"about": {"name": "Kim", "orcid": ORCIDS[0]}}, {"about": {"name": " kim "}}, 1),
        ({"about": {"pseudonym": "x"}}, {"about": {"pseudonym": "x"}}, 1),
        ({"about": {"pseudonym": "x"}}, {"about": {"pseudonym": "y"}}, 2),
        ({"id": "https://k.example/"}, {"id": "https://k.example/"}, 1),
    ],
)
def test_one_person_counts_once(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], people: int
) -> None:
    """Whichever order the files have, the profile that was assessed last is the one that counts."""
    files = [
        profile(tmp_path, "old", **{"assessed_on": "2025-01-01", "about": {"name": "Kim"}, **one}),
        profile(tmp_path, "new", **{"assessed_on": "2026-01-01", "about": {"name": "Kim"}, **other}),
    ]
    assert len(members_of(*files)) == people
    assert "new" in members_of(*files)
    assert set(members_of(*files)) == set(members_of(*reversed(files)))


def test_three_profiles_are_one_person_through_the_one_between(tmp_path: Path) -> None:
    named = {"name": "Kim", "orcid": ORCIDS[0]}
    files = [
        profile(tmp_path, "a", assessed_on="2024-01-01", about={"pseudonym": "x"}),
        profile(tmp_path, "b", assessed_on="2025-01-01", about=named),
        profile(tmp_path, "c", assessed_on="2026-01-01", about={"pseudonym": "x", **named}),
    ]
    assert members_of(*files) == ["c"]


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    old = profile(tmp_path, "old", assessed_on="2025-01-01")
    new = profile(tmp_path, "new", assessed_on="2026-01-01")
    corpus = Corpus()
    notes = " ".join(team(corpus, corpus.profiles([old, new])).notes)
    assert f"{old} was left out: {new} is the newer profile of the same person." in notes


def test_profiles_that_are_equally_recent(tmp_path: Path) -> None:
    one = profile(tmp_path, "one")
    other = profile(tmp_path, "other", skills={"testing": 4})
    with pytest.raises(UsageError, match="about one person and equally recent"):
        members_of(one, other)
    assert members_of(one, Path(shutil.copy(one, tmp_path / "copy.json"))) == ["one"]


def test_one_identifier_for_two_people(tmp_path: Path) -> None:
    one = profile(tmp_path, "one", id="https://p.example/", about={"name": "Kim"})
    other = profile(tmp_path, "other", id="https://p.example/", about={"name": "Lee"})
    with pytest.raises(UsageError, match="share an identifier, but are about different people"):
        members_of(one, other)


def test_two_people_of_one_name_can_be_told_apart(tmp_path: Path) -> None:
    corpus = Corpus()
    paths = [
        profile(tmp_path, f"p{number}", about={"name": "Kim", "orcid": orcid})
        for number, orcid in enumerate(ORCIDS)
    ]
    names = [row.name for row in team(corpus, corpus.profiles(paths)).table("people").rows]
    assert names == [f"Kim (https://orcid.org/{orcid})" for orcid in ORCIDS]


# ---------------------------------------------------------------- what can be compared


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Framework]:
    """Return a framework imported from the small release in the form of DIRECT, which files can refer to."""
    folder = tmp_path / "frameworks" / "direct"
    for name, text in import_framework(RELEASE).texts().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("RSETK_FRAMEWORKS", str(folder.parent))
    monkeypatch.setenv("RSETK_CACHE", str(tmp_path / "cache"))
    _find.cache_clear()
    yield find_framework("direct")
    _find.cache_clear()


def guest(folder: Path, framework: Framework, number: int = 0) -> Path:
    """Write a profile in the terms of another framework."""
    skill = key_of(framework.entries("Skill")[0]["id"])
    path = folder / f"guest-{number}.yaml"
    path.write_text(
        f"framework: {framework.release}\nabout: {{pseudonym: guest-{number}}}\nassessed_on: 2026-01-01\n"
        f"skills: {{{skill}: {number % 3}}}\n"
    )
    return path


def test_another_framework_is_left_out(tmp_path: Path, foreign: Framework) -> None:
    corpus = Corpus()
    subjects = [
        *corpus.profiles(write(tmp_path / "team", [{"testing": 3}] * 2)),
        corpus.add(guest(tmp_path, foreign)),
    ]
    found = team(corpus, subjects)
    assert found.facts["size"] == 2
    assert [note for note in found.notes if "guest-0.yaml was left out: it is in the terms of" in note]
    (row,) = [row for row in found.table("skills").rows if key_of(row.skill) == "testing"]
    assert (row.unrated, row.held) == (0, 2)


def test_how_many_are_left_out_is_shared_only_if_many(tmp_path: Path, foreign: Framework) -> None:
    for guests, told in ((4, False), (5, True)):
        corpus = Corpus()
        subjects = corpus.profiles(write(tmp_path / "team", [{"testing": 3}] * 6))
        subjects += [corpus.add(guest(tmp_path, foreign, number)) for number in range(guests)]
        notes = shareable(corpus, subjects).notes
        assert ("5 more people use another framework; they are not counted." in notes) == told
        assert not [note for note in notes if "4" in note]


def test_a_team_of_another_framework(tmp_path: Path, foreign: Framework) -> None:
    """A framework with a scale of its own works as ours does, and keeps its own names of levels."""
    corpus = Corpus()
    found = team(corpus, corpus.profiles([guest(tmp_path, foreign, number) for number in range(6)]))
    (row,) = found.table("skills").rows
    assert row.levels[:3] == (2, 2, 2)
    assert len(row.levels) == len(found.facts["scale"])
    assert found.facts["framework"] == foreign.release


def test_a_role_of_another_framework(tmp_path: Path, foreign: Framework) -> None:
    corpus = Corpus()
    subjects = corpus.profiles([guest(tmp_path, foreign, number) for number in range(2)])
    role = tmp_path / "role.yaml"
    role.write_text(f"framework: {shipped().release}\nlabel: A role\nrequirements: {{testing: 3}}\n")
    with pytest.raises(UsageError, match="asks for nothing that"):
        team(corpus, subjects, str(role))


def test_releases_that_rank_levels_otherwise(tmp_path: Path) -> None:
    corpus = Corpus()
    subjects = corpus.profiles(write(tmp_path, [{"testing": 3}] * 3))
    data = json.loads(json.dumps(shipped().data))
    same = Framework({**data, "version": "9.0.0"})
    assert len(members([*subjects[:2], replace(subjects[2], framework=same)]).people) == 3
    for level in data["scales"][0]["levels"]:
        level["rank"] = 9 - level["rank"]
    other = Framework({**data, "version": "9.0.0"})
    found = members([*subjects[:2], replace(subjects[2], framework=other)])
    assert [each.iri for each in found.elsewhere] == [subjects[2].iri]


def test_ratings_that_no_longer_hold_are_said(tmp_path: Path) -> None:
    skills = {
        "testing": {"level": 2, "valid_until": "2025-06-01"},
        "containers": {"level": 2, "valid_until": "2999-01-01"},
    }
    corpus = Corpus()
    path = profile(tmp_path, "p", assessed_on="2025-01-01", about={"name": "Kim"}, skills=skills)
    notes = team(corpus, [corpus.add(path)]).notes
    assert "Counted, though past the date until which it holds: Software testing (Kim)." in notes


# ---------------------------------------------------------------- levels, roles, names


def test_the_level_that_counts(tmp_path: Path) -> None:
    corpus, subjects = gathered(tmp_path, [{"testing": 2}, {"testing": 4}])
    assert team(corpus, subjects).facts["held_at"].endswith("/practitioner")
    assert [row.held for row in team(corpus, subjects, at="working").table("skills").rows if row.held] == [2]
    with pytest.raises(UsageError, match="did you mean `working`"):
        team(corpus, subjects, at="workin")
    with pytest.raises(UsageError, match="not on the default scale"):
        team(corpus, subjects, at="draft-2023-3")


def test_needs_of_a_project(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_text(
        "label: Our project\nrequirements: {testing: 3, containers: {level: 2, importance: desirable}}\n"
    )
    corpus, subjects = gathered(tmp_path / "team", [{"testing": 3}, {"testing": 1}])
    rows = team(corpus, subjects, str(path)).table("coverage").rows
    assert {(row.label, row.covered, row.held, row.below, row.unrated) for row in rows} == {
        ("Software testing", True, 1, 1, 0),
        ("Containers", False, 0, 0, 2),
    }


@pytest.mark.parametrize("format_", ["text", "json", "csv", "markdown"])
def test_pseudonyms(tmp_path: Path, format_: str) -> None:
    people: list[Said] = [{"testing": rank, "programming": {"level": 1, "target": 3}} for rank in range(5)]
    made = team(*gathered(tmp_path, people), "rse", pseudonyms=True)
    text = rendered(made, format_)
    assert SECRET.lower() not in text.lower()
    assert "person 1" in text


def test_numbers_of_people_tell_nothing_of_files(tmp_path: Path) -> None:
    """The same profiles give the same numbers, in whatever order and under whatever names the files are."""
    people: list[Said] = [{"testing": rank} for rank in range(5)]
    subjects = gathered(tmp_path / "a", people)[1]
    numbers = members(subjects, pseudonyms=True).names
    other = Corpus()
    renamed = [
        other.add(Path(shutil.copy(each.file, tmp_path / f"{9 - place}.json")))
        for place, each in enumerate(subjects)
    ]
    assert members(renamed[::-1], pseudonyms=True).names == numbers
    orders = {
        tuple(members(gathered(tmp_path / str(n), [*people, {"testing": n}])[1], pseudonyms=True).names)[:3]
        for n in range(4)
    }
    assert len(orders) > 1


# ---------------------------------------------------------------- the form of the answer


@pytest.mark.parametrize("answer", [Team, SharedTeam])
def test_columns_have_headings_and_meanings(answer: type) -> None:
    for row in answer.rows.values():
        assert all(each.title and each.about.endswith(".") for each in columns_of(row))


def test_no_row_to_share_has_a_place_for_people() -> None:
    names = {each.name for row in SharedTeam.rows.values() for each in columns_of(row)}
    assert not names & {"holders", "person", "mentee", "mentors", "name", "profile"}


def test_each_level_is_a_column_but_in_json(tmp_path: Path) -> None:
    made = team(*gathered(tmp_path, [{"testing": 3}] * 2))
    assert (
        rendered(made, "csv")
        .splitlines()[0]
        .startswith("label,levels_0,levels_1,levels_2,levels_3,levels_4,unrated,")
    )
    assert next(row for row in made.as_dict()["skills"] if row["held"])["levels"] == (0, 0, 0, 2, 0)
    assert "  0  1  2  3  4  Unrated" in rendered(made, "text")
    assert all(len(line) <= 80 for line in rendered(made, "text", columns=80).splitlines())


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_each_level_is_a_column_in_frames(tmp_path: Path, package: str) -> None:
    pytest.importorskip(package)
    made = team(*gathered(tmp_path, [{"testing": 3}] * 2))
    frame = getattr(made, f"to_{package}")()
    assert list(frame.columns)[:7] == ["label", *(f"levels_{rank}" for rank in range(5)), "unrated"]
    assert list(frame["levels_3"]) == [row.levels[3] for row in made.table("skills").rows]


TEAM_TABLES: list[Callable[[Team], str]] = [
    lambda made, name=name: rendered(made, "csv", table=name) for name in Team.rows
]


@pytest.mark.parametrize("table", TEAM_TABLES)
def test_every_table_as_csv(table: Callable[[Team], str]) -> None:
    corpus = Corpus()
    assert table(team(corpus, corpus.profiles([EXAMPLES]), "rse")).count("\r\n") > 1
