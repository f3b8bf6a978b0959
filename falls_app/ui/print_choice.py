"""What is chosen on the print page: which papers, on which sheet, with which options."""

from dataclasses import dataclass, replace
from typing import Self

from falls_app.content.handouts import load_handouts
from falls_app.domain.hiding import initials
from falls_app.export import HANDOUT, HIDE_NAMES, LARGE, OPTIONS, PAPERS, SAVE_INK
from falls_app.i18n import _, content
from falls_app.ui.saving import paper_file_name, plan_file_name

FAMILY = "family"


def is_paper(kind: str) -> bool:
    """Return whether there is a paper or handout of this kind."""
    known = {f"{HANDOUT}{each.id}" for each in load_handouts()}
    return kind in known | {each.id for each in PAPERS}


def paper_title(kind: str) -> str:
    """Return what a paper or handout is called, in the user's language."""
    titles = {each.id: each.title for each in PAPERS}
    titles |= {f"{HANDOUT}{each.id}": each.title for each in load_handouts()}
    return content(titles[kind])


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """The papers to print, in the order in which they are offered, handouts last.

    ``several``: more than one may be chosen, for one file. ``paper`` is "letter", "a4", or "" for
    that of the region. ``options`` are those that were ticked, known to the papers or not.
    """

    kinds: tuple[str, ...] = (FAMILY,)
    several: bool = False
    paper: str = ""
    options: frozenset[str] = frozenset()

    @property
    def known_options(self) -> frozenset[str]:
        """The options that change at least one of the papers."""
        known = {option for each in PAPERS if each.id in self.kinds for option in each.can}
        handouts = any(kind.startswith(HANDOUT) for kind in self.kinds)
        return frozenset(known | ({LARGE, SAVE_INK} if handouts else set()))

    @property
    def printed_with(self) -> dict[str, bool]:
        """Every option, and whether it is used."""
        return {each: each in self.options & self.known_options for each in OPTIONS}

    def with_kinds(self, kinds: set[str]) -> Self:
        """Return the choice of these papers."""
        offered = [each.id for each in PAPERS]
        known = [kind for kind in offered if kind in kinds]
        return replace(self, kinds=(*known, *sorted(kinds.difference(offered))))

    def pressed(self, kind: str) -> Self:
        """Return the choice after a paper was pressed; of several, one at least stays."""
        if not self.several:
            return self.with_kinds({kind})
        return self.with_kinds(set(self.kinds) ^ {kind} or {kind})

    def with_handout(self, kind: str) -> Self:
        """Return the choice with this handout in the place of another."""
        others = {each for each in self.kinds if not each.startswith(HANDOUT)}
        return self.with_kinds({*others, kind} if self.several else {kind})

    def allowing(self, *, several: bool) -> Self:
        """Return the choice that lets several papers be chosen, or the first one alone."""
        kinds = self.kinds if several else self.kinds[:1]
        return replace(self, several=several, kinds=kinds)

    def toggled(self, option: str) -> Self:
        """Return the choice with an option ticked, or no longer."""
        return replace(self, options=self.options ^ {option})

    def at(self, where: str) -> Self:
        """Return the choice that ``where`` names: "family+H2,large". What is unknown is left out.

        A handout may be named by its id alone.
        """
        wanted, *options = where.split(",")
        named = {kind for each in wanted.split("+") for kind in (each, f"{HANDOUT}{each}")}
        kinds, chosen = {kind for kind in named if is_paper(kind)}, self
        if kinds:
            chosen = replace(self.with_kinds(kinds), several=len(kinds) > 1)
        if options:
            chosen = replace(chosen, options=frozenset(options) & frozenset(OPTIONS))
        return chosen

    @property
    def where(self) -> str:
        """What ``at`` takes."""
        return ",".join(("+".join(self.kinds), *sorted(self.options)))

    def file_name(self, person: str, day: str) -> str:
        """Return the name to suggest for the file; with initials if names are hidden."""
        name = initials(person) if HIDE_NAMES in self.options else person
        if self.kinds == (FAMILY,):
            return plan_file_name(name, day)
        if len(self.kinds) > 1:
            return paper_file_name(_("papers"), name, day)
        title = paper_title(self.kinds[0])
        is_handout = self.kinds[0].startswith(HANDOUT)
        return paper_file_name(title) if is_handout else paper_file_name(title, name, day)
