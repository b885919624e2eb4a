"""Frameworks with errors of every sort are judged as far as they go, and nothing breaks."""

import copy
import random
from pathlib import Path
from typing import Any

import pytest

from rsetk_ld.documents import dump_yaml
from rsetk_ld.framework import Framework, Source, compile_framework
from rsetk_ld.validation.quality import quality_findings

WHOLE: dict[str, Any] = {
    "id": "https://fw.example/framework",
    "title": "A framework",
    "version": "1.0.0",
    "base": "https://fw.example/",
    "default_language": "en",
    "scale": "proficiency",
    "scales": {
        "proficiency": {
            "label": "Proficiency",
            "levels": {
                "none": {"rank": 0, "label": "None"},
                "basic": {"rank": 1, "label": {"en": "Basic", "fr": "Base"}, "technical": "By rote."},
                "working": {"rank": 2, "label": "Working", "close_match": ["esco:1"]},
            },
        }
    },
    "domains": {"software": {"label": "Software"}},
    "competencies": {"quality": {"label": "Quality", "domain": "software"}},
    "skills": {
        "testing": {
            "label": "Testing",
            "alt_labels": {"en": ["Checking", "testing"], "en-gb": "Checking  code", "fr": "Essais"},
            "competency": "quality",
            "nature": "technical",
            "requires": ["debugging", "skill:coding"],
            "related": ["coding"],
            "tools": ["pytest"],
            "exact_match": ["esco:1"],
            "broad_match": ["esco:1"],
            "levels": {
                "basic": ["Runs tests.", {"en": "Reads  results.", "fr": "Lit."}],
                "2": ["Runs tests."],
            },
        },
        "debugging": {"label": "Debugging", "requires": ["testing"], "deprecated": True},
        "coding": {"label": "Coding", "replaced_by": ["skill:debugging"], "see_also": ["http://a.example/"]},
    },
    "tools": {"pytest": {"label": "pytest", "kind": "tool", "url": "https://pytest.org/"}},
    "providers": {"school": {"label": "School"}},
    "resources": {
        "course": {
            "label": "Course",
            "url": "https://bit.ly/x",
            "provider": "school",
            "languages": ["en", "ua"],
            "teaches": {"testing": {"from": "none", "to": "working"}, "coding": "basic"},
        }
    },
    "roles": {
        "tester": {
            "label": "Tester",
            "requirements": {"testing": "working", "coding": {"level": 1, "importance": "desirable"}},
        }
    },
}
SPOILT = (
    None,
    3,
    "nonsense",
    "https://x.example/ y",
    True,
    [],
    {},
    [3],
    {"en": 3},
    {"level": "nonsense"},
    "skill:x",
)


def spoil(data: Any, chance: random.Random) -> None:
    """Remove or replace one value somewhere below the top."""
    while True:
        steps = list(data) if isinstance(data, dict) else range(len(data))
        step = chance.choice(list(steps))
        inner = data[step]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.8:
            data = inner
            continue
        if chance.random() < 0.3:
            del data[step]
        else:
            data[step] = copy.deepcopy(chance.choice(SPOILT))
        return


@pytest.mark.parametrize("seed", range(150))
def test_damaged_files(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    data = copy.deepcopy(WHOLE)
    for _ in range(1 + seed % 4):
        spoil(data, chance)
    (tmp_path / "framework.yaml").write_text(dump_yaml(data), encoding="utf-8")
    source = compile_framework(tmp_path)
    for finding in quality_findings(source):
        assert finding.message
        assert finding.line


@pytest.mark.parametrize("seed", range(150))
def test_incomplete_data(seed: int, tmp_path: Path) -> None:
    (tmp_path / "framework.yaml").write_text(dump_yaml(WHOLE), encoding="utf-8")
    framework = compile_framework(tmp_path).framework
    assert framework is not None
    data = copy.deepcopy(framework.data)
    chance = random.Random(seed)
    for _ in range(1 + seed % 4):
        prune(data, chance)
    for finding in quality_findings(Source(tmp_path, Framework(data))):
        assert finding.message


def prune(data: Any, chance: random.Random) -> None:
    """Remove one value other than an identifier, which RDF always gives."""
    kept = {"id", "title", "version", "base", "default_language"}
    while True:
        steps = [step for step in data if step not in kept] if isinstance(data, dict) else range(len(data))
        if not steps:
            return
        step = chance.choice(list(steps))
        inner = data[step]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.8:
            data = inner
            continue
        del data[step]
        return


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        (("skills", "testing", "competency"), "qualty"),
        (("skills", "testing", "nature"), "tecnical"),
        (("skills", "testing", "levels"), {"bsic": ["Runs tests."]}),
        (("resources", "course", "teaches"), {"tsting": "working"}),
        (("resources", "course", "teaches"), {"testing": "wrking"}),
        (("resources", "course", "teaches"), {"testing": {"from": "none", "to": "wrking"}}),
        (("roles", "tester", "requirements"), {"tsting": "working"}),
        (("license",), "not an IRI"),
    ],
)
def test_a_mistake_is_not_reported_as_a_lack(steps: tuple[str, ...], value: object, tmp_path: Path) -> None:
    data = copy.deepcopy(WHOLE)
    data["license"] = "https://creativecommons.org/licenses/by/4.0/"
    node = data
    for step in steps[:-1]:
        node = node[step]
    node[steps[-1]] = value
    (tmp_path / "framework.yaml").write_text(dump_yaml(data), encoding="utf-8")
    source = compile_framework(tmp_path)
    assert source.findings
    lacks = {"F013", "F015", "F017", "F028", "F045", "F048", "F051"}
    found = {
        f.code for f in quality_findings(source) if "testing" in f.path or "tester" in f.path or f.path == ()
    }
    found |= {f.code for f in quality_findings(source) if "course" in f.path}
    assert not found & lacks
