"""The compiled form of frameworks: lines of JSON under the user's cache folder, named by a hash of every source file.

A cache that is missing, damaged, in the way or not writable costs time, never correctness: what is read must
have the right name, the right format and the right checksum, else the folder is compiled again.
"""

import hashlib
import json
import os
from pathlib import Path

from rsetk_ld.__about__ import __version__
from rsetk_ld.framework.model import LISTS, Framework
from rsetk_ld.vocabulary import generated_text

FORMAT = 2


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


def load(path: Path) -> Framework | None:
    """Return the compiled framework in a file, or None where it cannot be trusted.

    The file holds a checksum of the rest; the identity; the index; then one list of entries a line.
    """
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if checksum.decode("ascii") != hashlib.sha256(body).hexdigest():
            return None
        head, index, *lists = body.split(b"\n")
        sections = (line.partition(b" ") for line in lists)
        found = Framework(
            json.loads(head), {slot.decode(): text for slot, _, text in sections}, json.loads(index)
        )
        found.checksum = checksum.decode("ascii")
        return found
    except (OSError, ValueError, KeyError, TypeError):
        return None


def compiled(framework: Framework) -> bytes:
    """Return the compiled form of a framework, as `load` reads it."""
    lists = {slot: framework.entries(name) for name, slot in LISTS.items()}
    lines = [_json(framework.head), _json(framework.index)]
    lines += [slot.encode() + b" " + _json(entries) for slot, entries in lists.items()]
    return _checked(b"\n".join(lines))


def _checked(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def save(path: Path, framework: Framework) -> None:
    """Write the compiled framework, whole or not at all; give up in silence where that is not possible."""
    keep(path, compiled(framework))


def kept(name: str) -> bytes | None:
    """Return what was kept under a name, or None where it is not there or not as it was written."""
    try:
        checksum, _, body = (cache_folder() / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if checksum == hashlib.sha256(body).hexdigest().encode() else None


def keep_checked(name: str, body: bytes) -> None:
    """Keep something under a name, for `kept`."""
    keep(cache_folder() / name, _checked(body))


def keep(path: Path, content: bytes) -> None:
    """Write a file of the cache, whole or not at all; give up in silence where that is not possible."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return
