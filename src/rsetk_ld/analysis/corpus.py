"""The files that a question is about, checked, converted and in a store.

Each profile, each role of its own and each release of a framework is a named graph. A question sees the graphs of its
subjects and of the frameworks that they were written for, and no others: so its time does not depend on what else
is in the store, and two versions of one profile never mix.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rsetk_ld.errors import RsetkError, UsageError
from rsetk_ld.findings import Finding
from rsetk_ld.framework import Framework
from rsetk_ld.identifiers import key_of, nearest
from rsetk_ld.loading import SUFFIXES, Loaded, load, loadable
from rsetk_ld.queries import bind, question
from rsetk_ld.rdf.emit import lines
from rsetk_ld.rdf.prepared import framework_triples
from rsetk_ld.rdf.serialize import Item, item_triples
from rsetk_ld.store import EmbeddedStore, Solutions
from rsetk_ld.store.results import solutions
from rsetk_ld.validation.meaning import judge

ASKED_ABOUT = ("PersonProfile", "RoleProfile")
WORDS = {"PersonProfile": "a profile", "RoleProfile": "a role"}


class InvalidFileError(RsetkError):
    """A file with errors, so that nothing can be said about what is in it; `findings` tells them."""

    exit_code = 1

    def __init__(self, name: str, findings: list[Finding]) -> None:
        super().__init__(f"{name} has errors; nothing can be said about it before they are put right")
        self.findings = findings


@dataclass(frozen=True)
class Subject:
    """A profile or a role in a corpus: its IRI, its class, the graph it is in, its framework, name and file."""

    iri: str
    class_name: str
    graph: str
    framework: Framework
    name: str
    file: str
    instance: Mapping[str, Any]

    @property
    def person(self) -> str:
        """Who a profile is about: ORCID iD, else pseudonym, else name, else the profile itself."""
        about = self.instance.get("about", {})
        return str(about.get("orcid") or about.get("pseudonym") or about.get("name") or self.iri)

    def _repr_html_(self) -> str:
        """Show a profile or a role in a notebook."""
        from rsetk_ld.analysis.portrait import portrait

        return portrait(self)._repr_html_()


class Corpus:
    """Profiles and roles with their frameworks, ready for questions.

    `framework` is used whatever a file says, as in `rsetk_ld.load`.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> corpus = Corpus()
    >>> ada = corpus.add(shipped_folder() / "examples" / "ada.yaml")
    >>> ada.name
    'Ada Example'
    """

    def __init__(self, framework: Framework | None = None, today: date | None = None) -> None:
        self.store = EmbeddedStore()
        self.today = today or date.today()
        self.notes: list[str] = []
        self._given = framework
        self._whole: set[str] = set()
        self._graphs: dict[str, object] = {}

    # ------------------------------------------------------------ what is in it

    def add(self, path: Path | str, *wanted: str) -> Subject:
        """Add a file with a profile or a role and return it; `wanted` narrows down the classes that will do.

        Raises `InvalidFileError` for a file with errors, `UsageError` for one that holds something else.
        """
        return self._add(load(Path(path), self._given), *wanted)

    def _add(self, loaded: Loaded, *wanted: str) -> Subject:
        path = loaded.name
        if loaded.valid:
            judge(loaded, self.today)
        if not loaded.valid:
            raise InvalidFileError(loaded.name, loaded.findings)
        fitting = [(name, data) for name, data in loaded.instances if name in (wanted or ASKED_ABOUT)]
        if not fitting:
            words = " or ".join(WORDS[name] for name in wanted or ASKED_ABOUT)
            raise UsageError(f"{path}: this holds {_told(loaded)}; give {words}")
        if len(fitting) > 1:
            raise UsageError(
                f"{path}: there are {len(fitting)} profiles or roles in it; give each a file of its own"
            )
        self.notes += [
            f"{loaded.name}: {each.message}" for each in loaded.findings if each.code in {"R008", "R009"}
        ]
        class_name, data = fitting[0]
        assert loaded.framework is not None
        return self._enter(class_name, data, loaded.framework, loaded.name)

    def profiles(self, paths: Iterable[Path]) -> list[Subject]:
        """Add every profile in files, folders and patterns, in order.

        Other files in a folder are passed over; raises `UsageError` where there is no profile at all.
        """
        found = list(self._profiles(list(paths)))
        if not found:
            raise UsageError("there are no profiles here; give files, or a folder that holds some")
        return found

    def _profiles(self, paths: Sequence[Path]) -> Iterator[Subject]:
        for path in paths:
            single = not path.is_dir()
            for file in loadable([path]):
                loaded = load(file, self._given)
                if single or _is_profile(loaded):
                    yield self._add(loaded, "PersonProfile")

    def _enter(self, class_name: str, data: Mapping[str, Any], framework: Framework, file: str) -> Subject:
        graph, number = data["id"], 1
        while self._graphs.get(graph, data) != data:
            number += 1
            graph = f"{data['id']}?version={number}"
        if graph not in self._graphs:
            self._graphs[graph] = data
            self.store.replace(graph, lines(item_triples(Item(class_name, data))))
        self.use(framework)
        return Subject(
            data["id"], class_name, graph, framework, _name(class_name, data, framework), file, data
        )

    def use(self, framework: Framework, *, whole: bool = False) -> None:
        """Put a release of a framework into the store, without the texts of its levels unless `whole` is asked for.

        The texts are more than a third of a framework, and no question about profiles needs them.
        """
        graph = framework.release
        if graph in self._whole or (graph in self._graphs and not whole):
            return
        self._graphs[graph] = framework
        if whole:
            self._whole.add(graph)
        self.store.replace(graph, framework_triples(framework, whole=whole))

    def target(self, spec: str, profile: Subject) -> Subject:
        """Return what a person aims at: a file with a role or a profile, or a role of the profile's framework.

        Raises `UsageError`, with a suggestion, where there is neither.
        """
        path = Path(spec)
        if path.is_file():
            return self.add(path)
        return self.role(spec, profile.framework)

    def role(self, spec: str, framework: Framework) -> Subject:
        """Return a role: from a file, or from the framework by key, label, CURIE or IRI."""
        if Path(spec).is_file():
            return self.add(Path(spec), "RoleProfile")
        if Path(spec).suffix.lower() in SUFFIXES:
            raise UsageError(f"{spec}: no such file; give a role, or the path of a file with one")
        roles = [entry for entry in framework.find(spec) if framework.class_of[entry["id"]] == "RoleProfile"]
        if not roles:
            known = [key_of(entry["id"]) for entry in framework.entries("RoleProfile")]
            near = nearest(spec, known)
            hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known) or 'none'}"
            raise UsageError(f"`{spec}` is neither a file nor a role of {framework.release}; {hint}")
        self.use(framework)
        iri = roles[0]["id"]
        return Subject(iri, "RoleProfile", framework.release, framework, framework.label(iri), "", roles[0])

    # ------------------------------------------------------------ asking

    def ask(self, name: str, subjects: Iterable[Subject], **values: Any) -> Solutions:
        """Ask a shipped question over the graphs of some subjects and their frameworks.

        The language of labels is the default of the first subject's framework unless it is given.
        """
        asked = question(name)
        given = list(subjects)
        graphs = [graph for each in given for graph in (each.graph, each.framework.release)]
        if "language" in asked.parameters and given:
            values.setdefault("language", given[0].framework.language)
        return solutions(self.store.query(bind(asked, values), list(dict.fromkeys(graphs))))  # type: ignore[arg-type]


def _name(class_name: str, data: Mapping[str, Any], framework: Framework) -> str:
    if class_name == "PersonProfile":
        about = data.get("about", {})
        named = about.get("name") or about.get("pseudonym")
        if named:
            return str(named)
    texts = data.get("label") or data.get("title") or {}
    return str(texts.get(framework.language) or next(iter(texts.values()), data["id"]))


def _told(loaded: Loaded) -> str:
    names = sorted({name for name, _ in loaded.instances})
    return ", ".join(names) if names else "nothing that can be asked about"


def _is_profile(loaded: Loaded) -> bool:
    return not loaded.valid or any(name == "PersonProfile" for name, _ in loaded.instances)
