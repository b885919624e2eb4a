"""Frameworks that were not read from files, and what should not be found."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rsetk_ld.findings import Finding
from rsetk_ld.framework import Framework, Source, compile_framework
from rsetk_ld.framework.locate import shipped_folder
from rsetk_ld.validation.quality import quality_findings

BASE = "https://fw.example/"
HEAD: dict[str, Any] = {
    "id": f"{BASE}framework",
    "title": {"en": "A framework"},
    "version": "1.0.0",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "base": BASE,
    "default_language": "en",
}
EXAMPLES = Path(__file__).parent.parent / "data" / "invalid" / "framework"


def judged(**lists: object) -> list[Finding]:
    return quality_findings(Source(Path(), Framework({**HEAD, **lists})))


def codes(**lists: object) -> list[str]:
    return sorted(finding.code for finding in judged(**lists))


def skill(key: str, **slots: object) -> dict[str, object]:
    label = key.replace("-", " ").capitalize()
    return {
        "id": f"{BASE}skill/{key}",
        "label": {"en": label},
        "definition": {"en": f"Doing {key} well."},
        **slots,
    }


def iri(key: str, kind: str = "skill") -> str:
    return f"{BASE}{kind}/{key}"


def resource(key: str, **slots: object) -> dict[str, object]:
    url = f"https://courses.example/{key}"
    return {"id": iri(key, "resource"), "label": {"en": key}, "url": url, **slots}


# ---------------------------------------------------------------- without files


def test_one_sided_related() -> None:
    (found,) = judged(skills=[skill("testing", related=[iri("debugging")]), skill("debugging")])
    assert (found.code, found.path, found.line) == ("F003", (iri("testing"), "related"), None)
    assert found.message == f"{iri('testing')}.related: `debugging` has no link back"


@pytest.mark.parametrize("folder", sorted(EXAMPLES.glob("F*")), ids=lambda folder: folder.name)
def test_files_make_no_difference(folder: Path) -> None:
    source = compile_framework(folder)
    bare = Source(Path(), source.framework)
    found, without = quality_findings(source), quality_findings(bare)
    assert Counter(f.code for f in found) == Counter(f.code for f in without)
    assert all(f.line is None and len(f.path) in {1, 2} for f in without)


def test_nothing_without_a_framework() -> None:
    assert quality_findings(Source(Path())) == []


def test_dangling_links_are_left_to_others() -> None:
    lost = iri("nowhere")
    levels = [{"level": iri("nowhere", "level"), "demonstrations": [{"text": {"en": "Does it."}}]}]
    assert (
        codes(
            skills=[
                skill(
                    "testing",
                    requires=[lost],
                    related=[iri("gone")],
                    demonstrated_by=[lost],
                    descriptors=levels,
                )
            ]
        )
        == []
    )


# ---------------------------------------------------------------- calm


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("packaging", "Packaging and release"),
        ("c-plus-plus", "C++"),
        ("dot-net", ".NET"),
        ("c-sharp", "C#"),
        ("hpc", "High-performance computing"),
        ("ui-design", "Designing user interfaces"),
        ("pruefen", "Prüfen"),
        ("svn", "Subversion"),
        ("github-actions", "GitHub Actions"),
        ("rmarkdown", "R Markdown"),
        ("simd", "SIMD vectorisation"),
        ("testing", "Тестування"),
    ],
)
def test_sensible_keys(key: str, label: str) -> None:
    assert codes(skills=[skill(key, label={"en": label})]) == []


def test_tool_and_skill_may_share_a_name() -> None:
    tool = {"id": iri("git", "tool"), "label": {"en": "Git"}, "url": "https://git-scm.com"}
    assert codes(skills=[skill("git", demonstrated_by=[tool["id"]])], tools=[tool]) == []


def test_titles_of_two_providers_may_agree() -> None:
    providers = [{"id": iri(key, "provider"), "label": {"en": key}} for key in ("north", "south")]
    outcome = [{"id": "x", "skill": iri("testing"), "to_level": iri("basic", "level")}]
    resources = [
        resource(p["id"][-5:], label={"en": "Introduction"}, provider=p["id"], outcomes=outcome)
        for p in providers
    ]
    assert codes(skills=[skill("testing")], providers=providers, resources=resources) == []


def test_resource_in_another_language() -> None:
    outcome = [{"id": "x", "skill": iri("testing"), "to_level": iri("basic", "level")}]
    kurs = resource("kurs", label={"de": "Ein Kurs"}, languages=["de"], outcomes=outcome)
    assert codes(skills=[skill("testing")], resources=[kurs]) == []
    assert codes(skills=[skill("testing")], resources=[{**kurs, "languages": ["en"]}]) == ["F020"]


def test_what_is_deprecated_is_left_in_peace() -> None:
    old = skill("checking", label={"en": "Testing"}, deprecated=True, replaced_by=[iri("testing")])
    del old["definition"]
    assert codes(skills=[skill("testing"), old]) == []


def test_scope_note_explains() -> None:
    note = {"en": "Nobody does this any more."}
    assert codes(skills=[skill("punched-cards", deprecated=True, scope_note=note)]) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://www.wikidata.org/entity/Q186055",
        "https://research.example/search-engines",
        "https://www.google.com/about",
        "https://scholar.google.com/citations?user=abc",
        "https://example.org/?page=2&lang=en",
        "https://doi.org/10.5281/zenodo.19485964",
        "https://youtu.be/abc?t=3",
        "https://best.cool/x",
        "https://not-bit.ly/",
        "https://example.org:bad/",
        "https://[broken",
    ],
)
def test_harmless_addresses(address: str) -> None:
    assert codes(skills=[skill("testing", see_also=[address])]) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://example.org/", "F021"),
        ("https://scholar.google.co.uk/scholar?q=git", "F022"),
        ("https://duckduckgo.com/?q=git", "F022"),
        ("https://github.com/search?q=git&type=repositories", "F022"),
        ("https://en.wikipedia.org/w/index.php?search=git", "F022"),
        ("https://www.youtube.com/results?search_query=git", "F022"),
        ("https://www.amazon.co.uk/s?k=git", "F022"),
        ("https://tess.elixir-europe.org/materials?q=git", "F022"),
        ("https://example.org/?fbclid=1", "F023"),
        ("https://example.org/?a=1&UTM_Source=x", "F023"),
        ("https://www.bit.ly/3abc", "F023"),
        ("https://www.google.com/url?q=https://example.org", "F023"),
        ("https://eur03.safelinks.protection.outlook.com/?url=x", "F023"),
    ],
)
def test_doubtful_addresses(address: str, code: str) -> None:
    assert codes(skills=[skill("testing", see_also=[address])]) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "If a < b and b > c.",
        "AT&T; and R&D;",
        "Writes `<br>` tags.",
        "Uses a <table>.",
        "<p> opens.",
        "To do lists.",
    ],
)
def test_plain_texts(text: str) -> None:
    assert codes(skills=[skill("testing", definition={"en": text})]) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" Early.", "F011"),
        ("Late. ", "F011"),
        ("Folded.\n", "F011"),
        ("A\ttab.", "F011"),
        ("No\u00a0break.", "F011"),
        ("Soft\u00adhyphen.", "F011"),
        ("...", "F012"),
        ("tbd", "F012"),
        ("TODO: say more", "F012"),
        ("Line<br/>break.", "F047"),
        ("Fish &amp; chips.", "F047"),
        ("See [this](https://example.org).", "F047"),
    ],
)
def test_doubtful_texts(text: str, code: str) -> None:
    assert codes(skills=[skill("testing", definition={"en": text})]) == [code]


def test_a_tag_is_reported_once() -> None:
    skills = [skill(key, label={"en": key, "jp": key}) for key in ("testing", "debugging", "profiling")]
    (found,) = judged(skills=skills)
    assert (found.code, found.suggestion) == ("F019", "ja")
    assert "3 places" in found.message


def test_levels_of_two_scales_may_be_mapped() -> None:
    def scale(key: str, **slots: object) -> dict[str, object]:
        level = {
            "id": iri(f"{key}-1", "level"),
            "rank": 1,
            "label": {"en": "One"},
            "definition": {"en": key},
            **slots,
        }
        return {
            "id": iri(key, "scale"),
            "label": {"en": key},
            "definition": {"en": f"A scale, {key}."},
            "levels": [level],
        }

    assert codes(scales=[scale("old"), scale("new", close_match=[iri("old-1", "level")])]) == []


def test_chains_of_successors_suggest_the_last() -> None:
    skills = [
        skill("one", deprecated=True, replaced_by=[iri("two")]),
        skill("two", deprecated=True, replaced_by=[iri("three")]),
        skill("three", deprecated=True, replaced_by=[iri("four")]),
        skill("four"),
    ]
    found = judged(skills=skills)
    assert [f.code for f in found] == ["F025", "F025"]
    assert {f.suggestion for f in found} == {"skill:four"}


def test_successors_in_a_circle() -> None:
    skills = [
        skill("one", deprecated=True, replaced_by=[iri("two")]),
        skill("two", deprecated=True, replaced_by=[iri("one")]),
        skill("three", deprecated=True, replaced_by=[iri("three")]),
    ]
    assert codes(skills=skills) == ["F025"] * 3


def test_two_circles_that_share_a_skill() -> None:
    skills = [
        skill("one", requires=[iri("three"), iri("two")]),
        skill("two", requires=[iri("one")]),
        skill("three", requires=[iri("one")]),
    ]
    assert [f.fields["names"] for f in judged(skills=skills)] == ["one → three → one", "one → two → one"]


def test_ranks_in_tens_are_on_purpose() -> None:
    levels = [
        {"id": iri(f"l{n}", "level"), "rank": n, "label": {"en": f"L{n}"}, "definition": {"en": f"The {n}."}}
        for n in (10, 20, 30)
    ]
    scale = {
        "id": iri("tens", "scale"),
        "label": {"en": "Tens"},
        "definition": {"en": "By tens."},
        "levels": levels,
    }
    assert codes(scales=[scale]) == []


# ---------------------------------------------------------------- the whole


def test_shipped_framework_has_no_errors() -> None:
    source = compile_framework(shipped_folder())
    assert [f.message for f in quality_findings(source) if f.severity == "error"] == []
