"""MkDocs hook: pages made from data: one for each kind of finding, the table of them, and the questions in SPARQL.

Nothing here is committed: the pages exist in the built site only. Each page is named for its code, because every
output of the toolkit links there.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "src" / "rsetk_ld" / "findings.toml"
INVALID = ROOT / "tests" / "data" / "invalid"
REPORT_SCHEMA = ROOT / "src" / "rsetk_ld" / "reports" / "report.schema.json"
ANSWER_SCHEMA = ROOT / "src" / "rsetk_ld" / "answers" / "answer.schema.json"
QUESTIONS = ROOT / "tests" / "data" / "questions" / "expected"
MARKER = "<!-- findings -->"
QUESTIONS_MARKER = "<!-- questions -->"
LAYERS = {
    "Y": ("Syntax", "can the file be read at all?"),
    "S": ("Structure", "does it have the keys and types of values that its kind asks for?"),
    "R": ("References", "does every name lead somewhere?"),
    "P": ("Profiles, roles and resources", "does what it says make sense?"),
    "F": ("Frameworks", "are links, labels, levels, texts and addresses in order?"),
    "G": ("Graphs", "does the RDF meet the shapes, and does the model have a place for all of it?"),
    "I": ("Import", "what was repaired, doubtful or left out on the way in?"),
}
FENCES = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonld": "json",
    ".ttl": "turtle",
    ".rdf": "xml",
}
LONGEST = 4000
"""Characters of an example that a page shows; longer files are there to be too long."""

Facts = Mapping[str, str]


def catalogue() -> dict[str, dict[str, str]]:
    """Return the facts on every kind of finding, by code."""
    return tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))


def on_files(files: Any, config: Any) -> Any:
    """Add a page for each code, and the schema of the JSON report at the address that it names."""
    from mkdocs.structure.files import File

    for code, facts in catalogue().items():
        files.append(File.generated(config, f"findings/{code}.md", content=page(code, facts)))
    for folder, schema in (("report", REPORT_SCHEMA), ("answer", ANSWER_SCHEMA)):
        text = schema.read_text(encoding="utf-8")
        files.append(File.generated(config, f"{folder}/1/{schema.name}", content=text))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the tables and the questions where the pages ask for them."""
    if MARKER in markdown:
        markdown = markdown.replace(MARKER, "\n".join(overview()))
    if QUESTIONS_MARKER in markdown:
        markdown = markdown.replace(QUESTIONS_MARKER, "\n".join(every_question()))
    return markdown


def every_question() -> Iterator[str]:
    """Yield the lines on each question: what it asks, parameters, columns, an example, and the text itself."""
    from rsetk_ld.queries import questions

    for each in questions():
        yield f"## `{each.name}`\n\n**{each.ask}** {each.about}\n"
        yield "| parameter | type | what it is |\n|---|---|---|"
        for parameter in each.parameters.values():
            many = ", one or more" if parameter.many else ""
            default = f"; `{parameter.default}` unless given" if parameter.default is not None else ""
            yield f"| `{parameter.name}` | {parameter.type}{many} | {parameter.about}{default} |"
        yield "\n| column | what it is |\n|---|---|"
        yield from (f"| `{name}` | {about} |" for name, about in each.columns.items())
        shown = json.loads((QUESTIONS / f"{each.name}.json").read_text(encoding="utf-8"))
        text = json.dumps({**shown, "rows": shown["rows"][:2]}, indent=1, ensure_ascii=False)
        yield "\n" + folded(
            "An example: files, parameters, and the first rows", block(text, "json", each.name)
        )
        yield folded("The question in SPARQL", block(each.sparql, "sparql", f"{each.name}.rq")) + "\n"


def folded(title: str, content: str) -> str:
    """Return a block that opens on a click."""
    inner = "\n".join(f"    {line}" if line else "" for line in content.splitlines())
    return f'??? note "{title}"\n\n{inner}\n'


def overview() -> Iterator[str]:
    """Yield the lines of one table a layer."""
    kinds = catalogue()
    for letter, (name, question) in LAYERS.items():
        yield f"## {letter}: {name}\n\n{question[0].upper()}{question[1:]}\n"
        yield "| code | severity | finding |\n|---|---|---|"
        for code, facts in kinds.items():
            if code.startswith(letter):
                yield f"| [{code}](findings/{code}.md) | {facts['severity']} | {facts['title']} |"
        yield ""


def page(code: str, facts: Facts) -> str:
    """Return the page on one kind of finding."""
    layer, _ = LAYERS[code[0]]
    parts = [
        f"# {code}: {facts['title']}",
        f"**Severity:** {facts['severity']} · **Layer:** {layer.lower()}",
        f"## The message\n\n{message(facts)}",
        f"## What to do\n\n{facts['help']}",
    ]
    shown = [text for path in examples(code) for text in example(path)]
    if shown:
        heading = "An example" if len(shown) == 1 else "Examples"
        marked = "; a comment `# here` marks the place" if any("# here" in text for text in shown) else ""
        parts += [f"## {heading}\n\nThis gives {code}{marked}.", *shown]
    parts.append("[All findings](../findings.md)")
    return "\n\n".join(parts) + "\n"


def message(facts: Facts) -> str:
    """Return the message as a quotation, with a word on the braces where there are any."""
    if re.fullmatch(r"\{\w+\}", facts["message"]):
        return "It differs from case to case, and says what was found."
    note = "\n\nThe words in braces stand for what was found." if "{" in facts["message"] else ""
    return f"> {facts['message']}{note}"


def examples(code: str) -> list[Path]:
    """Return the failing examples of a code: files or folders whose name begins with it.

    Where a folder is named for the code, its files are meant, not the folder's name once more.
    """
    name = re.compile(rf"{code}(?![A-Za-z0-9])")
    found = [path for path in sorted(INVALID.rglob(f"{code}*")) if name.match(path.name)]
    return [path for path in found if not set(path.parents) & set(found)]


def example(path: Path) -> Iterator[str]:
    """Yield the files of an example as code blocks; what is no text, or too long to read, is left out."""
    paths = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    for each in paths:
        try:
            text = each.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if text.strip() and len(text) <= LONGEST:
            name = each.relative_to(path.parent).as_posix()
            yield block(text, FENCES.get(each.suffix.lower(), "text"), name)


def block(text: str, language: str, name: str) -> str:
    """Return text as a fenced block that nothing in the text can end."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    shown = "".join(c if c.isprintable() or c in "\n\t" else repr(c)[1:-1] for c in text)
    title = name.replace('"', "'")
    return f'{fence}{language} title="{title}"\n{shown.rstrip()}\n{fence}'
