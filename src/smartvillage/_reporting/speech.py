"""Speech: one language's words, days, numbers and money. Every sentence of a report is made here from a label."""

from __future__ import annotations

from collections import ChainMap
from importlib import import_module
from typing import TYPE_CHECKING

from smartvillage.exact import read_exact
from smartvillage.numbers import show_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from smartvillage.diagnostics import Lang
    from smartvillage.exact import Exact
    from smartvillage.model.base import Period, Text
    from smartvillage.model.tasks import Term

_MILLION, _BILLION = 10**6, 10**9


class Speech:
    """Says things in one language, with the labels of the pages it was made for."""

    def __init__(self, lang: Lang, *pages: str) -> None:
        """Load the shared labels and those of ``pages``, and no others."""
        self.lang: Lang = lang
        package = f"{__package__}.labels.{lang}"
        self._labels: Mapping[str, str] = ChainMap(
            *(import_module(f"{package}.{page}").LABELS for page in ("common", *pages))
        )

    def __call__(self, label: str, /, **values: object) -> str:
        """Fill a label in."""
        return self._labels[label].format(**values)

    def counted(self, label: str, count: Exact, /, **values: object) -> str:
        """Fill a label in with a count; a language may have a form of its own for one."""
        one = f"{label}.one"
        return self(one if count == 1 and self.knows(one) else label, count=self.number(count), **values)

    def knows(self, label: str) -> bool:
        """Tell whether there is such a label."""
        return label in self._labels

    def verdict(self, outcome: str) -> str:
        """Name what a decision came to; one that is open lacks not only figures."""
        return self("verdict.open" if outcome in ("unknown", "not_assessable") else f"outcome.{outcome}").lower()

    def key(self, key: str) -> str:
        """Name a key that every record has, such as ``issued_on``; another is its own name."""
        label = f"key.{key}"
        return self(label) if self.knows(label) else f"`{key}`"

    def place(self, word: str) -> str:
        """Name a kind of place such as ``commune``; another word stands for itself."""
        label = f"place.{word}"
        return self(label) if self.knows(label) else word

    def item(self, item: str) -> str:
        """Name a part of a text: a bare number as `II.2.13` is told to be an item, `Điều 2` says itself what it is."""
        return item if " " in item else self("cited.item", item=item)

    def text(self, text: Text | None, otherwise: str = "") -> str:
        """Return a text in this language, or what stands in for it."""
        return text.say(self.lang) if text is not None else otherwise

    def all(self, kind: str, members: Iterable[str]) -> str:
        """Name members of a closed set, as ``reason`` or ``caveat``."""
        return ", ".join(self(f"{kind}.{member}") for member in members)

    def day(self, day: date) -> str:
        """Write a day as people here do."""
        return f"{day:%d/%m/%Y}" if self.lang == "vi" else day.isoformat()

    def date(self, date: str) -> str:
        """Write a text's date, of which month or day may be missing: ``2024``, ``2024-03``, ``2023-04-03``."""
        form = ("year", "month", "day")[date.count("-")]
        if self.lang == "vi":
            date = "/".join(reversed(date.split("-")))
        return self(f"date.{form}", date=date)

    def period(self, period: Period) -> str:
        """Write a period, both days included."""
        first = self.day(period.from_) if period.from_ else ""
        last = self.day(period.until) if period.until else ""
        form = ("both" if last else "from") if first else ("until" if last else "always")
        return self(f"period.{form}", from_=first, until=last)

    def number(self, exact: str | Exact, unit: str = "", *, percent: bool = False) -> str:
        """Write an exact number: ``"117/133"`` as a percent is ``87,97 %``."""
        return show_number(
            read_exact(exact) if isinstance(exact, str) else exact, self.lang, percent=percent, unit=unit
        )

    def money(self, amount: int) -> str:
        """Write an amount in đồng, in millions or billions where that is shorter and still exact."""
        for size, label in ((_BILLION, "billion"), (_MILLION, "million")):
            if amount >= size and amount % (size // 1000) == 0:
                return self(f"money.{label}", amount=self.number(f"{amount}/{size}"))
        return self("money.plain", amount=self.number(amount))

    def money_range(self, low: int, high: int) -> str:
        """Write a range of money; the unit stands once where both ends have it, and zero has none."""
        least, most = self.money(low), self.money(high)
        unit = most.partition(" ")[2]
        least = least.removesuffix(f" {unit}") if least.endswith(f" {unit}") else least
        return f"{'0' if low == 0 else least} – {most}"

    def term(self, term: Term, *, least: int | None = None) -> str:
        """Write a length of time, or one from ``least`` up to it."""
        if least is not None:
            return self(f"term.{term.unit}", count=f"{least}–{term.amount}")
        return self.counted(f"term.{term.unit}", term.amount)

    def firmness(self, basis: str | None, *, short: bool = False) -> str:
        """Say how firm a statement is."""
        return self(f"{'short_basis' if short else 'basis'}.{basis or 'unknown'}")
