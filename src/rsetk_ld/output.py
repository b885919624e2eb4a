"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rsetk_ld.errors import RsetkError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing under a temporary name; give it its name when the block ends without an exception.

    Raises `RsetkError` where the folder cannot be written to or the disk is full.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with whole_file(folder / "a.txt") as out:
    ...     _ = out.write(b"all of it")
    >>> (folder / "a.txt").read_text()
    'all of it'
    """
    temporary: Path | None = None
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            # A pipe or a device is written to; a file put in its place would take it away.
            with path.open("wb") as out:
                yield out
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as out:
            yield out
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        _remove(temporary)
        raise RsetkError(f"{path}: cannot be written ({error.strerror or error})") from None
    except BaseException:
        _remove(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _remove(path: Path | None) -> None:
    if path is not None:
        path.unlink(missing_ok=True)


def write_texts(folder: Path, texts: dict[str, str], *, force: bool = False) -> list[Path]:
    """Write files below a folder and return their paths.

    Raises `RsetkError`, before anything is written, where one of them exists and `force` is not given.
    """
    paths = [folder / name for name in texts]
    existing = [path for path in paths if path.exists()]
    if existing and not force:
        raise RsetkError(f"{existing[0]} exists; give --force to overwrite it, or another folder")
    for path, text in zip(paths, texts.values(), strict=True):
        with whole_file(path) as out:
            out.write(text.encode())
    return paths
