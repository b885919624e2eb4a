"""Language tags: which exist, by the IANA registry."""

from functools import lru_cache

# The two-letter codes of ISO 639-1 make up nearly all tags. Knowing them here saves the 50 ms in which the
# tables of `langcodes` load.
_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io
is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn
mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo
wa wo xh yi yo za zh zu
"""
COMMON = frozenset(_ISO_639_1.split())
MISTAKEN = {
    **{"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk"},
    **{"uk-ua": "uk-UA", "us": "en-US"},
}
"""What was meant where a tag begins with a country, as far as the country's code is no language itself."""


@lru_cache(maxsize=1024)
def language_problem(tag: str) -> tuple[str, str]:
    """Return what is wrong with a tag and what was probably meant, or two empty texts.

    >>> language_problem("uk"), language_problem("pt-BR"), language_problem("ua")
    (('', ''), ('', ''), ('is not a language in the IANA registry', 'uk'))
    >>> language_problem("eng"), language_problem("en-UK")
    (('is registered in another form', 'en'), ('is registered in another form', 'en-GB'))
    """
    if tag in COMMON:
        return "", ""
    import langcodes

    if not langcodes.tag_is_valid(tag):
        return "is not a language in the IANA registry", MISTAKEN.get(tag.lower(), "")
    standard = langcodes.standardize_tag(tag)
    given, registered = langcodes.Language.get(tag, normalize=False), langcodes.Language.get(standard)
    longer = len(given.language or "") > len(registered.language or "")
    if longer or given.territory != registered.territory:
        return "is registered in another form", standard
    return "", ""
