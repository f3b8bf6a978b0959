"""A handout: one page about one topic, for everybody, whoever they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a handout: a heading and its lines, numbered if they are steps.

    ``picture`` is the name of an illustration beside it, "" for none.
    """

    heading: str
    lines: tuple[str, ...]
    picture: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Handout:
    """One handout. H1 to H16 are about the person, HH1 to HH10 about the home.

    ``emergency_line`` says when to call, with the number as ``{emergency}``; it stands above all
    else if ``emergency_line_first``, else at the end.
    """

    id: str
    title: str
    lead: str
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    emergency_line: str = ""
    emergency_line_first: bool = False

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the names of its illustrations, from top to bottom."""
        return tuple(block.picture for block in self.blocks if block.picture)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all its words in the order in which they are read."""
        emergency = (self.emergency_line,) if self.emergency_line else ()
        texts = [self.title, self.lead, *(emergency if self.emergency_line_first else ())]
        for block in self.blocks:
            texts += [block.heading, *block.lines]
        return (*texts, *(() if self.emergency_line_first else emergency))
