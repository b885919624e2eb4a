"""Files that mean harm: a clear error, within ten seconds and two gigabytes."""

import ctypes
import os
import re
import resource
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import FULL, GRAPHS, PROFILE, TINY, environment, never_breaks, program

MEMORY = 2 << 30
SECONDS = 10
DEEP = 100_000
MOST = 1000
"""How many findings on one file are shown."""
RSETK = "https://w3id.org/rsetk/schema/"
HEAD = "about: {pseudonym: rse-17}\nassessed_on: 2025-06-01\n"

# Started in the process before anything else: no address can be reached.
PR_CAPBSET_DROP, READ_EVERYTHING = 24, (1, 2)
"""How root becomes an owner like others: `linux/prctl.h`, and CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH of capability.h."""
NO_NETWORK = """
import runpy, socket, sys
def refuse(*_, **__):
    sys.stderr.write("NETWORK\\n")
    raise OSError("no network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
sys.argv = ["rsetk-ld", *sys.argv[1:]]
runpy.run_module("rsetk_ld", run_name="__main__", alter_sys=True)
"""


def limited(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command with little memory, little time and no network; accept no traceback and no raw escape."""
    command = [program()[0], "-c", NO_NETWORK, *map(str, arguments)]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if os.geteuid() == 0:
            for capability in READ_EVERYTHING:
                ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)

    done = subprocess.run(
        command,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=limit,
        **options,  # type: ignore[call-overload]
    )
    shown = done.stdout + done.stderr
    never_breaks(shown)
    assert "NETWORK" not in shown
    assert "\x1b" not in shown
    assert "\x00" not in shown
    assert len(shown) < 4_000_000
    return done


def refused(path: Path, *codes: str, exit_code: int = 1) -> str:
    """Validate and convert a file that neither may accept, and return what validation says."""
    done = limited("validate", path)
    assert done.returncode == exit_code, done.stdout[:2000] + done.stderr
    found = {code for code in codes if f"({code})" in done.stdout}
    assert found, (codes, done.stdout[:2000])
    converted = limited("convert", path, "--to", "turtle")
    assert (converted.returncode, converted.stdout) == (exit_code, "")
    return done.stdout


def deep_xml() -> str:
    inside = f'<r:a xmlns:r="{RSETK}" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    return inside * DEEP + "</r:a>" * DEEP


DEEPLY_NESTED: dict[str, Callable[[], str]] = {
    "flow.yaml": lambda: HEAD + "skills: " + "[" * DEEP + "]" * DEEP,
    "open.yaml": lambda: HEAD + "skills: " + "{a: " * DEEP,
    "block.yaml": lambda: "\n".join(" " * place + "a:" for place in range(3000)),
    "dashes.yaml": lambda: "a: \n" + "- " * DEEP,
    "list.json": lambda: '{"skills": ' + "[" * DEEP + "]" * DEEP + "}",
    "object.json": lambda: '{"a": ' * DEEP + "1" + "}" * DEEP,
    "open.json": lambda: '{"a": ' * DEEP,
    "list.jsonld": lambda: '{"@graph": ' + "[" * DEEP + "]" * DEEP + "}",
    "top.jsonld": lambda: "[" * DEEP + "]" * DEEP,
    "blank.ttl": lambda: "<a:s> <a:p> " + "[ <a:p> " * DEEP + "1" + "]" * DEEP + " .",
    "collection.ttl": lambda: "<a:s> <a:p> " + "(" * DEEP + ")" * DEEP + " .",
    "open.ttl": lambda: "<a:s> <a:p> " + "[ <a:p> " * DEEP,
    "graph.trig": lambda: "<a:g> { <a:s> <a:p> " + "(" * DEEP + ")" * DEEP + " }",
    "elements.rdf": deep_xml,
    "quoted.nt": lambda: "<<" * DEEP + " <a:s> <a:p> <a:o> " + ">>" * DEEP + " <a:p> <a:o> .",
}


@pytest.mark.parametrize("name", DEEPLY_NESTED)
def test_deep_nesting(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(DEEPLY_NESTED[name](), encoding="utf-8")
    refused(tmp_path / name, "Y006", "Y004", "Y015", "G003")


REFUSED: dict[str, tuple[bytes, str]] = {
    "duplicate.yaml": (b"title: a\ntitle: b\nskills: {}\n", "Y005"),
    "duplicate.json": (b'{"title": "a", "title": "b", "skills": {}}', "Y005"),
    "nul.yaml": (b"title: a\x00b\nskills: {}\n", "Y008"),
    "nul.json": (b'{"title": "a\x00b"}', "Y008"),
    "nul-escaped.yaml": (HEAD.encode() + b'skills: {"a\\0b": 2}\n', "R001"),
    "utf-16.yaml": (PROFILE.encode("utf-16"), "Y003"),
    "utf-16-bare.json": ('{"skills": {}}'.encode("utf-16-le"), "Y003"),
    "utf-32.yaml": (PROFILE.encode("utf-32"), "Y003"),
    "latin-1.yaml": ("title: Zoé\nskills: {}\n".encode("latin-1"), "Y003"),
    "latin-1.ttl": ('<a:s> <a:p> "Zoé" .'.encode("latin-1"), "Y015"),
    "utf-16.ttl": ('<a:s> <a:p> "a" .'.encode("utf-16"), "Y015"),
    "surrogate.json": (b'{"title": "\\ud800", "skills": {}}', "Y004"),
    "space.yaml": (
        HEAD.encode() + b'skills: {testing: {level: 2, evidence: ["https://a.example/b c"]}}',
        "R004",
    ),
    "quote.yaml": (
        HEAD.encode() + b"skills: {testing: {level: 2, evidence: ['https://a.example/\"> <a:x>']}}",
        "R004",
    ),
    "angle.yaml": (
        HEAD.encode() + b'skills: {testing: {level: 2, evidence: ["https://a.example/<b>"]}}',
        "R004",
    ),
    "newline.yaml": (
        HEAD.encode() + b'skills: {testing: {level: 2, evidence: ["https://a.example/\\n."]}}',
        "R004",
    ),
    "space.ttl": (b"<https://a.example/b c> <a:p> <a:o> .", "Y015"),
    "space-escaped.ttl": (b"<https://a.example/b\\u0020c> <a:p> <a:o> .", "Y015"),
    "remote.jsonld": (b'{"@context": "http://127.0.0.1:9/context.jsonld", "@id": "a:b"}', "Y016"),
    "remote-list.jsonld": (b'{"@context": [{"a": "b:c"}, "http://127.0.0.1:9/c"], "@id": "a:b"}', "Y016"),
    "remote-inside.jsonld": (
        b'{"@id": "a:b", "a:p": {"@context": "http://127.0.0.1:9/c", "@id": "a:c"}}',
        "Y016",
    ),
    "remote-scoped.jsonld": (
        b'{"@context": {"p": {"@id": "a:p", "@context": "http://127.0.0.1:9/c"}}, "@id": "a:b", "p": {"a:q": 1}}',
        "Y016",
    ),
    "remote-import.jsonld": (b'{"@context": {"@version": 1.1, "@import": "http://127.0.0.1:9/c"}}', "Y016"),
    "file-context.jsonld": (b'{"@context": "file:///etc/passwd", "@id": "a:b"}', "Y016"),
    "relative-context.jsonld": (b'{"@context": "context.jsonld", "@id": "a:b"}', "Y016"),
    "bomb.rdf": (
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">'.encode() for a, b in zip("abcdefghi", "bcdefghij", strict=True)
        )
        + b"]><r>&j;</r>",
        "Y015",
    ),
    "external.rdf": (
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&a;</rdf:RDF>',
        "Y015",
    ),
    "external-dtd.rdf": (b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/r.dtd"><r/>', "Y015"),
    "utf-16.rdf": (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY a "a">]><r>&a;</r>'.encode("utf-16"),
        "Y015",
    ),
    "python-tag.yaml": (b"skills: !!python/object/apply:os.system [echo broken]\n", "Y012"),
    "alias-of-itself.yaml": (b"skills: &a {testing: *a}\n", "Y00"),
    "number.yaml": (HEAD.encode() + b"skills: {testing: " + b"9" * 100_000 + b"}\n", "R006|Y004"),
    "number.json": (b'{"skills": {"testing": ' + b"9" * 100_000 + b"}}", "Y00"),
    "exponent.json": (b'{"about": {"pseudonym": "a"}, "skills": {"testing": 1e999999999}}', "Y00"),
    "infinity.yaml": (HEAD.encode() + b"skills: {testing: .inf}\n", "Y004"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_text(name: str, tmp_path: Path) -> None:
    content, code = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    done = limited("validate", tmp_path / name)
    assert done.returncode == 1, done.stdout
    assert re.search(rf"\(({code})", done.stdout), done.stdout
    converted = limited("convert", tmp_path / name, "--to", "ntriples")
    assert (converted.returncode, converted.stdout) == (1, "")
    assert "root:" not in done.stdout + converted.stderr


def test_a_mark_at_the_start_and_returns_at_the_ends_are_fine(tmp_path: Path) -> None:
    for source in (FULL, *GRAPHS.iterdir()):
        text = source.read_text(encoding="utf-8").replace("\n", "\r\n")
        (tmp_path / source.name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    done = limited("validate", tmp_path)
    assert done.returncode == 0, done.stdout


def test_an_alias_bomb(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    (tmp_path / "bomb.yaml").write_text("\n".join(lines))
    refused(tmp_path / "bomb.yaml", "Y007")


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_value_of_20_megabytes(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"long{suffix}"
    path.write_text('{"title": "' + "x" * 20_000_000 + '", "skills": {}}')
    refused(path, "Y002", exit_code=2)
    path.write_text('{"title": "' + "x" * 15_000_000 + '", "skills": {}}')
    refused(path, "Y009")


def test_a_value_of_20_megabytes_in_turtle(tmp_path: Path) -> None:
    (tmp_path / "long.ttl").write_text(f'<a:s> <a:p> "{"x" * 20_000_000}" .')
    refused(tmp_path / "long.ttl", "Y009")


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".ttl", ".nq", ".jsonld", ".rdf", ".trig", ".nt"])
def test_a_sparse_file_of_100_megabytes(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"sparse{suffix}"
    with path.open("wb") as out:
        out.truncate(100 << 20)
    done = limited("validate", path)
    assert done.returncode in {1, 2}
    assert "(Y0" in done.stdout


def test_10000_unknown_keys(tmp_path: Path) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text(
        HEAD + "".join(f"key{number}: 1\n" for number in range(10_000)) + "skills: {testing: 2}\n"
    )
    assert refused(path, "S001").count("(S001)") == MOST


def test_10000_unknown_skills(tmp_path: Path) -> None:
    path = tmp_path / "skills.yaml"
    path.write_text(HEAD + "skills:\n" + "".join(f"  skill-{number}: 1\n" for number in range(10_000)))
    assert refused(path, "R001").count("(R001)") == MOST


def test_a_key_of_a_megabyte(tmp_path: Path) -> None:
    path = tmp_path / "key.yaml"
    path.write_text(HEAD + f"? {'k' * 1_000_000}\n: 1\nskills: {{? {'s' * 1_000_000} : 2}}\n")
    assert len(refused(path, "S001", "R001", "Y009", "Y004")) < 10_000


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "junit"])
def test_escapes_are_not_echoed(format_: str, tmp_path: Path) -> None:
    path = tmp_path / "escapes.yaml"
    path.write_text(
        HEAD
        + 'skills: {"\\e[31mred\\e]0;title\\a": 2, "a\\u202eb": 2, "::error::x": 2, "]]>": 2}\n"\\e[2J": 1\n'
    )
    done = limited("validate", path, "--format", format_)
    assert done.returncode == 1
    assert "\x07" not in done.stdout
    # JSON is for programs, which show what they read in their own way.
    assert format_ in {"json", "sarif"} or "\u202e" not in done.stdout
    assert not any(line.startswith("::error::x") for line in done.stdout.splitlines())


def test_escapes_in_the_name_of_a_file_are_not_echoed(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.yaml").write_text(PROFILE)
    for format_ in ("text", "json", "github", "junit", "sarif"):
        assert limited("validate", tmp_path, "--format", format_).returncode == 0
    assert limited("validate", tmp_path / "none\x1b[31m.yaml").returncode == 2
    assert limited("convert", tmp_path / "none\x1b[31m.yaml", "--to", "turtle").returncode == 2
    assert limited("validate", FULL, "--framework", "none\x1b[31m").returncode == 2
    assert limited("framework", "show", "none\x1b[31m").returncode == 2
    assert limited("schema", "-o", "/proc/none\x1b[31m").returncode == 2


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.yaml")).write_text(PROFILE)
    for format_ in ("text", "json", "github", "junit", "sarif"):
        assert limited("validate", tmp_path, "--format", format_).returncode == 0
    done = limited("convert", tmp_path / os.fsdecode(b"none\xe9.yaml"), "--to", "turtle")
    assert done.returncode == 2


# ---------------------------------------------------------------- what is no plain file


def test_a_device_without_end(tmp_path: Path) -> None:
    for name in ("zero.yaml", "zero.json", "zero.ttl"):
        (tmp_path / name).symlink_to("/dev/zero")
        done = limited("validate", tmp_path / name)
        assert done.returncode in {1, 2}
    assert limited("validate", "/dev/zero").returncode == 2
    assert limited("validate", "/dev/null").returncode == 1
    done = limited("validate", tmp_path)
    assert done.returncode == 2
    assert "nothing to check" in done.stderr


def test_a_pipe_with_a_writer_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(PROFILE,))
    writer.start()
    done = limited("validate", path, "--no-graph")
    writer.join()
    assert done.returncode == 0, done.stdout


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "a.yaml").write_text(PROFILE)
    assert limited("validate", tmp_path).stdout.endswith("1 file: 1 valid\n")


def test_a_pipe_in_a_framework_is_passed_over(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "fw")
    os.mkfifo(tmp_path / "fw" / "pipe.yaml")
    assert limited("framework", "check", tmp_path / "fw").returncode == 0
    assert limited("framework", "list", "--framework", tmp_path / "fw").returncode == 0


def test_a_socket(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.yaml"))
        assert limited("validate", tmp_path / "socket.yaml").returncode == 2
        assert limited("validate", tmp_path).returncode == 2


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "again").symlink_to(".")
    (tmp_path / "c.yaml").write_text(PROFILE)
    done = limited("validate", tmp_path)
    assert done.returncode == 2
    assert "3 files: 1 valid, 2 unreadable" in done.stdout


def test_a_framework_with_a_link_to_itself(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "fw")
    (folder / "skills" / "again").symlink_to("..")
    (folder / "again").symlink_to(".")
    assert limited("framework", "check", folder).returncode == 0
    assert limited("validate", folder).returncode == 0


def test_a_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    (tmp_path / "x.yaml" / "y.ttl").mkdir()
    assert "nothing to check" in limited("validate", tmp_path / "x.yaml").stderr
    assert limited("convert", tmp_path / "x.yaml", "--to", "turtle").returncode == 2


def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "a.yaml").write_text(PROFILE)
    done = limited("validate", tmp_path)
    assert done.returncode == 2
    assert "a.yaml: valid" in done.stdout
    assert "no permission" in done.stdout or "permission denied" in done.stdout


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").symlink_to("gone.ttl")
    done = limited("validate", tmp_path)
    assert done.returncode == 2
    assert "x.ttl: error: cannot be read" in done.stdout
