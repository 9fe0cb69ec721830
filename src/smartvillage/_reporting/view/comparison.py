"""A comparison as a page: how many changes of each kind, then each with its rule before and after and its witness."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any

from smartvillage._reporting.blocks import Block, Entries, Entry, Grid, Heading, Line, Page, Paragraph, Span, Tone
from smartvillage._reporting.blocks import Column as Col
from smartvillage._reporting.speech import Speech

from .marks import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang
    from smartvillage.model.comparison import Change, Comparison, Flip, Stand, Witness
    from smartvillage.model.findings import Outcome

    from .names import Names

_TONES = {
    "stricter": Tone.BAD, "looser": Tone.GOOD, "incomparable": Tone.CAVEAT, "added": Tone.STRONG,
    "retired": Tone.STRONG, "editorial": Tone.MUTED,
}  # fmt: skip
#: How many facts of a witness are shown; the rest is in the JSON.
_MOST_FACTS = 8


def page(comparison: Comparison, lang: Lang, *, names: Names, as_counted: bool) -> Page:  # noqa: ARG001 - nothing judged
    """Lay a comparison out."""
    say = Speech(lang, "comparison")
    before, after = comparison.before, comparison.after
    title = say("comparison.title", before=f"{before.id} {before.version}", after=f"{after.id} {after.version}")
    return Page(
        title,
        lang,
        (Heading(title, 1), *_summary(say, comparison), *_sections(say, comparison), *_flips(say, comparison)),
    )


def _summary(say: Speech, comparison: Comparison) -> Iterator[Block]:
    for label, told in (("before", comparison.before), ("after", comparison.after)):
        text = say(f"comparison.{label}", title=say.text(told.title), id=told.id, version=told.version)
        if told.overlays:
            text += say("ref.overlays", overlays=", ".join(told.overlays))
        yield Paragraph((Span(text, Tone.MUTED),))
    counts = comparison.counts()
    if not counts:
        yield Paragraph((Span(say("comparison.none"), Tone.GOOD),))
        return
    rows = tuple(
        (
            Span(say(f"change.{kind}"), _TONES.get(kind, Tone.PLAIN)),
            Span(str(count)),
            Span(say(f"means.{kind}"), Tone.MUTED),
        )
        for kind, count in counts.items()
    )
    yield Grid(
        (Col(say("comparison.kind")), Col(say("comparison.count"), number=True), Col(say("comparison.means"))), rows
    )


def _sections(say: Speech, comparison: Comparison) -> Iterator[Block]:
    for section in dict.fromkeys(change.section for change in comparison.changes):
        told = [change for change in comparison.changes if change.section == section]
        yield Heading(say(f"section.{section}"))
        yield Entries(tuple(_entry(say, change) for change in told))


def _entry(say: Speech, change: Change) -> Entry:
    title = (Span(say.text(change.title)),) if change.title else ()
    status = Span(say(f"change.{change.kind}"), _TONES.get(change.kind, Tone.PLAIN))
    return Entry(BULLET, change.id, title, status, tuple(_notes(say, change)))


def _notes(say: Speech, change: Change) -> Iterator[Line]:
    if change.keys:
        yield (Span(say("comparison.keys", keys=", ".join(f"`{key}`" for key in change.keys)), Tone.MUTED),)
    if change.because:
        yield (Span(say("comparison.because", paths=", ".join(f"`{path}`" for path in change.because))),)
    for label, text in (("was", change.before), ("is", change.after)):
        if text is not None and say.text(change.before) != say.text(change.after):
            yield (Span(say(f"comparison.{label}", text=say.text(text))),)
    if change.witness is not None:
        yield from _witness(say, change.witness)
    if not change.whole:
        yield (Span(say("comparison.not_whole"), Tone.CAVEAT),)


def _witness(say: Speech, witness: Witness) -> Iterator[Line]:
    facts = list(witness.facts.items())
    shown = [f"{name}: {_value(value)}" for name, value in facts[:_MOST_FACTS]]
    if len(facts) > _MOST_FACTS:
        shown.append(say.counted("comparison.more_facts", len(facts) - _MOST_FACTS))
    if witness.evidence:
        shown.append(say("comparison.evidence", types=", ".join(witness.evidence)))
    told = "; ".join(shown) or say("comparison.no_facts")
    yield (Span(say("comparison.witness", day=say.day(witness.on), facts=told)),)
    stands = [_stand(say, one) for one in (witness.before, witness.after)]
    yield (Span(say("comparison.stands", before=stands[0], after=stands[1])),)
    if witness.flips_verdict:
        verdicts = [_verdict(say, one.verdict) for one in (witness.before, witness.after)]
        yield (Span(say("comparison.flips", before=verdicts[0], after=verdicts[1]), Tone.STRONG),)


def _value(value: Any) -> str:  # noqa: ANN401 - a fact as a file writes it
    return value if isinstance(value, str) else dumps(value, ensure_ascii=False)


def _stand(say: Speech, stand: Stand) -> str:
    told = [_outcome(say, stand.outcome)] if stand.outcome is not None or stand.score is None else []
    if stand.proven:
        told.append(say("comparison.proven"))
    return ", ".join([*told, *([stand.score] if stand.score is not None else [])])


def _outcome(say: Speech, outcome: Outcome | None) -> str:
    return say("comparison.not_there") if outcome is None else say(f"outcome.{outcome}").lower()


def _verdict(say: Speech, outcome: Outcome | None) -> str:
    return say("comparison.not_there") if outcome is None else say.verdict(outcome)


def _flips(say: Speech, comparison: Comparison) -> Iterator[Block]:
    if not comparison.villages:
        return
    yield Heading(say("comparison.villages"))
    flips = len(comparison.flips)
    yield Paragraph(
        (Span(say.counted("comparison.flipped", flips, total=say.number(comparison.villages)), Tone.STRONG),)
    )
    if flips:
        yield Entries(tuple(_flip(say, flip) for flip in comparison.flips))
    for one in comparison.unjudged:
        yield Paragraph((Span(say("comparison.unjudged", name=one.name, why=say.text(one.why)), Tone.CAVEAT),))


def _flip(say: Speech, flip: Flip) -> Entry:
    status = None
    answers = (flip.before_answer, flip.after_answer)
    if flip.before != flip.after or answers[0] != answers[1]:
        verdicts = [
            answer if outcome is None else _verdict(say, outcome)
            for outcome, answer in zip((flip.before, flip.after), answers, strict=True)
        ]
        status = Span(say("comparison.flips", before=verdicts[0], after=verdicts[1]), Tone.STRONG)
    notes = tuple(
        (Span(f"{name}: {_outcome(say, before)} → {_outcome(say, after)}", Tone.MUTED),)
        for name, before, after in flip.criteria
    )
    return Entry(BULLET, flip.village.id, (Span(f"{flip.village.name}, {say.day(flip.on)}"),), status, notes)
