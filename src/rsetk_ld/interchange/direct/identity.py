"""The identity of the imported framework: CITATION.cff, and what the caller says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rsetk_ld.documents import read_document
from rsetk_ld.errors import UsageError
from rsetk_ld.identifiers import BadIdentifierError, check_iri
from rsetk_ld.interchange.direct import texts
from rsetk_ld.interchange.direct.report import Report
from rsetk_ld.interchange.direct.urls import check_url

DIRECT = "https://w3id.org/rsetk/direct"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
SCALE = "direct"
CITATION = "CITATION.cff"
_LICENCES = {"CC-BY-4.0": LICENCE, "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/"}


@dataclass(frozen=True)
class Options:
    """What the caller may say about the identity of the imported framework."""

    iri: str = DIRECT
    base: str = ""
    prefix: str = "direct"
    version: str = ""
    title: str = ""
    licence: str = ""
    language: str = "en"

    def checked(self) -> "Options":
        """Return the options with the base filled in; raises `UsageError` for what cannot be used."""
        base = self.base or f"{self.iri}/"
        for name, iri in (("iri", self.iri), ("base", base), ("licence", self.licence or LICENCE)):
            try:
                check_iri(iri)
            except BadIdentifierError:
                raise UsageError(f"{name}: `{iri}` is not an IRI") from None
        if not base.endswith("/"):
            raise UsageError(f"base: `{base}` does not end in a slash")
        if self.prefix and not re.fullmatch(r"[a-z][a-z0-9]*", self.prefix):
            raise UsageError(f"prefix: `{self.prefix}` is not a word of small letters and digits")
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", self.language):
            raise UsageError(f"language: `{self.language}` is not a language tag")
        return replace(self, base=base)


def identity(folder: Path, options: Options, report: Report) -> dict[str, Any]:
    """Return the content of `framework.yaml`, without the entries."""
    path = next((p for p in (folder / CITATION, folder.parent / CITATION) if p.is_file()), None)
    cited: Mapping[str, Any] = read_document(path).data if path else {}
    version = options.version or _line(cited.get("version"))
    if not version:
        where = f"{path} has no version" if path else f"no {CITATION} in {folder}"
        raise UsageError(f"{where}; give the version of the framework (`--release` on the command line)")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+_-]*", version):
        raise UsageError(f"version: `{version}` cannot stand in an IRI; give one such as 2.0.0")
    if path is None:
        what = f"no {CITATION}: nobody is credited by name, and title and licence are those known of DIRECT"
        report.file("I002", str(folder), what)
    title = options.title or _line(cited.get("title")) or "DIRECT competencies framework"
    doi = _doi(cited)
    data = {
        "id": options.iri,
        "title": title,
        "description": _line(cited.get("abstract")),
        "version": version,
        "issued": _date(cited.get("date-released")),
        "license": options.licence or _licence(cited.get("license"), path, report),
        "attribution": [_credit(cited, title, version, doi)],
        "homepage": _homepage(cited, path, report),
        "base": options.base,
        "prefix": options.prefix,
        "default_language": options.language,
        "scale": SCALE,
        "see_also": [f"https://doi.org/{doi}"] if doi else [],
    }
    return {name: value for name, value in data.items() if value}


def _line(value: object) -> str:
    usable = isinstance(value, str | int | float) and not isinstance(value, bool)
    return texts.clean(str(value), lines=False)[0] if usable else ""


def _date(value: object) -> str:
    text = _line(value)
    return text if re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", text) else ""


def _licence(value: object, path: Path | None, report: Report) -> str:
    name = _line(value)
    if name and name not in _LICENCES and re.fullmatch(r"[A-Za-z0-9.+-]+", name):
        return f"https://spdx.org/licenses/{name}"
    if path and name not in _LICENCES:
        report.file("I002", str(path), f"no licence that can be read; {LICENCE} is that of DIRECT")
    return _LICENCES.get(name, LICENCE)


def _homepage(cited: Mapping[str, Any], path: Path | None, report: Report) -> str:
    for name in ("url", "repository-code"):
        if text := _line(cited.get(name)):
            made = check_url(text)
            if made.url:
                return made.url
            report.file("I003", str(path), f"{name}: {made.reason}: {text}")
    return ""


def _doi(cited: Mapping[str, Any]) -> str:
    identifiers = cited.get("identifiers")
    listed = (
        [entry for entry in identifiers if isinstance(entry, dict)] if isinstance(identifiers, list) else []
    )
    values = [_line(cited.get("doi")), *(_line(i.get("value")) for i in listed if i.get("type") == "doi")]
    return next((value for value in values if re.fullmatch(r"10\.[0-9]{4,9}/[!-;=?-~]+", value)), "")


def _credit(cited: Mapping[str, Any], title: str, version: str, doi: str) -> str:
    """Return what the licence asks for: authors, title, version, identifier, and that it was changed."""
    people = cited.get("authors")
    known = [person for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    authors = ", ".join(filter(None, map(_author, known)))
    parts = [authors.rstrip("."), f"{title} (version {version})", f"https://doi.org/{doi}" if doi else ""]
    credit = ". ".join(filter(None, parts))
    return f"{credit}. Converted by rsetk-ld; the report of the import lists the changes."


def _author(person: Mapping[str, Any]) -> str:
    family, given = _line(person.get("family-names")), _line(person.get("given-names"))
    initials = " ".join(f"{word[0]}." for word in given.split())
    return f"{family}, {initials}" if family and initials else family or given or _line(person.get("name"))
