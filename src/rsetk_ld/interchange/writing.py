"""What an import made, written to files: the data, and the report of what was done to it."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from rsetk_ld.documents import dump_yaml
from rsetk_ld.errors import UsageError
from rsetk_ld.findings import Finding, catalogue
from rsetk_ld.output import whole_file, write_texts
from rsetk_ld.reports import write_findings


def write_framework(files: dict[str, dict[str, Any]], folder: Path, *, force: bool = False) -> list[Path]:
    """Write the files of a framework into a folder and return their paths."""
    return write_texts(folder, {name: dump_yaml(data) for name, data in files.items()}, force=force)


def write_profiles(profiles: list[dict[str, Any]], output: Path, *, force: bool = False) -> list[Path]:
    """Write profiles: one into a file, several into a folder, named by their titles.

    Raises `UsageError` where several profiles would go into one file.
    """
    if output.is_dir() or (len(profiles) > 1 and not output.suffix):
        texts = {f"profile-{place}.yaml": dump_yaml(data) for place, data in enumerate(profiles, start=1)}
        return write_texts(output, texts, force=force)
    if len(profiles) > 1:
        raise UsageError(f"the file holds {len(profiles)} profiles; give a folder with -o")
    return write_texts(output.parent, {output.name: dump_yaml(profiles[0])}, force=force)


def write_import_report(findings: Iterable[Finding], out: TextIO, file: Path | None = None) -> None:
    """Print the findings of an import and a count by code; with a file, write them there as JSON too."""
    found = list(findings)
    write_findings(found, out)
    for code, count in sorted(Counter(finding.code for finding in found).items()):
        out.write(f"{code} {catalogue()[code].title}: {count}\n")
    if file is not None:
        rows = [
            {
                "code": finding.code,
                "severity": finding.severity,
                "file": finding.file,
                "line": finding.line,
                "message": finding.message,
            }
            for finding in found
        ]
        with whole_file(file) as handle:
            handle.write((json.dumps(rows, indent=1, ensure_ascii=False) + "\n").encode())
