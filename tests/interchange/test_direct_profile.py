"""Profiles made with DIRECT's tools, in each of their shapes, in the terms of a framework."""

import json
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from rsetk_ld.authoring.structure import structure_findings
from rsetk_ld.errors import RsetkError, UsageError
from rsetk_ld.findings import Findings
from rsetk_ld.framework import Framework
from rsetk_ld.interchange.direct import ProfileImport, import_profile, import_profile_text
from rsetk_ld.profiles.expand import expand_profile

PROFILES = Path(__file__).parent / "data" / "profiles"


def accepted(made: ProfileImport, framework: Framework) -> ProfileImport:
    """Return the import after the toolkit itself has taken each profile."""
    for profile in made.profiles:
        assert not structure_findings(profile, "profile", "profile.yaml")
        findings = Findings()
        instance = expand_profile(profile, framework, findings)
        assert not findings
        assert len(instance.get("assertions", ())) == len(profile["skills"])
    return made


def read(name: str, framework: Framework) -> ProfileImport:
    return accepted(import_profile(PROFILES / name, framework), framework)


def rated(*levels: tuple[str, object], **more: object) -> str:
    """Return a profile in JSON with these skills and levels."""
    entries = [{"skill": skill, "skill_level": level} for skill, level in levels]
    return json.dumps({"user_id": 1, "name": "User 1", "user_data": entries, **more})


def given(text: str, framework: Framework, **options: object) -> ProfileImport:
    return accepted(import_profile_text(text, "p.json", framework, **options), framework)  # type: ignore[arg-type]


def told(made: ProfileImport, code: str, *words: str) -> bool:
    return any(f.code == code and all(word in f.message for word in words) for f in made.findings)


# ---------------------------------------------------------------- the shapes


def test_a_column_per_profile(garden: Framework) -> None:
    made = read("columns.csv", garden)
    assert (made.shape, made.valid) == ("columns", True)
    first, second = made.profiles
    assert first == {
        "framework": "https://w3id.org/rsetk/direct/1.2.0",
        "title": "Head gardener",
        "about": {"pseudonym": "head-gardener"},
        "skills": {"composting": 4, "soil-testing": 3, "watering": 0, "planning-rotas": "not-applicable"},
    }
    assert second["skills"] == {"composting": 2, "watering": 1}
    assert told(made, "I001", "the scale 0-4", "`4 - Master`")
    assert told(made, "I002", "level 0", "watering")


def test_output_of_the_converter(garden: Framework) -> None:
    made = read("user_profile.json", garden)
    assert made.shape == "profile"
    (profile,) = made.profiles
    assert profile["about"] == {"pseudonym": "user-67"}
    assert profile["title"] == "Head gardener"
    assert profile["skills"] == {"composting": 4, "watering": 2}
    assert told(made, "I001", "subcategory `Growing` is `Soil`", "composting")
    assert told(made, "I002", "nothing says on which scale")
    assert {f.line for f in made.findings if "subcategory" in f.message} == {2, 3}


def test_sample_profiles(garden: Framework) -> None:
    made = read("sample_profile.json", garden)
    assert made.shape == "profiles"
    first, second = made.profiles
    assert first["description"] == "First paragraph.\n\nSecond paragraph."
    assert second["about"] == {"name": "Ada Example", "pseudonym": "user-8"}
    assert told(made, "I003", "`mood` of Watering")


def test_live_chart(garden: Framework) -> None:
    made = read("chart.json", garden)
    assert made.profiles[0]["about"] == {"pseudonym": "profile-1"}
    assert told(made, "I002", "nothing says whose profile it is")


def test_share_link_and_its_query(garden: Framework) -> None:
    made = read("share_link.txt", garden)
    assert (made.shape, made.profiles[0]["skills"]) == ("link", {"planning-rotas": 3})
    assert told(made, "I001", "states a scale up to 4")
    link = (PROFILES / "share_link.txt").read_text().strip()
    for part in (link.partition("?")[2], f"?{link.partition('?')[2]}"):
        assert given(part, garden).profiles[0]["skills"] == {"planning-rotas": 3}
    two = given(f"{link}\n{link}", garden)
    assert [p["about"]["pseudonym"] for p in two.profiles] == ["profile-1", "profile-2"]


def test_export_of_the_web_app(garden: Framework) -> None:
    made = read("export.csv", garden)
    assert (made.shape, made.profiles[0]["skills"]) == ("rows", {"composting": 4, "watering": 1})


def test_export_with_quotes_that_are_not_doubled(garden: Framework) -> None:
    made = given('Competency Domain,Competency,Skill,Level\n"A "new" one","Soil","Composting",4\n', garden)
    assert made.profiles[0]["skills"] == {"composting": 4}
    assert told(made, "I002", "not doubled")


def test_rows_of_the_database(garden: Framework) -> None:
    made = read("rows.csv", garden)
    assert [p["about"]["pseudonym"] for p in made.profiles] == ["user-12", "user-13"]
    assert made.profiles[0]["skills"] == {"composting": 3, "watering": 2}


def test_answers_to_a_form_need_consent(garden: Framework) -> None:
    made = read("form.csv", garden)
    assert (made.shape, len(made.profiles)) == ("links", 1)
    assert made.profiles[0]["about"] == {"pseudonym": "user-1"}
    assert told(made, "I003", "did not agree")
    assert told(made, "I003", "institution", "Garden A")


def test_chart_of_the_old_toolkit(garden: Framework) -> None:
    made = read("old_chart.json", garden)
    assert (made.shape, made.scale) == ("chart", "0-5")
    skills = made.profiles[0]["skills"]
    assert skills["composting"] == 4
    assert skills["planning-rotas"] == 0
    assert skills["watering"] == {
        "level": 3,
        "note": "4 on the scale 0-5 is 3 or 4 on the scale of the framework.",
    }
    assert told(made, "I002", "`watering`", "3 or 4")
    assert told(made, "I001", "category `People` is `Running the garden`")


# ---------------------------------------------------------------- levels and scales


@pytest.mark.parametrize(
    ("level", "rank"),
    [
        (3, 3),
        (3.0, 3),
        ("3", 3),
        (" 3 ", 3),
        ("3 - Gardener", 3),
        ("3: Gardener", 3),
        ("3 Gardener", 3),
        ("Gardener", 3),
        ("gardener", 3),
        ("None or N/A", 0),
        ("n/a", "not-applicable"),
    ],
)
def test_levels_in_every_form(level: object, rank: object, garden: Framework) -> None:
    made = given(rated(("Composting", level)), garden)
    assert made.profiles[0]["skills"] == {"composting": rank}
    assert made.valid


@pytest.mark.parametrize("level", [99, -1, "3-4", 2.5, "2.5", True, [3], {"a": 1}, "Wizard", 10**30, "٣"])
def test_levels_off_the_scale_are_errors(level: object, garden: Framework) -> None:
    made = given(rated(("Composting", level), ("Watering", 2)), garden)
    assert made.profiles[0]["skills"] == {"watering": 2}
    assert told(made, "I007", "`composting`", "0 None or N/A")
    assert not made.valid


@pytest.mark.parametrize(
    ("levels", "scale"),
    [
        ((4, 5), "0-5"),
        ((4, "4 - Advanced practitioner"), "0-5"),
        ((4, "Novice"), "0-5"),
        ((4, "4 - Master"), "0-4"),
        ((4, 1), "0-4"),
    ],
)
def test_the_scale_is_told_by_what_occurs(
    levels: tuple[object, object], scale: str, garden: Framework
) -> None:
    made = given(rated(("Composting", levels[0]), ("Watering", levels[1])), garden)
    assert made.scale == scale
    assert made.profiles[0]["skills"]["composting"] == (
        4
        if scale == "0-4"
        else {"level": 3, "note": "4 on the scale 0-5 is 3 or 4 on the scale of the framework."}
    )


def test_the_scale_can_be_given(garden: Framework) -> None:
    assert given(rated(("Composting", 2)), garden, scale="0-5").scale == "0-5"
    made = given(rated(("Composting", 5)), garden, scale="0-4")
    assert told(made, "I007", "`5`")
    assert not told(made, "I002", "scale")
    named = given(rated(("Composting", "Novice")), garden, scale="0-4")
    assert named.profiles[0]["skills"] == {"composting": 2}
    assert told(named, "I001", "`Novice` of the scale 0-5 read as 2")


def test_the_whole_crosswalk(garden: Framework) -> None:
    skills = []
    for level in range(6):
        value = given(rated(("Composting", level)), garden, scale="0-5").profiles[0]["skills"]["composting"]
        skills.append(value["level"] if isinstance(value, dict) else value)
    assert skills == [0, 1, 2, 3, 3, 4]


def test_a_scale_stated_by_a_link(garden: Framework) -> None:
    levels = quote(json.dumps([{"level": str(n), "name": "x"} for n in range(6)]))
    data = quote(json.dumps([{"user_id": "root", "user_data": [{"skill": "Composting", "skill_level": 3}]}]))
    assert given(f"skill_levels={levels}&chart_data={data}", garden).scale == "0-5"


def test_number_and_name_at_odds(garden: Framework) -> None:
    made = given(rated(("Composting", "2 - Master")), garden)
    assert made.profiles[0]["skills"] == {"composting": 2}
    assert told(made, "I002", "`2 - Master`", "the number counts")


def test_no_level_is_unrated(garden: Framework) -> None:
    made = given(rated(("Composting", None), ("Watering", "")), garden)
    assert made.profiles[0]["skills"] == {}
    assert told(made, "I003", "`Composting` has no level")
    assert told(made, "I003", "`Watering` has no level")


# ---------------------------------------------------------------- names of skills


def test_unknown_skills_are_errors_with_candidates(garden: Framework) -> None:
    made = given(rated(("Compsting", 3), ("Quantum welding", 1)), garden)
    assert told(made, "I004", "no skill is called `Compsting`; the nearest are `Composting`")
    assert told(made, "I004", "no skill is called `Quantum welding`")
    assert [f.fields["level"] for f in made.findings if f.code == "I004"] == ["3", "1"]
    assert not made.valid


def test_case_spaces_keys_and_entities(garden: Framework) -> None:
    made = given(rated((" soil  TESTING", 3), ("planning-rotas", 2)), garden)
    assert made.profiles[0]["skills"] == {"soil-testing": 3, "planning-rotas": 2}
    assert told(made, "I001", "`planning-rotas` read as `Planning rotas`")


def framework_with(garden: Framework, **changed: object) -> Framework:
    data = json.loads(json.dumps(garden.data))
    data["skills"][0] |= changed
    return Framework(data)


def test_alternative_labels(garden: Framework) -> None:
    named = framework_with(garden, alt_labels=[{"tag": "en", "value": "Making & using compost"}])
    made = given(rated(("making &amp; using compost", 3)), named)
    assert made.profiles[0]["skills"] == {"composting": 3}
    assert told(made, "I001", "read as `Composting`")


def test_two_skills_of_one_name(garden: Framework) -> None:
    double = framework_with(garden, label={"en": "Watering"})
    made = given(rated(("Watering", 3)), double)
    assert told(
        made, "I006", "`Watering` is the name of several skills", "skill/composting", "skill/watering"
    )
    entry = {"skill": "Watering", "skill_level": 3, "subcategory": "Water"}
    made = given(json.dumps({"user_id": 1, "user_data": [entry]}), double)
    assert made.profiles[0]["skills"] == {"watering": 3}


def test_a_skill_rated_twice(garden: Framework) -> None:
    made = given(rated(("Composting", 3), ("composting", 2), ("Watering", 1), ("Watering", 1)), garden)
    assert made.profiles[0]["skills"] == {"composting": 3, "watering": 1}
    assert told(made, "I005", "`composting` is rated 2 here and 3 at user_data.0")
    assert told(made, "I001", "`watering` is there twice")


# ---------------------------------------------------------------- people


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"user_id": 41, "name": "User 41"}, {"pseudonym": "user-41"}),
        ({"user_id": 7, "name": "User 41"}, {"pseudonym": "user-41"}),
        ({"user_id": 41}, {"pseudonym": "user-41"}),
        ({"user_id": "Root"}, {"pseudonym": "profile-1"}),
        ({"user_id": 3, "name": "Ada"}, {"name": "Ada", "pseudonym": "user-3"}),
        ({"user_id": "ada@x.example", "name": "ada@x.example"}, {"pseudonym": "profile-1"}),
        ({"role": "Head of Water"}, {"pseudonym": "head-of-water"}),
        ({"user_id": [1], "name": {"a": 1}}, {"pseudonym": "profile-1"}),
    ],
)
def test_whose_profile(facts: dict[str, object], about: dict[str, str], garden: Framework) -> None:
    made = given(json.dumps({"user_data": [], **facts}), garden)
    assert made.profiles[0]["about"] == about


def test_e_mail_addresses_do_not_pass(garden: Framework) -> None:
    made = given(rated(("Composting", 1), name="ada@x.example", user_id="ada@x.example"), garden)
    assert "@" not in json.dumps(made.profiles)
    assert told(made, "I003", "e-mail")


def test_person_and_title_can_be_given(garden: Framework) -> None:
    made = given(rated(("Composting", 1)), garden, person={"name": "Ada"}, title="Mine")
    assert (made.profiles[0]["about"], made.profiles[0]["title"]) == ({"name": "Ada"}, "Mine")
    assert told(made, "I003", "left out for the person given")
    with pytest.raises(UsageError, match="2 profiles"):
        import_profile(PROFILES / "columns.csv", garden, title="Mine")
    with pytest.raises(UsageError, match="email"):
        given(rated(("Composting", 1)), garden, person={"email": "a@b"})
    with pytest.raises(UsageError, match="scale"):
        given(rated(("Composting", 1)), garden, scale="0-9")


# ---------------------------------------------------------------- what is no profile


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("[]", "no profile in it"),
        ("{}", "no profile of DIRECT"),
        ('{"a": 1}', "no profile of DIRECT"),
        ("[1, 2]", "no profile of DIRECT"),
        ('{"categories": [{"title": "x"}]}', "no profile of DIRECT"),
        ("{" * 100_000, "nesting|not JSON"),
        ("name,level\nA,1\n", "expected a column `skill`"),
        ("skill,level\n", "no profile in it"),
        ("skill,level\nA,\0\n", "NULL"),
        ('skill,level\n"A,1\n', "not CSV"),
        ("chart_data=%7B", "chart_data"),
        ("skill_levels=%5B%5D", "has no chart_data"),
        ("https://[x?chart_data=%5B%5D", "no share link"),
        (f"{'a=1&' * 50}chart_data=%5B%5D", "no share link"),
    ],
)
def test_what_is_no_profile_is_refused(text: str, message: str, garden: Framework) -> None:
    with pytest.raises(RsetkError, match=message):
        import_profile_text(text, "p", garden)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"user_data": {}}, "S003"),
        ({"user_data": [1]}, "S003"),
        ({"user_data": [{"skill": "Composting"}]}, "S002"),
        ({"user_data": [{"skill_level": 1}]}, "S002"),
        ({"user_data": [{"skill": None, "skill_level": 1}]}, "I004"),
        ({"user_data": [{"skill": ["a"], "skill_level": 1}]}, "I004"),
        ({"user_data": [], "colour": "green"}, "I003"),
        ({"user_data": [], "description": [1]}, "I003"),
    ],
)
def test_odd_parts_are_reported(entry: dict[str, object], code: str, garden: Framework) -> None:
    made = given(json.dumps([entry, {"user_data": []}]), garden)
    assert code in {f.code for f in made.findings}
    assert len(made.profiles) == 2


def test_a_list_with_something_else_in_it(garden: Framework) -> None:
    made = given('[1, {"user_data": []}, {"name": "x"}]', garden)
    assert [f.code for f in made.findings if f.severity == "error"] == ["S003", "S002"]


def test_a_level_beside_no_skill(garden: Framework) -> None:
    made = given("skill,My profile,colour\nComposting,2,red\n,3,\nWatering,1,,more\n", garden)
    assert made.profiles[0]["skills"] == {"composting": 2, "watering": 1}
    assert told(made, "I003", "`3` stands beside no skill")
    assert told(made, "I003", "`colour`")
    assert told(made, "I003", "more cells than the header")


def test_a_missing_file(garden: Framework, tmp_path: Path) -> None:
    with pytest.raises(RsetkError, match="cannot be read"):
        import_profile(tmp_path / "none.json", garden)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(["Composting", "Watering", "4 - Master", "4", "Novice", "Growing", "root", "User 3"]),
)
VALUES = st.recursive(SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=3)), max_leaves=4)
RATINGS = st.lists(
    st.dictionaries(st.sampled_from(["skill", "skill_level", "category", "subcategory", "x"]), VALUES),
    max_size=5,
)
SHEETS = st.fixed_dictionaries(
    {"user_data": st.one_of(RATINGS, VALUES)},
    optional=dict.fromkeys(("user_id", "name", "role", "description", "y"), VALUES),
)
CHARTS = st.dictionaries(st.text(max_size=5), st.dictionaries(st.text(max_size=12), VALUES))
SOURCES = st.one_of(SHEETS, st.lists(SHEETS, max_size=3), CHARTS, VALUES)


@hypothesis_given(data=SOURCES)
def test_whatever_json_holds_is_imported_reported_or_refused(data: object, garden: Framework) -> None:
    with suppress(RsetkError):
        given(json.dumps(data), garden)


@hypothesis_given(
    text=st.text(st.sampled_from('skill,level user"\n\r42 Compostingprofile%=&?chart_data['), max_size=80)
)
def test_whatever_text_it_is_nothing_breaks(text: str, garden: Framework) -> None:
    for start in ("", "skill,level\n", "skill,A profile\n", "chart_data="):
        with suppress(RsetkError):
            given(start + text, garden)


# ---------------------------------------------------------------- the real profiles


@pytest.mark.parametrize(
    ("number", "skills", "title"), [(1, 11, "Research Software Engineer"), (41, 67, "RSE Team Lead")]
)
def test_examples_of_the_web_app(
    number: int, skills: int, title: str, direct_framework: Framework, direct_profiles: Path
) -> None:
    path = direct_profiles / f"sample_profile_{number}.json"
    made = accepted(import_profile(path, direct_framework), direct_framework)
    (profile,) = made.profiles
    assert made.valid
    assert (profile["title"], profile["about"]) == (title, {"pseudonym": f"user-{number}"})
    assert len(profile["skills"]) == skills
    assert any("subcategory" in f.message for f in made.findings) == (number == 41)
