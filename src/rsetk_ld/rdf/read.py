"""From statements to canonical instances.

Every statement is read, is known to be derived, or is reported: what the model has no place for is a finding
G002, a value of the wrong kind G004, a second value where one is meant G005.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from rsetk_ld.authoring.expand import canonical_order, numbered_order
from rsetk_ld.authoring.names import spoken
from rsetk_ld.findings import Findings
from rsetk_ld.identifiers import canonical_tag, child, key_of, nearest
from rsetk_ld.rdf.derive import derived
from rsetk_ld.rdf.emit import triples
from rsetk_ld.rdf.terms import XSD, iri
from rsetk_ld.vocabulary import Class, Slot, vocabulary

if TYPE_CHECKING:
    from pyoxigraph import Quad

Instance = dict[str, Any]
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")


class UnreadableError(ValueError):
    """A term that is not a value of the slot; the text says what is wanted."""


def read_instances(quads: "Iterable[Quad]", findings: Findings) -> list[tuple[str, Instance]]:
    """Return the instances that stand for themselves in a graph, with their classes, in order of IRI.

    >>> from rsetk_ld.rdf.parse import parse_rdf
    >>> text = b'<https://a.example/log> a <https://w3id.org/rsetk/schema/Evidence> .'
    >>> read_instances(parse_rdf(text, "turtle", "a.ttl"), Findings())
    [('Evidence', {'id': 'https://a.example/log'})]
    """
    return Reader(quads, findings).roots()


class Reader:
    """Reads the instances out of the statements of one document."""

    def __init__(self, quads: "Iterable[Quad]", findings: Findings) -> None:
        self.findings = findings
        self.index: dict[str, dict[str, list[Any]]] = {}
        self.blank: dict[str, str] = {}
        self.minted: set[str] = set()
        for quad in quads:
            subject = self._name(quad.subject)
            values = self.index.setdefault(subject, {}).setdefault(quad.predicate.value, [])
            if quad.object not in values:
                values.append(quad.object)
        self.used: set[tuple[str, str]] = set()
        self.derived: list[tuple[str, Slot, Any]] = []

    def _name(self, term: Any) -> str:
        """Return the IRI of a term; blank nodes are numbered as they come, since their labels change each time."""
        text = str(term.value)
        return self.blank.setdefault(text, f"_:{len(self.blank) + 1:04}") if _is(term, "BlankNode") else text

    def roots(self) -> list[tuple[str, Instance]]:
        """Read every instance that is not part of another, then report what nobody read."""
        classes = {subject: cls for subject in self.index if (cls := self._class_of(subject))}
        parts = {
            self._name(term)
            for subject, cls in classes.items()
            for slot in cls.slots.values()
            if slot.value == "part"
            for term in self.index[subject].get(slot.iri, ())
            if _is(term, "NamedNode", "BlankNode")
        }
        found = [
            (classes[subject].name, self.instance(subject, classes[subject], ""))
            for subject in sorted(classes)
            if subject not in parts
        ]
        self._report_unread(anything=bool(found))
        self._report_underived(found)
        return found

    def _class_of(self, subject: str) -> Class | None:
        known = vocabulary().by_iri
        types = sorted(term.value for term in self.index[subject].get(TYPE, ()) if _is(term, "NamedNode"))
        return next((known[type_] for type_ in types if type_ in known), None)

    def instance(self, subject: str, cls: Class, minted: str) -> Instance:
        """Return the instance of a class that the statements about a subject describe."""
        out: Instance = {"id": self._identity(subject, cls, minted)}
        statements = self.index.get(subject, {})
        self._use_types(subject, cls)
        for slot in cls.slots.values():
            terms = statements.get(slot.iri)
            if not terms:
                continue
            self.used.add((subject, slot.iri))
            if slot.derived:
                self.derived += [(subject, slot, term) for term in terms]
            else:
                value = self._value(slot, terms, out["id"])
                if value not in (None, [], {}):
                    out[slot.name] = value
        return out

    def _identity(self, subject: str, cls: Class, minted: str) -> str:
        if not subject.startswith("_:"):
            return subject
        lead = name = minted or f"urn:uuid:{uuid5(NAMESPACE_URL, subject + self._content())}"
        count = 1
        while name in self.minted or name in self.index:
            count += 1
            name = f"{lead}-{count}"
        self.minted.add(name)
        self.findings.add("G007", (subject,), what=spoken(cls.name), name=name)
        return name

    def _content(self) -> str:
        """Return everything that the document says, as text."""
        return "\n".join(
            f"{subject} {predicate} {self._name(term) if _is(term, 'BlankNode') else term}"
            for subject, statements in self.index.items()
            for predicate, terms in statements.items()
            for term in terms
        )

    def _minted(self, slot: Slot, subject: str, owner: str, place: int) -> str:
        """Return the IRI that a part without one would have in the form that people write, as far as it has one."""
        if not slot.many:
            return child(owner, f"_{slot.range.lower()}")
        if slot.keyed_by not in {"", "id"}:
            key = vocabulary().classes[slot.range].slots[slot.keyed_by].iri
            for term in self.index.get(subject, {}).get(key, ()):
                return child(owner, key_of(str(term.value)))
        return child(owner, str(place) if slot.numbered else f"{slot.name}-{place}")

    def _use_types(self, subject: str, cls: Class) -> None:
        statements = self.index.get(subject, {})
        self.used.add((subject, TYPE))
        for term in statements.get(TYPE, ()):
            if not (_is(term, "NamedNode") and term.value in cls.types):
                self.findings.add("G002", (subject,), predicate="rdf:type", value=_shown(term))

    def _value(self, slot: Slot, terms: list[Any], owner: str) -> Any:
        if slot.value in {"texts", "tagged"}:
            return self._texts(slot, terms, owner)
        if slot.value == "part":
            cls = vocabulary().classes[slot.range]
            subjects = sorted(self._name(term) for term in terms if _is(term, "NamedNode", "BlankNode"))
            for term in terms:
                if not _is(term, "NamedNode", "BlankNode"):
                    self._unreadable(slot, term, owner, f"a {slot.range}")
            made = [
                self.instance(subject, cls, self._minted(slot, subject, owner, place))
                for place, subject in enumerate(subjects, start=1)
            ]
            ordered = sorted(made, key=numbered_order if slot.numbered else canonical_order)
            return ordered if slot.many else self._only(slot, ordered, owner)
        values = []
        for term in terms:
            try:
                values.append(_READERS[slot.value](slot, term))
            except UnreadableError as error:
                self._unreadable(slot, term, owner, str(error))
        return sorted(values) if slot.many else self._only(slot, values, owner)

    def _unreadable(self, slot: Slot, term: Any, owner: str, wanted: str) -> None:
        self.findings.add("G004", (owner, slot.name), predicate=slot.name, value=_shown(term), wanted=wanted)

    def _only(self, slot: Slot, values: list[Any], owner: str) -> Any:
        if len(values) > 1:
            self.findings.add("G005", (owner, slot.name), predicate=slot.name, count=len(values))
        return values[0] if values else None

    def _texts(self, slot: Slot, terms: list[Any], owner: str) -> Any:
        tagged = [(canonical_tag(t.language), t.value) for t in terms if getattr(t, "language", None)]
        for term in terms:
            if not getattr(term, "language", None):
                self._unreadable(slot, term, owner, "a text with a language tag")
        if slot.value == "tagged":
            return [{"tag": tag, "value": text} for tag, text in sorted(tagged)]
        texts: dict[str, str] = {}
        for tag, text in sorted(tagged):
            if tag in texts:
                self.findings.add("F034", (owner, slot.name), language=tag)
            texts.setdefault(tag, text)
        return texts

    def _report_unread(self, *, anything: bool) -> None:
        """Report the statements that nobody read; where nothing was read at all, that is said once elsewhere."""
        for subject, statements in sorted(self.index.items()):
            for predicate, terms in sorted(statements.items()):
                if (subject, predicate) in self.used:
                    continue
                if _misspelt(predicate):
                    near = nearest(key_of(predicate), map(key_of, _terms()))
                    self.findings.add("G008", (subject,), suggestion=near, name=predicate)
                    continue
                for term in terms if anything else ():
                    self.findings.add("G002", (subject,), predicate=predicate, value=_shown(term))

    def _report_underived(self, found: list[tuple[str, Instance]]) -> None:
        """Report statements that should follow from a framework of the graph, and do not."""
        for _, framework in (each for each in found if each[0] == "Framework" and "version" in each[1]):
            follows = set(triples("Framework", derived(framework)))
            inside = {subject for subject, _, _ in follows}
            for subject, slot, term in self.derived:
                stated = (iri(subject), iri(slot.iri), str(term))
                if stated[0] in inside and stated not in follows:
                    self.findings.add("G002", (subject,), predicate=slot.name, value=_shown(term))


@cache
def _terms() -> frozenset[str]:
    """Return the IRIs of every slot of the schema."""
    return frozenset(slot.iri for cls in vocabulary().classes.values() for slot in cls.slots.values())


def _misspelt(predicate: str) -> bool:
    return predicate.startswith(vocabulary().prefixes["rsetk"]) and predicate not in _terms()


def _is(term: Any, *kinds: str) -> bool:
    return type(term).__name__ in kinds


def _shown(term: Any) -> str:
    return str(getattr(term, "value", term))


def _read_iri(slot: Slot, term: Any) -> str:
    if not _is(term, "NamedNode"):
        raise UnreadableError("an IRI")
    return str(term.value)


def _read_enum(slot: Slot, term: Any) -> str:
    values = vocabulary().enums[slot.range]
    text = values.texts.get(_shown(term)) if _is(term, "NamedNode") else None
    if text is None:
        raise UnreadableError("one of " + ", ".join(values.iris.values()))
    return text


def _lexical(term: Any, datatype: str) -> str:
    if getattr(getattr(term, "datatype", None), "value", "") != XSD + datatype:
        raise UnreadableError(f"an xsd:{datatype}")
    return str(term.value)


def _read_integer(slot: Slot, term: Any) -> int:
    text = _lexical(term, "integer")
    if not _INTEGER.fullmatch(text):
        raise UnreadableError("a whole number")
    return int(text)


def _read_decimal(slot: Slot, term: Any) -> float:
    text = _lexical(term, "decimal")
    if not _DECIMAL.fullmatch(text):
        raise UnreadableError("a decimal number")
    number = Decimal(text)
    return int(number) if "." not in text else float(number)


def _read_boolean(slot: Slot, term: Any) -> bool:
    text = _lexical(term, "boolean")
    if text not in {"true", "false", "1", "0"}:
        raise UnreadableError("true or false")
    return text in {"true", "1"}


def _read_date(slot: Slot, term: Any) -> str:
    text = _lexical(term, "date")
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UnreadableError("a date such as 2026-11-01") from None


def _read_string(slot: Slot, term: Any) -> str:
    return _lexical(term, "string")


_READERS: dict[str, Callable[[Slot, Any], Any]] = {
    "iri": _read_iri,
    "reference": _read_iri,
    "enum": _read_enum,
    "integer": _read_integer,
    "decimal": _read_decimal,
    "boolean": _read_boolean,
    "date": _read_date,
    "string": _read_string,
}
