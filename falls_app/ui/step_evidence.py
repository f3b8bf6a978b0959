"""The photos that show a step done which stands on no finding: one of bones, or an own one."""

from typing_extensions import override

from falls_app.domain.assessment import Place
from falls_app.domain.evidence import Photo
from falls_app.domain.step import Step
from falls_app.ui.photo_evidence import PhotoEvidence
from falls_app.ui.session import Session


class StepEvidence(PhotoEvidence):
    """Photos that are kept with what people said about the step."""

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__(session, is_after=True)
        self._step = step

    @property
    @override
    def place(self) -> Place:
        return (self._step.key, None)

    @property
    @override
    def short(self) -> str:
        return self._step.short

    @property
    @override
    def photos(self) -> tuple[Photo, ...]:
        choice = self._session.case.choices.get(self._step.key)
        return choice.photos if choice else ()

    @override
    def _put(self, photos: tuple[Photo, ...], verb: str) -> None:
        self._session.set_step_photos(self._step, photos, verb)
