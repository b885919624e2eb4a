"""Links between entries: related skills written once a pair, and what is referred to at all."""

from collections.abc import Mapping
from typing import Any

from rsetk_ld.interchange.direct.report import Report
from rsetk_ld.interchange.direct.tables import Table

Entry = dict[str, Any]


def write_related_once(table: Table, skills: Mapping[str, Entry], report: Report) -> None:
    """Keep each pair of related skills on the one that comes first; report links that are odd."""
    rows = {row.key: row for row in table.rows if row.key}
    order = {key: place for place, key in enumerate(skills)}
    linked = {key: list(skill.pop("related", ())) for key, skill in skills.items()}
    kept: dict[str, list[str]] = {}
    for key, others in linked.items():
        for other in others:
            if other == key:
                report.left_out(rows[key], "related_skills", "leads to the skill itself")
                continue
            if key not in linked[other]:
                what = f"no link back to `{key}`, which is related to it; added"
                report.repaired(rows[other], "related_skills", what)
            first, second = sorted((key, other), key=order.__getitem__)
            if second not in kept.setdefault(first, []):
                kept[first].append(second)
    for key, others in kept.items():
        skills[key]["related"] = others


def used_keys(skills: Mapping[str, Entry], resources: Mapping[str, Entry]) -> dict[str, set[str]]:
    """Return, by table, the keys that something refers to."""
    tools = {tool for entry in (*skills.values(), *resources.values()) for tool in entry.get("tools", ())}
    taught = {key for key, resource in resources.items() if resource.get("teaches") or resource.get("tools")}
    providers = {resource["provider"] for resource in resources.values() if "provider" in resource}
    return {"tool_language_methodology": tools, "learning_resource": taught, "provider": providers}
