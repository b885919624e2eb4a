"""The cache of compiled frameworks costs time at worst, never correctness."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rsetk_ld.framework import FrameworkError, compile_framework, load_framework, locate
from rsetk_ld.framework import cache as cached

TINY = Path(__file__).parent.parent / "data" / "valid" / "framework"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache folder."""
    monkeypatch.setenv("RSETK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the small framework."""
    return Path(shutil.copytree(TINY, tmp_path / "fw"))


def compiled(folder: Path) -> dict[str, object]:
    framework = compile_framework(folder).framework
    assert framework is not None
    return framework.data


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let compiling fail, so that only the cache can answer."""

    def refuse(_: Path) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(locate, "compile_framework", refuse)


def test_the_second_load_comes_from_the_cache(
    folder: Path, own_cache: Path, request: pytest.FixtureRequest
) -> None:
    first = load_framework(folder)
    assert len(list(own_cache.iterdir())) == 1
    request.getfixturevalue("no_compiler")
    second = load_framework(folder)
    assert second.data == first.data == compiled(folder)
    assert list(second.by_iri) == list(first.by_iri)


def spoilt(path: Path, how: str) -> None:
    content = path.read_bytes()
    _, _, body = content.partition(b"\n")
    spoilt_ = {
        "empty": b"",
        "truncated": content[: len(content) // 2],
        "one byte": content.replace(b"Werkstatt", b"Werkstadt"),
        "wrong checksum": b"0" * 64 + b"\n" + body,
        "no checksum": body,
        "not ASCII": b"\xff" * 64 + b"\n" + body,
        "binary": b"\x00" * 1000,
        "other JSON": b"",
    }[how]
    if how == "other JSON":
        import hashlib

        other = b"[1, 2]"
        spoilt_ = hashlib.sha256(other).hexdigest().encode() + b"\n" + other
    path.write_bytes(spoilt_)


@pytest.mark.parametrize(
    "how",
    ["empty", "truncated", "one byte", "wrong checksum", "no checksum", "not ASCII", "binary", "other JSON"],
)
def test_a_spoilt_cache_is_not_believed(how: str, folder: Path, own_cache: Path) -> None:
    first = load_framework(folder).data
    (path,) = own_cache.iterdir()
    good = path.read_bytes()
    spoilt(path, how)
    assert load_framework(folder).data == first
    assert path.read_bytes() == good


def test_a_folder_in_the_place_of_the_file(folder: Path, own_cache: Path) -> None:
    first = load_framework(folder).data
    (path,) = own_cache.iterdir()
    path.unlink()
    path.mkdir()
    assert load_framework(folder).data == first
    assert [each.name for each in own_cache.iterdir()] == [path.name]


@pytest.mark.parametrize("place", ["/proc/none", "/dev/null", "/dev/null/below"])
def test_a_cache_that_cannot_be_written(place: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RSETK_CACHE", place)
    assert load_framework(folder).data == load_framework(folder).data == compiled(folder)


def test_a_cache_that_vanishes(folder: Path, own_cache: Path) -> None:
    first = load_framework(folder).data
    shutil.rmtree(own_cache)
    assert load_framework(folder).data == first
    assert len(list(own_cache.iterdir())) == 1


def test_many_writers_at_once(folder: Path, own_cache: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: load_framework(folder).data, range(24)))
    assert all(each == made[0] for each in made)
    (path,) = own_cache.iterdir()
    stored = cached.load(path)
    assert stored is not None
    assert stored.data == made[0]


CHANGES = {
    "a text": ("skills/handarbeit.yaml", "Sägt einem Riss nach.", "Sägt an einem Riss."),
    "the identity": ("framework.yaml", "version: 2.1.0", "version: 2.1.1"),
    "a comment": ("framework.yaml", "# A framework", "# Some framework"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(change: str, folder: Path, own_cache: Path) -> None:
    load_framework(folder)
    name, old, new = CHANGES[change]
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    assert load_framework(folder).data == compiled(folder)
    assert len(list(own_cache.iterdir())) == 2


def test_a_new_a_lost_and_a_renamed_file_are_noticed(folder: Path, own_cache: Path) -> None:
    load_framework(folder)
    (folder / "tools.yaml").write_text("tools: {hobel: {label: Hobel, kind: tool}}\n", encoding="utf-8")
    assert [tool["id"] for tool in load_framework(folder).entries("Tool")] == [
        "https://tischlerei.example/tool/hobel"
    ]
    (folder / "tools.yaml").unlink()
    assert load_framework(folder).entries("Tool") == []
    (folder / "skills" / "handarbeit.yaml").rename(folder / "a.yaml")
    assert load_framework(folder).data == compiled(folder)
    assert len(list(own_cache.iterdir())) == 3


def test_content_moved_between_two_files_is_noticed(folder: Path) -> None:
    files = [folder / "a.yaml", folder / "b.yaml"]
    names = []
    for first, second in (("tools: {a: {label: A}}\n", ""), ("tools: {a: {label: A}}", "\n")):
        files[0].write_text(first)
        files[1].write_text(second)
        names.append(cached.fingerprint(folder, files))
    assert names[0] != names[1]


def test_what_is_no_part_of_the_framework_changes_nothing(folder: Path, own_cache: Path) -> None:
    load_framework(folder)
    for name in ("notes.txt", ".hidden.yaml", "examples/ada.yaml", "mappings/esco.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x: 1\n")
    load_framework(folder)
    assert len(list(own_cache.iterdir())) == 1


def test_a_framework_with_errors_is_not_cached(folder: Path, own_cache: Path) -> None:
    (folder / "more.yaml").write_text("skills: {saegen: {label: Sägen}}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(FrameworkError, match="F001"):
            load_framework(folder)
    assert not own_cache.exists()
