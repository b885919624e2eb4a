"""Files made to hurt: each must give its code quickly, in bounded memory, whatever the engine."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rsetk_ld.documents import DocumentError, parse_document, read_document

DEEP = 100_000
ENGINES = ["auto", "libyaml", "python"]

NESTED = {
    "flow sequences": "a: " + "[" * DEEP,
    "closed flow sequences": "a: " + "[" * DEEP + "]" * DEEP,
    "flow mappings": "a: " + "{a: " * DEEP,
    "closed flow mappings": "a: " + "{a: " * DEEP + "}" * DEEP,
    "block sequences": "a:\n " + "- " * DEEP + "x",
    "explicit keys": "? " * DEEP + "x",
    "indentation": "".join(" " * depth + "a:\n" for depth in range(2000)),
    "two by two": "".join("  " * depth + "a:\n" for depth in range(1000)),
    "anchored": "a: " + "&x [" * DEEP,
    "tagged": "a: " + "!!seq [" * DEEP,
}


def refused(text: str | bytes, engine: str, name: str = "bad.yaml") -> str:
    start = time.perf_counter()
    with pytest.raises(DocumentError) as raised:
        parse_document(text, name=name, engine=engine)  # type: ignore[arg-type]
    assert time.perf_counter() - start < 3
    assert str(raised.value)
    return raised.value.code


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", NESTED)
def test_deep_nesting(kind: str, engine: str) -> None:
    assert refused(NESTED[kind], engine) == "Y006" if kind != "explicit keys" else "Y013"


@pytest.mark.parametrize("text", ["[" * DEEP, '{"a":' * DEEP, "[" * DEEP + "]" * DEEP, '[{"]":' * DEEP])
def test_deep_json(text: str) -> None:
    assert refused(text, "auto", "bad.json") == "Y006"
    assert refused(text, "auto", "bad") == "Y006"


def test_deep_nesting_leaves_the_process_alive_on_a_small_stack() -> None:
    program = (
        "import threading; threading.stack_size(256 * 1024)\n"
        "from rsetk_ld.documents import DocumentError, parse_document\n"
        "def work():\n"
        "    for text, name in (('a: ' + '[' * 100000, 'a.yaml'), ('[' * 100000, 'a.json')):\n"
        "        try: parse_document(text, name=name)\n"
        "        except DocumentError as error: print(error.code)\n"
        "t = threading.Thread(target=work); t.start(); t.join()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=True
    )
    assert done.stdout.split() == ["Y006", "Y006"]


@pytest.mark.parametrize("engine", ENGINES)
def test_alias_bomb(engine: str) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert refused("\n".join(lines), engine) == "Y007"


@pytest.mark.parametrize("engine", ENGINES)
def test_alias_bomb_of_one_long_text(engine: str) -> None:
    text = "a: &a " + "x" * 500_000 + "\nb: [" + "*a, " * 10_000 + "]\n"
    assert refused(text, engine) == "Y007"


@pytest.mark.parametrize("engine", ENGINES)
def test_alias_of_itself(engine: str) -> None:
    assert refused("&a a: &b\n  c: *b\n", engine) == "Y007"
    assert refused("&a\nb: *a\n", engine) == "Y007"


def test_small_aliases_are_fine() -> None:
    document = parse_document("a: &a {b: 1}\nc: *a\n*d : 1\n".replace("*d", "&d d"), name="a.yaml")
    assert document.data == {"a": {"b": 1}, "c": {"b": 1}, "d": 1}


@pytest.mark.parametrize("engine", ENGINES)
def test_huge_scalars(engine: str) -> None:
    assert refused("a: " + "x" * 1_100_000, engine) == "Y009"
    assert refused("a: '" + "x" * 1_100_000 + "'", engine) == "Y009"
    assert refused(json.dumps({"a": "x" * 1_100_000}), engine, "bad.json") == "Y009"


def test_escapes_beyond_unicode() -> None:
    for engine in ENGINES:
        assert refused('a: "\\UFFFFFFFF"', engine) == "Y004"
        assert refused('a: "\\U00110000"', engine) == "Y004"
        assert refused('a: "\\ud83d\\ude00"', engine) == "Y004"


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    start = time.perf_counter()
    with pytest.raises(DocumentError) as raised:
        read_document(path)
    assert raised.value.code == "Y002"
    assert time.perf_counter() - start < 0.1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_endless_device_is_read_up_to_the_limit() -> None:
    with pytest.raises(DocumentError) as raised:
        read_document(Path("/dev/zero"))
    assert raised.value.code == "Y002"


def test_many_megabytes_of_almost_json() -> None:
    assert refused('{"a": "' + '\\"' * 1_000_000, "auto", "bad.json") == "Y009"
    assert refused('{"a": [' + '"\\u0041", ' * 100_000, "auto", "bad.json") == "Y004"


def test_no_object_is_ever_constructed() -> None:
    for tag in (
        "!!python/object/apply:os.system",
        "!!python/name:os.system",
        "!!binary",
        "!!set",
        "!!timestamp",
    ):
        assert refused(f"a: {tag} ['true']", "auto") == "Y012"
