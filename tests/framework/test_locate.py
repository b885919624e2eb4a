"""A framework by folder, IRI or name, and what is said where there is none."""

import os
import shutil
from pathlib import Path

import pytest

from rsetk_ld import loading
from rsetk_ld.errors import UsageError
from rsetk_ld.framework import find_framework, shipped
from rsetk_ld.framework.locate import folder_of, known_frameworks, shipped_folder
from rsetk_ld.validation import validate

TINY = Path(__file__).parent.parent / "data" / "valid" / "framework"
IRI = "https://tischlerei.example/rahmen"
HEAD = "about: {pseudonym: a}\nassessed_on: 2025-06-01\nskills: {saegen: 2}\n"


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Look up anew what a file names, as each run of the program does."""
    loading._find.cache_clear()


@pytest.fixture
def frameworks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of frameworks that the environment names, with one of them in it."""
    shutil.copytree(TINY, tmp_path / "frameworks" / "holz")
    monkeypatch.setenv("RSETK_FRAMEWORKS", str(tmp_path / "frameworks"))
    return tmp_path / "frameworks"


def test_the_shipped_one(frameworks: Path) -> None:
    for spec in ("rse", shipped().iri, shipped().release, str(shipped_folder())):
        assert find_framework(spec).iri == shipped().iri
        assert folder_of(spec) == shipped_folder()
    assert folder_of(None) == shipped_folder()


@pytest.mark.parametrize("spec", ["holz", IRI, f"{IRI}/2.1.0"])
def test_one_of_the_environment(spec: str, frameworks: Path) -> None:
    assert find_framework(spec).iri == IRI
    assert folder_of(spec) == frameworks / "holz"


def test_one_by_its_path(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_framework(str(TINY)).iri == IRI
    monkeypatch.chdir(TINY.parent)
    assert find_framework("framework").iri == IRI
    assert find_framework("./framework/").iri == IRI


def test_several_places(frameworks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = shutil.copytree(TINY, tmp_path / "alone")
    places = ["", str(tmp_path / "none"), str(alone), str(frameworks), ""]
    monkeypatch.setenv("RSETK_FRAMEWORKS", os.pathsep.join(places))
    assert list(known_frameworks()) == ["rse", "alone", "holz"]


def test_a_name_wins_over_a_folder_of_that_name(frameworks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (frameworks / "elsewhere" / "holz").mkdir(parents=True)
    monkeypatch.chdir(frameworks / "elsewhere")
    assert find_framework("holz").iri == IRI


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("hols", "did you mean `holz`?"),
        ("https://nobody.example/framework", "no framework `https://nobody.example/framework`"),
        (f"{IRI}e/2.1.0", "no framework"),
    ],
)
def test_one_that_is_not_there(
    spec: str, words: str, frameworks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(frameworks.parent)
    with pytest.raises(UsageError) as raised:
        find_framework(spec)
    assert words in str(raised.value)
    assert "RSETK_FRAMEWORKS" in str(raised.value)


def test_a_broken_framework_in_the_environment_spoils_no_other(frameworks: Path) -> None:
    (frameworks / "a-broken").mkdir()
    (frameworks / "a-broken" / "framework.yaml").write_text("title: [")
    assert find_framework("holz").iri == IRI
    assert find_framework(IRI).iri == IRI
    assert folder_of(IRI) == frameworks / "holz"
    with pytest.raises(UsageError, match="a-broken could be it, but cannot be read without errors"):
        find_framework("https://nobody.example/framework")


# ---------------------------------------------------------------- what a file says of its framework


def codes(path: Path, text: str, framework: str = "") -> list[str]:
    path.write_text(text)
    (report,) = validate(path, framework=find_framework(framework) if framework else None, graph=False)
    return [finding.code for finding in report.findings]


def test_another_version_is_a_warning(frameworks: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    assert codes(path, f"framework: {IRI}/2.1.0\n{HEAD}") == []
    assert codes(path, f"framework: {IRI}\n{HEAD}") == []
    assert codes(path, f"framework: {IRI}/1.0.0\n{HEAD}") == ["R008"]
    assert codes(path, f"framework: holz\n{HEAD}") == []
    (report,) = validate(path, graph=False)
    path.write_text(f"framework: {IRI}/1.0.0\n{HEAD}")
    (report,) = validate(path, graph=False)
    assert report.findings[0].message == "framework: written for version 1.0.0, checked against 2.1.0"


def test_another_framework_is_an_error(frameworks: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    assert codes(path, f"framework: {shipped().release}\n{HEAD}", "holz") == ["R009"]
    assert codes(path, HEAD, "holz") == []
    # An IRI that only begins like the framework's is another framework.
    assert codes(path, f"framework: {IRI}-2/2.1.0\n{HEAD}", "holz") == ["R009"]


def test_no_framework_of_that_name_is_an_error(tmp_path: Path) -> None:
    assert "R007" in codes(tmp_path / "p.yaml", f"framework: {IRI}\n{HEAD}")
