"""Roles: they ask for something, and for some of it before all."""

from rsetk_ld.validation.quality.report import Report


def check(report: Report) -> None:
    """Report roles without requirements, or with none that is essential."""
    for role in report.living("RoleProfile"):
        asked = role.get("requirements", ())
        if report.lacks(role, "requirements"):
            report.add("F048", role["id"])
        elif asked and all(one.get("importance", "essential") != "essential" for one in asked):
            report.add("F049", role["id"], "requirements")
