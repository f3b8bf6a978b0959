"""Drafted paragraphs, a therapist's own words for them, and verdicts on drafted steps.

The words are put together elsewhere; here is what happens to them once somebody has a say.
"""

from dataclasses import dataclass, replace

from falls_app.domain.fingerprint import mark
from falls_app.domain.step import Step
from falls_app.domain.visit import Edited, Judgement, Verdict, Visit


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph as it was drafted. ``id`` names it for ever, ``mark`` what it came from."""

    id: str
    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the report says it.

    ``is_stale``: it is edited, and what it was drafted from says something else now.
    """

    id: str
    words: str
    draft: Draft
    is_edited: bool = False
    is_stale: bool = False


def as_said(draft: Draft, visit: Visit) -> Paragraph:
    """Return a draft in the therapist's own words, if there are any."""
    own = visit.edited.get(draft.id)
    if own is None:
        return Paragraph(draft.id, draft.words, draft)
    return Paragraph(draft.id, own.words, draft, is_edited=True, is_stale=own.mark != draft.mark)


def rewritten(visit: Visit, draft: Draft, words: str) -> Visit:
    """Return the visit with these words for a paragraph; the draft's own take them back."""
    if words == draft.words:
        return as_drafted(visit, draft.id)
    return replace(visit, edited={**visit.edited, draft.id: Edited(words, draft.mark)})


def as_drafted(visit: Visit, paragraph: str) -> Visit:
    """Return the visit with a paragraph as it is drafted."""
    kept = {name: own for name, own in visit.edited.items() if name != paragraph}
    return replace(visit, edited=kept)


# ------------------------------------------------------------------ steps


def step_mark(step: Step) -> str:
    """Return the mark of what a step advises and where: wordings may be mended meanwhile."""
    fix = step.check.fixes.index(step.fix) if step.check and step.fix else None
    return mark(step.key, fix, step.rooms, step.also, step.answer.id if step.answer else "")


def verdict_on(visit: Visit, step: Step) -> Verdict | None:
    """Return what the therapist says to a step as it is now; None: it is proposed."""
    said = visit.judged.get(step.key)
    return said.verdict if said and said.mark == step_mark(step) else None


def judged(visit: Visit, step: Step, verdict: Verdict | None) -> Visit:
    """Return the visit with a verdict on a step; None proposes it again."""
    others = {key: said for key, said in visit.judged.items() if key != step.key}
    if verdict is not None:
        others[step.key] = Judgement(verdict, step_mark(step))
    return replace(visit, judged=others)
