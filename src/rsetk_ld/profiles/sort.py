"""What sort of document this is, told by its keys."""

from collections.abc import Mapping
from typing import Any

Sort = str
_FRAGMENT = {"domains", "competencies", "scales", "tools", "roles", "base", "default_language", "version"}
_PROFILE = {"about", "assessed_on", "assessed_by", "assessor", "visibility", "aims_for"}


def sort_of(data: Mapping[str, Any]) -> Sort:
    """Return `profile`, `role`, `resources`, `mappings`, `fragment` (of a framework), `canonical CLASS`, or nothing.

    >>> sort_of({"about": {"name": "Ada"}, "skills": {"testing": 2}})
    'profile'
    >>> sort_of({"label": "Data steward", "requirements": {}}), sort_of({"skills": {"testing": {"label": "Testing"}}})
    ('role', 'fragment')
    """
    keys = set(data)
    if found := _canonical(data, keys):
        return f"canonical {found}"
    if "requirements" in keys:
        return "role"
    if "mappings" in keys:
        return "mappings"
    if keys & _PROFILE:
        return "profile"
    if keys & _FRAGMENT and not keys & {"framework", "about"}:
        return "fragment"
    if "skills" in keys:
        skills = data["skills"]
        entries = list(skills.values()) if isinstance(skills, dict) else []
        labelled = entries and all(isinstance(entry, dict) and "label" in entry for entry in entries)
        return "fragment" if labelled else "profile"
    if "resources" in keys or "providers" in keys:
        return "resources"
    return "profile" if "framework" in keys or "title" in keys else ""


def _canonical(data: Mapping[str, Any], keys: set[str]) -> str:
    if "assertions" in keys:
        return "PersonProfile"
    if "outcomes" in keys or ("resource_type" in keys and "url" in keys):
        return "LearningResource"
    if isinstance(data.get("requirements"), list):
        return "RoleProfile"
    if "base" in keys and any(isinstance(data.get(name), list) for name in ("skills", "domains", "scales")):
        return "Framework"
    return ""
