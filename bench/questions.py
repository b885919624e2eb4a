"""Time the shipped questions in stores of different sizes, and on rdflib over the same triples.

In a store, each question is asked as the toolkit asks it: over the graphs that it is about. rdflib holds the graphs of
the question and no others, which favours it.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox
import rdflib
from profiles import profile

from rsetk_ld.analysis import Corpus
from rsetk_ld.findings import Findings
from rsetk_ld.framework import shipped
from rsetk_ld.profiles.expand import expand_profile
from rsetk_ld.queries import bind, question, questions
from rsetk_ld.rdf.emit import lines
from rsetk_ld.rdf.serialize import Item, item_triples

GROUP = 50
"""How many people a group has."""


def values() -> dict[str, Any]:
    """Return a value for each name that a parameter of the questions has."""
    fw = shipped()
    people = [f"https://people.example/p{number}" for number in range(GROUP)]
    roles = [entry["id"] for entry in fw.entries("RoleProfile")]
    skills = [entry["id"] for entry in fw.entries("Skill")]
    return {
        "profile": people[0],
        "profiles": people,
        "target": roles[0],
        "role": roles[0],
        "roles": roles[:3],
        "skill": skills[0],
        "skills": skills[:10],
        "framework": fw.iri,
        "scale": fw.head["default_scale"],
        "lowest": 0,
        "rank": 3,
        "language": "en",
    }


def quads(count: int) -> Iterator[str]:
    """Yield the N-Quads of some profiles of 60 skills, a named graph each."""
    for number in range(count):
        made = expand_profile(profile(number), shipped(), Findings(file="bench"))
        yield "".join(lines(item_triples(Item("PersonProfile", made)), made["id"]))


def store(count: int) -> Corpus:
    """Return a corpus with the framework and some profiles."""
    corpus = Corpus()
    corpus.use(shipped(), whole=True)
    corpus.store.load(quads(count))
    return corpus


def graphs_of(given: Mapping[str, Any]) -> list[str]:
    """Return the graphs that a question with these values is about."""
    people = [*given.get("profiles", ()), *([given["profile"]] if "profile" in given else [])]
    return [shipped().release, *people]


def median(runs: int, ask: Callable[[], Any]) -> float:
    """Return the median time of an action in seconds, after one run to warm up."""
    ask()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def by_us(corpus: Corpus, sparql: str, graphs: list[str]) -> Callable[[], Any]:
    """Return an action that asks a store as the toolkit does."""
    return lambda: list(corpus.store.query(sparql, graphs))


def by_rdflib(corpus: Corpus, sparql: str, graphs: list[str]) -> Callable[[], Any]:
    """Return an action that asks rdflib the same over the same triples."""
    dump = corpus.store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", graphs)
    graph = rdflib.Graph().parse(data=ox.serialize(dump, format=ox.RdfFormat.N_TRIPLES), format="nt")  # type: ignore
    return lambda: list(graph.query(sparql))


def rows(runs: int, sizes: tuple[int, int] = (100, 10_000)) -> Iterator[tuple[str, list[float], float]]:
    """Yield for each question its time in each store, and rdflib's."""
    stores = [store(size) for size in sizes]
    known = values()
    for asked in questions():
        given = {name: known[name] for name in asked.parameters}
        sparql, graphs = bind(question(asked.name), given), graphs_of(given)
        ours = [median(runs, by_us(held, sparql, graphs)) for held in stores]
        theirs = median(1, by_rdflib(stores[0], sparql, graphs))
        yield asked.name, ours, theirs
