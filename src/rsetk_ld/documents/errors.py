"""Why a file is not a document."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rsetk_ld.errors import RsetkError

if TYPE_CHECKING:
    from rsetk_ld.findings import Finding

# A code that is not here brings its own sentence as `reason`.
_SENTENCES = {
    "Y002": "the file has more than {limit:,} bytes; split it, or raise the limit if you trust it",
    "Y003": "not UTF-8 at byte {offset:,}{guess}; save the file as UTF-8",
    "Y005": 'the key "{key}" appears twice, first on line {first_line}; keep one',
    "Y006": "more than {limit} levels of nesting",
    "Y008": "the character {character} is not allowed here; remove it{hint}",
    "Y009": "a single value has more than {limit:,} characters",
    "Y010": "a second document starts here; put each document into a file of its own",
    "Y011": "the file is empty",
    "Y013": "a key must be text, and {key} is {kind}{hint}",
    "Y015": "not readable as RDF: {reason}",
    "Y016": "{reason}",
    "Y017": "{reason}",
    "Y014": "the file must hold keys with values at its top (`key: value`), and it holds {kind}",
}


class DocumentError(RsetkError):
    """A file that gives no data, and what to do about it.

    `message` is the sentence alone, and `str()` puts the place in front. `fields` has the parts of the
    sentence, and the sentence itself as `reason`. `source` is the line that is meant, where there is one.

    >>> error = DocumentError("Y006", {"limit": 64}, line=3, column=7, name="deep.yaml")
    >>> str(error)
    'deep.yaml:3:7: more than 64 levels of nesting'
    """

    def __init__(
        self,
        code: str,
        fields: Mapping[str, object] | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
        name: str = "",
    ) -> None:
        self.code = code
        self.message = _SENTENCES.get(code, "{reason}").format(**(fields or {}))
        self.fields: dict[str, object] = {**(fields or {}), "reason": self.message}
        self.line = line
        self.column = column
        self.name = name
        self.source = ""
        super().__init__(code)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.name, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message

    def finding(self) -> "Finding":
        """Return the error as a finding, for reports."""
        from rsetk_ld.findings import Finding

        fields = {"reason": self.message}
        return Finding(self.code, (), fields, self.name, self.line, self.column, self.source)

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are copied from `args` alone by default; a process pool needs the rest too.
        return _rebuild, (type(self), vars(self))


def _rebuild(kind: type[DocumentError], attributes: dict[str, object]) -> DocumentError:
    error = kind.__new__(kind, attributes["code"])
    vars(error).update(attributes)
    return error
