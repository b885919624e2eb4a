"""Findings as text, JSON, SARIF, GitHub annotations or JUnit, written while files are still being checked.

    record     a finding ready to print, the same for all formats
    tally      what was counted, and the exit code that follows
    display    the source line with the place marked, safe to show on a terminal
    as_*       one format each: a generator of pieces of text

>>> import sys
>>> from rsetk_ld.findings import Finding
>>> from rsetk_ld.validation import Report
>>> place = {"file": "ada.yaml", "line": 7, "column": 3, "source": "  tesing: 2", "at_key": True}
>>> fields = {"what": "skill", "name": "tesing"}
>>> found = Finding("R001", ("skills", "tesing"), fields, suggestion="testing", **place)
>>> reports = [Report("ada.yaml", "profile", [found], 12), Report("bob.yaml", "profile", [], 4)]
>>> write_reports(reports, "text", sys.stdout).exit_code()
ada.yaml:7:3: error: skills: unknown skill `tesing`; did you mean `testing`? (R001)
    7 |   tesing: 2
      |   ^^^^^^
bob.yaml: valid (profile, 4 skills)
2 files: 1 valid, 1 with errors; 1 error
1
"""

from rsetk_ld.reports.options import Options
from rsetk_ld.reports.record import DOCS, REPORT_SCHEMA, Record, help_uri, records
from rsetk_ld.reports.tally import Tally
from rsetk_ld.reports.write import FORMATS, write_findings, write_reports

__all__ = [
    "DOCS",
    "FORMATS",
    "REPORT_SCHEMA",
    "Options",
    "Record",
    "Tally",
    "help_uri",
    "records",
    "write_findings",
    "write_reports",
]
