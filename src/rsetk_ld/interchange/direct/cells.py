"""From cells to values: texts, ranks, addresses, links; whatever changes on the way goes into the report."""

import re

from rsetk_ld.interchange.direct import texts
from rsetk_ld.interchange.direct.keys import Keys
from rsetk_ld.interchange.direct.report import Report
from rsetk_ld.interchange.direct.tables import Row
from rsetk_ld.interchange.direct.urls import check_ror, check_url

KINDS = ("tool", "language", "methodology")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class Cells:
    """Reads cells and reports what it had to do to them."""

    def __init__(self, keys: Keys, report: Report) -> None:
        self.keys, self.report = keys, report

    def text(self, row: Row, column: str, *, lines: bool = True, required: bool = False) -> str:
        """Return the text of a cell without stray spaces."""
        text, done = texts.clean(row.cells[column], lines=lines)
        if done:
            self.report.repaired(row, column, ", ".join(done))
        if required and not text:
            self.report.doubtful(row, column, "is empty")
        return text

    def label(self, row: Row) -> str:
        """Return the name, or what stands in for it."""
        name = self.text(row, "name", lines=False)
        if not name:
            name = row.own
            self.report.repaired(row, "name", f"is empty; `{name}` stands in for it")
        return name

    def rank(self, row: Row) -> int | None:
        """Return the place of an entry among its siblings."""
        text = self._tidy(row, "rank")
        if not re.fullmatch(r"[0-9]{1,9}", text):
            if text:
                self.report.left_out(row, "rank", f"`{text}` is no place in an order")
            else:
                self.report.doubtful(row, "rank", "is empty; the order of the table holds")
            return None
        if text != str(int(text)):
            self.report.repaired(row, "rank", f"read as {int(text)}")
        return int(text)

    def url(self, row: Row) -> str:
        """Return the address of an entry, or nothing."""
        text = self._tidy(row, "url")
        if not text:
            return ""
        made = check_url(text)
        if made.reason:
            self.report.left_out(row, "url", f"{made.reason}: {text}")
        for what in made.repairs:
            self.report.repaired(row, "url", f"{what}: {made.url}")
        for what in made.doubts:
            self.report.doubtful(row, "url", f"{what}: {made.url}")
        return made.url

    def ror(self, row: Row) -> str:
        """Return the ROR identifier of an organisation, or nothing."""
        text = self._tidy(row, "ror")
        made = check_ror(text)
        if text and not made:
            self.report.left_out(row, "ror", f"`{text}` is no ROR identifier")
        elif made != text:
            self.report.repaired(row, "ror", f"written as {made}")
        return made

    def kind(self, row: Row) -> str:
        """Return what sort of thing a tool is, or nothing."""
        raw = row.cells["kind"]
        kind = raw.strip().lower()
        if kind not in KINDS:
            self.report.left_out(row, "kind", f"`{raw}` is not one of {', '.join(KINDS)}")
            return ""
        if kind != raw:
            self.report.repaired(row, "kind", f"written as {kind}")
        return kind

    def languages(self, row: Row) -> list[str]:
        """Return the language tags of a cell."""
        good = []
        for item in self._items(row, "language"):
            primary, *rest = item.split("-")
            tag = "-".join([primary.lower(), *rest])
            if not _TAG.fullmatch(tag):
                self.report.left_out(row, "language", f"`{item}` is no language tag")
                continue
            if tag != item:
                self.report.repaired(row, "language", f"written as {tag}")
            if tag not in good:
                good.append(tag)
        return good

    def link(self, row: Row, column: str, table: str) -> str:
        """Return the key of the one entry that a cell leads to, or nothing."""
        slug = self._tidy(row, column)
        return self._target(row, column, table, slug) if slug else ""

    def links(self, row: Row, column: str, table: str) -> list[str]:
        """Return the keys of the entries that a cell leads to, in its order."""
        found = [self._target(row, column, table, slug) for slug in self._items(row, column)]
        return list(dict.fromkeys(filter(None, found)))

    def _target(self, row: Row, column: str, table: str, slug: str) -> str:
        key = self.keys.find(table, slug)
        if not key:
            gone = slug in self.keys.gone[table]
            why = "whose row is left out" if gone else f"which is not in the table {table}"
            self.report.left_out(row, column, f"leads to `{slug}`, {why}")
        return key

    def _items(self, row: Row, column: str) -> list[str]:
        """Return the items of a list such as `en|gd`, each once."""
        raw = row.cells[column]
        items = [item.strip() for item in raw.split("|")]
        kept = list(dict.fromkeys(filter(None, items)))
        if "|".join(kept) != raw:
            twice = len(kept) < len(list(filter(None, items)))
            self.report.repaired(
                row, column, "repeated items removed" if twice else "stray spaces or bars removed"
            )
        return kept

    def _tidy(self, row: Row, column: str) -> str:
        return self.text(row, column, lines=False)
