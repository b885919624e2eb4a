"""Coverage of frameworks that are unlike ours: gaps, several scales, outcomes without a beginning."""

from pathlib import Path

import pytest

from rsetk_ld.framework import Framework, compile_framework
from rsetk_ld.framework.coverage import coverage, coverage_lines

HEAD = """\
id: https://fw.example/framework
title: A framework
version: 1.0.0
license: https://creativecommons.org/licenses/by/4.0/
base: https://fw.example/
default_language: en
scale: steps
scales:
  steps: {label: Steps, levels: {no: {rank: 0, label: "No"}, bit: {rank: 1, label: Bit}, lot: {rank: 5, label: Lot}}}
  marks: {label: Marks, levels: {fail: {rank: 0, label: Fail}, pass: {rank: 1, label: Pass}}}
"""
GAPS = """\
domains: {a: {label: Aaa}}
competencies: {b: {label: Bbb, domain: a}}
skills:
  sawing: {label: Sawing, competency: b, levels: {bit: [Saws a plank.], lot: [Saws a tree., Saws a house.]}}
  gluing: {label: Gluing, levels: {bit: [Glues a plank.]}}
  hewing: {label: Hewing, competency: b, deprecated: true, levels: {bit: [Hews a plank.]}}
resources:
  book: {label: Book, url: "https://fw.example/book", teaches: {sawing: {from: "no", to: lot}, gluing: {}}}
  talk: {label: Talk, url: "https://fw.example/talk", teaches: {sawing: lot}}
  old: {label: Old, url: "https://fw.example/old", deprecated: true, teaches: {gluing: bit}}
roles:
  joiner:
    label: Joiner
    requirements: {sawing: lot, gluing: {level: bit, importance: desirable}}
"""
MARKS = """\
skills:
  sawing: {label: Sawing, levels: {bit: [Saws a plank.]}}
  gluing: {label: Gluing, levels: {pass: [Glues a plank.]}}
resources:
  book: {label: Book, url: "https://fw.example/book", teaches: {gluing: {from: fail, to: pass}}}
"""


def made(folder: Path, text: str) -> Framework:
    (folder / "framework.yaml").write_text(HEAD + text, encoding="utf-8")
    source = compile_framework(folder)
    assert source.framework is not None
    assert source.valid, [finding.message for finding in source.findings]
    return source.framework


def test_gaps_are_told(tmp_path: Path) -> None:
    found = coverage(made(tmp_path, GAPS)).as_dict()
    assert found["skills"] == 2
    assert [(each["level"], each["skills"], each["demonstrations"]) for each in found["levels"]] == [
        ("bit", 2, 2),
        ("lot", 1, 2),
    ]
    assert [(each["from"], each["to"], each["skills"], each["without"]) for each in found["steps"]] == [
        ("no", "bit", 1, ["gluing"]),
        ("bit", "lot", 1, ["gluing"]),
    ]
    sawing, gluing = found["by_skill"]
    assert [(each["to"], each["resources"]) for each in sawing["steps"]] == [("bit", 1), ("lot", 2)]
    assert (gluing["resources"], gluing["steps"]) == (1, [])
    assert found["by_role"] == [
        {"role": "joiner", "requirements": 2, "essential": 1, "desirable": 1, "levels": {"bit": 1, "lot": 1}}
    ]


def test_only_scales_in_use_count(tmp_path: Path) -> None:
    found = coverage(made(tmp_path, MARKS)).as_dict()
    assert [each["level"] for each in found["levels"]] == ["bit", "lot", "pass"]
    assert [(each["from"], each["to"], each["skills"]) for each in found["steps"]] == [
        ("no", "bit", 0),
        ("bit", "lot", 0),
        ("fail", "pass", 1),
    ]
    assert found["without_resources"] == ["sawing"]


def test_an_empty_framework(tmp_path: Path) -> None:
    found = coverage(made(tmp_path, ""))
    assert list(coverage_lines(found)) == ["A framework, version 1.0.0: 0 skills"]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("by_skill", [False, True])
@pytest.mark.parametrize("text", [GAPS, MARKS])
def test_tables_fit(tmp_path: Path, text: str, by_skill: bool, width: int) -> None:
    lines = list(coverage_lines(coverage(made(tmp_path, text)), by_skill=by_skill, width=width))
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_skills_outside_of_domains_are_counted(tmp_path: Path) -> None:
    lines = [" ".join(line.split()) for line in coverage_lines(coverage(made(tmp_path, GAPS)))]
    assert {"Aaa 1 1 1", "others 1 1 -", "all 2 2 1"} <= set(lines)
    assert "without a resource for 0-1: gluing" in lines
