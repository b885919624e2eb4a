"""Resources, providers and tools: found where they say, teaching upwards, and covering the steps as reported."""

import re
from collections import Counter, defaultdict
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from framework_content import FOLDER, README, entries, framework, key

from rsetk_ld.framework.coverage import coverage
from rsetk_ld.validation.quality.addresses import hidden_by, is_search, same_page

RESOURCES = entries("LearningResource")
PLAIN_HTTP = {
    "a-five-minutes-guide-to-better-typography",
    "a-primer-on-giving-critical-feedback",
    "advanced-bash-scripting-guide",
    "computer-networking-a-top-down-approach",
    "how-to-ask-questions-the-smart-way",
    "how-to-disagree",
    "inheritance-vs-composition",
    "linux-performance-analysis-in-60-000-milliseconds",
    "maintainable-css",
    "makers-schedule-managers-schedule",
    "my-first-10-minutes-on-a-server-primer-for-securing-ubuntu",
    "on-better-meetings",
    "rubber-duck-problem-solving",
    "scalable-web-architecture-and-distributed-systems",
    "sql-styleguide",
}


def test_addresses_are_unique() -> None:
    found = Counter(same_page(each["url"]) for each in RESOURCES.values())
    assert [url for url, number in found.items() if number > 1] == []


def test_addresses_use_https() -> None:
    plain = {name for name, each in RESOURCES.items() if not each["url"].startswith("https://")}
    assert plain == PLAIN_HTTP
    assert all(name in README.read_text(encoding="utf-8") for name in plain)


def test_addresses_are_pages_and_nothing_is_hidden_in_them() -> None:
    for name, each in RESOURCES.items():
        assert not is_search(each["url"]), name
        assert not hidden_by(each["url"]), name
        assert urlsplit(each["url"]).hostname, name


def test_every_resource_says_what_it_is_and_where_it_was_found() -> None:
    for name, each in RESOURCES.items():
        assert each["label"]["en"] == " ".join(each["label"]["en"].split()), name
        assert each["languages"], name
        assert each["resource_type"], name
        assert each["found_in"], name
        assert all(urlsplit(place).scheme in {"http", "https"} for place in each["found_in"]), name
        assert not each.get("provider") or key(each["provider"]) in entries("Provider"), name


def test_every_outcome_rises() -> None:
    rank = framework().rank
    for name, each in RESOURCES.items():
        assert each["outcomes"], name
        skills = Counter(outcome["skill"] for outcome in each["outcomes"])
        assert max(skills.values()) == 1, name
        for outcome in each["outcomes"]:
            assert rank[outcome["from_level"]] < rank[outcome["to_level"]], name


def test_tool_lessons_are_linked_to_the_tool() -> None:
    used = [key(tool) for each in RESOURCES.values() for tool in each.get("about_tools", ())]
    assert set(used) <= set(entries("Tool"))
    assert len(used) == 355
    assert len(set(used)) == 139


# ---------------------------------------------------------------- coverage


def test_every_skill_has_a_resource() -> None:
    assert coverage(framework()).without_resources == []


def test_steps_have_resources_as_reported() -> None:
    """The aim is nine skills of ten up to practitioner; what counts is that the README tells the true figures."""
    found = coverage(framework())
    assert [found.taught(step) for step in found.steps] == [129, 129, 122, 2]
    low, high = found.steps[2]
    assert (key(low), key(high)) == ("working", "practitioner")
    without = {key(skill.iri) for skill in found.skills if (low, high) not in skill.resources}
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert "122 of 129 (95 %) have one from Working to Practitioner" in text
    assert "Only 2 of 129 have one from Practitioner to Expert" in text
    assert "The seven skills without a resource up to Practitioner" in text
    said = text.partition("The seven skills")[2].partition("Of the 122 others")[0]
    assert set(re.findall(r"`([a-z-]+)`", said)) == without


def taught(low: str, high: str) -> dict[str, set[str]]:
    """Return the resources for a step by skill, counted from the files in another way than `coverage` does."""
    order = ["none", "awareness", "working", "practitioner", "expert"]
    found = defaultdict(set)
    for name, each in RESOURCES.items():
        for outcome in each["outcomes"]:
            first, last = order.index(key(outcome["from_level"])), order.index(key(outcome["to_level"]))
            if first <= order.index(low) and order.index(high) <= last:
                found[outcome["skill"]].add(name)
    return found


def test_steps_are_counted_as_they_are_told() -> None:
    for low, high in pairwise(["none", "awareness", "working", "practitioner", "expert"]):
        step = (f"https://w3id.org/rsetk/level/{low}", f"https://w3id.org/rsetk/level/{high}")
        assert coverage(framework()).taught(step) == len(taught(low, high))


def test_the_readme_tells_how_many_rest_on_little() -> None:
    """Skills whose step to practitioner hangs on one resource, and those for which only titles speak."""
    skills = taught("working", "practitioner").values()
    alone = sum(len(names) == 1 for names in skills)
    untold = sum(not any("description" in RESOURCES[name] for name in names) for names in skills)
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert f"Of the {len(skills)} others, {alone} hang on a single resource" in text
    assert (
        f"for {untold} of the {len(skills)} skills, each resource up to Practitioner is of that sort" in text
    )


def test_the_readme_tells_what_is_missing() -> None:
    said = re.search(
        r"(\d+) name a provider, (\d+) a tool, (\d+) have a description, (\d+) say what they cost and (\d+) state",
        " ".join(README.read_text(encoding="utf-8").split()),
    )
    assert said
    slots = ("provider", "about_tools", "description", "free", "license")
    assert [int(number) for number in said.groups()] == [
        sum(slot in each for each in RESOURCES.values()) for slot in slots
    ]


# ---------------------------------------------------------------- providers and tools


def test_ror_identifiers_have_the_right_form() -> None:
    found = [each["ror"] for each in entries("Provider").values() if "ror" in each]
    assert len(found) == len(set(found)) == 15
    assert all(re.fullmatch(r"https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}\d{2}", ror) for ror in found)


@pytest.mark.parametrize("name", ["Provider", "Tool"])
def test_addresses_of_others_are_unique(name: str) -> None:
    found = Counter(same_page(each["url"]) for each in entries(name).values() if "url" in each)
    assert [url for url, number in found.items() if number > 1] == []


def test_every_tool_is_described() -> None:
    for name, each in entries("Tool").items():
        assert each["tool_kind"], name
        assert each["url"], name
        assert each["definition"]["en"].endswith("."), name
        assert len(each["definition"]["en"].split()) >= 3, name


WIDER = {
    "authorisation-and-access-control",
    "cloud-cost-calculators",
    "data-citation",
    "data-redundancy-and-reliability",
    "data-versioning",
    "designing-presentations",
    "entity-relationship-diagrams-erd",
    "free-and-open-source-licences",
    "ftpsftp",
    "guiding-discussions",
    "https",
    "job-scheduling",
    "model-evaluation-and-validation",
    "multi-processing",
    "multi-threading",
    "network-topology-design",
    "neural-networks-and-deep-learning",
    "parallel-data-and-task-decomposition",
    "posix-file-permissions",
    "querying-an-api",
    "recording-clear-actions",
    "reference-management",
    "setting-agenda",
    "shell-scripting",
    "simplifying-technical-jargon",
    "software-quality-practices",
    "tcp",
    "wireframing",
    "writing-blog-posts",
}
"""Tools whose address, as DIRECT gives it, is a page of Wikipedia about something wider, narrower or beside it."""
PAGES_OF_THEIR_OWN = {
    "shell-scripting": "https://en.wikipedia.org/wiki/Shell_script",
    "tcp": "https://en.wikipedia.org/wiki/Transmission_Control_Protocol",
}


def test_a_link_to_an_encyclopaedia_is_about_the_very_thing() -> None:
    for name, each in entries("Tool").items():
        given = [each["url"]] if ".wikipedia.org/" in each["url"] and name not in WIDER else []
        wanted = [PAGES_OF_THEIR_OWN[name]] if name in PAGES_OF_THEIR_OWN else given
        assert [unquote(page) for page in each.get("see_also", ())] == [unquote(page) for page in wanted], (
            name
        )
    assert sum("see_also" in each for each in entries("Tool").values()) == 87
    assert all(".wikipedia.org/" in entries("Tool")[name]["url"] for name in WIDER)


def test_things_of_a_kind_are_called_the_same() -> None:
    kinds = {name: each["tool_kind"] for name, each in entries("Tool").items()}
    for alike in (
        "sycl hip",
        "blas lapack numpy",
        "openmp openacc message-passing-interface-mpi posix-threads",
        "lustre beegfs gpfs parallel-file-systems",
        "tcp dns https ssh ssltls ftpsftp nfs websocket opendap",
        "schema-org bioschemas dublin-core codemeta citation-cff edam rdf",
        "json yaml toml xml html markdown regular-expressions",
        "triple-stores nosql postgresql mongodb",
        "gpus infiniband sensors embedded-systems internet-of-things-iot raspberry-pi arduino",
        "github-issues github-pages github-projects github-releases github-actions",
        "wordpress content-management-systems",
    ):
        assert len({kinds[name] for name in alike.split()}) == 1, alike


def test_the_folder_is_what_was_read() -> None:
    assert len(list((FOLDER / "resources").glob("*.yaml"))) == 7
