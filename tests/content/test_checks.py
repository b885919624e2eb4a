"""The framework passes its own check, and what the check still says is explained."""

from framework_content import FOLDER, framework, table

from rsetk_ld.validation import Validator


def test_the_check_finds_what_the_readme_explains() -> None:
    (report,) = Validator().validate([FOLDER])
    assert [each.message for each in report.findings if each.severity != "info"] == []
    found = sorted([each.code, ".".join(map(str, each.path))] for each in report.findings)
    assert found == sorted(table("What the check still says"))


def test_the_release() -> None:
    assert framework().release == "https://w3id.org/rsetk/framework/1.0.0"
    assert framework().data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "10.5281/zenodo.19485964" in str(framework().data["attribution"])


def test_licence_and_readme_attribute_what_is_carried_over() -> None:
    for name in ("LICENSE", "README.md"):
        text = " ".join((FOLDER / name).read_text(encoding="utf-8").split())
        for said in (
            "10.5281/zenodo.19485964",
            "Nenadic",
            "RSEToolkit/rse-competencies-toolkit",
            "CC BY 4.0",
        ):
            assert said in text, name
