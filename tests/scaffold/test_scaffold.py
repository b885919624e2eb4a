"""What `init` writes is valid as it stands, with any names, and so is every line to uncomment."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies import AWKWARD, frameworks

from rsetk_ld.authoring.structure import structure_findings
from rsetk_ld.documents import parse_document
from rsetk_ld.errors import UsageError
from rsetk_ld.findings import Findings
from rsetk_ld.framework import Framework, compile_framework, load_framework, shipped
from rsetk_ld.identifiers import key_of
from rsetk_ld.profiles.expand import expand_profile, expand_role
from rsetk_ld.scaffold import framework_files, profile_text, role_text
from rsetk_ld.scaffold.text import remark
from rsetk_ld.validation import validate

NAMES = st.one_of(
    st.sampled_from([name for name in AWKWARD if name.strip()]),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=20).filter(str.strip),
).filter(lambda name: "@" not in name)
COMMENTED = re.compile(r"^  # ('?[a-z0-9-]+'?: \S+   # .*)$")


def read(text: str) -> dict[str, Any]:
    """Return the data, after checking that another reader of YAML sees the same keys."""
    data = parse_document(text, name="x.yaml").data
    assert list(yaml.safe_load(text)) == list(data)
    return dict(data)


def uncommented(text: str) -> str:
    return "\n".join(COMMENTED.sub(r"  \1", line) for line in text.split("\n"))


def problems(path: Path, text: str, framework: Framework | None = None) -> list[str]:
    path.write_text(text, encoding="utf-8")
    (report,) = validate(path, framework=framework)
    return [f"{f.code} {f.message}" for f in report.findings]


# ---------------------------------------------------------------- profiles


def test_profile_is_valid_as_written(tmp_path: Path) -> None:
    text = profile_text(shipped(), name="Ada Example", orcid="https://orcid.org/0000-0002-1825-0097")
    assert problems(tmp_path / "ada.yaml", text) == []
    data = read(text)
    assert data["about"] == {"name": "Ada Example", "orcid": "0000-0002-1825-0097"}
    assert data["title"] == "Skills of Ada Example"
    assert data["framework"] == shipped().release
    assert len(data["skills"]) == 2


def test_profile_without_anything_is_valid(tmp_path: Path) -> None:
    assert problems(tmp_path / "me.yaml", profile_text(shipped())) == []


def test_every_skill_can_be_uncommented(tmp_path: Path) -> None:
    text = uncommented(profile_text(shipped(), pseudonym="rse-17"))
    assert problems(tmp_path / "me.yaml", text) == []
    assert set(read(text)["skills"]) == {
        key_of(skill["id"]) for skill in shipped().entries("Skill") if not skill.get("deprecated")
    }


def test_profile_for_a_role(tmp_path: Path) -> None:
    text = profile_text(shipped(), pseudonym="rse-17", role="data-steward")
    assert problems(tmp_path / "me.yaml", text) == []
    data = read(uncommented(text))
    role = next(role for role in shipped().entries("RoleProfile") if key_of(role["id"]) == "data-steward")
    assert set(data["skills"]) == {key_of(each["skill"]) for each in role["requirements"]}
    assert data["aims_for"] == ["data-steward"]
    assert "(the role asks for 3)" in text


def test_profile_of_some_skills() -> None:
    text = profile_text(shipped(), skills=["mentoring", "skill:testing", "Version control"])
    assert set(read(uncommented(text))["skills"]) == {"mentoring", "testing", "version-control"}


@given(NAMES, NAMES, NAMES, st.sampled_from(["", "fr", "de"]))
def test_hostile_names_stay_texts(name: str, pseudonym: str, title: str, language: str) -> None:
    text = profile_text(shipped(), name=name, pseudonym=pseudonym, title=title, language=language)
    data = read(text)
    assert not structure_findings(data, "profile", "x.yaml")
    found = Findings()
    made = expand_profile(data, shipped(), found)
    assert not found
    assert made["about"]["name"] == name.strip()
    assert made["about"]["pseudonym"] == pseudonym.strip()
    assert made["title"] == {language or "en": title.strip()}
    assert len(made["assertions"]) == 2


def test_blank_lines_in_a_name_survive() -> None:
    assert read(profile_text(shipped(), name="a\n\n\n\nb"))["about"]["name"] == "a\n\n\n\nb"


def test_schema_stands_in_the_first_line() -> None:
    text = profile_text(shipped(), schema="my schemas/p.json\nskills: {}")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=my%20schemas/p.json%0Askills:%20{}"
    assert "language-server" not in profile_text(shipped())


def test_day_is_given() -> None:
    text = profile_text(shipped(), today=datetime.date(2026, 1, 2))
    assert read(text)["assessed_on"] == "2026-01-02"


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"orcid": "0000-0002-1825-0098"}, "no ORCID iD"),
        ({"orcid": "1234"}, "no ORCID iD"),
        ({"name": "ada@example.org"}, "e-mail address"),
        ({"role": "data-stewart"}, "did you mean `data-steward`"),
        ({"skills": ["tesing"]}, "did you mean `testing`"),
        ({"skills": ["git"]}, "no skill `git`"),
        ({"language": "not a tag"}, "no language tag"),
    ],
)
def test_what_cannot_be_right_is_refused(given_: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        profile_text(shipped(), **given_)


# ---------------------------------------------------------------- roles


def test_role_is_valid_as_written(tmp_path: Path) -> None:
    text = role_text(shipped(), label="Data: steward #1", definition="Looks after data.")
    assert problems(tmp_path / "role.yaml", text) == []
    assert read(text)["label"] == "Data: steward #1"
    assert problems(tmp_path / "role.yaml", uncommented(role_text(shipped()))) == []


@given(NAMES, NAMES)
def test_hostile_names_of_roles(label: str, definition: str) -> None:
    data = read(role_text(shipped(), label=label, definition=definition))
    assert (data["label"], data["definition"]) == (label.strip(), definition.strip())
    assert not structure_findings(data, "role", "x.yaml")


# ---------------------------------------------------------------- any framework


@given(frameworks())
def test_any_framework_gives_files(data: dict[str, Any]) -> None:
    framework = Framework(data)
    for text, shape, expand in (
        (profile_text(framework), "profile", expand_profile),
        (role_text(framework), "role", expand_role),
    ):
        for version in (text, uncommented(text)):
            found = structure_findings(read(version), shape, "x.yaml")
            if framework.entries("Level"):
                expand(read(version), framework, found)
                assert not found


@given(st.text(max_size=30))
def test_remarks_are_one_line(text: str) -> None:
    assert len(f"x{remark(text)}".splitlines()) == 1
    assert remark(text).isprintable()


# ---------------------------------------------------------------- frameworks


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_framework_is_valid_as_written(tmp_path: Path) -> None:
    files = framework_files(
        title="Skills of editors",
        base="https://fw.example/editing",
        description="What editors do.",
        prefix="ed",
        license="https://creativecommons.org/licenses/by/4.0/",
        schema="framework.schema.json",
    )
    write(tmp_path, files)
    (report,) = validate(tmp_path)
    assert report.findings == []
    assert report.statements == 2
    for name, text in files.items():
        if name.endswith(".yaml"):
            up = "../" * name.count("/")
            assert text.splitlines()[0] == f"# yaml-language-server: $schema={up}framework.schema.json"


def test_profile_of_a_new_framework_is_valid(tmp_path: Path) -> None:
    write(tmp_path / "fw", framework_files(title="F", base="https://fw.example/"))
    framework = load_framework(tmp_path / "fw")
    assert problems(tmp_path / "p.yaml", uncommented(profile_text(framework)), framework) == []
    assert problems(tmp_path / "r.yaml", uncommented(role_text(framework)), framework) == []


@given(NAMES, st.sampled_from(["en", "pt-br", "zh-Hant-TW"]))
def test_hostile_titles(tmp_path_factory: pytest.TempPathFactory, title: str, language: str) -> None:
    folder = tmp_path_factory.mktemp("fw")
    write(
        folder, framework_files(title=title, base="https://fw.example/", language=language, description=title)
    )
    source = compile_framework(folder)
    assert source.findings == []
    assert source.framework is not None
    assert list(source.framework.data["title"].values()) == [title.strip()]
    assert (folder / "README.md").read_text(encoding="utf-8").count("\n# ") == 0


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"base": "no base"}, "base"),
        ({"base": "https://a b/"}, "is not an IRI"),
        ({"base": "urn:x:"}, "not an address"),
        ({"license": "CC BY"}, "licence"),
        ({"prefix": "A-b"}, "no prefix"),
        ({"language": "english!"}, "no language tag"),
    ],
)
def test_frameworks_that_cannot_be_right(given_: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        framework_files(**{"title": "F", "base": "https://fw.example/", **given_})
