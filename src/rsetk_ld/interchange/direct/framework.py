"""From the folder of a DIRECT release to a framework in the authoring form."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rsetk_ld.documents import dump_yaml
from rsetk_ld.errors import UsageError
from rsetk_ld.findings import Finding
from rsetk_ld.interchange.direct.cells import Cells
from rsetk_ld.interchange.direct.doubts import compare, report_doubts
from rsetk_ld.interchange.direct.identity import DIRECT, SCALE, Options, identity
from rsetk_ld.interchange.direct.keys import Keys
from rsetk_ld.interchange.direct.levels import level_entry
from rsetk_ld.interchange.direct.links import used_keys, write_related_once
from rsetk_ld.interchange.direct.report import Report
from rsetk_ld.interchange.direct.tables import Row, Table, read_tables

Entry = dict[str, Any]
UNPLACED = "other"


@dataclass
class FrameworkImport:
    """An imported framework: what goes into its files, what was found on the way, and how much there is."""

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """Return the YAML text of every file by its name."""
        return {name: dump_yaml(data) for name, data in self.files.items()}


def import_framework(
    folder: Path,
    *,
    prefer: Literal["csv", "json"] = "csv",
    iri: str = DIRECT,
    base: str = "",
    prefix: str = "direct",
    version: str = "",
    title: str = "",
    licence: str = "",
    language: str = "en",
) -> FrameworkImport:
    """Return a DIRECT release in the authoring form.

    Tables there in both formats are read in the preferred one and compared. The version is that of
    CITATION.cff unless given. Raises `RsetkError` where a table or a column is missing or cannot be read.
    """
    if prefer not in ("csv", "json"):
        raise UsageError(f"prefer: `{prefer}` is neither csv nor json")
    options = Options(iri, base, prefix, version, title, licence, language).checked()
    report = Report()
    head = identity(folder, options, report)
    tables, others = read_tables(folder, prefer)
    made = _Importer(tables, report)
    files = made.files(head)
    report_doubts(tables, used_keys(made.skills, made.resources), report)
    for name, other in others.items():
        compare(tables[name], other, report)
    return FrameworkImport(files, report.in_order(), made.counts())


class _Importer:
    """Makes the entries of one release; tables that others refer to come first."""

    def __init__(self, tables: dict[str, Table], report: Report) -> None:
        self.tables, self.report = tables, report
        self.keys = Keys(tables, report)
        self.cells = Cells(self.keys, report)
        self.resources = self._resources()
        self.domains = {row.key: self._group(row) for row in self._ranked("competency_domain")}
        self.competencies = {row.key: self._competency(row) for row in self._ranked("competency")}
        self.skills = {row.key: self._skill(row) for row in self._ranked("skill")}
        write_related_once(tables["skill"], self.skills, report)
        self.tools = {row.key: self._tool(row) for row in self._kept("tool_language_methodology")}
        self.providers = {row.key: self._provider(row) for row in self._kept("provider")}
        rows = sorted(self._kept("skill_level"), key=lambda row: int(row.own))
        self.levels = {row.key: level_entry(row, self.cells) for row in rows}

    def files(self, head: Entry) -> dict[str, dict[str, Any]]:
        """Return the files of the folder: their names and what is in them."""
        scale = {"label": "DIRECT levels", "levels": self.levels}
        files: dict[str, dict[str, Any]] = {
            "framework.yaml": head,
            "scales.yaml": {"scales": {SCALE: scale}},
            "structure.yaml": {"domains": self.domains, "competencies": self.competencies},
        }
        for key, skill in self.skills.items():
            domain = self.competencies.get(skill.get("competency", ""), {}).get("domain", UNPLACED)
            files.setdefault(f"skills/{domain}.yaml", {"skills": {}})["skills"][key] = skill
        files["tools.yaml"] = {"tools": self.tools}
        files["resources.yaml"] = {"resources": self.resources}
        files["providers.yaml"] = {"providers": self.providers}
        return files

    def counts(self) -> dict[str, int]:
        """Return how many entries and links there are."""
        skills, resources = self.skills.values(), self.resources.values()
        return {
            "domains": len(self.domains),
            "competencies": len(self.competencies),
            "skills": len(self.skills),
            "levels": len(self.levels),
            "tools": len(self.tools),
            "resources": len(self.resources),
            "providers": len(self.providers),
            "related": sum(len(skill.get("related", ())) for skill in skills),
            "skill_tools": sum(len(skill.get("tools", ())) for skill in skills),
            "skill_resources": sum(len(resource.get("teaches", ())) for resource in resources),
            "tool_resources": sum(len(resource.get("tools", ())) for resource in resources),
            "resource_providers": sum("provider" in resource for resource in resources),
        }

    def _kept(self, table: str) -> list[Row]:
        return [row for row in self.tables[table].rows if row.key]

    def _ranked(self, table: str) -> list[Row]:
        def place(row: Row) -> tuple[bool, int]:
            rank = row.cells["rank"].strip()
            usable = rank.isascii() and rank.isdigit() and len(rank) < 10
            return (not usable, int(rank) if usable else 0)

        return sorted(self._kept(table), key=place)

    def _group(self, row: Row, **more: Any) -> Entry:
        """Return what domains, competencies and skills have in common."""
        return _filled(
            label=self.cells.label(row),
            definition=self.cells.text(row, "description", required=True),
            **more,
            position=self.cells.rank(row),
        )

    def _competency(self, row: Row) -> Entry:
        return self._group(row, domain=self._parent(row, "competency_domain"))

    def _skill(self, row: Row) -> Entry:
        for key in self.cells.links(row, "learning_resources", "learning_resource"):
            self.resources[key].setdefault("teaches", {})[row.key] = {}
        return self._group(
            row,
            competency=self._parent(row, "competency"),
            related=self.cells.links(row, "related_skills", "skill"),
            tools=self.cells.links(row, "tools_languages_methodologies", "tool_language_methodology"),
        )

    def _parent(self, row: Row, column: str) -> str:
        if not row.cells[column].strip():
            self.report.doubtful(row, column, "is empty; the entry has no place in the hierarchy")
        return self.cells.link(row, column, column)

    def _tool(self, row: Row) -> Entry:
        for key in self.cells.links(row, "learning_resources", "learning_resource"):
            self.resources[key].setdefault("tools", []).append(row.key)
        return _filled(
            label=self.cells.label(row),
            kind=self.cells.kind(row),
            url=self.cells.url(row),
            definition=self.cells.text(row, "description", required=True),
        )

    def _provider(self, row: Row) -> Entry:
        return _filled(
            label=self.cells.label(row),
            url=self.cells.url(row),
            ror=self.cells.ror(row),
            description=self.cells.text(row, "description"),
        )

    def _resources(self) -> dict[str, Entry]:
        """Return the learning resources; one without an address is of no use to anybody."""
        made = {}
        for row in self._kept("learning_resource"):
            url = self.cells.url(row)
            if not url:
                self.keys.drop(row, "a learning resource needs an address")
                continue
            made[row.key] = _filled(
                label=self.cells.label(row),
                url=url,
                provider=self.cells.link(row, "provider", "provider"),
                languages=self.cells.languages(row),
                description=self.cells.text(row, "description"),
            )
        return made


def _filled(**slots: Any) -> Entry:
    """Return the entry without its empty slots."""
    return {name: value for name, value in slots.items() if value or value == 0}
