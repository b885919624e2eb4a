"""Addresses on the web: one thing each, open, and worth keeping. What is known of sites is in `urls.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from rsetk_ld.validation.quality.report import KINDS, Report
from rsetk_ld.vocabulary import PACKAGE

SLOTS = ("url", "homepage", "see_also", "license", "found_in", "based_on")


def check(report: Report) -> None:
    """Report addresses of two entries, and those that are plain http, searches, tracked or hidden."""
    _shared(report)
    for iri, slot, address in _addresses(report):
        if address.startswith("http:") and not _is_identifier(address):
            report.add("F021", iri, slot, address, name=address)
        if ("?" in address or "earch" in address) and is_search(address):
            report.add("F022", iri, slot, address, name=address)
        if what := hidden_by(address):
            report.add("F023", iri, slot, address, what=what, name=address)


def _addresses(report: Report) -> Iterator[tuple[str, str, str]]:
    for iri, entry in report.by_iri.items():
        for slot in SLOTS:
            value = entry.get(slot, ())
            for address in [value] if isinstance(value, str) else value:
                yield iri, slot, address


def _shared(report: Report) -> None:
    """Report entries of one kind with one address."""
    first: dict[tuple[str, str], str] = {}
    for entry in report.living(*KINDS):
        if "url" not in entry:
            continue
        other = first.setdefault((report.class_of[entry["id"]].name, same_page(entry["url"])), entry["id"])
        if other != entry["id"]:
            report.add("F009", entry["id"], "url", other=report.name(other), kind=report.kind(other))


_COMMON = re.compile(r"https?://(?:www\.)?([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def same_page(address: str) -> str:
    """Return an address without what seldom matters: scheme, `www.`, case of the host, a slash at the end.

    >>> same_page("http://www.Example.org/git/") == same_page("https://example.org/git")
    True
    """
    match = _COMMON.fullmatch(address)
    return f"{match[1].lower()}{match[2].rstrip('/')}" if match else address


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "validation/quality/urls.toml").read_text(encoding="utf-8"))


@cache
def _paths(name: str) -> dict[str, list[str]]:
    """Return the beginnings of paths by host for a list of places, each a host with such a beginning."""
    listed = _known()["hiding"][name] if name in _known()["hiding"] else _known()[name]
    paths: dict[str, list[str]] = {}
    for place in listed:
        host, _, path = place.partition("/")
        paths.setdefault(host, []).append(f"/{path}")
    return paths


def _is_identifier(address: str) -> bool:
    parts = _split(address)
    return parts is not None and _below(_host(parts), parts.path, _paths("identifiers"))


def _below(host: str, path: str, places: Mapping[str, list[str]]) -> bool:
    """Say whether a path of a host lies below one of the places, which hold for hosts below theirs, too."""
    while host:
        if any(path.startswith(beginning) for beginning in places.get(host, ())):
            return True
        host = host.partition(".")[2]
    return False


def _host(parts: SplitResult) -> str:
    # `parts.hostname` checks the port and brackets and raises on nonsense, which is for others to report.
    return parts.netloc.rpartition("@")[2].partition(":")[0].lower()


def _on_host(host: str, pattern: str) -> bool:
    if pattern == "*":
        return True
    if pattern.endswith(".*"):
        return re.search(rf"(^|\.){re.escape(pattern[:-2])}(\.[a-z]+){{1,2}}$", host) is not None
    return host == pattern or host.endswith(f".{pattern}")


def is_search(address: str) -> bool:
    """Say whether an address is that of a page with search results.

    >>> is_search("https://www.google.com/search?q=git"), is_search("https://example.org/research?s=1")
    (True, False)
    """
    parts = _split(address)
    if parts is None:
        return False
    given = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    return any(
        _on_host(_host(parts), rule["host"])
        and re.fullmatch(rule["path"], parts.path) is not None
        and ("query" not in rule or not given.isdisjoint(rule["query"]))
        for rule in _known()["search"]
    )


def hidden_by(address: str) -> str:
    """Return how an address tracks its readers or hides where it leads, or nothing.

    >>> hidden_by("https://example.org/?utm_source=mail"), hidden_by("https://bit.ly/3abc")
    ('tracks readers by `utm_source`', 'is shortened by bit.ly')
    """
    parts = _split(address)
    if parts is None:
        return ""
    host = _host(parts)
    if host.removeprefix("www.") in _paths("shorteners"):
        return f"is shortened by {host}"
    if _below(host, parts.path, _paths("redirectors")):
        return f"leads through {host}"
    for name, _ in parse_qsl(parts.query, keep_blank_values=True) if parts.query else ():
        if _tracks(name.lower()):
            return f"tracks readers by `{name}`"
    return ""


def _tracks(name: str) -> bool:
    return any(
        name.startswith(known[:-1]) if known.endswith("*") else name == known
        for known in _known()["tracking"]["parameters"]
    )


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
