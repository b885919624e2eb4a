"""What RDF states and nobody writes: inverses, scheme membership, top concepts, the order of levels.

`derived` adds it to a canonical Framework, `plain` takes it away again; reading does the second, so that
derived statements in a graph may be there or not.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from rsetk_ld.framework.model import LISTS
from rsetk_ld.vocabulary import vocabulary

Instance = dict[str, Any]


def derived(framework: Mapping[str, Any]) -> Instance:
    """Return a copy of a canonical Framework with all derived slots."""
    scheme = framework["id"]
    known = vocabulary().classes
    copy = {
        name: [dict(entry, in_scheme=scheme) for entry in value] if name in LISTS.values() else value
        for name, value in framework.items()
    }
    if "version" in framework:
        copy["version_iri"] = f"{scheme}/{framework['version']}"
    by_iri = {entry["id"]: entry for name in LISTS.values() for entry in copy.get(name, ())}
    for class_name, slot_name in (("Competency", "domain"), ("Skill", "competency")):
        inverse = known[class_name].slots[slot_name].inverse
        for entry in copy.get(LISTS[class_name], ()):
            above = by_iri.get(entry.get(slot_name, ""))
            if above is None:
                entry["top_concept_of"] = scheme
            else:
                above.setdefault(inverse, []).append(entry["id"])
    for domain in copy.get("domains", ()):
        domain["top_concept_of"] = scheme
    for entry in by_iri.values():
        if "narrower" in entry:
            entry["narrower"].sort()
    copy.update({"scales": [_scale(scale) for scale in copy["scales"]]} if "scales" in copy else {})
    return copy


def _scale(scale: Instance) -> Instance:
    levels = [
        dict(level, in_scheme=scale["id"], top_concept_of=scale["id"]) for level in scale.get("levels", ())
    ]
    # A graph that is broken may hold a level without a rank, which comes before nothing.
    by_rank = sorted((level for level in levels if "rank" in level), key=lambda level: level["rank"])
    for lower, higher in pairwise(by_rank):
        lower["precedes"] = higher["id"]
    return {**scale, "levels": levels} if levels else scale


def plain(class_name: str, instance: Mapping[str, Any]) -> Instance:
    """Return a copy of an instance without its derived slots, parts included.

    >>> plain("Level", {"id": "https://fw.example/level/low", "rank": 0, "precedes": "https://fw.example/level/high"})
    {'id': 'https://fw.example/level/low', 'rank': 0}
    """
    slots = vocabulary().classes[class_name].slots
    copy: Instance = {}
    for name, value in instance.items():
        slot = slots.get(name)
        if slot is not None and slot.derived:
            continue
        if slot is not None and slot.value == "part":
            copy[name] = (
                [plain(slot.range, item) for item in value]
                if isinstance(value, list)
                else plain(slot.range, value)
            )
        else:
            copy[name] = value
    return copy
