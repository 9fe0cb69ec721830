"""The exceptions: one family, each keeps its facts as attributes and makes its text when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from .diagnostics import Diagnostic, Lang, Place, Words


class SmartVillageError(Exception):
    """Anything this library refuses."""

    def explain(self, lang: Lang = "en") -> str:  # noqa: ARG002 - subclasses speak both languages
        """Say in a language what is wrong and what to do."""
        return Exception.__str__(self)


class DiagnosedError(SmartVillageError):
    """A file with faults: all that were found in one run."""

    def __init__(self, diagnostics: Iterable[Diagnostic], shown: int = 200) -> None:
        """Keep the faults; ``shown`` is how many are written out, the rest is counted."""
        self.diagnostics = tuple(diagnostics)
        self.shown = shown
        super().__init__(self.diagnostics, shown)

    def explain(self, lang: Lang = "en") -> str:
        """Write the faults, each with its place and hint."""
        lines = [diagnostic.render(lang) for diagnostic in self.diagnostics[: self.shown]]
        more = len(self.diagnostics) - self.shown
        if more > 0:
            lines.append(f"… và {more} lỗi nữa" if lang == "vi" else f"… and {more} more")
        return "\n".join(lines)

    def __str__(self) -> str:
        """Write the faults in English."""
        return self.explain("en")


class RulesetError(DiagnosedError):
    """A ruleset or an overlay has faults.

    Attributes:
        diagnostics: All of them, found in one run.
        shown: How many the text writes out; the rest is counted.
    """


class VillageError(DiagnosedError):
    """A village has faults, by itself or against the ruleset it is bound to.

    Attributes:
        diagnostics: All of them, found in one run.
        shown: How many the text writes out; the rest is counted.
    """


class NotInForceError(SmartVillageError):
    """A day lies outside the ruleset's period.

    Attributes:
        ruleset: The ruleset's id.
        day: The day that was asked about.
        start: The first day of the period, if it has one.
        until: Its last day, included, if it has one.
        asked: Who named the day, as ``on``, ``until`` or ``as_of``.
    """

    place: Place | None = None
    """Where the day is written, if a file says it."""

    def __init__(self, ruleset: str, day: date, start: date | None, until: date | None, asked: str) -> None:
        """Keep which ruleset, which day, the period (both days included) and who asked: on, until or as_of."""
        self.ruleset, self.day, self.start, self.until, self.asked = ruleset, day, start, until, asked
        super().__init__(ruleset, day, start, until, asked)

    def explain(self, lang: Lang = "en") -> str:
        """Say where the day is written, which day, which period, and how to ask for another day."""
        return f"{self.place}: {self.reason(lang)}" if self.place else self.reason(lang)

    def reason(self, lang: Lang) -> str:
        """Say which day, which period, and how to ask for another day."""
        since, until = self.start or "…", self.until or "…"
        if lang == "vi":
            return (
                f"`{self.ruleset}` không có hiệu lực ngày {self.day}: bộ tiêu chí áp dụng từ {since} đến hết {until}"
                f" (ngày này lấy từ {self.asked})"
            )
        return (
            f"`{self.ruleset}` is not in force on {self.day}: it applies from {since} to {until}, both included"
            f" (the day comes from {self.asked})"
        )

    def __str__(self) -> str:
        """Say it in English."""
        return self.explain("en")


class NotFoundError(SmartVillageError):
    """A name that nothing bears: a ruleset, a criterion, an overlay, a file.

    Attributes:
        kind: What was looked for, as ``ruleset``.
        name: The name.
        nearest: The known name that looks most like it.
        known: All known names.
    """

    def __init__(self, kind: str, name: str, nearest: str | None = None, known: Iterable[str] = ()) -> None:
        """Keep what was looked for, the name, the nearest known one and all known ones."""
        self.kind, self.name, self.nearest, self.known = kind, name, nearest, tuple(known)
        super().__init__(kind, name, nearest, self.known)

    def explain(self, lang: Lang = "en") -> str:
        """Say what is missing and name the nearest known word."""
        kinds = {
            "ruleset": "bộ tiêu chí", "criterion": "tiêu chí", "overlay": "bản phủ", "file": "tệp", "extra": "gói phụ",
            "fact": "số liệu hay minh chứng",
        }  # fmt: skip
        kind = kinds.get(self.kind, self.kind) if lang == "vi" else self.kind
        text = f"không tìm thấy {kind} `{self.name}`" if lang == "vi" else f"there is no {kind} `{self.name}`"
        if self.nearest:
            text += f"; ý bạn là `{self.nearest}`?" if lang == "vi" else f"; did you mean `{self.nearest}`?"
        elif self.known:
            text += (" (hiện có: " if lang == "vi" else " (there are: ") + ", ".join(self.known[:20]) + ")"
        return text

    def __str__(self) -> str:
        """Say it in English."""
        return self.explain("en")


class QuestionError(SmartVillageError):
    """A question without an answer: what is asked contradicts itself.

    Attributes:
        reason: Why, in both languages.
    """

    def __init__(self, reason: Words) -> None:
        """Keep why."""
        self.reason = reason
        super().__init__(reason)

    def explain(self, lang: Lang = "en") -> str:
        """Say what contradicts what."""
        return self.reason.say(lang)

    def __str__(self) -> str:
        """Say it in English."""
        return self.explain("en")


class MissingExtraError(SmartVillageError, ImportError):
    """An optional library is not installed.

    Attributes:
        library: Its name.
        extra: The extra of this package that brings it.
    """

    def __init__(self, library: str, extra: str) -> None:
        """Keep the library and the extra that brings it."""
        self.library, self.extra = library, extra
        super().__init__(library, extra)

    def explain(self, lang: Lang = "en") -> str:
        """Name the exact command that installs it."""
        command = f'pip install "smartvillage[{self.extra}]"'
        if lang == "vi":
            return f"cần thư viện `{self.library}`; hãy chạy: {command}"
        return f"this needs the library `{self.library}`; run: {command}"

    def __str__(self) -> str:
        """Say it in English."""
        return self.explain("en")


class PluginError(SmartVillageError):
    """What another installed package offers cannot be used.

    Attributes:
        package: The package.
        name: The name under which it offers something.
        reason: Why that fails.
    """

    def __init__(self, package: str, name: str, reason: str) -> None:
        """Keep the package, the name under which it offers something, and why that fails."""
        self.package, self.name, self.reason = package, name, reason
        super().__init__(package, name, reason)

    def explain(self, lang: Lang = "en") -> str:
        """Say which package fails and why."""
        if lang == "vi":
            return f"`{self.name}` của gói `{self.package}` không dùng được: {self.reason}"
        return f"`{self.name}` of the package `{self.package}` cannot be used: {self.reason}"

    def __str__(self) -> str:
        """Say it in English."""
        return self.explain("en")


class WriteError(SmartVillageError):
    """A file could not be written; what stood there before still stands.

    Attributes:
        path: The file.
        reason: Why, in both languages.
    """

    def __init__(self, path: str, reason: Words) -> None:
        """Keep the path and why."""
        self.path, self.reason = path, reason
        super().__init__(path, reason)

    def explain(self, lang: Lang = "en") -> str:
        """Say which file and why."""
        reason = self.reason.say(lang)
        return f"không ghi được `{self.path}`: {reason}" if lang == "vi" else f"cannot write `{self.path}`: {reason}"

    def __str__(self) -> str:
        """Say it in English."""
        return self.explain("en")
