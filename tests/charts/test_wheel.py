"""The specification of a wheel: angles, heights, and the same numbers as in the table."""

import dataclasses
from itertools import pairwise
from math import pi
from pathlib import Path
from typing import Any

import pytest
from charts.drawings import EXAMPLES, kofi, layers_with, slices, tiny
from hypothesis import given
from hypothesis import strategies as st

from rsetk_ld.analysis.corpus import Corpus
from rsetk_ld.analysis.wheel import Wheel, wheel
from rsetk_ld.answers import Table
from rsetk_ld.charts.wheel import wheel_chart
from rsetk_ld.errors import UsageError

SKILLS = kofi().table("skills").rows
STEPS = len(kofi().facts["levels"])


@st.composite
def wheels(draw: Any) -> Wheel:
    """Draw any profile: for each skill a state, a step where it is rated, and perhaps a target."""
    rows = []
    for row in SKILLS:
        state = draw(st.sampled_from(["rated", "not applicable", "not rated", "other scale"]))
        step = draw(st.integers(0, STEPS - 1)) if state == "rated" else None
        target = draw(st.none() | st.integers(0, STEPS - 1))
        rows.append(
            dataclasses.replace(
                row,
                state=state,
                step=step,
                rank=step,
                level=None if step is None else str(step),
                target_step=target,
                target_rank=target,
                target=None if target is None else str(target),
            )
        )
    table = kofi().table("skills")
    return dataclasses.replace(kofi(), tables=(Table("skills", "", table.row_type, rows), *kofi().tables[1:]))


def angles(found: Wheel, by: str = "skill") -> dict[str, tuple[float, float]]:
    return {each["key"]: (each["theta"], each["theta2"]) for each in slices(wheel_chart(found, by).spec)}


@given(wheels())
def test_every_skill_has_its_angle_whatever_the_profile(found: Wheel) -> None:
    assert angles(found) == angles(kofi())


@pytest.mark.parametrize("by", ["skill", "competency"])
def test_two_people_can_be_compared(by: str) -> None:
    corpus = Corpus()
    ada = wheel(corpus, corpus.add(EXAMPLES / "ada.yaml"))
    assert angles(ada, by) == angles(kofi("senior-rse"), by)


@pytest.mark.parametrize("by", ["skill", "competency"])
def test_angles_fill_the_circle_without_overlap(by: str) -> None:
    found = list(angles(kofi(), by).values())
    assert found[0][0] == 0
    assert found[-1][1] == pytest.approx(2 * pi)
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert all(start < end for start, end in found)


@given(wheels())
def test_the_numbers_are_those_of_the_table(found: Wheel) -> None:
    rows = {row.skill: row for row in found.table("skills").rows}
    drawn = slices(wheel_chart(found, "skill").spec)
    assert len(drawn) == len(rows)
    for each in drawn:
        row = rows[each["key"]]
        assert (each["state"], each["rank"], each["target_rank"]) == (row.state, row.rank, row.target_rank)


def bars(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the arcs of ratings: those that carry a label and no tip."""
    return next(data for data in layers_with(spec, "label") if "tip" not in data[0])


@given(wheels())
def test_only_rated_skills_have_a_bar_and_higher_levels_reach_further(found: Wheel) -> None:
    spec = wheel_chart(found, "skill").spec
    rated = [row for row in found.table("skills").rows if row.state == "rated"]
    if not rated:
        return
    drawn = bars(spec)
    assert [bar["label"] for bar in drawn] == [row.label for row in rated]
    reached = {row.step: bar["radius"] for row, bar in zip(rated, drawn, strict=True)}
    assert all(reached[row.step] == bar["radius"] for row, bar in zip(rated, drawn, strict=True))
    assert [reached[step] for step in sorted(reached)] == sorted(set(reached.values()))


def test_the_three_kinds_of_nothing_look_different() -> None:
    rows = [
        dataclasses.replace(
            row, state=state, step=step, rank=step, target=None, target_rank=None, target_step=None
        )
        for row, (state, step) in zip(
            SKILLS, [("rated", 0), ("not applicable", None), ("not rated", None)], strict=False
        )
    ]
    table = kofi().table("skills")
    found = dataclasses.replace(
        kofi(), tables=(Table("skills", "", table.row_type, rows), *kofi().tables[1:])
    )
    spec = wheel_chart(found, "skill").spec
    lowest, aside, nothing = slices(spec)
    (bar,) = bars(spec)
    assert (bar["theta"], bar["theta2"]) == (lowest["theta"], lowest["theta2"])
    assert 0 < bar["radius"] - bar["radius2"] < 15
    grey = [
        datum for data in layers_with(spec, "theta") for datum in data if datum["theta"] == aside["theta"]
    ]
    assert {datum["radius"] for datum in grey} > {aside["radius"]}
    crosses = [text for data in layers_with(spec, "text") for text in data if text["text"] == "×"]
    assert len(crosses) == 2  # one in the picture, one in the legend
    blank = [
        datum for data in layers_with(spec, "theta") for datum in data if datum["theta"] == nothing["theta"]
    ]
    assert blank == [nothing]


def test_a_rolled_up_wheel_shows_means_and_how_many() -> None:
    spec = wheel_chart(kofi("senior-rse"), "competency").spec
    groups = kofi("senior-rse").table("competencies").rows
    spans = {each["key"]: each["theta2"] - each["theta"] for each in slices(spec)}
    rated = [group for group in groups if group.rated]
    for group, bar in zip(rated, bars(spec), strict=True):
        share = (bar["theta2"] - bar["theta"]) / spans[group.group]
        assert share == pytest.approx(group.rated / group.skills)
    assert [each["mean"] for each in slices(spec)] == [group.mean for group in groups]


def test_the_legend_explains_what_is_there() -> None:
    texts = " ".join(
        text["text"] for data in layers_with(wheel_chart(kofi("rse")).spec, "text") for text in data
    )
    for words in (
        "does not apply",
        "not rated",
        "thin inner ring",
        "target",
        "0 None, 1 Awareness",
        "Research practice",
    ):
        assert words in texts
    alone = " ".join(text["text"] for data in layers_with(wheel_chart(kofi()).spec, "text") for text in data)
    assert "target" not in alone


def test_the_words_say_the_main_facts() -> None:
    words = wheel_chart(kofi("senior-rse")).description
    rows = kofi("senior-rse").table("skills").rows
    rated = sum(row.state == "rated" for row in rows)
    assert f"{rated} of {len(rows)} skills rated" in words
    assert "Software development: 19 of 28 rated, 13 below the target" in words
    assert "The highest level is Practitioner" in words


def test_a_part_of_the_wheel() -> None:
    domain = SKILLS[0].domain_iri
    drawn = slices(wheel_chart(kofi(), "skill", domain).spec)
    assert [each["key"] for each in drawn] == [row.skill for row in SKILLS if row.domain_iri == domain]
    assert drawn[-1]["theta2"] == pytest.approx(2 * pi)


def test_another_framework(tmp_path: Path) -> None:
    found = tiny(tmp_path)
    spec = wheel_chart(found, "skill").spec
    assert len(slices(spec)) == len(found.table("skills").rows)
    assert "Geselle" in wheel_chart(found).description


@pytest.mark.parametrize("count", [1, 2, 20, 40])
def test_any_number_of_domains(count: int) -> None:
    rows = [
        dataclasses.replace(SKILLS[0], skill=f"x:{n}", domain_iri=f"x:d{n}", domain=f"D{n}")
        for n in range(count)
    ]
    found = dataclasses.replace(
        kofi(), tables=(Table("skills", "", type(SKILLS[0]), rows), *kofi().tables[1:])
    )
    spec = wheel_chart(found, "skill").spec
    letters = [
        text["text"] for data in layers_with(spec, "text") for text in data if text["weight"] == "bold"
    ]
    assert len({each for each in letters if each.isupper()}) == count


def test_wrong_arguments() -> None:
    with pytest.raises(UsageError, match="competency or skill, not by `level`"):
        wheel_chart(kofi(), "level")
    with pytest.raises(UsageError, match="no skill belongs to x:y"):
        wheel_chart(kofi(), "skill", "x:y")


def test_a_notebook_gets_the_specification_and_the_words() -> None:
    chart = wheel_chart(kofi())
    bundle = chart._repr_mimebundle_()
    assert bundle["application/vnd.vegalite.v5+json"] is chart.spec
    assert bundle["text/plain"] == chart.description
