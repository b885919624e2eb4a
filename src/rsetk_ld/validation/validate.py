"""Validate files one by one or many at a time, on one core or several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from rsetk_ld.findings import Finding, Severity
from rsetk_ld.framework import Framework
from rsetk_ld.loading import Loaded, load, loadable
from rsetk_ld.validation.meaning import judge

CHUNK = 100


@dataclass(frozen=True)
class Report:
    """The verdict on one file.

    `sort` is what the file turned out to be, `statements` a count of what it holds (skills rated, requirements,
    entries of a framework).
    """

    file: str
    sort: str
    findings: list[Finding] = field(default_factory=list)
    statements: int = 0
    readable: bool = True

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def valid(self) -> bool:
        """Whether there is no error."""
        return self.count("error") == 0


@dataclass(frozen=True)
class Validator:
    """How to validate: with which framework, with the graph layer or without, by which engine, on which day.

    It can be sent to another process.
    """

    framework: Framework | None = None
    graph: bool = True
    engine: str = "auto"
    today: date | None = None

    def validate(self, paths: Iterable[Path]) -> Iterator[Report]:
        """Yield a report for each file, in order, reading a chunk of files at a time."""
        stream = iter(paths)
        while chunk := list(islice(stream, CHUNK)):
            yield from self.chunk(chunk)

    def chunk(self, paths: list[Path]) -> list[Report]:
        """Return the reports for some files, whose graphs are checked together."""
        documents = [self._load(path) for path in paths]
        clean = [loaded for loaded in documents if self.graph and loaded.valid and loaded.instances]
        if clean:
            from rsetk_ld.validation.graph import graph_findings
            from rsetk_ld.validation.shacl.engines import engine

            for loaded, found in zip(clean, graph_findings(clean, engine(self.engine)), strict=True):
                loaded.add(found)
        return [_report(loaded) for loaded in documents]

    def _load(self, path: Path) -> Loaded:
        loaded = load(path, self.framework)
        if loaded.source is not None and loaded.source.framework is not None:
            from rsetk_ld.validation.quality import quality_findings

            loaded.findings += quality_findings(loaded.source)
        judge(loaded, self.today or date.today())
        return loaded


def _report(loaded: Loaded) -> Report:
    order = {"error": 0, "warning": 1, "info": 2}
    found = sorted(
        loaded.findings,
        key=lambda f: (f.file, f.line or 0, f.column or 0, order[f.severity], f.code, str(f.path)),
    )
    return Report(loaded.name, loaded.sort, found, _statements(loaded), loaded.readable)


def _statements(loaded: Loaded) -> int:
    counted = {
        "PersonProfile": "assertions",
        "RoleProfile": "requirements",
        "Framework": "skills",
        "MappingSet": "mappings",
    }
    return sum(
        len(data.get(counted.get(name, ""), ())) or name not in counted for name, data in loaded.instances
    )


def without(reports: Iterable[Report], severity: Severity) -> Iterator[Report]:
    """Yield the reports without their findings of one severity."""
    for report in reports:
        kept = [finding for finding in report.findings if finding.severity != severity]
        yield replace(report, findings=kept)


def validate(
    *paths: str | Path,
    framework: Framework | None = None,
    graph: bool = True,
    engine: str = "auto",
    today: date | None = None,
) -> list[Report]:
    """Validate files, folders and patterns, and return one report a file.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> [report.valid for report in validate(shipped_folder(), graph=False)]
    [True]
    """
    given = [Path(path) for path in paths]
    return list(Validator(framework, graph, engine, today).validate(loadable(given)))
