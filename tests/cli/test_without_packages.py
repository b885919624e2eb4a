"""What a command does not need is not imported: not LinkML at all, rdflib and pySHACL for the graph layer only."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from cli.running import FULL, TINY, environment, never_breaks

BLOCKED = """
import sys
for name in sys.argv.pop(1).split(","):
    sys.modules[name] = None
from rsetk_ld.cli import main
main(prog_name="rsetk-ld")
"""
LINKML = "linkml,linkml_runtime,jsonasobj2"
RDF = f"{LINKML},rdflib,pyshacl"


def without(packages: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, packages, *map(str, arguments)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    never_breaks(done.stdout + done.stderr)
    return done


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["validate", FULL, "--engine", "pyshacl"],
        ["validate", FULL],
        ["convert", FULL, "--to", "turtle"],
        ["convert", FULL, "--to", "yaml", "--canonical"],
        ["framework", "check", TINY],
        ["schema"],
        ["init", "framework", "--help"],
    ],
    ids=lambda arguments: " ".join(map(str, arguments[:2])),
)
def test_without_linkml(arguments: list[object]) -> None:
    assert without(LINKML, *arguments).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["validate", FULL, "--no-graph"],
        ["convert", FULL, "--to", "jsonld"],
        ["convert", FULL, "--to", "rdfxml"],
        ["framework", "list"],
        ["schema"],
    ],
    ids=lambda arguments: " ".join(map(str, arguments[:2])),
)
def test_without_rdflib(arguments: list[object]) -> None:
    assert without(RDF, *arguments).returncode == 0


@pytest.mark.skipif(find_spec("shacl_rust") is None, reason="the Rust engine is not installed")
@pytest.mark.parametrize("engine", ["rust", "auto"])
def test_the_rust_engine_needs_no_rdflib(engine: str) -> None:
    assert without(RDF, "validate", FULL, "--engine", engine).returncode == 0


def test_the_rust_engine_is_optional() -> None:
    assert without("shacl_rust", "validate", FULL).returncode == 0
    done = without("shacl_rust", "validate", FULL, "--engine", "rust")
    assert done.returncode == 2
    assert "the engine `rust` is not installed" in done.stderr


def test_without_the_fast_yaml_reader(tmp_path: Path) -> None:
    assert without("yamlrocks", "validate", FULL, "--no-graph").returncode == 0
