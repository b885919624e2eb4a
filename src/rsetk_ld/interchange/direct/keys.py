"""Keys: the slugs of the tables where they are keys, something near where they are not."""

from rsetk_ld.identifiers import KEY_LENGTH, is_key
from rsetk_ld.interchange.direct import texts
from rsetk_ld.interchange.direct.report import Report
from rsetk_ld.interchange.direct.tables import Row, Table


class Keys:
    """The key of every slug, by table; rows without a key are left out of the framework."""

    def __init__(self, tables: dict[str, Table], report: Report) -> None:
        self.report = report
        self.keys: dict[str, dict[str, str]] = {}
        self.gone: dict[str, set[str]] = {}
        for table in tables.values():
            self.keys[table.name], self.gone[table.name] = {}, set()
            taken: set[str] = set()
            for row in table.rows:
                row.key = self._level(row, taken) if table.name == "skill_level" else self._entry(row, taken)
                taken.add(row.key)
            if table.name != "skill_level":
                self._unlike(table)

    def find(self, table: str, slug: str) -> str:
        """Return the key for a slug, or nothing."""
        return self.keys[table].get(slug, "")

    def drop(self, row: Row, what: str) -> None:
        """Leave a row out after all."""
        self.keys[row.table].pop(row.own, None)
        self.gone[row.table].add(row.own)
        row.key = ""
        self.report.row_left_out(row, what)

    def _entry(self, row: Row, taken: set[str]) -> str:
        slug = row.own
        if slug and slug in self.keys[row.table]:
            self.report.row_left_out(row, "another row has the same slug")
            return ""
        wanted = slug if is_key(slug) else texts.key(slug or row.cells["name"])
        if not wanted:
            self.drop(row, "it has neither a slug nor a name to make a key of")
            return ""
        key = _free(wanted, taken)
        if key != row.cells["slug"]:
            what = f"the key is `{key}`, since the slug cannot serve as it stands"
            self.report.repaired(row, "slug", what, key=key)
        if slug:
            self.keys[row.table][slug] = key
        return key

    def _level(self, row: Row, taken: set[str]) -> str:
        number = row.own
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            self.report.row_left_out(row, f"its level `{number}` is no number")
            return ""
        rank = str(int(number))
        if rank in self.keys[row.table]:
            self.report.row_left_out(row, "another row has the same level")
            return ""
        if row.cells["level"] != rank:
            self.report.repaired(row, "level", f"the rank is {rank}", key=rank)
        # "None or N/A" in one file is "None or not applicable" in the other; the key must be the same.
        name = row.cells["name"].split(" or ")[0]
        key = _free(texts.key(texts.slug(name)) or f"level-{rank}", taken)
        self.keys[row.table][rank] = key
        return key

    def _unlike(self, table: Table) -> None:
        """Name the rows whose slug is not the one that their name gives; one finding for the table."""
        unlike = [
            row
            for row in table.rows
            if row.key and row.own and row.own != texts.slug(row.cells["name"].strip())
        ]
        if unlike:
            pairs = [f"{row.own} ({row.cells['name'].strip()})" for row in unlike]
            what = f"in {len(unlike)} rows the slug is not that of the name; the slugs stay"
            self.report.about(
                "I002", table, f"{what}: {texts.listed(pairs)}", slugs=[row.own for row in unlike]
            )


def _free(wanted: str, taken: set[str]) -> str:
    """Return the key, with a number where it is taken.

    >>> _free("testing", {"testing", "testing-2"})
    'testing-3'
    """
    key, number = wanted, 2
    while key in taken:
        tail = f"-{number}"
        key = wanted[: KEY_LENGTH - len(tail)].rstrip("-") + tail
        number += 1
    return key
