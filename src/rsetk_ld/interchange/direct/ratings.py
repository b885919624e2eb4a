"""What a file of profiles says, whatever its shape: profiles with ratings, and where each of them stands."""

from dataclasses import dataclass, field

from rsetk_ld.findings import Finding, Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the path to it, and the line where the format has no path."""

    path: Path = ()
    line: int | None = None

    def inside(self, *steps: str | int) -> "Place":
        """Return the place of something further in."""
        return Place((*self.path, *steps), self.line)


@dataclass
class Rating:
    """One skill and its level, as the file has them."""

    skill: object
    level: object
    place: Place
    category: object = ""
    subcategory: object = ""
    extra: dict[str, object] = field(default_factory=dict)


@dataclass
class Sheet:
    """One profile, as the file has it."""

    place: Place
    ratings: list[Rating] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)
    """`user_id`, `name`, `role`, `description`."""
    extra: dict[str, object] = field(default_factory=dict)


@dataclass
class Source:
    """All profiles of a file; `shape` is what was recognised, `levels` the scale that the file states."""

    shape: str
    sheets: list[Sheet] = field(default_factory=list)
    levels: dict[int, str] = field(default_factory=dict)


class Notes:
    """Collects findings about one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Finding] = []

    def add(self, code: str, place: Place, what: str = "", **fields: object) -> None:
        """Add a finding about a place."""
        facts = {"what": what, **fields} if what else fields
        self.found.append(Finding(code, place.path, facts, self.file, place.line))
