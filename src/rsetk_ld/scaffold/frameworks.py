"""A folder to start a framework from: two skills, four levels, and what each file is for."""

import re

from rsetk_ld.authoring.editor import markdown
from rsetk_ld.errors import UsageError
from rsetk_ld.identifiers import BadIdentifierError, check_iri
from rsetk_ld.scaffold.text import checked_tag, filled, remark, schema_line, yaml

FILES = (
    "framework.yaml",
    "scales.yaml",
    "domains.yaml",
    "skills/understanding.yaml",
    "roles.yaml",
    "README.md",
)
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def framework_files(
    *,
    title: str,
    base: str,
    description: str = "",
    prefix: str = "",
    language: str = "en",
    license: str = "",  # noqa: A002 (as in the file)
    schema: str = "",
) -> dict[str, str]:
    """Return the files of a new framework by path.

    `schema` is the address of a schema, or its path seen from the folder.

    Raises `UsageError` for a base, prefix, language or licence that cannot be right.

    >>> files = framework_files(title="Skills of editors", base="https://fw.example/")
    >>> files["framework.yaml"].splitlines()[6]
    'id: https://fw.example/framework'
    """
    base = base if base.endswith("/") else f"{base}/"
    _check(base, prefix, license)
    identity = {"id": f"{base}framework", "title": title.strip(), "description": description.strip()}
    identity |= {"version": "0.1.0", "base": base, "prefix": prefix}
    values = {
        "base": remark(base),
        "identity": yaml(**{name: value for name, value in identity.items() if value}),
        "license": yaml(license=license) if license else f"# license: {LICENSE}",
        "language": yaml(default_language=checked_tag(language)),
        "heading": markdown(title.strip()),
    }
    made = {}
    for path in FILES:
        made[path] = filled(f"framework/{path}", schema=schema_line(_seen_from(path, schema)), **values)
    return made


def _check(base: str, prefix: str, license_: str) -> None:
    for what, iri in (("base", base), ("licence", license_)):
        try:
            if iri and "://" not in check_iri(iri):
                raise UsageError(f"the {what} `{remark(iri)}` is not an address; it begins with https://")
        except BadIdentifierError as bad:
            raise UsageError(f"the {what} `{remark(iri)}` is not an IRI: {bad.fields['reason']}") from None
    if prefix and not re.fullmatch("[a-z][a-z0-9]*", prefix, re.ASCII):
        raise UsageError(f"`{remark(prefix)}` is no prefix: small letters and digits, a letter first")


def _seen_from(path: str, schema: str) -> str:
    """Return the path of the schema as seen from a file of the folder."""
    relative = schema and "://" not in schema and not schema.startswith("/")
    return "../" * path.count("/") + schema if relative else schema
