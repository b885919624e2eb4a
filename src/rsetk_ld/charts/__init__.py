"""Pictures: specifications of Vega-Lite made from answers, and drawn as SVG, PNG or a page of HTML."""

from rsetk_ld.charts.chart import Chart

__all__ = ["Chart"]
