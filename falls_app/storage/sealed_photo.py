"""A photo of a locked store: a file that only the key of its case opens."""

from dataclasses import dataclass
from pathlib import Path

from falls_app.storage.case_keys import CaseKey
from falls_app.storage.seal import BrokenSeal
from falls_app.storage.trouble import DAMAGED_PHOTO, StoreError


@dataclass(frozen=True, slots=True)
class SealedPhoto:
    """The file of a photo and the key that opens it. It reads like a file that is not locked."""

    file: Path
    key: CaseKey

    def read_bytes(self) -> bytes:
        """Return the picture. Raises StoreError if the file was changed, OSError if it is gone."""
        try:
            return self.key.unseal(self.file.read_bytes(), self.file.name)
        except BrokenSeal as error:
            raise StoreError(*DAMAGED_PHOTO) from error

    def holds(self, data: bytes) -> bool:
        """Return whether this picture is in the file."""
        try:
            return self.key.unseal(self.file.read_bytes(), self.file.name) == data
        except BrokenSeal:
            return False

    def is_sound(self) -> bool:
        """Return whether the file has what was sealed in it under this name."""
        try:
            self.read_bytes()
        except StoreError:
            return False
        return True
