"""`rsetk-ld init profile|role|framework`."""

import sys

import click

from rsetk_ld.cli.options import chosen, framework_option

FORCE = click.option("--force", is_flag=True, help="Overwrite files that exist.")
SCHEMA = click.option(
    "--no-schema", is_flag=True, help="Write no JSON Schema beside the file; editors then complete nothing."
)


@click.group("init")
def command() -> None:
    """Write a commented file to start from.

    On a terminal it asks for what the options do not say.
    """


@command.command()
@click.argument("file", default="profile.yaml", type=click.Path(dir_okay=False))
@click.option("--name", help="The name of the person.")
@click.option("--orcid", help="The ORCID iD of the person.")
@click.option("--pseudonym", help="A pseudonym, in the place of name and ORCID iD.")
@click.option("--title", help="The title of the profile.")
@click.option("--role", help="A role to aim for; the file lists the skills that it asks for.")
@click.option("--skill", "skills", multiple=True, help="A skill to list; several times for several.")
@click.option("--language", help="The language of the comments, where the framework has it.")
@framework_option
@SCHEMA
@FORCE
def profile(
    file: str,
    name: str | None,
    orcid: str | None,
    pseudonym: str | None,
    title: str | None,
    role: str | None,
    skills: tuple[str, ...],
    language: str | None,
    framework_spec: str | None,
    no_schema: bool,
    force: bool,
) -> None:
    """Write a profile of a person into FILE (`profile.yaml` unless given).

    \b
    rsetk-ld init profile --name "Ada Example" --orcid 0000-0002-1825-0097
    """
    from rsetk_ld.framework import shipped
    from rsetk_ld.scaffold import profile_text

    if name is None and orcid is None and pseudonym is None:
        name = _asked("Name (or nothing, to use a pseudonym)")
        orcid = _asked("ORCID iD (or nothing)") if name else None
        pseudonym = None if name else _asked("Pseudonym", "rse-1")
    role = _asked("Role to aim for, such as `rse` (or nothing)") if role is None else role
    framework = chosen(framework_spec) or shipped()
    text = profile_text(
        framework,
        name=name or "",
        orcid=orcid or "",
        pseudonym=pseudonym or "",
        title=title or "",
        role=role or "",
        skills=skills,
        language=language or "",
        schema="" if no_schema else _schema_name(file),
    )
    _write(file, text, "" if no_schema else "profile", framework_spec, force)


@command.command()
@click.argument("file", default="role.yaml", type=click.Path(dir_okay=False))
@click.option("--label", help="The name of the role.")
@click.option("--definition", help="What somebody in the role does.")
@click.option("--skill", "skills", multiple=True, help="A skill to list; several times for several.")
@click.option("--language", help="The language of the comments, where the framework has it.")
@framework_option
@SCHEMA
@FORCE
def role(
    file: str,
    label: str | None,
    definition: str | None,
    skills: tuple[str, ...],
    language: str | None,
    framework_spec: str | None,
    no_schema: bool,
    force: bool,
) -> None:
    """Write the profile of a role, a post or a project into FILE (`role.yaml` unless given).

    \b
    rsetk-ld init role --label "Data engineer"
    """
    from rsetk_ld.framework import shipped
    from rsetk_ld.scaffold import role_text

    framework = chosen(framework_spec) or shipped()
    text = role_text(
        framework,
        label=label or _asked("Name of the role", "My role"),
        definition=definition or "",
        skills=skills,
        language=language or "",
        schema="" if no_schema else _schema_name(file),
    )
    _write(file, text, "" if no_schema else "role", framework_spec, force)


@command.command()
@click.argument("folder", default="framework", type=click.Path(file_okay=False))
@click.option("--title", help="The title of the framework.")
@click.option("--base", help="The IRI below which its entries live, ending in a slash.")
@click.option("--prefix", help="A short name for its CURIEs.")
@click.option("--language", default="en", show_default=True, help="The language of its texts.")
@click.option("--licence", help="The licence, as an IRI.")
@FORCE
def framework(
    folder: str,
    title: str | None,
    base: str | None,
    prefix: str | None,
    language: str,
    licence: str | None,
    force: bool,
) -> None:
    """Write a small framework into FOLDER (`framework` unless given): identity, scale, two skills, a README.

    \b
    rsetk-ld init framework my-framework --title "Our skills" --base https://fw.example/
    """
    from pathlib import Path

    from rsetk_ld.output import write_texts
    from rsetk_ld.scaffold import framework_files

    files = framework_files(
        title=title or _asked("Title", "Our skills"),
        base=base or _asked("Base IRI, ending in a slash", "https://example.org/framework/"),
        prefix=prefix or "",
        language=language,
        license=licence or "",
    )
    for path in write_texts(Path(folder), files, force=force):
        click.echo(str(path))
    click.echo(f"Next: rsetk-ld framework check {folder}")


def _asked(question: str, default: str = "") -> str:
    """Ask on a terminal; elsewhere take the default."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return default
    answer: str = click.prompt(question, default=default, show_default=bool(default))
    return answer


def _schema_name(file: str) -> str:
    from pathlib import Path

    return f"{Path(file).stem}.schema.json"


def _write(file: str, text: str, kind: str, framework_spec: str | None, force: bool) -> None:
    """Write the file, with the schema that its first line names beside it, and say what comes next."""
    import json
    from pathlib import Path
    from typing import Literal, cast

    from rsetk_ld.output import write_texts

    texts = {Path(file).name: text}
    if kind:
        from rsetk_ld.authoring.editor import editor_schema
        from rsetk_ld.framework import shipped

        made = editor_schema(cast(Literal["profile", "role"], kind), chosen(framework_spec) or shipped())
        texts[_schema_name(file)] = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    for path in write_texts(Path(file).parent, texts, force=force):
        click.echo(str(path))
    option = f"--framework {framework_spec} " if framework_spec else ""
    click.echo(f"Next: edit {file}, then run: rsetk-ld validate {option}{file}")
