"""Teaching: resources teach something, skills are taught, tools and providers are of use."""

from rsetk_ld.validation.quality.report import Report, parts


def check(report: Report) -> None:
    """Report resources without skills or levels, skills without resources, and what nothing refers to."""
    resources = report.living("LearningResource")
    taught = {outcome["skill"] for resource in resources for outcome in parts(resource, "outcomes", "skill")}
    for resource in resources:
        if report.lacks(resource, "outcomes"):
            report.add("F015", resource["id"])
        for outcome in parts(resource, "outcomes", "skill"):
            skill = outcome["skill"]
            if report.lacks_part(resource["id"], "outcomes", skill, outcome, "to_level"):
                report.add("F028", resource["id"], "outcomes", skill, other=report.name(skill))
    if taught:
        # A framework that lists no resources does not mean to, and says so best by saying nothing.
        for skill in report.living("Skill"):
            if skill["id"] not in taught:
                report.add("F016", skill["id"])
    _unused(report)


def _unused(report: Report) -> None:
    used = {link.other for link in report.links if not report.is_deprecated(link.iri)}
    for code, name in (("F039", "Tool"), ("F040", "Provider")):
        for entry in report.living(name):
            if entry["id"] not in used:
                report.add(code, entry["id"])
