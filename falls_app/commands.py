"""Commands about the person, and papers of every kind; ``cli`` runs them."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from falls_app.cases import load_case, note, photos_beside, setting_beside
from falls_app.content.handouts import load_handouts
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case
from falls_app.domain.screening.outcome import Outcome
from falls_app.errors import UserError
from falls_app.export import (
    FILLABLE,
    HANDOUT,
    HIDE_NAMES,
    LARGE,
    PAPERS,
    SAVE_INK,
    Letterhead,
    Printing,
    options_of,
    write_document,
    write_pack,
)
from falls_app.export.letterheads import SETTING, letterhead_in_use, read_letterheads
from falls_app.passphrase_file import passphrase_in
from falls_app.storage.access import What

CASE_HELP = "a case file (.json), or: sample"

Commands = Any
"""What ``add_subparsers`` returns; argparse has no public name for it."""


def add_commands(commands: Commands) -> None:
    """Add these commands to the parser of the program."""
    bones = commands.add_parser(
        "bones", help="print what follows from the answers about the person", allow_abbrev=False
    )
    bones.add_argument("case", metavar="CASE", help=CASE_HELP)
    bones.add_argument("--region", default="us")
    bones.set_defaults(command=_bones)

    paper = commands.add_parser(
        "paper", help="write papers as a PDF, or a report as an ODT", allow_abbrev=False
    )
    paper.add_argument("case", metavar="CASE", help=CASE_HELP)
    paper.add_argument(
        "--kind",
        dest="kinds",
        action="append",
        required=True,
        help="which one; “papers” lists them; again for several in one file",
    )
    paper.add_argument("--paper", choices=("letter", "a4"))
    paper.add_argument("--large-print", action="store_true", help="18 points and up")
    paper.add_argument("--save-ink", action="store_true", help="no colored areas")
    paper.add_argument("--hide-names", action="store_true", help="initials in place of names")
    paper.add_argument("--fillable", action="store_true", help="with boxes to fill in, if it can")
    paper.add_argument("--region", default="us")
    add_password(paper)
    paper.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    paper.set_defaults(command=_paper)

    calendar = commands.add_parser(
        "calendar", help="write the days of the plan as a calendar file", allow_abbrev=False
    )
    calendar.add_argument("case", metavar="CASE", help=CASE_HELP)
    calendar.add_argument(
        "--titles",
        choices=("neutral", "full"),
        default="neutral",
        help="“neutral” names a room at most, “full” what the step is",
    )
    calendar.add_argument("--region", default="us")
    calendar.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.ics")
    calendar.set_defaults(command=_calendar)

    papers = commands.add_parser("papers", help="list the kinds of paper", allow_abbrev=False)
    papers.set_defaults(command=_papers)


def add_password(parser: argparse.ArgumentParser) -> None:
    """Let a command take the password of a PDF from a file."""
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="lock the PDF with the words in this file",
    )


def pdf_form(password: str) -> str:
    """Return what the list of who did what calls a PDF, with a password or without."""
    return "locked-pdf" if password else "pdf"


def _bones(chosen: argparse.Namespace) -> None:
    from falls_app.case_view import CaseView

    view = CaseView(load_case(chosen.case), load_region(chosen.region))
    note(chosen.case, What.OPENED)
    print(json.dumps(outcome_as_json(view.outcome), indent=2))


def outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    """Return what follows from the answers in the form that the command prints: ids and figures.

    ``height`` is what was lost since the tallest ever, in centimeters, with the id of its text.
    """
    height = outcome.height
    return {
        "flags": {str(level): list(ids) for level, ids in outcome.flags.items()},
        "texts": list(outcome.texts),
        "questions": [ask.id for ask in outcome.questions],
        "traits": list(outcome.traits),
        "calcium_mg": outcome.calcium_mg,
        "height": {
            "lost_cm": height.lost_cm if height else None,
            "text": height.loss.value if height else None,
        },
    }


def _paper(chosen: argparse.Namespace) -> None:
    region, case = load_region(chosen.region), load_case(chosen.case)
    known = _titles()
    for kind in chosen.kinds:
        if kind not in known:
            hint = f"Choose one of: {', '.join(known)}."
            raise UserError(f"There is no paper “{kind}”.", hint)
    printing = Printing(
        region,
        chosen.paper or region.paper,
        photos=photos_beside(chosen.case),
        large=chosen.large_print,
        save_ink=chosen.save_ink,
        hide_names=chosen.hide_names,
        fillable=chosen.fillable,
        letterhead=_letterhead(chosen.case, case),
    )
    _tell_unknown(chosen.kinds, printing)
    password = passphrase_in(chosen.password_file)
    if _is_document(chosen.kinds, chosen.output):
        if password:
            raise UserError("Only a PDF can have a password.", "Leave --password-file out.")
        write_document(chosen.kinds[0], case, chosen.output, printing)
        note(chosen.case, What.EXPORTED, f"odt {chosen.kinds[0]}")
        return
    unshown = write_pack(chosen.kinds, case, chosen.output, printing, password=password)
    note(chosen.case, What.EXPORTED, f"{pdf_form(password)} {'+'.join(chosen.kinds)}")
    if unshown:
        print(f"The paper has no letters for: {', '.join(unshown)}.", file=sys.stderr)


def _tell_unknown(kinds: Sequence[str], printing: Printing) -> None:
    """Say on standard error which options change nothing in which paper."""
    asked = {
        LARGE: "--large-print", SAVE_INK: "--save-ink", HIDE_NAMES: "--hide-names",
        FILLABLE: "--fillable",
    }  # fmt: skip
    for kind in kinds:
        known = options_of(kind)
        for option, words in asked.items():
            if getattr(printing, option) and option not in known:
                print(f"The paper “{kind}” is the same without {words}.", file=sys.stderr)


def _letterhead(name: str, case: Case) -> Letterhead:
    """Return the letterhead of a home in the list; an empty one for a file."""
    heads = read_letterheads(setting_beside(name, SETTING))
    return letterhead_in_use(heads, case.visit.letterhead)


def _is_document(kinds: Sequence[str], output: Path) -> bool:
    """Return whether a text document is asked for. UserError if the paper cannot be one."""
    if output.suffix.lower() != ".odt":
        return False
    able = [each.id for each in PAPERS if each.odt]
    if len(kinds) > 1 or kinds[0] not in able:
        raise UserError(
            f"“{', '.join(kinds)}” can be a PDF only.",
            f"These can be ODT files, one at a time: {', '.join(able)}.",
        )
    return True


def _calendar(chosen: argparse.Namespace) -> None:
    from falls_app.export.calendar import Titles, write_calendar

    case, region = load_case(chosen.case), load_region(chosen.region)
    write_calendar(case, chosen.output, region, Titles(chosen.titles))
    note(chosen.case, What.EXPORTED, "ics")


def _papers(_chosen: argparse.Namespace) -> None:
    for kind, title in _titles().items():
        print(f"{kind}\t{title}")


def _titles() -> dict[str, str]:
    """Return the titles of all papers and handouts by their kind."""
    handouts = {f"{HANDOUT}{each.id}": each.title for each in load_handouts()}
    return {kind.id: kind.title for kind in PAPERS} | handouts
