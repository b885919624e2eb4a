"""The pages of the documentation as what they promise: files, commands, and what the commands print."""

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>[\w-]*)(?: title=\"(?P<title>[^\"]+)\")?[^\n]*\n(?P<text>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


@dataclass
class Block:
    """A fenced block of a page."""

    language: str
    title: str
    text: str


@dataclass
class Command:
    """A command of a console block, with the lines shown below it."""

    line: str
    shown: list[str] = field(default_factory=list)


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [Block(m["language"], m["title"] or "", m["text"]) for m in FENCE.finditer(text)]


def commands(block: Block) -> list[Command]:
    """Return the commands of a console block; lines before the first are no output of anything."""
    found: list[Command] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:].partition("  # ")[0].strip()))
        elif found:
            found[-1].shown.append(line)
    return found


def matches(shown: list[str], real: list[str]) -> bool:
    """Say whether real lines are as shown.

    A line `...` stands for any number of lines, and ` ... ` inside a line for the rest of a cell and others.

    >>> matches(["a", "...", "c"], ["a", "b", "b", "c"]), matches(["a"], ["a", "b"])
    (True, False)
    >>> matches(["a ... z"], ["a   b   z"]), matches(["a ... z"], ["a   b   y"])
    (True, False)
    """
    if not shown:
        return not real
    if shown[0].strip() == "...":
        return any(matches(shown[1:], real[start:]) for start in range(len(real) + 1))
    return bool(real) and _same(shown[0].rstrip(), real[0].rstrip()) and matches(shown[1:], real[1:])


def _same(shown: str, real: str) -> bool:
    if " ..." not in shown:
        return shown == real
    pattern = ".*".join(re.escape(part.strip()) for part in shown.split(" ..."))
    return re.fullmatch(rf"\s*{pattern}\s*", real) is not None


def words(page: Path) -> str:
    """Return the text of a page."""
    return page.read_text(encoding="utf-8")
