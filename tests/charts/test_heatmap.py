"""The specification of a heatmap has the numbers of the table, and signs besides colours."""

import dataclasses

import pytest
from charts.drawings import layers_with, team

from rsetk_ld.answers import Table
from rsetk_ld.charts.heatmap import heatmap_chart
from rsetk_ld.charts.palette import PAPER
from rsetk_ld.errors import UsageError


def cells(view: str, found=None) -> list[dict]:  # type: ignore[no-untyped-def, type-arg]
    (data,) = layers_with(heatmap_chart(found or team(), view).spec, "sign")
    return data


def test_a_cell_for_each_row_of_the_table() -> None:
    drawn = {(each["person"], each["skill"]): each for each in cells("people")}
    rows = team().table("cells").rows
    assert len(drawn) == len(rows)
    for row in rows:
        cell = drawn[row.person, row.label]
        assert (cell["rank"], cell["state"]) == (row.rank, row.state)
        assert cell["sign"] == {"rated": str(row.rank), "not applicable": "×", "not rated": ""}[row.state]


def test_the_three_kinds_of_nothing_look_different() -> None:
    looks = {(each["state"], each["rank"]): (each["colour"], each["sign"]) for each in cells("people")}
    kinds = [looks["rated", 0], looks["not applicable", None], looks["not rated", None]]
    assert len({colour for colour, _ in kinds}) == 3
    assert [sign for _, sign in kinds] == ["0", "×", ""]
    assert kinds[2][0] == PAPER


def test_cells_do_not_overlap() -> None:
    for view in ("people", "counts"):
        corners = [(each["x"], each["y"]) for each in cells(view)]
        assert len(set(corners)) == len(corners)


def test_counts_have_the_numbers_of_the_tables() -> None:
    drawn = {(each["group"], each["state"], each["rank"]): each["count"] for each in cells("counts")}
    for name in ("domains", "competencies"):
        for row in team().table(name).rows:
            if row.state != "other scale":
                assert drawn[row.label, row.state, row.rank] == row.count


def test_a_row_of_counts_adds_up_to_its_skills_times_the_people_who_count() -> None:
    """One of the examples is an older profile, which has no part in the whole that shares are of."""
    found = team()
    people = found.facts["people"]
    assert f"skills times {people} people" in str(heatmap_chart(found, "counts").spec)
    for name in ("domains", "competencies"):
        for group in {row.group: row for row in found.table(name).rows}.values():
            counts = [row.count for row in found.table(name).rows if row.group == group.group]
            assert sum(counts) == group.skills * people
    drawn = [each for each in cells("counts", found) if each["rank"] is not None]
    sizes = {row.label: row.skills for name in ("domains", "competencies") for row in found.table(name).rows}
    shares = [each["count"] / (sizes[each["group"]] * people) for each in drawn]
    assert f"most, {max(shares):.0%} of the row" in str(heatmap_chart(found, "counts").spec)


def test_counts_name_nobody() -> None:
    chart = heatmap_chart(team(), "counts")
    text = str(chart.spec) + chart.description
    assert not [row.person for row in team().table("cells").rows if row.person in text]


def test_a_number_that_is_withheld_is_not_drawn() -> None:
    tables = []
    for table in team().tables:
        rows = table.rows
        if table.name != "cells":
            rows = [dataclasses.replace(row, count=None) if row.count in {1, 2} else row for row in rows]
        tables.append(Table(table.name, table.title, table.row_type, rows))
    found = dataclasses.replace(team(), tables=tuple(tables))
    drawn = cells("counts", found)
    assert {each["sign"] for each in drawn if each["count"] is None} == {"—"}
    assert not {"1", "2"} & {each["sign"] for each in drawn}
    spec = heatmap_chart(found, "counts").spec
    assert "withheld: too few people" in str(spec)
    assert "withheld" in heatmap_chart(found, "counts").description
    assert "withheld" not in str(heatmap_chart(team(), "counts").spec)


def test_wrong_view() -> None:
    with pytest.raises(UsageError, match="people or counts, not `rows`"):
        heatmap_chart(team(), "rows")
