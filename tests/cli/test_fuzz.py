"""Damaged files of every format: an answer and an exit code, and never a traceback."""

import os
import random
from pathlib import Path

import pytest
from cli.running import AUTHORED, FULL, GRAPHS, TINY, run

from rsetk_ld.conversion import FORMATS, SUFFIX, convert

ROUNDS = int(os.environ.get("RSETK_FUZZ_ROUNDS", "12"))
SEEDS = [*sorted(AUTHORED.iterdir()), *sorted(GRAPHS.iterdir())]
PIECES = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\t",
    b"\r",
    b": ",
    b"- ",
    b"[",
    b"}",
    b'"',
    b"'",
    b"&a ",
    b"*a",
    b"<<: *a\n",
    b"!!binary ",
    b"---\n",
    b"...\n",
    b"null",
    b"~",
    b"1e400",
    b".inf",
    b"0x10",
    b"-1",
    b"99999999999999999999",
    b"true",
    b"<",
    b">",
    b"&amp;",
    b"&x;",
    b"<!DOCTYPE a>",
    b"_:b",
    b"@context",
    b'"@id": 3',
    b"@base <a:> .",
    b"\\u0000",
    b"\\ud800",
    "é".encode(),
    "é".encode("latin-1"),
    "\u2028".encode(),
    "\u202e".encode(),
    b"x" * 3000,
    b"%",
    b"#",
    b"\n\n",
    b"",
]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few of them lost, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice([0, 1, 1, 2, 5, 40]))
        middle = chance.choice(
            [
                chance.choice(PIECES),
                content[start:end] * 2,
                bytes([chance.randrange(256)]),
                content[end : end + 20],
            ]
        )
        content = content[:start] + middle + content[end:]
    return content


def judged(path: Path) -> None:
    """Validate and convert a file; both answer, and nothing is left over."""
    for arguments in (
        ["validate", path],
        ["convert", path, "--to", "nquads"],
        ["convert", path, "--to", "yaml"],
    ):
        run(*arguments)  # `run` accepts the exit codes 0 to 2 alone, and no traceback
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_damaged_examples(seed: Path, tmp_path: Path) -> None:
    chance = random.Random(seed.name)
    path = tmp_path / f"x{seed.suffix}"
    for _ in range(ROUNDS):
        path.write_bytes(damaged(seed.read_bytes(), chance))
        judged(path)


@pytest.mark.parametrize("to", FORMATS)
def test_damaged_conversions(to: str, tmp_path: Path) -> None:
    chance = random.Random(to)
    path = tmp_path / f"x{SUFFIX[to]}"
    convert([FULL], to, path)
    whole = path.read_bytes()
    for _ in range(ROUNDS):
        path.write_bytes(damaged(whole, chance))
        judged(path)


@pytest.mark.parametrize("suffix", [".yaml", ".json", *SUFFIX.values(), ".txt", ""])
def test_random_bytes(suffix: str, tmp_path: Path) -> None:
    chance = random.Random(suffix)
    for length in (1, 2, 3, 10, 100, 1000):
        path = tmp_path / f"x{suffix}"
        path.write_bytes(chance.randbytes(length))
        judged(path)


def test_damaged_frameworks(tmp_path: Path) -> None:
    chance = random.Random(7)
    folder = tmp_path / "fw"
    (folder / "skills").mkdir(parents=True)
    names = ["framework.yaml", "skills/handarbeit.yaml"]
    for _ in range(3 * ROUNDS):
        for name in names:
            content = (TINY / name).read_bytes()
            (folder / name).write_bytes(damaged(content, chance) if chance.random() < 0.7 else content)
        run("framework", "check", folder)
        run("convert", folder, "--to", "turtle")
        run("validate", FULL, "--framework", folder, "--no-graph")
        run("framework", "list", "--framework", folder)
