"""The compiled form of frameworks: JSON under the user's cache folder, named by a hash of every source file.

A cache that is missing, damaged, in the way or not writable costs time, never correctness: what is read must
have the right name, the right format and the right checksum, else the folder is compiled again.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from rsetk_ld.__about__ import __version__
from rsetk_ld.vocabulary import generated_text

FORMAT = 1


def fingerprint(folder: Path, paths: list[Path]) -> str:
    """Return a hash over the names and contents of the files, the schema and the version of the toolkit."""
    digest = hashlib.sha256(f"{FORMAT} {__version__}\n{generated_text('types.json')}".encode())
    for path in paths:
        content = path.read_bytes()
        digest.update(f"\n{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def cache_folder() -> Path:
    """Return where compiled frameworks are kept; `RSETK_CACHE` sets another place."""
    if given := os.environ.get("RSETK_CACHE"):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("rsetk-ld")


def load(path: Path) -> dict[str, Any] | None:
    """Return the compiled framework in a file, or None where it cannot be trusted."""
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if checksum.decode("ascii") != hashlib.sha256(body).hexdigest():
            return None
        loaded = json.loads(body)
    except (OSError, ValueError):
        return None
    return loaded if isinstance(loaded, dict) else None


def save(path: Path, data: dict[str, Any]) -> None:
    """Write the compiled framework, whole or not at all; give up in silence where that is not possible."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return
