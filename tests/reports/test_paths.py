"""Files below the folder of the run are named from there, all others by a whole URI."""

from pathlib import Path

import pytest

from rsetk_ld.reports.paths import relative, uri_of


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "my run"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("ada.yaml", "ada.yaml"),
        ("./team/../ada.yaml", "ada.yaml"),
        ("our team/ä#1?.yaml", "our%20team/%C3%A4%231%3F.yaml"),
        ("50%.yaml", "50%25.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        (".", "."),
    ],
)
def test_below_the_folder(file: str, uri: str) -> None:
    assert uri_of(file) == (uri, True)


def test_elsewhere(folder: Path) -> None:
    assert uri_of("../my run 2/ada.yaml") == (f"{folder.parent.as_uri()}/my%20run%202/ada.yaml", False)
    assert uri_of(str(folder / "x" / "a b.yaml")) == ("x/a%20b.yaml", True)
    assert relative(str(folder.parent)) is None
    assert uri_of("../..")[0].startswith("file:///")
