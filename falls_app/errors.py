"""The failures a person can mend."""


class UserError(Exception):
    """Something went wrong that the user can mend: one sentence and what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
