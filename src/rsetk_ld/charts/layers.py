"""Layers of Vega-Lite that draw what is given in pixels: arcs, lines, rectangles and texts.

Scales are switched off throughout, so that the place of everything is decided here and is the same in every picture.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rsetk_ld.charts.lettering import FONT, Text, lines_of

Spec = dict[str, Any]
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def field(name: str) -> Spec:
    """Return a channel that takes a number or a colour as it is."""
    return {"field": name, "type": "quantitative", "scale": None}


def arcs(data: Sequence[Mapping[str, Any]], centre: tuple[float, float], **mark: Any) -> Spec:
    """Return a layer of arcs from `theta` to `theta2`, and from `radius2` to `radius`, in the colour of each."""
    return {
        "data": {"values": list(data)},
        "mark": {"type": "arc", "x": centre[0], "y": centre[1], "aria": False, "tooltip": None, **mark},
        "encoding": {
            "theta": field("theta"),
            "theta2": {"field": "theta2"},
            "radius": field("radius"),
            "radius2": {"field": "radius2"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }


def told(layer: Spec, tip: str = "tip") -> Spec:
    """Return a layer whose marks say what they are, to a pointer and to a screen reader."""
    layer["mark"] = {**layer["mark"], "aria": True, "tooltip": True}
    layer["encoding"] = {
        **layer["encoding"],
        "tooltip": {"field": tip, "type": "nominal"},
        "description": {"field": tip, "type": "nominal"},
    }
    return layer


def rules(data: Sequence[Mapping[str, Any]], **mark: Any) -> Spec:
    """Return a layer of straight lines from `x`, `y` to `x2`, `y2`."""
    return {
        "data": {"values": list(data)},
        "mark": {"type": "rule", "aria": False, **mark},
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }


def rectangles(data: Sequence[Mapping[str, Any]], **mark: Any) -> Spec:
    """Return a layer of rectangles from `x`, `y` to `x2`, `y2`, in the colour of each."""
    layer = rules(data, **mark)
    layer["mark"]["type"] = "rect"
    return layer


def texts(found: Iterable[Text], **mark: Any) -> Spec:
    """Return a layer of texts."""
    return {
        "data": {"values": [text.datum() for text in found]},
        "mark": {
            "type": "text",
            "baseline": "middle",
            "align": {"expr": "datum.align"},
            "fontWeight": {"expr": "datum.weight"},
            "aria": False,
            **mark,
        },
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "text": {"field": "text", "type": "nominal"},
            "size": field("size"),
            "angle": field("angle"),
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }


def picture(
    size: tuple[float, float], layers: Iterable[Spec], title: Sequence[str], description: str
) -> Spec:
    """Return a whole specification of fixed size; layers without data are left out."""
    return {
        "$schema": SCHEMA,
        "description": description,
        "title": {
            "text": lines_of(title[0], size[0] / 1.1, 17, 3),
            "subtitle": [line for part in title[1:] for line in lines_of(part, size[0], 12, 3)],
            "anchor": "start",
            "fontSize": 17,
            "subtitleFontSize": 12,
            "subtitleColor": "#444444",
            "subtitlePadding": 5,
            "offset": 14,
        },
        "width": round(size[0]),
        "height": round(size[1]),
        "padding": 16,
        "background": "white",
        "view": {"stroke": None},
        "config": {"font": FONT},
        "layer": [layer for layer in layers if layer["data"]["values"]],
    }
