"""A small release of our own in the shape of DIRECT's, and the real one where it is at hand."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rsetk_ld.framework import Framework, compile_framework
from rsetk_ld.interchange.direct import FrameworkImport, import_framework

DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Return a copy of the small release, for tests to spoil."""
    return Path(shutil.copytree(DATA / "release", tmp_path / "release"))


@pytest.fixture
def csv_release(release: Path) -> Path:
    """Return a copy of the small release without its JSON tables."""
    for path in release.glob("*.json"):
        path.unlink()
    return release


@pytest.fixture(scope="session")
def direct() -> Path:
    """Return the folder of DIRECT 2.0.0, which is not part of the project."""
    folder = SHARED / "direct-2.0.0"
    if not folder.is_dir():
        pytest.skip(f"the DIRECT release is not at {folder}")
    return folder


@pytest.fixture(scope="session")
def direct_profiles() -> Path:
    """Return the folder with DIRECT's example profiles."""
    folder = SHARED / "direct-profiles"
    if not folder.is_dir():
        pytest.skip(f"DIRECT's example profiles are not at {folder}")
    return folder


def written(made: FrameworkImport, folder: Path) -> Path:
    """Write an imported framework into a folder."""
    for name, text in made.texts().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[FrameworkImport], Framework]:
    """Return what writes and compiles an imported framework, which must have no errors."""

    def compile_(made: FrameworkImport) -> Framework:
        source = compile_framework(written(made, tmp_path_factory.mktemp("framework")))
        assert not [f.message for f in source.findings if f.severity == "error"]
        assert source.framework is not None
        return source.framework

    return compile_


@pytest.fixture(scope="session")
def garden(compiled: Callable[[FrameworkImport], Framework]) -> Framework:
    """Return the framework of the small release."""
    return compiled(import_framework(DATA / "release"))


@pytest.fixture(scope="session")
def direct_framework(direct: Path, compiled: Callable[[FrameworkImport], Framework]) -> Framework:
    """Return DIRECT 2.0.0 as a framework."""
    return compiled(import_framework(direct))
