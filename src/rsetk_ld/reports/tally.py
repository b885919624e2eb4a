"""What was counted on the way, and the exit code that follows from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rsetk_ld.validation import Report


@dataclass
class Tally:
    """The sums over all reports. A file is valid, unreadable, or has errors."""

    files: int = 0
    valid: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    unreadable: int = 0

    @property
    def invalid(self) -> int:
        """How many files could be read and have errors."""
        return self.files - self.valid - self.unreadable

    def counting(self, reports: Iterable["Report"]) -> Iterator["Report"]:
        """Yield the reports and count each as it passes."""
        for report in reports:
            self.add(report)
            yield report

    def add(self, report: "Report") -> None:
        """Count one report."""
        self.files += 1
        self.valid += report.readable and report.valid
        self.unreadable += not report.readable
        self.errors += report.count("error")
        self.warnings += report.count("warning")
        self.infos += report.count("info")

    def exit_code(self, strict: bool = False) -> int:
        """Return 2 where a file could not be read, 1 for errors (with `strict` for warnings, too), else 0.

        >>> tally = Tally(files=1, valid=1, warnings=2)
        >>> tally.exit_code(), tally.exit_code(strict=True)
        (0, 1)
        """
        if self.unreadable:
            return 2
        return 1 if self.errors or (strict and self.warnings) else 0

    def __str__(self) -> str:
        """Return the summary in words; what there is none of is left out.

        >>> print(Tally(files=3, valid=1, errors=4, warnings=1))
        3 files: 1 valid, 2 with errors; 4 errors, 1 warning
        >>> print(Tally())
        no files
        """
        states = {"valid": self.valid, "with errors": self.invalid, "unreadable": self.unreadable}
        found = {"error": self.errors, "warning": self.warnings, "info": self.infos}
        files = ", ".join(f"{number} {state}" for state, number in states.items() if number)
        findings = ", ".join(counted(number, noun) for noun, number in found.items() if number)
        text = f"{counted(self.files, 'file')}: {files}" if self.files else "no files"
        return f"{text}; {findings}" if findings else text


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "entry"), counted(0, "entry"), counted(2, "skill")
    ('1 entry', '0 entries', '2 skills')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
