"""Wheels, heatmaps and frameworks that several tests draw."""

import copy
from functools import cache
from pathlib import Path
from typing import Any

from rsetk_ld.analysis.corpus import Corpus
from rsetk_ld.analysis.heatmap import Heatmap, heatmap
from rsetk_ld.analysis.wheel import Wheel, wheel
from rsetk_ld.framework import Framework, load_framework, shipped
from rsetk_ld.framework.locate import shipped_folder

EXAMPLES = shipped_folder() / "examples"
KOFI = EXAMPLES / "kofi-2026.yaml"
TINY = Path(__file__).parent.parent / "data" / "valid" / "framework"
HOSTILE = "<script>alert(1)</script>\" ' & ]]> <!-- {{7*7}} <img src=x onerror=alert(2)> \x0b"
TINY_PROFILE = """
id: https://azubi.example/koennen
about: {pseudonym: azubi-1}
assessed_on: 2025-06-01
skills:
  saegen: {level: Journeyman, target: Meister}
  holz-skill:hobeln: 2
"""


@cache
def kofi(target: str = "", *, own: bool = False) -> Wheel:
    """Return the wheel of an example, alone, with a role or with its own targets."""
    corpus = Corpus()
    profile = corpus.add(KOFI)
    return wheel(corpus, profile, corpus.role(target, profile.framework) if target else None, own_targets=own)


@cache
def team(*, pseudonyms: bool = False) -> Heatmap:
    """Return the heatmap of all examples."""
    corpus = Corpus()
    return heatmap(corpus, corpus.profiles([EXAMPLES]), pseudonyms=pseudonyms)


@cache
def hostile_framework() -> Framework:
    """Return our framework with names that would break out of anything that does not escape them."""
    data = copy.deepcopy(shipped().data)
    for slot in ("domains", "competencies", "skills"):
        for number, entry in enumerate(data[slot]):
            entry["label"] = {"en": f"{HOSTILE} {number}"}
    for level in data["scales"][0]["levels"]:
        level["label"] = {"en": f"{level['rank']} {HOSTILE}"}
    return Framework(data)


@cache
def hostile_wheel() -> Wheel:
    """Return a wheel in which every name is hostile."""
    corpus = Corpus(hostile_framework())
    profile = corpus.add(KOFI)
    role = corpus.role("senior-rse", profile.framework)
    return wheel(corpus, profile, role)


@cache
def hostile_team() -> Heatmap:
    """Return a heatmap in which every name is hostile."""
    corpus = Corpus(hostile_framework())
    return heatmap(corpus, corpus.profiles([EXAMPLES]))


def tiny(folder: Path, text: str = TINY_PROFILE) -> Wheel:
    """Return a wheel over the small framework in German, whose levels are not those of ours."""
    path = folder / "profil.yaml"
    path.write_text(text, encoding="utf-8")
    corpus = Corpus(load_framework(TINY))
    return wheel(corpus, corpus.add(path))


def layers_with(spec: dict[str, Any], name: str) -> list[list[dict[str, Any]]]:
    """Return the data of the layers in which each datum has a field."""
    return [
        layer["data"]["values"]
        for layer in spec["layer"]
        if all(name in datum for datum in layer["data"]["values"])
    ]


def slices(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the data of the layer with one mark for each sector of a wheel."""
    (found,) = layers_with(spec, "key")
    return found
