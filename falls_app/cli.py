"""The same core without a window, for scripts and for machines with no screen."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from falls_app import __version__, file_commands
from falls_app.cases import SAMPLE, load_case, note, photos_beside, sample_case
from falls_app.commands import add_commands, add_password, pdf_form
from falls_app.content.checks import load_checklist
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case
from falls_app.domain.checklist import Check
from falls_app.domain.plan import declined_checks
from falls_app.domain.scoring import Score, score
from falls_app.errors import UserError
from falls_app.export import Printing, write_paper
from falls_app.i18n import About
from falls_app.passphrase_file import passphrase_in, unlocked
from falls_app.sheet_commands import add_to as add_sheets_to
from falls_app.storage.access import What
from falls_app.store_commands import CASE, add_to

WRONG_USE = 2
STORE_REFUSED = 3


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage first."""

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message[:1].upper()}{message[1:]}.", "See falls-app --help.")


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code.

    0 fine, 2 wrong use or an unreadable case, 3 the store is damaged, refused, locked
    or open elsewhere.
    """
    try:
        chosen = _parser().parse_args(arguments)
        unlocked(partial(chosen.command, chosen))
    except UserError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        from falls_app.storage.trouble import StoreError

        return STORE_REFUSED if isinstance(error, StoreError) else WRONG_USE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="falls-app",
        description="Walk through a home, score it for the person who lives there, print a plan. "
        "Without a command the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    plan = commands.add_parser("plan", help="write the family plan as a PDF", allow_abbrev=False)
    plan.add_argument("case", metavar="CASE", help=CASE)
    plan.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.pdf")
    plan.add_argument("--paper", choices=("letter", "a4"))
    plan.add_argument("--large-print", action="store_true", help="18 points and up")
    plan.add_argument("--region", default="us")
    add_password(plan)
    plan.set_defaults(command=_plan)

    scored = commands.add_parser("score", help="print the score as JSON", allow_abbrev=False)
    scored.add_argument("case", metavar="CASE", help=CASE)
    scored.add_argument("--region", default="us")
    scored.set_defaults(command=_score)

    checks = commands.add_parser("checks", help="print all checks as JSON", allow_abbrev=False)
    checks.add_argument("--json", action="store_true", required=True)
    checks.set_defaults(command=_checks)
    add_commands(commands)

    add = partial(commands.add_parser, allow_abbrev=False)
    add_to(add)
    file_commands.add_to(add)
    add_sheets_to(add)
    return parser


def score_case(case: Case, region_id: str) -> Score | None:
    """Return the score of a case in a region; None if it holds no walk."""
    region = load_region(region_id)
    if case.assessment is None:
        return None
    return score(
        load_checklist(),
        case.home,
        case.assessment,
        (case.person,),
        person_score=region.person_score,
        declined=declined_checks(case.choices),
    )


# -------------------------------------------------------------------------- commands


def _plan(chosen: argparse.Namespace) -> None:
    region = load_region(chosen.region)
    paper = chosen.paper or region.paper
    case, password = load_case(chosen.case), passphrase_in(chosen.password_file)
    photos = photos_beside(chosen.case)
    printing = Printing(region, paper, photos=photos, large=chosen.large_print)
    write_paper("family", case, chosen.output, printing, password=password)
    note(chosen.case, What.EXPORTED, f"{pdf_form(password)} family")


def _score(chosen: argparse.Namespace) -> None:
    load_region(chosen.region)
    case = load_case(chosen.case)
    note(chosen.case, What.OPENED)
    print(json.dumps(score_as_json(score_case(case, chosen.region)), indent=2))


def score_as_json(result: Score | None) -> dict[str, Any]:
    """Return the score in the form that the command prints; see the scoring specification."""
    if result is None:
        return {
            "home": None, "home_low": None, "fit": None, "fit_low": None, "areas": {},
            "completeness": 0.0, "provisional": True, "band": None, "shown": None,
            "held_by": [], "help_readiness": "not_looked_at", "steps": [],
        }  # fmt: skip
    return {
        "home": result.home,
        "home_low": result.home_low,
        "fit": result.fit,
        "fit_low": result.fit_low,
        "areas": {
            area: {"home": each.home, "fit": each.fit} for area, each in result.areas.items()
        },
        "completeness": result.completeness,
        "provisional": result.provisional,
        "band": result.band,
        "shown": result.shown,
        "held_by": list(result.held_by),
        "help_readiness": result.help_readiness,
        "steps": [
            {
                "check": each.check.id,
                "room": each.asked.room.id if each.asked.room else None,
                "priority": each.priority,
                "tier": each.tier,
            }
            for each in result.ranked
        ],
    }


def _checks(_chosen: argparse.Namespace) -> None:
    checks = [check_as_json(check) for check in load_checklist()]
    print(json.dumps(checks, ensure_ascii=False, indent=2))


def check_as_json(check: Check) -> dict[str, Any]:
    """Return a check in the form that the command prints; names are filled in neutrally."""
    about = About()
    return {
        "id": check.id,
        "area": check.area,
        "likelihood": check.likelihood,
        "severity": check.severity,
        "weight": check.weight,
        "tags": list(check.tags),
        "covers": list(check.covers),
        "quick": check.quick,
        "applies": {
            "features": list(check.applies.features),
            "traits": list(check.applies.traits),
            "not_traits": list(check.applies.not_traits),
        },
        "question": about(check.question),
        "look": about(check.look),
        "why": about(check.why),
        "short": check.short,
        "answers": {answer.value: about(words) for answer, words in check.answers.items()},
        "short_answers": {
            answer.value: words for answer, words in check.short_answers.items()
        },
        "fixes": [
            {
                "cost": fix.cost,
                "leads_to": fix.leads_to.value,
                "do": about(fix.do),
                "who": fix.who,
                "minutes": fix.minutes,
            }
            for fix in check.fixes
        ],
        "never": [about(words) for words in check.never],
        "measures": [
            {
                "id": each.id,
                "unit": each.unit,
                "aim": {region: list(aim) for region, aim in each.aim.items()},
            }
            for each in check.measures
        ],
        "sources": list(check.sources),
        "evidence": check.evidence,
        "picture": check.picture,
    }  # fmt: skip


# ------------------------------------------------------------------ where there is no screen


def make_sample_without_screen() -> int:
    """Write the sample home's plan into the current folder and say so in one sentence."""
    case = sample_case()
    file = Path(f"{case.person.name} - plan - {date.today().isoformat()}.pdf")
    try:
        region = load_region("us")
        write_paper(
            "family", case, file, Printing(region, region.paper, photos=photos_beside(SAMPLE))
        )
    except UserError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 1
    print(f"There is no screen here, so the sample home's plan was written to “{file}”.")
    return 0
