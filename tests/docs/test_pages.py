"""The pages are complete: examples run, every key and code is explained, links lead somewhere, the site builds."""

import doctest
import json
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rsetk_ld.findings import catalogue
from rsetk_ld.vocabulary import generated_text

sys.path.insert(0, str(Path(__file__).parent))
from pages import DOCS, PAGES, ROOT, blocks, words

HOOKS = runpy.run_path(str(DOCS / "hooks.py"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


# ---------------------------------------------------------------- examples in Python


def test_examples_of_the_python_api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RSETK_CACHE", str(tmp_path / ".cache"))
    shutil.copytree(ROOT / "tests" / "interchange" / "data" / "release", tmp_path / "direct-release")
    page = DOCS / "api.md"
    for block in blocks(page):
        if block.title:
            Path(block.title).write_text(block.text, encoding="utf-8")
    text = "\n".join(block.text for block in blocks(page) if block.language == "python")
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert len(test.examples) > 20
    said: list[str] = []
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    doctest.DocTestRunner(optionflags=flags).run(test, out=said.append)
    assert not said, "".join(said)


def test_every_public_name_is_mentioned() -> None:
    import rsetk_ld

    text = words(DOCS / "api.md")
    names = [name for name in rsetk_ld.__all__ if not name.startswith("_")]
    assert not [name for name in names if not re.search(rf"`[^`]*\b{name}\b|\b{name}\(", text)]


# ---------------------------------------------------------------- the query


def test_the_query_finds_the_gap() -> None:
    """What the query on the page on RDF selects is what plain Python finds."""
    import pyoxigraph as ox

    from rsetk_ld import load, shipped
    from rsetk_ld.framework.locate import shipped_folder
    from rsetk_ld.rdf.emit import lines
    from rsetk_ld.rdf.serialize import Item, item_triples

    profile = load(shipped_folder() / "examples" / "ada.yaml").instances[0][1]
    store = ox.Store()
    for item in (Item("Framework", shipped().data), Item("PersonProfile", profile)):
        store.load("".join(lines(item_triples(item))), format=ox.RdfFormat.N_TRIPLES)
    (query,) = [block.text for block in blocks(DOCS / "rdf.md") if block.language == "sparql"]
    found = {row["skill"].value: row["rank"] and int(row["rank"].value) for row in store.query(query)}

    rank = shipped().rank
    said = {each["skill"]: each for each in profile["assertions"]}
    (role,) = [role for role in shipped().entries("RoleProfile") if role["id"].endswith("/rse")]
    gap = {}
    for requirement in role["requirements"]:
        assertion = said.get(requirement["skill"], {})
        have = rank.get(assertion.get("level", ""))
        if "status" not in assertion and (have is None or have < rank[requirement["level"]]):
            gap[requirement["skill"]] = have
    assert found == gap
    assert found


# ---------------------------------------------------------------- keys of the files

DEFINITIONS = json.loads(generated_text("authoring.json"))["$defs"]
PROFILES = ["profile", "Person", "SkillAssertion", "Evidence", "role", "Requirement", "resources"]
FRAMEWORKS = [name for name, schema in DEFINITIONS.items() if "properties" in schema and name not in PROFILES]
FRAMEWORKS = [name for name in FRAMEWORKS if name not in {"PersonProfile", "RoleProfile"}]


@pytest.mark.parametrize("name", PROFILES)
def test_keys_of_profiles_are_explained(name: str) -> None:
    text = words(DOCS / "profile-format.md")
    assert not [key for key in DEFINITIONS[name]["properties"] if f"`{key}`" not in text]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_keys_of_frameworks_are_explained(name: str) -> None:
    text = words(DOCS / "framework-format.md")
    assert not [key for key in DEFINITIONS[name]["properties"] if f"`{key}`" not in text]


@pytest.mark.parametrize("page", ["profile-format.md", "framework-format.md"])
def test_no_key_is_invented(page: str) -> None:
    known = {key for schema in DEFINITIONS.values() for key in schema.get("properties", {})}
    told = {
        key
        for line in words(DOCS / page).splitlines()
        if line.startswith("| `")
        for key in re.findall(r"`([a-z_]+)`", line.split("|")[1])
    }
    assert told <= known | {"practitioner", "grant-writing"}


# ---------------------------------------------------------------- findings


def test_every_code_gets_a_page() -> None:
    for code, kind in catalogue().items():
        text = HOOKS["page"](code, HOOKS["catalogue"]()[code])
        assert text.startswith(f"# {code}: {kind.title}\n")
        assert kind.help in text
        assert kind.severity in text


def test_every_code_is_in_the_overview() -> None:
    table = "\n".join(HOOKS["overview"]())
    assert not [code for code in catalogue() if f"[{code}](findings/{code}.md)" not in table]


def test_the_overview_is_asked_for() -> None:
    assert HOOKS["MARKER"] in words(DOCS / "findings.md")


def test_examples_of_findings_are_shown() -> None:
    shown = [code for code in catalogue() if "title=" in HOOKS["page"](code, HOOKS["catalogue"]()[code])]
    assert "F002" in shown


def test_a_block_cannot_be_ended_by_its_text() -> None:
    made = HOOKS["block"]("a\n```\nb \x07\n", "yaml", 'c".yaml')
    assert made == '````yaml title="c\'.yaml"\na\n```\nb \\x07\n````'


def test_codes_and_pages_that_are_named_exist() -> None:
    for page in [*PAGES, ROOT / "CONTRIBUTING.md"]:
        named = set(re.findall(r"findings/([A-Z]\d{3})\.md", words(page)))
        assert named <= set(catalogue()), page.name


# ---------------------------------------------------------------- links


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_links_work_on_disk(page: Path) -> None:
    targets = [link.partition("#")[0] for link in LINK.findall(words(page)) if "://" not in link]
    assert not [target for target in targets if target and not (page.parent / target).exists()]


def test_hooks_for_other_repositories() -> None:
    import yaml

    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "rsetk-ld validate"
    pattern = re.compile(hook["files"])
    assert all(
        map(
            pattern.search, ["profile.yaml", "team/ada-profile.yml", "profiles/ada.json", "a/profiles/b.yaml"]
        )
    )
    assert not any(map(pattern.search, [".github/workflows/ci.yml", "profiler.py", "config.yaml"]))


# ---------------------------------------------------------------- the site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly."""
    pytest.importorskip("material")
    folder = tmp_path_factory.mktemp("site")
    line = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    env = {"NO_MKDOCS_2_WARNING": "1", "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, env=env, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return folder


def test_the_site_has_every_page(site: Path) -> None:
    pages = [page.stem for page in DOCS.glob("*.md") if page.stem != "index"]
    wanted = [*pages, *(f"findings/{code}" for code in catalogue())]
    assert not [name for name in wanted if not (site / name / "index.html").is_file()]
    assert not (site / "hooks.py").exists()


def test_the_site_fetches_nothing(site: Path) -> None:
    loads = re.compile(
        r"<(?:link|script|img|iframe)\b[^>]*\b(?:src|href)=\"?(?:https?:)?//([^/\"> ]+)", re.IGNORECASE
    )
    for page in site.rglob("*.html"):
        hosts = {m[1] for m in loads.finditer(page.read_text(encoding="utf-8")) if "canonical" not in m[0]}
        assert hosts <= {"w3id.org"}, page


def test_the_site_has_the_schema_of_the_report(site: Path) -> None:
    assert json.loads((site / "report" / "1" / "report.schema.json").read_text(encoding="utf-8"))
