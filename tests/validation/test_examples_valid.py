"""The valid examples are valid for every layer and every engine, and the same in every form."""

import io
from datetime import date
from pathlib import Path

import pytest

from rsetk_ld.loading import load
from rsetk_ld.rdf.serialize import FORMATS, Item, write
from rsetk_ld.validation import validate

EXAMPLES = sorted((Path(__file__).parent.parent / "data" / "valid").glob("*.yaml"))
SUFFIXES = {
    "turtle": ".ttl",
    "jsonld": ".jsonld",
    "ntriples": ".nt",
    "nquads": ".nq",
    "trig": ".trig",
    "rdfxml": ".rdf",
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("engine", ["pyshacl", "rust"])
def test_an_example_is_valid(path: Path, engine: str) -> None:
    (report,) = validate(path, engine=engine, today=date(2026, 11, 22))
    assert [f"{f.code} {f.message}" for f in report.findings if f.severity == "error"] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_of_the_class_that_its_name_says(path: Path) -> None:
    assert [class_name for class_name, _ in load(path).instances] == [path.stem.split("-")[0]]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("format_", FORMATS)
def test_an_example_survives_as_rdf(path: Path, format_: str, tmp_path: Path) -> None:
    loaded = load(path)
    out = io.BytesIO()
    prefixes = loaded.framework.names.prefixes if loaded.framework else {}
    write([Item(*each) for each in loaded.instances], format_, prefixes, out)
    target = tmp_path / f"x{SUFFIXES[format_]}"
    target.write_bytes(out.getvalue())
    again = load(target)
    assert again.instances == loaded.instances
    assert again.findings == []
