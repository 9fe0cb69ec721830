"""An explanation as a page: the outcome, the proof tree, what *proven* still lacks, and how sure the outcome is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage._reporting.blocks import Block, Entries, Entry, Heading, Line, Page, Paragraph, Span, Tone, Tree
from smartvillage._reporting.speech import Speech

from .marks import BULLET, joined, mark, tone
from .steps import branch
from .values import bare_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.diagnostics import Lang
    from smartvillage.model.explanation import Explanation, Step
    from smartvillage.model.proof import EvidenceNeed, Lack, Proof

    from .names import Names


def page(explanation: Explanation, lang: Lang, *, names: Names, as_counted: bool) -> Page:  # noqa: ARG001
    """Lay an explanation out."""
    say = Speech(lang, "explanation")
    named = say.text(explanation.title)
    title = say("explanation.title", id=explanation.id, title=named) if named else explanation.id
    blocks: list[Block] = [
        Heading(title, 1),
        Paragraph(_outcome(say, explanation)),
        Paragraph((Span(_about(say, explanation), Tone.MUTED),)),
    ]
    for label, step in steps(explanation):
        blocks += [Heading(say(f"explanation.{label}"), 2), Tree(branch(say, names, step))]
    if explanation.kind == "criterion" and explanation.outcome is not None:
        blocks += [Heading(say("explanation.proof"), 2), *_proof(say, names, explanation.proof)]
    blocks += [Heading(say("explanation.certainty"), 2), *_certainty(say, names, explanation)]
    return Page(title, lang, tuple(blocks))


def steps(explanation: Explanation) -> Iterator[tuple[str, Step]]:
    """Yield the trees of an explanation, each by what it is."""
    for label in ("needs", "applies_if", "rule", "points", "grade"):
        step = getattr(explanation, label)
        if step is not None:
            yield ("measured" if label == "rule" and explanation.outcome is None else label), step


#: An outcome that says its own reason.
_SAID_ALREADY = ("unknown", ("missing_fact",))


def _outcome(say: Speech, explanation: Explanation) -> Line:
    word = "met_proven" if explanation.proven else str(explanation.outcome)
    told = say(f"outcome.{word}") if explanation.outcome is not None else _given(say, explanation)
    parts = [Span(f"{mark(explanation.outcome).text} {told}", tone(explanation.outcome))]
    if explanation.outcome == "met" and not explanation.proven and explanation.kind == "criterion":
        parts.append(Span(say("explanation.reported_only"), Tone.OPEN))
    if explanation.reasons and (explanation.outcome, explanation.reasons) != _SAID_ALREADY:
        reasons = say.all("reason", explanation.reasons)
        parts.append(Span(say("step.because", reasons=reasons), tone(explanation.outcome)))
    if explanation.caveats:
        parts.append(Span(say("explanation.caveats", caveats=say.all("caveat", explanation.caveats)), Tone.CAVEAT))
    return joined(parts)


def _given(say: Speech, explanation: Explanation) -> str:
    """Say what was measured: the level, the score, or what a criterion gives."""
    found = [step for _, step in steps(explanation) if step.measured is not None]
    told = [bare_value(say, step.measured) for step in found if step.measured is not None]
    return " · ".join(filter(None, told)) or say("scored.nothing")


def _about(say: Speech, explanation: Explanation) -> str:
    ruleset = f"{explanation.ruleset.id} {explanation.ruleset.version}"
    if explanation.ruleset.overlays:
        ruleset += say("ref.overlays", overlays=", ".join(explanation.ruleset.overlays))
    return say("explanation.about", village=explanation.village.name, on=say.day(explanation.on), ruleset=ruleset)


def _proof(say: Speech, names: Names, proof: Proof) -> Iterator[Block]:
    if proof.proven:
        yield Paragraph((Span(say("proof.proven"), Tone.GOOD),))
    elif proof.lacks:
        yield Paragraph((Span(say("proof.not_proven"), Tone.OPEN),))
        yield Entries(tuple(Entry(BULLET, "", (Span(_lack(say, names, lack)),)) for lack in proof.lacks))
    if proof.asks_nothing:
        yield Paragraph((Span(say("proof.nothing_asked")),))
    for number, wanted in enumerate(proof.lists):
        yield Paragraph((Span(say("proof.or" if number else "proof.list")),))
        yield Entries(tuple(_need(say, names, need) for need in wanted.needs))


def _lack(say: Speech, names: Names, lack: Lack) -> str:
    name = say.text(lack.title) or (names.fact(lack.fact) if lack.fact else "")
    caveat = say(f"caveat.{lack.caveat}") if lack.caveat else ""
    keys = [names.evidence(key) if lack.kind == "evidence" else say.key(key) for key in lack.keys]
    return say(f"proof.lack.{lack.kind}", name=name, caveat=caveat, keys=", ".join(keys))


def _need(say: Speech, names: Names, need: EvidenceNeed) -> Entry:
    pieces = ", ".join(piece.link or say.text(piece.title, piece.id) for piece in need.pieces)
    state = "there" if need.given else ("invalid" if need.pieces else "absent")
    told = Span(say(f"proof.{state}", pieces=pieces), Tone.GOOD if need.given else Tone.OPEN)
    title = say.text(need.title) or names.evidence(need.type)
    return Entry(mark("met" if need.given else "not_met"), "", (Span(f"{title}: "), told))


def _certainty(say: Speech, names: Names, explanation: Explanation) -> Iterator[Block]:
    certainty = explanation.certainty
    if certainty.rests_on_proxy:
        yield Paragraph((Span(say("certainty.proxy"), Tone.CAVEAT),))
    elif certainty.certain is not None:
        holds = explanation.outcome if certainty.holds is None else certainty.holds
        outcome = _given(say, explanation) if holds is None else say(f"outcome.{holds}").lower()
        yield Paragraph((Span(say(f"certainty.{_sureness(explanation)}", outcome=outcome)),))
    if certainty.settle:
        yield Paragraph((Span(say("certainty.settle")),))
        sets = [say("certainty.and").join(open_thing(say, names, path) for path in one) for one in certainty.settle]
        yield Entries(tuple(Entry(BULLET, "", (Span(told),)) for told in sets))
    if not certainty.finished:
        yield Paragraph((Span(say("certainty.unsettled"), Tone.MUTED),))


def _sureness(explanation: Explanation) -> str:
    """Say how sure an outcome is: nothing is open, it holds whatever is open, it may change, or nothing is in force."""
    if explanation.certainty.certain:
        return "certain" if any(_is_open(step) for _, step in steps(explanation)) else "nothing_open"
    hole = "not_in_force" in explanation.reasons and not explanation.certainty.settle
    return "not_in_force" if hole and explanation.certainty.finished else "open"


def _is_open(step: Step) -> bool:
    """Tell whether something below is open, or may be: what other criteria and decisions rest on is not looked at."""
    if step.truth == "open" or step.head in ("met", "not_met", "decision"):
        return True
    if step.measured is not None and step.measured.exact is None:
        return True
    if step.members is not None and (step.members.open or step.members.unlisted):
        return True
    return any(limit.exact is None for test in step.tests for limit in test.limits) or any(map(_is_open, step.steps))


def open_thing(say: Speech, names: Names, path: str) -> str:  # noqa: PLR0911 - one a kind of thing
    """Name something open by its path: a fact, a limit, a method; of several limits say which."""
    if path.startswith("facts/"):
        return say("open.fact", name=names.fact(path))
    head, _, rest = path.partition("/")
    criterion, _, inner = rest.partition("/")
    if path == "unseen" or head == "unseen":
        return say("open.unseen")
    if head == "limits":
        return say("open.named_limit", name=criterion)
    if head == "measures":
        return say("open.measure", name=names.measure(criterion))
    if head != "criteria":
        return path
    if inner.rsplit("/", 1)[-1] in ("rule", ""):
        return say("open.method", criterion=criterion)
    tested = names.tested(path)
    return say("open.limit_of" if tested else "open.limit", criterion=criterion, fact=tested)
