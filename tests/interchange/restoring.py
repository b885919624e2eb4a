"""Back from an imported framework and its report to the cells of the tables, to prove that none is lost."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rsetk_ld.interchange.direct import FrameworkImport
from rsetk_ld.interchange.direct.tables import COLUMNS

LISTS = {
    "competency_domain": "domains",
    "competency": "competencies",
    "skill": "skills",
    "tool_language_methodology": "tools",
    "learning_resource": "resources",
    "provider": "providers",
}
SLOTS = {
    "name": "label",
    "rank": "position",
    "competency_domain": "domain",
    "short_description": "summary",
}
TARGETS = {
    "competency_domain": "competency_domain",
    "competency": "competency",
    "tools_languages_methodologies": "tool_language_methodology",
    "learning_resources": "learning_resource",
    "related_skills": "skill",
    "provider": "provider",
}
LINKS = {"tools_languages_methodologies", "learning_resources", "related_skills", "language"}


def raw_rows(path: Path) -> list[dict[str, str]]:
    """Return the cells of a table, read without any code of ours."""
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".json":
        return list(json.loads(text))
    return [row for row in csv.DictReader(io.StringIO(text, newline="")) if any(row.values())]


def entries(made: FrameworkImport, name: str) -> dict[str, dict[str, Any]]:
    """Return the entries of a kind from all files."""
    if name == "levels":
        return dict(made.files["scales.yaml"]["scales"]["direct"]["levels"])
    return {key: entry for data in made.files.values() for key, entry in data.get(name, {}).items()}


def lost(made: FrameworkImport, folder: Path, suffix: str = ".csv") -> Iterator[tuple[str, int, str]]:
    """Yield every cell that neither the framework nor the report can give back."""
    slugs = {table: _slugs(made, str(folder / f"{table}{suffix}")) for table in COLUMNS}
    for table in COLUMNS:
        path = folder / f"{table}{suffix}"
        reported = _reported(made, str(path))
        known = _restored(made, table)
        for number, row in enumerate(raw_rows(path), start=1):
            own = row["level" if table == "skill_level" else "slug"].strip()
            slug = _key(reported, number, own)
            for column, cell in row.items():
                if (number, column) in reported:
                    found = reported[number, column]
                else:
                    found = known.get(slug, {}).get(column, "")
                    if column in TARGETS:
                        old = slugs[TARGETS[column]]
                        found = "|".join(old.get(item, item) for item in found.split("|"))
                if not _same(column, cell, found):
                    yield table, number, column


def _slugs(made: FrameworkImport, file: str) -> dict[str, str]:
    """Return the slugs that the report has for keys that are not the slug."""
    changed = [f.fields for f in made.findings if f.file == file and "key" in f.fields]
    return {facts["key"]: facts["before"].strip() for facts in changed}


def _key(reported: Mapping[tuple[int, str], str], number: int, slug: str) -> str:
    return reported.get((number, "(key)"), slug)


def _same(column: str, cell: str, found: str) -> bool:
    if column in LINKS:
        return (
            sorted(filter(None, cell.split("|"))) == sorted(filter(None, found.split("|"))) or cell == found
        )
    return cell == found


def _reported(made: FrameworkImport, file: str) -> dict[tuple[int, str], str]:
    """Return the original of every cell that the report holds."""
    cells: dict[tuple[int, str], str] = {}
    for finding in made.findings:
        facts = finding.fields
        if finding.file != file:
            continue
        if "row" in facts:
            cells |= {(facts["record"], column): cell for column, cell in facts["row"].items()}
        elif "cells" in facts:
            cells |= {(record, facts["column"]): cell for record, cell in facts["cells"].items()}
        elif "before" in facts:
            cells[facts["record"], facts["column"]] = facts["before"]
            if "key" in facts:
                cells[facts["record"], "(key)"] = facts["key"]
    return cells


def _restored(made: FrameworkImport, table: str) -> dict[str, dict[str, str]]:
    """Return the cells of a table as the framework alone gives them, by slug or level."""
    if table == "skill_level":
        return {str(level["rank"]): _level(level) for level in entries(made, "levels").values()}
    found = {}
    skills, resources = entries(made, "skills"), entries(made, "resources")
    for key, entry in entries(made, LISTS[table]).items():
        slots = {column: entry.get(SLOTS.get(column, column), "") for column in COLUMNS[table]}
        slots |= {"slug": key, "language": "|".join(entry.get("languages", ()))}
        slots["description"] = entry.get("definition", entry.get("description", ""))
        slots["tools_languages_methodologies"] = "|".join(entry.get("tools", ()))
        link = "teaches" if table == "skill" else "tools"
        slots["learning_resources"] = "|".join(
            r for r, facts in resources.items() if key in facts.get(link, ())
        )
        here = entry.get("related", [])
        slots["related_skills"] = "|".join(
            [*here, *(s for s in skills if key in skills[s].get("related", ()))]
        )
        found[key] = {column: str(value) for column, value in slots.items()}
    return found


def _level(level: Mapping[str, Any]) -> dict[str, str]:
    text = level.get("definition", "")
    if "technical" in level:
        text = f"Technical: {level['technical']}\nNon-technical: {level['non_technical']}"
    return {
        "name": level["label"],
        "description": text,
        "level": str(level["rank"]),
        "short_description": level.get("summary", ""),
        "focus": level.get("focus", ""),
    }
