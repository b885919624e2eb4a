"""The published JSON Schema says what answers look like: what is committed is what the columns say, and answers fit."""

import json
from pathlib import Path

import jsonschema_rs
import pytest
from analysis.bakery import BAKERY, FOLDER

from rsetk_ld.analysis import Corpus, kinds
from rsetk_ld.analysis.ask import question_list
from rsetk_ld.analysis.compare import compare
from rsetk_ld.analysis.gap import gap
from rsetk_ld.analysis.heatmap import heatmap
from rsetk_ld.analysis.history import history
from rsetk_ld.analysis.plan import plan
from rsetk_ld.analysis.portrait import portrait
from rsetk_ld.analysis.shareable import shareable
from rsetk_ld.analysis.suggest import suggest
from rsetk_ld.analysis.teaching import resources
from rsetk_ld.analysis.team import team
from rsetk_ld.analysis.wheel import wheel
from rsetk_ld.answers import Answer, rendered
from rsetk_ld.answers.schema import answer_schema
from rsetk_ld.framework.locate import shipped_folder

SCHEMA = Path(__file__).parents[2] / "src" / "rsetk_ld" / "answers" / "answer.schema.json"
VALIDATOR = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text(encoding="utf-8")))


def answers() -> dict[str, Answer]:
    """Return one answer of each kind."""
    corpus = Corpus(BAKERY)
    old, new, omar = (
        corpus.add(FOLDER / "profiles" / f"{name}.yaml") for name in ("ida-2025", "ida-2026", "omar")
    )
    shipped = Corpus()
    team_of_ten = shipped.profiles([shipped_folder() / "examples"])
    kofi = next(each for each in team_of_ten if each.file.endswith("kofi-2026.yaml"))
    made: list[Answer] = [
        heatmap(shipped, team_of_ten),
        plan(shipped, kofi, shipped.role("head-of-rse-group", kofi.framework)),
        shareable(shipped, team_of_ten, "rse"),
        team(shipped, team_of_ten, "rse"),
        wheel(shipped, kofi),
        compare(corpus, new, omar),
        gap(corpus, new, corpus.role("journeyman", BAKERY), explain=True),
        history(corpus, [old, new]),
        portrait(new),
        question_list(),
        resources("baking", BAKERY),
        suggest(corpus, new),
    ]
    return {answer.kind: answer for answer in made}


ANSWERS = answers()


def test_the_schema_is_as_the_columns_say() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == answer_schema(kinds()), "run `make generate`"


@pytest.mark.parametrize("kind", [each.kind for each in kinds()])
def test_an_answer_fits(kind: str) -> None:
    made = json.loads(rendered(ANSWERS[kind], "json"))
    assert list(VALIDATOR.iter_errors(made)) == []
    assert made[ANSWERS[kind].tables[0].name], "a table without rows shows nothing"
    assert {table.name for table in ANSWERS[kind].tables} <= set(ANSWERS[kind].rows)


@pytest.mark.parametrize("kind", [each.kind for each in kinds()])
def test_what_is_broken_does_not_fit(kind: str) -> None:
    for name in (table.name for table in ANSWERS[kind].tables if table.rows):
        made = json.loads(rendered(ANSWERS[kind], "json"))
        made[name][0]["surprise"] = 1
        assert not VALIDATOR.is_valid(made)
        del made[name][0]["surprise"]
        made[name][0].popitem()
        assert not VALIDATOR.is_valid(made)
    assert not VALIDATOR.is_valid({"answer": kind, "title": 1, "notes": []})
