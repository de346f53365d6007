"""What has come in: the forms of a folder held against the units they are expected from."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown


@attrs.frozen
class Receipt:
    """Which units have sent their form (phiếu), and what came that is none of theirs.

    Attributes:
        folder: The folder as the user named it.
        expected: How many units are expected to send one.
        received: Unit to its file.
        missing: Units that have sent nothing readable.
        duplicate: Unit to all of its files, where there are several.
        unreadable: Files that could not be read.
        other_set: Files of another criteria set, or of another edition of this one.
        unknown: Files of units that are not in the register.

    Example:
        >>> receipt = Receipt("forms", 2, {"a": "a.xlsx"}, ("b",), {}, ("c.xlsx",), (), ())
        >>> receipt.complete, receipt.text("en")
        (False, 'forms: received 1 of 2 units. Missing: b. Unreadable: c.xlsx.')
    """

    folder: str
    expected: int
    received: Mapping[str, str] = attrs.field(hash=False)
    missing: tuple[str, ...]
    duplicate: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    unreadable: tuple[str, ...]
    other_set: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether each unit has sent one form and nothing else came."""
        return not (self.missing or self.duplicate or self.unreadable or self.other_set or self.unknown)

    def text(self, language: Language = "en") -> str:
        """The receipt in one line."""
        from cchc_index.messages import phrase

        told = [phrase("receipt.received", language, count=str(len(self.received)), expected=str(self.expected))]
        twice = [f"{unit} ({', '.join(files)})" for unit, files in self.duplicate.items()]
        for kind, names in (
            ("missing", self.missing),
            ("duplicate", twice),
            ("unreadable", self.unreadable),
            ("other_set", self.other_set),
            ("unknown", self.unknown),
        ):
            if names:
                told.append(f"{phrase(f'receipt.{kind}', language)}: {', '.join(names)}")
        return shown(f"{self.folder}: {'. '.join(told)}.")

    def to_dict(self) -> dict[str, object]:
        """The receipt for programs."""
        return attrs.asdict(self)
