"""From a specification to SVG and PNG, without a browser: by vl-convert, an extra."""

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

from rsetk_ld.errors import UsageError

if TYPE_CHECKING:
    from rsetk_ld.charts.chart import Chart

VERSION = "6.4"
"""The release of Vega-Lite that draws, whatever else the installed vl-convert has, so that pictures stay the same.

Specifications say 5, the version that notebooks know; they use nothing that changed after it.
"""

_ROOT = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\bwidth="([0-9.]+)"')
_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def converter() -> Any:
    """Return the package that draws. Raises `UsageError` where it is not installed."""
    try:
        import vl_convert
    except ImportError:
        raise UsageError(
            "drawing needs the package vl-convert-python; install it with: pip install 'rsetk-ld[charts]'. "
            "A file that ends in .json needs no package: it gets the specification"
        ) from None
    return vl_convert


def svg(chart: "Chart") -> str:
    """Return a chart as SVG, with a title and a description for those who do not see it."""
    drawn: str = converter().vegalite_to_svg(json.dumps(chart.spec), vl_version=VERSION, allowed_base_urls=[])
    return described(drawn, chart.title, chart.description)


def described(drawn: str, title: str, description: str) -> str:
    """Return SVG that is an image with a name and a text.

    >>> described("<svg width='9'></svg>", "a < b", "c & d").partition(">")[2]
    '<title id="rsetk-title">a &lt; b</title><desc id="rsetk-desc">c &amp; d</desc></svg>'
    """
    head = _ROOT.search(drawn)
    assert head is not None
    root = f'{head[0][:-1]} role="img" aria-labelledby="rsetk-title rsetk-desc">'
    words = f'<title id="rsetk-title">{_xml(title)}</title><desc id="rsetk-desc">{_xml(description)}</desc>'
    return drawn[: head.start()] + root + words + drawn[head.end() :]


def _xml(text: str) -> str:
    return escape(_XML.sub("�", text))


def png(chart: "Chart", width: int = 1600) -> bytes:
    """Return a chart as PNG that is so many pixels wide."""
    drawn = svg(chart)
    found = _SIZE.search(drawn)
    assert found is not None
    # The converter rounds down.
    made: bytes = converter().svg_to_png(drawn, scale=(width + 0.01) / float(found[1]))
    return made
