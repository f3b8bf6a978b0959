"""Commands about the person, and papers of every kind; ``cli`` runs them."""

import argparse
import json
from typing import Any

from falls_app.cases import load_case
from falls_app.content.regions import load_region
from falls_app.domain.screening.outcome import Outcome

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


def _bones(chosen: argparse.Namespace) -> None:
    from falls_app.case_view import CaseView

    view = CaseView(load_case(chosen.case), load_region(chosen.region))
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
