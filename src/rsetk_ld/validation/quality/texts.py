"""Texts: clean, with content, in languages that exist, and always in the default language."""

import re
from html.entities import html5

from rsetk_ld.validation.quality.languages import language_problem
from rsetk_ld.validation.quality.places import Steps
from rsetk_ld.validation.quality.report import Report, Text

NAMES = frozenset({"label", "alt_labels", "title"})
"""Slots whose texts are names. They may consist of a number and need not be sentences."""


def check(report: Report) -> None:
    """Report stray characters, empty words, markup, unknown languages and missing texts."""
    for text in report.texts:
        if problem := space_problem(text.text, text.tag):
            report.add("F011", text.iri, *text.steps, what=problem)
        if problem := content_problem(text.text, name=text.steps[0] in NAMES):
            report.add("F012", text.iri, *text.steps, what=problem)
        if markup := markup_in(text.text):
            report.add("F047", text.iri, *text.steps, markup=markup)
    _languages(report)
    _default_language(report)


# ---------------------------------------------------------------- spaces

_SUSPECT = re.compile(r"^\s|\s\Z|\s\s|[\t\u00a0\u00ad\u200b\u202f\u2007\u2060\ufeff]")
_SPACES = (
    (re.compile(r"\n\Z"), "a line break at its end; write `>-` in the place of `>` or `|`"),
    (re.compile(r"\A\s|\s\Z"), "a space at its beginning or end"),
    (re.compile(r"\t"), "a tab"),
    (re.compile(r"\S {2,}(?=\S)"), "two spaces in a row"),
    (re.compile(r"[\u00ad\u200b\u2060\ufeff]"), "an invisible character"),
    (re.compile(r"[\u00a0\u202f\u2007]"), "a no-break space"),
)
_FRENCH = re.compile(r"(?<=[«0-9–])[\u00a0\u202f]|[\u00a0\u202f](?=[»:;?!%€0-9–])")


def space_problem(text: str, tag: str = "") -> str:
    """Return what is wrong with the white space of a text, or nothing.

    >>> space_problem("Version  control"), space_problem("Version control")
    ('two spaces in a row', '')
    >>> space_problem("Pourquoi\\u00a0?", "en"), space_problem("Pourquoi\\u00a0?", "fr")
    ('a no-break space', '')
    """
    if not _SUSPECT.search(text):
        return ""
    if tag.partition("-")[0] == "fr":
        # French typography asks for no-break spaces beside these marks.
        text = _FRENCH.sub(" ", text)
    return next((what for pattern, what in _SPACES if pattern.search(text)), "")


# ---------------------------------------------------------------- content

_PLACEHOLDER = re.compile(r"(?:TBD|TBA|TBC|TODO|FIXME|XXX+|N/A|[Ll]orem ipsum)\b|(?i:todo|fixme):")
_WHOLE_PLACEHOLDER = re.compile(
    r"(?:to be (?:done|defined|written|added|decided)|t\.?b\.?[acd]|todo|n/?a|none|empty)\W*", re.IGNORECASE
)


def content_problem(text: str, *, name: bool = False) -> str:
    """Return why a text says nothing, or nothing; a name may be a number or a word such as `None`.

    >>> content_problem("..."), content_problem("TODO: write this"), content_problem("3", name=True)
    ('has no letters', 'is a placeholder', '')
    """
    if text[:1].isalpha() and text[0].lower() not in "tfxnle":
        return ""
    if not any(c.isalpha() or (name and c.isalnum()) for c in text):
        return "has no letters"
    if not name and (_PLACEHOLDER.match(text) or _WHOLE_PLACEHOLDER.fullmatch(text)):
        return "is a placeholder"
    return ""


# ---------------------------------------------------------------- markup

_TAGS = (
    "a|abbr|b|blockquote|code|div|em|font|h[1-6]|i|li|ol|p|pre|small|span|strong|sub|sup|table|td|th|tr|u|ul"
)
_MARKUP = re.compile(
    rf"</(?:{_TAGS})\s*>"  # a closing tag; an opening one alone may be mentioned, as in a skill about HTML
    r"|<(?:br|hr)\s*/?>"
    rf"|<(?:{_TAGS}|img)\s+[a-z-]+\s*=[^<>]*>"
    r"|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);"
    r"|\[[^\[\]]+\]\(https?://[^\s()]*\)",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`]*`")


def markup_in(text: str) -> str:
    """Return the first tag, character entity or Markdown link in a text; what stands in backticks is quoted.

    >>> markup_in("Uses <b>tests</b>."), markup_in("Fish &amp; chips"), markup_in("AT&T; a < b > c")
    ('</b>', '&amp;', '')
    >>> markup_in("Closes `</p>` tags")
    ''
    """
    if "<" not in text and "&" not in text and "](" not in text:
        return ""
    for match in _MARKUP.finditer(_CODE.sub("", text)):
        found = match.group()
        if not found.startswith("&") or found[1] == "#" or found[1:] in html5:
            return found
    return ""


# ---------------------------------------------------------------- languages


def _languages(report: Report) -> None:
    """Report each tag that is no language, once, where it first stands."""
    places: dict[str, list[tuple[str, Steps]]] = {}
    data = report.framework.data
    places[data["default_language"]] = [(report.framework.iri, ("default_language",))]
    for text in report.texts:
        places.setdefault(text.tag, []).append((text.iri, text.steps))
    for resource in report.entries("LearningResource"):
        for tag in resource.get("languages", ()):
            places.setdefault(tag, []).append((resource["id"], ("languages", tag)))
    for tag, found in places.items():
        problem, suggestion = language_problem(tag)
        if problem:
            more = f"; it stands in {len(found):,} places" if len(found) > 1 else ""
            iri, steps = found[0]
            report.add("F019", iri, *steps, suggestion=suggestion, name=tag, what=problem, more=more)


def _default_language(report: Report) -> None:
    """Report texts without the default language, save those of resources that exist in others only."""
    language = report.framework.language
    tags: dict[tuple[str, Steps], list[Text]] = {}
    for text in report.texts:
        if "alt_labels" not in text.steps:
            tags.setdefault((text.iri, text.steps[:-1]), []).append(text)
    for (iri, _), texts in tags.items():
        spoken = {text.tag.lower() for text in texts}
        if language.lower() in spoken:
            continue
        if spoken <= {tag.lower() for tag in report.by_iri[iri].get("languages", ())}:
            continue
        report.add("F020", iri, *texts[0].steps[:-1], language=language)
