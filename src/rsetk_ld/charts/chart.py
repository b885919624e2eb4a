"""A picture as data: its specification, its title, what it says in words, and the answer with the same numbers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rsetk_ld.answers import Answer

MIME = "application/vnd.vegalite.v5+json"


@dataclass(frozen=True)
class Chart:
    """A picture that is not drawn yet.

    `spec` is Vega-Lite (https://vega.github.io/vega-lite/), which notebooks and web pages draw themselves; `tables`
    names the tables of the answer that hold the numbers of the picture, the main one first.
    """

    spec: dict[str, Any]
    title: str
    description: str
    answer: "Answer"
    tables: tuple[str, ...]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Show the picture in a notebook, and its words where there is no picture."""
        return {MIME: self.spec, "text/plain": self.description}

    def svg(self) -> str:
        """Return the picture as SVG, with its title and its words. Raises `UsageError` without the extra `charts`."""
        from rsetk_ld.charts.draw import svg

        return svg(self)

    def png(self, width: int = 1600) -> bytes:
        """Return the picture as PNG of a width in pixels. Raises `UsageError` without the extra `charts`."""
        from rsetk_ld.charts.draw import png

        return png(self, width)
