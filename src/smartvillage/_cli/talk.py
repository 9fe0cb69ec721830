"""Talk: the language that was asked for, and what is said on standard error."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from smartvillage.diagnostics import Lang


@dataclass
class Talk:
    """One run's language; an option may still change it while the command line is read."""

    lang: Lang = "vi"

    @classmethod
    def from_environment(cls) -> Talk:
        """Take the language from ``SMARTVILLAGE_LANG``, else Vietnamese."""
        return cls("en" if os.environ.get("SMARTVILLAGE_LANG", "").lower().startswith("en") else "vi")

    def words(self, vi: str, en: str) -> str:
        """Return the sentence in this run's language."""
        return vi if self.lang == "vi" else en

    def say(self, vi: str, en: str) -> None:
        """Say a sentence on standard error."""
        click.echo(self.words(vi, en), err=True)


def words(context: click.Context | None, vi: str, en: str) -> str:
    """Return a sentence in the language of the run that a command line is read for."""
    talk = context.find_object(Talk) if context else None
    return (talk or Talk()).words(vi, en)


def set_language(context: click.Context, _option: click.Parameter, value: Literal["vi", "en"] | None) -> None:
    """Keep the language for everything that is said from here on, errors included."""
    if value:
        context.find_object(Talk).lang = value  # type: ignore[union-attr]
