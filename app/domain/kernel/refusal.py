"""How the domain says no: one exception type with a stable code, told to the person in their language elsewhere."""

from __future__ import annotations


class Refusal(Exception):
    """A command that must not happen.

    Args:
        code: a stable lower_snake_case code; clients map it to words.
        params: values for those words (limits, names of rules); never a text that somebody wrote.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
