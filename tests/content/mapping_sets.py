"""The mapping sets as rows, read with nothing but the standard library, and with a library that knows SSSOM."""

import csv
from functools import cache
from pathlib import Path

from framework_content import FOLDER

SETS = sorted((FOLDER / "mappings").glob("*.sssom.tsv"))
NOTHING = "sssom:NoTermFound"


@cache
def rows(path: Path) -> list[dict[str, str]]:
    """Return the mappings of a set."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def prefixes(path: Path) -> dict[str, str]:
    """Return the prefixes that a set declares."""
    import yaml

    head = [line[1:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    found: dict[str, str] = yaml.safe_load("\n".join(head))["curie_map"]
    return found


def named(name: str) -> list[dict[str, str]]:
    """Return the mappings of the set of a name."""
    return rows(FOLDER / "mappings" / f"{name}.sssom.tsv")
