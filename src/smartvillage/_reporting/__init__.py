"""Reporting: results as text, Markdown, HTML and JSON. One view decides words and order; writers only write."""

from .render import render

__all__ = ["render"]
