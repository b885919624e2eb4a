"""From any file to canonical instances, with everything that is wrong on the way.

The stages are: text, document, sort, structure, framework, expansion. `load` runs them all and never raises for
what a file contains.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from rsetk_ld.authoring.canonical import from_canonical
from rsetk_ld.authoring.names import spoken
from rsetk_ld.authoring.structure import pruned, structure_findings
from rsetk_ld.documents import Document, DocumentError, Limits, read_document
from rsetk_ld.errors import RsetkError
from rsetk_ld.findings import Finding, Findings, located
from rsetk_ld.findings import Path as Steps
from rsetk_ld.framework import Framework, Source, compile_framework, find_framework, shipped
from rsetk_ld.framework.compile import IDENTITY
from rsetk_ld.profiles.expand import expand_mappings, expand_profile, expand_resources, expand_role
from rsetk_ld.profiles.sort import Sort, sort_of
from rsetk_ld.rdf.derive import plain
from rsetk_ld.rdf.parse import format_of, parse_rdf
from rsetk_ld.rdf.read import read_instances
from rsetk_ld.vocabulary import vocabulary

Instance = dict[str, Any]
GRAPH_LIMITS = Limits(max_bytes=256 << 20)
UNREADABLE = {"Y001", "Y002"}
SUFFIXES = {".yaml", ".yml", ".json", ".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf"}


@dataclass
class Loaded:
    """What a file gave: its sort, its instances by class, the framework they refer to, and the findings.

    `spots` leads from the IRI of an instance to its place in the document; `source` is there for framework
    folders only.
    """

    name: str
    sort: Sort = ""
    instances: list[tuple[str, Instance]] = field(default_factory=list)
    framework: Framework | None = None
    findings: list[Finding] = field(default_factory=list)
    document: Document | None = None
    spots: dict[str, Steps] = field(default_factory=dict)
    source: Source | None = None
    readable: bool = True

    @property
    def canonical(self) -> bool:
        """Whether the document names slots as the schema does rather than as people write them."""
        return self.sort.startswith("canonical")

    @property
    def valid(self) -> bool:
        """Whether there is no error."""
        return not any(finding.severity == "error" for finding in self.findings)

    def add(self, found: list[Finding]) -> None:
        """Add findings, with their lines where the file has lines."""
        self.findings += located(found, self.document) if self.document and found else found


def load(path: Path, framework: Framework | None = None) -> Loaded:
    """Read a file or a framework folder.

    `framework` is used whatever the file says; else the file's own `framework` decides, else the shipped one.

    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> load(shipped_folder()).sort
    'framework'
    """
    loaded = Loaded(str(path))
    try:
        if path.is_dir() or path.name == IDENTITY:
            _load_folder(loaded, path if path.is_dir() else path.parent)
        elif format_ := format_of(path):
            _load_graph(loaded, path, format_, framework)
        else:
            loaded.document = read_document(path)
            _load_document(loaded, loaded.document, path, framework)
    except DocumentError as error:
        loaded.readable = error.code not in UNREADABLE
        loaded.findings.append(error.finding())
    except OSError as error:
        loaded.readable = False
        reason = f"cannot be read: {(error.strerror or str(error)).lower()}"
        loaded.findings.append(DocumentError("Y001", {"reason": reason}, name=loaded.name).finding())
    return loaded


def _load_folder(loaded: Loaded, folder: Path) -> None:
    source = compile_framework(folder)
    loaded.sort, loaded.source, loaded.framework = "framework", source, source.framework
    loaded.findings += source.findings
    loaded.readable = bool(source.documents) or not any(f.code in UNREADABLE for f in source.findings)
    if source.framework:
        loaded.instances.append(("Framework", source.framework.data))


def _load_graph(loaded: Loaded, path: Path, format_: str, framework: Framework | None) -> None:
    loaded.sort = "graph"
    found = Findings(file=loaded.name)
    # A sparse file or a device has no useful size; it is read up to the limit and no further.
    with path.open("rb") as file:
        too_large = os.fstat(file.fileno()).st_size > GRAPH_LIMITS.max_bytes
        data = b"" if too_large else file.read(GRAPH_LIMITS.max_bytes + 1)
    if too_large or len(data) > GRAPH_LIMITS.max_bytes:
        raise DocumentError("Y002", {"limit": GRAPH_LIMITS.max_bytes}, name=loaded.name)
    loaded.instances = read_instances(parse_rdf(data, format_, loaded.name, GRAPH_LIMITS), found)
    for class_name, instance in loaded.instances:
        for finding in structure_findings(instance, class_name, loaded.name, "schema.json"):
            found.append(replace(finding, path=(instance["id"], *finding.path)))
    if not loaded.instances:
        found.add("G003")
    for class_name, instance in loaded.instances:
        cls = vocabulary().classes[class_name]
        if not (cls.document or cls.kind):
            found.add("G009", (instance["id"],), what=spoken(class_name))
        if class_name == "Framework":
            _adopt(loaded, instance, path)
        elif "framework" in instance and loaded.framework is None:
            loaded.framework = _choose(instance["framework"], framework, found, ())
    if loaded.framework is None:
        loaded.framework = framework or shipped()
    loaded.findings += found


def _adopt(loaded: Loaded, instance: Instance, path: Path) -> None:
    """Judge a document that holds a framework by that framework."""
    if _complete(instance):
        loaded.framework = Framework(instance)
        loaded.source = Source(path, loaded.framework)


def _complete(instance: Instance) -> bool:
    return {"id", "version", "base", "default_language"} <= set(instance)


def _load_document(loaded: Loaded, document: Document, path: Path, framework: Framework | None) -> None:
    data = document.data
    loaded.sort = sort_of(data)
    if loaded.sort == "":
        reason = (
            "cannot tell what this is: a profile has `skills`, a role `requirements`, resources `resources`"
        )
        raise DocumentError("Y017", {"reason": reason}, name=loaded.name)
    if loaded.sort == "fragment":
        _load_folder_of(loaded, path)
        return
    if loaded.sort.startswith("canonical "):
        _load_canonical(loaded, data, framework)
        return
    structure = structure_findings(data, loaded.sort, loaded.name)
    found = Findings(file=loaded.name)
    kept = pruned(data, structure)
    chosen = _choose(kept.get("framework"), framework, found, ("framework",))
    loaded.add([*structure, *found])
    if chosen is None and kept.get("framework") is not None:
        # Names mean nothing without the framework, and another one's suggestions would mislead.
        return
    loaded.framework = chosen or shipped()
    found = Findings(file=loaded.name)
    _expand(loaded, kept, found)
    loaded.add(found)


def _expand(loaded: Loaded, data: Mapping[str, Any], found: Findings) -> None:
    framework = loaded.framework
    assert framework is not None
    if loaded.sort == "profile":
        loaded.instances = [("PersonProfile", expand_profile(data, framework, found, loaded.spots))]
    elif loaded.sort == "role":
        loaded.instances = [("RoleProfile", expand_role(data, framework, found, loaded.spots))]
    elif loaded.sort == "mappings":
        loaded.instances = [("MappingSet", expand_mappings(data, framework, found, loaded.spots))]
    else:
        resources, providers = expand_resources(data, framework, found, loaded.spots)
        loaded.instances = [("LearningResource", item) for item in resources]
        loaded.instances += [("Provider", item) for item in providers]


def _load_folder_of(loaded: Loaded, path: Path) -> None:
    """Read the framework that a fragment belongs to: the folder above it that has an identity file."""
    for folder in path.resolve().parents:
        if (folder / IDENTITY).is_file():
            _load_folder(loaded, folder)
            return
    raise DocumentError(
        "Y017",
        {
            "reason": f"part of a framework, but neither is it called {IDENTITY} nor has a folder above it "
            "a file of that name"
        },
        name=loaded.name,
    )


def _load_canonical(loaded: Loaded, data: Mapping[str, Any], framework: Framework | None) -> None:
    class_name = loaded.sort.split()[1]
    structure = structure_findings(data, class_name, loaded.name, "schema.json")
    loaded.add(structure)
    if structure.errors:
        return
    found = Findings(file=loaded.name)
    chosen = (
        _choose(data.get("framework"), framework, found, ("framework",))
        if class_name != "Framework"
        else None
    )
    loaded.framework = chosen or framework or shipped()
    own = loaded.framework.names.prefixes
    if class_name == "Framework":
        own = vocabulary().prefixes_for(str(data.get("base", "")), str(data.get("prefix", "")))
    # The prefixes of the schema go first: to LinkML's tools they are all there are.
    prefixes = {**own, **vocabulary().prefixes}
    instance = from_canonical(class_name, data, prefixes, found, loaded.spots)
    if class_name == "Framework":
        _adopt(loaded, instance, Path(loaded.name))
    loaded.instances = [(class_name, plain(class_name, instance))]
    loaded.add(found)


def _choose(stated: str | None, given: Framework | None, found: Findings, path: Steps) -> Framework | None:
    """Return the framework to use, and say where that is not the one that the file names."""
    if stated is None:
        return given
    try:
        chosen = given or _find(stated)
    except RsetkError as error:
        found.add("R007", path, reason=str(error))
        return None
    version = stated.removeprefix(f"{chosen.iri}/")
    if "://" not in stated or stated == chosen.iri:
        return chosen
    if version == stated:
        found.add("R009", path, stated=stated, used=chosen.iri)
    elif version != chosen.version:
        found.add("R008", path, stated=version, used=chosen.version)
    return chosen


@lru_cache(maxsize=64)
def _find(spec: str) -> Framework:
    return find_framework(spec)


def loadable(paths: list[Path]) -> Iterator[Path]:
    """Yield the files to read for files, folders and patterns, as they are found.

    A folder with a framework counts as one; any other folder stands for the files below it, but for hidden ones
    and the JSON Schemas that `rsetk-ld init` puts beside its files.

    >>> [str(path) for path in loadable([Path("no-such-file.yaml")])]
    ['no-such-file.yaml']
    """
    for path in dict.fromkeys(paths):
        yield from _below(path)


def _below(path: Path) -> Iterator[Path]:
    if any(sign in str(path) for sign in "*?[") and not _exists(path):
        yield from _matching(path)
        return
    try:
        entries = sorted(path.iterdir()) if path.is_dir() and not (path / IDENTITY).is_file() else None
    except OSError:
        entries = None  # whoever reads the path will be told why
    if entries is None:
        yield path
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(".schema.json"):
            continue
        folder = entry.is_dir()
        if (folder and entry.is_symlink()) or (entry.exists() and not folder and not entry.is_file()):
            continue  # a link could lead in a circle, and a pipe would keep us waiting
        if folder or entry.suffix.lower() in SUFFIXES:
            yield from _below(entry)


def _matching(pattern: Path) -> Iterator[Path]:
    """Yield what a pattern stands for, hidden files left out as a shell does; the pattern itself if nothing fits."""
    steps = pattern.relative_to(pattern.anchor) if pattern.anchor else pattern
    try:
        matches = sorted(Path(pattern.anchor or ".").glob(str(steps)))
    except (OSError, ValueError):
        matches = []
    hidden = any(step.startswith(".") for step in steps.parts)
    shown = [
        match
        for match in matches
        if hidden or not any(step.startswith(".") for step in match.parts if step != "..")
    ]
    if not shown:
        yield pattern
    for match in shown:
        yield from _below(match)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
