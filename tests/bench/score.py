"""How long the answers of a home take to score."""

from statistics import median

from tests.bench.timing import timed


def score_many(rounds: int = 50) -> None:
    """150 answers scored for a person with traits, against reading them from JSON."""
    import json

    from falls_app.content.checks import load_checklist
    from falls_app.domain.assessment import Assessment, Finding
    from falls_app.domain.checklist import PLACE_AREAS, Answer
    from falls_app.domain.home import Home, Room
    from falls_app.domain.person import Person
    from falls_app.domain.scoring import score

    checklist = load_checklist()
    rooms = tuple(
        Room(f"{area}{number}", area, area) for area in PLACE_AREAS for number in range(7)
    )
    home, kinds = Home(rooms), (Answer.SAFE, Answer.PARTLY, Answer.HAZARD)
    findings = {}
    for check in checklist:
        places = [room.id for room in home.rooms_of(check.area)] or [None]
        for place in places:
            if len(findings) < 150:
                answer = kinds[len(findings) % 3]
                findings[check.id, place] = Finding(check.id, answer, place)
    walk = Assessment("a", "2026-11-20", findings=findings)
    person = Person(traits=("walking_aid", "osteoporosis", "night_toilet"))
    text = json.dumps([[each.check, each.room, each.answer] for each in findings.values()])
    bare = [timed(lambda: json.loads(text)) for _round in range(rounds)]
    ours = [timed(lambda: score(checklist, home, walk, (person,))) for _round in range(rounds)]
    print(
        f"score: {len(findings)} answers in {median(ours) * 1e3:.2f} ms, "
        f"{median(ours) / median(bare):.0f} x reading them from JSON"
    )
