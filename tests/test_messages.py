"""The collected texts."""

import pkgutil
from importlib import import_module
from pathlib import Path

from falls_app import storage
from falls_app.errors import Sentence, UserError
from falls_app.storage.trouble import FULL
from tests.longer import longer, longer_language
from tests.messages import LANGUAGES, collect, write


def test_the_collected_texts_are_those_of_code_and_content(tmp_path: Path) -> None:
    write(collect(), tmp_path / "messages.pot")

    now, kept = (
        (folder / "messages.pot").read_text(encoding="utf-8") for folder in (tmp_path, LANGUAGES)
    )

    assert now == kept, "run: python -m tests.messages"


def test_the_sentences_of_the_storage_are_collected_too() -> None:
    texts = {each.id for each in collect()}
    said = [each for pair in pairs_of_the_storage() for each in pair]

    assert len(said) > 100
    assert [each for each in said if not isinstance(each, Sentence) or each not in texts] == []


def pairs_of_the_storage() -> list[tuple[str, str]]:
    """Return every constant that is a sentence and what to do next, also in lists of such."""
    modules = (
        import_module(f"falls_app.storage.{each.name}")
        for each in pkgutil.iter_modules(storage.__path__)
    )
    values = [each for module in modules for each in vars(module).values()]
    inside = [each for value in values if isinstance(value, tuple) for each in value]
    return [
        each
        for each in (*values, *inside)
        if isinstance(each, tuple) and len(each) == 2
        and all(isinstance(part, str) and part.endswith((".", "?")) for part in each)
    ]  # fmt: skip


def test_a_sentence_of_the_storage_is_translated_when_it_is_shown() -> None:
    error, named = UserError(*FULL), UserError("“Zoë” is there already.")

    with longer_language():
        assert (error.message, error.hint) == tuple(map(longer, FULL))
        assert str(error) == " ".join(map(longer, FULL))
        assert str(named) == "“Zoë” is there already."
        assert error.said == FULL
    assert str(error) == " ".join(FULL)
