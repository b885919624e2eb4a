"""The demonstration: the main job on the examples that ship with the toolkit, shown as it runs."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

from rsetk_ld.errors import UsageError
from rsetk_ld.vocabulary import PACKAGE

Say = Callable[[str], None]


def run_demo(folder: Path, say: Say, *, force: bool = False) -> int:
    """Copy the examples into a folder, then validate and convert them; return 0 if all went as it should.

    Raises `UsageError` where the folder holds other files and `force` is not given.
    """
    from rsetk_ld.framework.locate import shipped_folder

    names = sorted(path.name for path in (shipped_folder() / "examples").glob("*.yaml"))
    copies = {name: shipped_folder() / "examples" / name for name in names}
    strange = {path.name for path in folder.glob("*")} - {*names, "mistakes.yaml", *_made(names)}
    if strange and not force:
        raise UsageError(f"{folder} holds other files ({min(strange)}); give another folder, or --force")
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in copies.items():
        shutil.copyfile(source, folder / name)
    shutil.copyfile(PACKAGE / "demo" / "mistakes.yaml", folder / "mistakes.yaml")
    say(f"Copied {len(names) + 1} profiles into {folder}/\n")
    good = _validate(folder / names[0], say)
    bad = _validate(folder, say, only=[*names, "mistakes.yaml"])
    _convert(folder / names[0], "turtle", say)
    _convert(folder / names[0], "jsonld", say)
    _convert(folder / f"{Path(names[0]).stem}.ttl", "json", say)
    say("Next: `rsetk-ld init profile`, fill it in, and `rsetk-ld validate` it.")
    return 0 if (good, bad) == (0, 1) else 1


def _made(names: list[str]) -> set[str]:
    return {f"{Path(name).stem}{suffix}" for name in names for suffix in (".ttl", ".jsonld", ".json")}


def _validate(path: Path, say: Say, *, only: list[str] | None = None) -> int:
    """Validate a file, or of a folder the profiles that were copied, and then say nothing about the valid ones."""
    from rsetk_ld.reports import write_reports
    from rsetk_ld.validation import Validator

    paths = [path / name for name in only] if only else [path]
    say(f"$ rsetk-ld validate {path}/*.yaml --quiet" if only else f"$ rsetk-ld validate {path}")
    out = io.StringIO()
    tally = write_reports(Validator().validate(paths), "text", out, quiet=bool(only))
    say(out.getvalue())
    return tally.exit_code()


def _convert(path: Path, to: str, say: Say) -> None:
    from rsetk_ld.conversion import SUFFIX, convert

    target = path.with_suffix(SUFFIX[to])
    done = convert([path], to, target)
    counted = f"{done.triples} triples" if done.triples else f"{target.stat().st_size} bytes"
    say(f"$ rsetk-ld convert {path} --to {to} -o {target}\n{target}: {counted}")
    if to == "turtle":
        shown = target.read_text(encoding="utf-8").split("\n\n")[1]
        say("\n" + "\n".join(f"    {line}" for line in shown.splitlines()[:9]) + "\n    ...")
    say("")
