"""Names of files as other programs want them: relative to the folder of the run, with slashes."""

import os
from pathlib import Path
from urllib.parse import quote


def relative(file: str) -> str | None:
    """Return the path from the working folder to a file below it, else None.

    >>> relative("./team/ada.yaml"), relative("../ada.yaml")
    ('team/ada.yaml', None)
    """
    path, here = _absolute(file), str(Path.cwd()).rstrip(os.sep) + os.sep
    if os.path.normcase(path).startswith(os.path.normcase(here)):
        return path[len(here) :].replace(os.sep, "/")
    return "." if path == here.rstrip(os.sep) else None


def uri_of(file: str) -> tuple[str, bool]:
    """Return the percent-encoded reference to a file, and whether it is relative to the working folder.

    >>> uri_of("my team/a:50%.yaml")
    ('my%20team/a%3A50%25.yaml', True)
    """
    inside = relative(file)
    if inside is not None:
        return quote(inside), True
    return Path(_absolute(file)).as_uri(), False


def _absolute(file: str) -> str:
    return os.path.abspath(file)  # noqa: PTH100 - `Path.resolve` follows links, which a name should keep
