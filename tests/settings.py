"""A cache for the tests alone, and no settings of the person who runs them."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the cache folder that the tests of one worker share."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def settings(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the environment says, but for the cache."""
    monkeypatch.setenv("RSETK_CACHE", str(cache))
    for name in ("RSETK_FRAMEWORKS", "RSETK_DEBUG", "NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
