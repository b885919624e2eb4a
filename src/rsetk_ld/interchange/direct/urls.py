"""Addresses on the web: repaired where the repair is certain, doubted where they look wrong."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, urlsplit, urlunsplit

from rsetk_ld.identifiers import BadIdentifierError, check_iri

_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_BARE_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/.*)?", re.IGNORECASE | re.DOTALL)
_ROR = re.compile(r"(?:(?:https?://)?(?:www\.)?ror\.org/)?(0[a-z0-9]{6}[0-9]{2})/?", re.IGNORECASE)


@dataclass
class Address:
    """An address that can be used (or is empty), what was repaired, and what is doubtful."""

    url: str
    repairs: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    reason: str = ""
    """Why there is no address."""


def check_url(text: str) -> Address:
    """Judge an address.

    >>> check_url("https://en.wikipedia.org/wiki/Entity–relationship_model").url
    'https://en.wikipedia.org/wiki/Entity%E2%80%93relationship_model'
    >>> check_url("http://www.netlib.org/").doubts, check_url("javascript:alert(1)").reason
    (['not https'], 'no address on the web')
    """
    made = Address(text)
    if _BARE_HOST.fullmatch(text):
        made.url = f"https://{text}"
        made.repairs.append("`https://` put in front")
    _encode(made)
    try:
        parts = urlsplit(made.url)
        host = parts.hostname or ""
        check_iri(made.url)
    except (ValueError, BadIdentifierError):
        return Address("", reason="no well-formed address")
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return Address("", reason="no address on the web")
    if parts.scheme.lower() == "http":
        made.doubts.append("not https")
    if _searches(host, parts.path, parts.query):
        made.doubts.append("the page of a search, which changes")
    return made


def _encode(made: Address) -> None:
    """Percent-encode what cannot stand in an address; a host in other letters gets its ASCII form."""
    if re.fullmatch(r"[!-~]*", made.url) and not re.search(r"[\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})", made.url):
        return
    try:
        parts = urlsplit(made.url)
        host = parts.netloc.encode("ascii" if parts.netloc.isascii() else "idna").decode()
    except ValueError:
        return
    tidy = urlunsplit(parts._replace(netloc=host))
    tidy = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", tidy)
    made.url = quote(tidy, safe=_SAFE)
    made.repairs.append("spaces and letters beyond ASCII percent-encoded")


def _searches(host: str, path: str, query: str) -> bool:
    asked = {name.lower() for name in parse_qs(query, keep_blank_values=True)}
    is_search = path.rstrip("/").lower().endswith("/search") or host.split(".")[0] in {"search", "duckduckgo"}
    return is_search and bool(asked & {"q", "query", "search", "p"})


def check_ror(text: str) -> str:
    """Return the address of an organisation in ROR, or nothing.

    >>> check_ror("ror.org/027M9bs27/")
    'https://ror.org/027m9bs27'
    """
    match = _ROR.fullmatch(text)
    return f"https://ror.org/{match.group(1).lower()}" if match else ""
