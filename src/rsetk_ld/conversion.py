"""Files to RDF and back.

A conversion is exact, or it says what it left out; a file with errors is not converted at all.
"""

import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from rsetk_ld.authoring.canonical import to_canonical
from rsetk_ld.errors import UsageError
from rsetk_ld.findings import Finding
from rsetk_ld.framework import Framework, shipped
from rsetk_ld.loading import Loaded, load, loadable
from rsetk_ld.output import whole_file
from rsetk_ld.rdf.serialize import FORMATS as RDF_FORMATS
from rsetk_ld.rdf.serialize import Item, write
from rsetk_ld.validation.meaning import judge
from rsetk_ld.vocabulary import vocabulary

TOLD = {"R008", "G002", "G007"}
FORMATS = (*RDF_FORMATS, "yaml", "json")
SUFFIX = {
    "turtle": ".ttl",
    "jsonld": ".jsonld",
    "ntriples": ".nt",
    "nquads": ".nq",
    "trig": ".trig",
    "rdfxml": ".rdf",
    "yaml": ".yaml",
    "json": ".json",
}


@dataclass
class Conversion:
    """What a conversion did: the files read, those with errors, the triples written, and every finding.

    `unreadable` counts those of the failed files that could not even be opened.
    """

    read: int = 0
    failed: int = 0
    unreadable: int = 0
    triples: int = 0
    written: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every file was converted."""
        return self.failed == 0


def convert(
    paths: Iterable[Path],
    to: str,
    output: Path | BinaryIO,
    *,
    framework: Framework | None = None,
    canonical: bool = False,
) -> Conversion:
    """Convert files, folders and patterns into one file or stream, or each into a file of its own in a folder.

    With one output, an error in any file means that nothing is written; with a folder, the other files are.
    `canonical` asks for the canonical instance in YAML or JSON, which LinkML's tools read, in the place of the
    authoring form.

    >>> import io
    >>> from rsetk_ld.framework.locate import shipped_folder
    >>> out = io.BytesIO()
    >>> convert([shipped_folder()], "nquads", out).complete
    True
    """
    if to not in FORMATS:
        raise UsageError(f"no format `{to}`; there are {', '.join(FORMATS)}")
    done = Conversion()
    paths = list(paths)
    if isinstance(output, Path) and output.is_dir():
        given = list(loadable(paths))
        if not given:
            raise _nothing(paths)
        targets = _targets(given, output, to)
        _spare(given, targets)
        for path, target in zip(given, targets, strict=True):
            _convert_into(path, given, target, to, framework, canonical, done)
        return done
    if isinstance(output, Path):
        _spare(paths, [output])
    with tempfile.SpooledTemporaryFile(max_size=16 << 20) as spool:
        _convert_all(_loaded(paths, framework, done), to, spool, canonical, done)
        if not done.complete:
            return done
        if not done.read:
            raise _nothing(paths)
        if isinstance(output, Path):
            _save(output, spool, done)
        else:
            spool.seek(0)
            shutil.copyfileobj(spool, output)
    return done


def _nothing(paths: list[Path]) -> UsageError:
    names = ", ".join(map(str, paths))
    return UsageError(f"{names}: nothing to convert; give profiles, or a folder that holds some")


def _spare(sources: list[Path], targets: list[Path]) -> None:
    """Refuse to write over what is read."""
    read = {source.resolve() for source in sources}
    for target in targets:
        if target.resolve() in read:
            raise UsageError(f"{target} would be written over itself; give another name with -o")


def _targets(paths: list[Path], folder: Path, to: str) -> list[Path]:
    """Return the file in the folder for each path."""
    targets: dict[Path, Path] = {}
    for path in paths:
        name = path.resolve().name if path.is_dir() else path.stem
        target = folder / (name + SUFFIX[to])
        if target in targets:
            raise UsageError(
                f"{targets[target]} and {path} would both become {target}; convert them into different folders"
            )
        targets[target] = path
    return list(targets)


def _convert_into(
    path: Path,
    given: list[Path],
    target: Path,
    to: str,
    framework: Framework | None,
    canonical: bool,
    done: Conversion,
) -> None:
    """Convert one file into one; into several with numbers where YAML or JSON has a document for each instance."""
    one = Conversion()
    documents = list(_loaded([path], framework, one))
    texts = [] if to in RDF_FORMATS else [text for each in documents for text in _written(each, canonical)]
    if len(texts) > 1:
        for number, text in enumerate(texts, start=1):
            numbered = target.with_name(f"{target.stem}-{number}{target.suffix}")
            _spare(given, [numbered])
            if numbered in done.written:
                raise UsageError(
                    f"{path} would overwrite {numbered}, made from another file; use two folders"
                )
            _save(numbered, io.BytesIO(_text(text, to).encode()), done)
    elif one.complete:
        with tempfile.SpooledTemporaryFile(max_size=16 << 20) as spool:
            _convert_all(iter(documents), to, spool, canonical, one)
            _save(target, spool, done)
    done.read += one.read
    done.failed += one.failed
    done.unreadable += one.unreadable
    done.triples += one.triples
    done.findings += one.findings


def _save(target: Path, content: Any, done: Conversion) -> None:
    content.seek(0)
    with whole_file(target) as out:
        shutil.copyfileobj(content, out)
    done.written.append(target)


def _loaded(paths: Iterable[Path], framework: Framework | None, done: Conversion) -> Iterator[Loaded]:
    for path in loadable(list(paths)):
        loaded = load(path, framework)
        done.read += 1
        if loaded.valid:
            judge(loaded, date.today())
        done.findings += [f for f in loaded.findings if f.severity == "error" or f.code in TOLD]
        if loaded.valid:
            yield loaded
        else:
            done.failed += 1
            done.unreadable += not loaded.readable


def _convert_all(documents: Iterator[Loaded], to: str, out: Any, canonical: bool, done: Conversion) -> None:
    if to in RDF_FORMATS:
        first = next(documents, None)
        if first is not None:
            done.triples += write(_items(chain([first], documents)), to, _prefixes(first), out)
        return
    made = []
    for loaded in documents:
        made += _written(loaded, canonical)
    if len(made) > 1:
        raise UsageError(f"{len(made)} documents do not fit into one {to} file; give a folder with -o")
    if made:
        out.write(_text(made[0], to).encode())


def _items(documents: Iterable[Loaded]) -> Iterator[Item]:
    owners: dict[str, str] = {}
    for loaded in documents:
        for class_name, data in loaded.instances:
            owner = owners.setdefault(data["id"], loaded.name)
            if owner != loaded.name and _says_the_same(owner, loaded, class_name, data):
                continue
            graph = f"{data['id']}/{data['version']}" if class_name == "Framework" else data["id"]
            yield Item(class_name, data, graph)


def _says_the_same(owner: str, loaded: Loaded, class_name: str, data: Mapping[str, Any]) -> bool:
    """Say that an earlier file holds the same instance already; raise where it holds another of that IRI."""
    if (class_name, data) in load(Path(owner), loaded.framework).instances:
        return True
    raise UsageError(
        f"{owner} and {loaded.name} say different things about {data['id']}; "
        "give each an `id` of its own, or convert them into a folder"
    )


def _prefixes(first: Loaded) -> dict[str, str]:
    framework = first.framework or shipped()
    return framework.names.prefixes


def _written(loaded: Loaded, canonical: bool) -> list[dict[str, Any]]:
    """Return the documents that people would write for the instances of a file."""
    framework = loaded.framework or shipped()
    if canonical:
        return [to_canonical(name, data, vocabulary().prefixes) for name, data in loaded.instances]
    from rsetk_ld.profiles.contract import contract

    return contract(loaded.instances, framework)


def _text(document: dict[str, Any], to: str) -> str:
    if to == "json":
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    from rsetk_ld.documents import dump_yaml

    return dump_yaml(document)
