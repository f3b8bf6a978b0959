"""The collected texts."""

from pathlib import Path

from tests.messages import LANGUAGES, collect, write


def test_the_collected_texts_are_those_of_code_and_content(tmp_path: Path) -> None:
    write(collect(), tmp_path / "messages.pot")

    now, kept = (
        (folder / "messages.pot").read_text(encoding="utf-8") for folder in (tmp_path, LANGUAGES)
    )

    assert now == kept, "run: python -m tests.messages"
