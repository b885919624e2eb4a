"""Keys, IRIs and CURIEs: what they look like, and how one becomes another.

A key is what people write (`version-control`), an IRI is what data carries
(`https://w3id.org/rsetk/skill/version-control`), a CURIE is short for an IRI (`skill:version-control`).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
KEY_LENGTH = 128
SCHEMES = frozenset({"http", "https", "urn", "doi", "ftp", "file", "did", "tag", "data", "info", "ark"})
_CURIE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)


class BadIdentifierError(ValueError):
    """A text that cannot be an identifier; `code` and `fields` make the finding.

    `suggest` finds what was probably meant. That takes time, so it runs when somebody asks.
    """

    def __init__(self, code: str, suggest: Callable[[], str] = str, **fields: str) -> None:
        super().__init__(code)
        self.code, self.fields, self._suggest = code, fields, suggest

    @property
    def suggestion(self) -> str:
        """What was probably meant, or nothing."""
        return self._suggest()


def is_key(text: str) -> bool:
    """Say whether the text is a key.

    >>> is_key("version-control"), is_key("Version control")
    (True, False)
    """
    return len(text) <= KEY_LENGTH and KEY.fullmatch(text) is not None


def key_of(iri: str) -> str:
    """Return the last part of an IRI, after the last slash or hash.

    >>> key_of("https://w3id.org/rsetk/skill/version-control")
    'version-control'
    """
    return re.split(r"[/#]", iri)[-1]


def canonical_tag(tag: str) -> str:
    """Return a language tag in the case that BCP 47 recommends; RDF stores compare tags without case.

    >>> canonical_tag("pt-br"), canonical_tag("ZH-hant-tw")
    ('pt-BR', 'zh-Hant-TW')
    """
    first, *rest = tag.split("-")
    shaped = [
        part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in rest
    ]
    return "-".join([first.lower(), *shaped])


def child(parent: str, local: str) -> str:
    """Return the IRI of a part: the parent's with a fragment, or a longer fragment.

    >>> child("https://ada.example/skills", "testing")
    'https://ada.example/skills#testing'
    >>> child("https://w3id.org/rsetk/skill/testing#working", "1")
    'https://w3id.org/rsetk/skill/testing#working-1'
    """
    return f"{parent}-{local}" if "#" in parent else f"{parent}#{local}"


@lru_cache(maxsize=4096)
def check_iri(text: str) -> str:
    """Return the text if it is an absolute IRI (RFC 3987, as checked by Oxigraph).

    >>> check_iri("https://ada.example/a b")
    Traceback (most recent call last):
    rsetk_ld.identifiers.BadIdentifierError: R004
    """
    from pyoxigraph import NamedNode

    try:
        NamedNode(text)
    except ValueError as error:
        raise BadIdentifierError("R004", name=text, reason=str(error)) from None
    return text


def expand(text: str, prefixes: Mapping[str, str]) -> str:
    """Return the IRI that a CURIE or IRI stands for.

    Raises `BadIdentifierError` R003 for a prefix that nobody declared, R004 for what is no IRI, R005 for a
    bare word.

    >>> expand("esco:123", {"esco": "http://data.europa.eu/esco/skill/"})
    'http://data.europa.eu/esco/skill/123'
    """
    if text.startswith(("https://", "http://")):
        return check_iri(text)
    match = _CURIE.fullmatch(text)
    if not match:
        raise BadIdentifierError("R005", name=text)
    prefix, rest = match.groups()
    if rest.startswith("//"):
        return check_iri(text)
    if prefix in prefixes:
        return check_iri(prefixes[prefix] + rest)
    if prefix.lower() in SCHEMES:
        return check_iri(text)
    raise BadIdentifierError("R003", partial(nearest, prefix, prefixes), name=text, prefix=prefix)


def compact(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return the CURIE for an IRI where a prefix fits and the local name is plain, else the IRI.

    >>> compact("https://w3id.org/rsetk/skill/testing", {"skill": "https://w3id.org/rsetk/skill/"})
    'skill:testing'
    """
    for prefix, base in prefixes.items():
        if iri.startswith(base):
            local = iri[len(base) :]
            if re.fullmatch(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?", local):
                return f"{prefix}:{local}"
    return iri


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`, or an empty string where none is near.

    >>> nearest("version-controll", ["version-control", "testing"])
    'version-control'
    """
    from difflib import get_close_matches

    folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(name.casefold()[:200], folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""
