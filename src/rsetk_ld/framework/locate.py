"""Find and load a framework: by folder, by IRI or by name.

Names and IRIs are looked up in the framework that ships with the toolkit and in the folders listed in the
environment variable `RSETK_FRAMEWORKS` (separated like `PATH`), each a framework or a folder of frameworks.
"""

import os
from functools import lru_cache
from pathlib import Path

from rsetk_ld.errors import RsetkError, UsageError
from rsetk_ld.framework import cache
from rsetk_ld.framework.compile import IDENTITY, compile_framework, framework_files
from rsetk_ld.framework.model import Framework
from rsetk_ld.identifiers import nearest

SHIPPED = "rse"
COMPILED = "framework.compiled"


class FrameworkError(RsetkError):
    """A framework that has errors of its own, so that nothing can be judged by it."""


def shipped_folder() -> Path:
    """Return the folder of the framework that ships with the toolkit, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_framework"
    return installed if (installed / IDENTITY).exists() else package.parent.parent / "framework"


@lru_cache(maxsize=1)
def shipped() -> Framework:
    """Return the framework that ships with the toolkit.

    >>> shipped().iri
    'https://w3id.org/rsetk/framework'
    """
    compiled = shipped_folder() / COMPILED
    if compiled.exists() and (found := cache.load(compiled)):
        return found
    return load_framework(shipped_folder())


def load_framework(folder: Path) -> Framework:
    """Return the framework in a folder, from the cache where its files have not changed.

    Raises `UsageError` where the folder holds no framework, `FrameworkError` where it has errors.
    """
    if not (folder / IDENTITY).is_file():
        raise UsageError(f"{folder}: no framework here; a framework is a folder with a file {IDENTITY}")
    try:
        name = cache.fingerprint(folder, list(framework_files(folder)))
    except OSError as error:
        raise UsageError(f"{folder}: cannot read the framework ({error.strerror or error})") from None
    path = cache.cache_folder() / f"{name}.json"
    if found := cache.load(path):
        return found
    source = compile_framework(folder)
    if source.framework is None or not source.valid:
        errors = [finding for finding in source.findings if finding.severity == "error"]
        first = errors[0]
        where = ":".join(str(step) for step in (first.file, first.line, first.column) if step)
        raise FrameworkError(
            f"{folder}: the framework has {len(errors)} error{'s' if len(errors) > 1 else ''}, the first at "
            f"{where}: {first.message} ({first.code}); see `rsetk-ld framework check --framework {folder}`"
        )
    cache.save(path, source.framework)
    return source.framework


def find_framework(spec: str) -> Framework:
    """Return the framework that `--framework` or a profile names.

    Raises `UsageError` where there is none of that name or IRI.

    >>> find_framework("rse").iri == find_framework("https://w3id.org/rsetk/framework").iri
    True
    """
    folder = Path(spec)
    if spec not in known_frameworks() and folder.is_dir():
        return load_framework(folder)
    if spec == SHIPPED or _names_release(shipped(), spec):
        return shipped()
    for name, place in known_frameworks().items():
        if place is not None and (name == spec or _folder_has(place, spec)):
            return load_framework(place)
    near = nearest(spec, known_frameworks())
    hint = f"; did you mean `{near}`?" if near else ""
    broken = [
        name for name, place in known_frameworks().items() if "://" in spec and place and not _whole(place)
    ]
    if broken:
        hint = f"; {', '.join(broken)} could be it, but cannot be read without errors"
    raise UsageError(
        f"no framework `{spec}`{hint} (give a folder with a {IDENTITY}, or add its place to RSETK_FRAMEWORKS)"
    )


def folder_of(spec: str | None) -> Path:
    """Return the folder of the framework that `--framework` names; of the shipped one where it names none.

    Raises `UsageError` where there is none of that name or IRI.
    """
    if spec is None or spec == SHIPPED:
        return shipped_folder()
    if Path(spec).is_dir():
        return Path(spec)
    named = known_frameworks().get(spec)
    if named is not None:
        return named
    found = find_framework(spec)
    for place in known_frameworks().values():
        if place is not None and (framework := _whole(place)) and framework.iri == found.iri:
            return place
    return shipped_folder()


def known_frameworks() -> dict[str, Path | None]:
    """Return the frameworks that can be named, by name, with their folders (None for the shipped one)."""
    known: dict[str, Path | None] = {SHIPPED: None}
    for entry in filter(None, os.environ.get("RSETK_FRAMEWORKS", "").split(os.pathsep)):
        place = Path(entry)
        folders = [place] if (place / IDENTITY).is_file() else sorted(place.glob(f"*/{IDENTITY}"))
        for folder in folders:
            folder = folder.parent if folder.name == IDENTITY else folder
            known.setdefault(folder.name, folder)
    return known


def _names_release(framework: Framework, iri: str) -> bool:
    return iri == framework.iri or iri.startswith(f"{framework.iri}/")


def _folder_has(folder: Path, iri: str) -> bool:
    framework = _whole(folder) if "://" in iri else None
    return framework is not None and _names_release(framework, iri)


def _whole(folder: Path) -> Framework | None:
    """Return the framework in a folder, or None where it has errors; those matter to who names it."""
    try:
        return load_framework(folder)
    except RsetkError:
        return None
