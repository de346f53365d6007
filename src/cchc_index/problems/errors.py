"""What can go wrong, and how it is told.

The tree of exceptions::

    CchcError
    |- CriteriaError      a criteria file is wrong               .problems
    |- AssessmentError    a table, register or cycle is wrong    .problems
    |- PluginError        a plugin breaks its contract           .plugin .distribution
    |- UnknownNameError   no unit, set, node or stage of that name (also a LookupError)
    |- UsageError         a call with arguments of the wrong kind (also a TypeError and a ValueError)
    |- WritingError       a file cannot be written, or is not to be replaced
    |- MissingExtraError  an optional package is not installed   .extra (also an ImportError)

Every error a user can cause carries `Problem` values. A problem is data (a key of the message catalogue and its
arguments), so the same finding can be told in Vietnamese and in English.
"""

from __future__ import annotations

from collections.abc import Iterable

from cchc_index.problems.problem import Language, Problem, report_lines
from cchc_index.problems.receipts import Receipt


class CchcError(Exception):
    """The root of all errors of this library.

    Attributes:
        problems: Everything that was found, not only the first.
    """

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Take one problem or several."""
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(self.problems)

    def __reduce__(self) -> tuple[object, ...]:
        """For worker processes: an error goes there and back with all that it says."""
        return _made_again, (type(self), dict(vars(self)))

    def report(self, language: Language = "en") -> str:
        """The problems as text, one after another, the first fifty in full; all of them are in `problems`."""
        return "\n".join(report_lines(self.problems, language))

    def __str__(self) -> str:
        """The report in English."""
        return self.report()


class CriteriaError(CchcError):
    """A criteria set cannot be used as it stands."""


class AssessmentError(CchcError):
    """A table, a register or a cycle cannot be used as it stands.

    Attributes:
        receipts: What came in, where folders of forms were read.
    """

    def __init__(self, problems: Problem | Iterable[Problem], receipts: Iterable[Receipt] = ()) -> None:
        """Take one problem or several, and the receipts of the folders that were read."""
        self.receipts = tuple(receipts)
        super().__init__(problems)

    def report(self, language: Language = "en") -> str:
        """The problems as text, then what came in, folder by folder, unless all did."""
        received = [receipt.text(language) for receipt in self.receipts if not receipt.complete]
        return "\n".join([super().report(language), *received])


class UsageError(CchcError, TypeError, ValueError):
    """A function of the library was called with what it cannot take; the message names the argument."""


class WritingError(CchcError):
    """A file or folder cannot be written, or something lies there that is not to be replaced."""


class UnknownNameError(CchcError, LookupError):
    """Nothing of that name is known."""


class MissingExtraError(CchcError, ImportError):
    """An optional package is needed and not installed.

    Attributes:
        extra: The extra to install, for example ``frames``.
    """

    def __init__(self, extra: str, package: str, *, beside: bool = False) -> None:
        """Name the extra and the package that is missing; one that the extra leaves to the user is installed beside."""
        self.extra = extra
        key = "extra.missing_beside" if beside else "extra.missing"
        super().__init__(Problem(key, arguments={"extra": extra, "package": package}))

    def report(self, language: Language = "en") -> str:
        """What is missing and the command to type, in one line.

        Example:
            >>> print(MissingExtraError("charts", "matplotlib").report("en"))
            the package 'matplotlib' is not installed: pip install 'cchc-index[charts]'
        """
        return ": ".join(part for each in self.problems for part in (each.found(language), each.cure(language)))


def _made_again(kind: type[CchcError], said: dict[str, object]) -> CchcError:
    """An error as it was in another process."""
    error = kind.__new__(kind)
    vars(error).update(said)
    Exception.__init__(error, error.problems)
    return error


class PluginInterrupt(KeyboardInterrupt):
    """Somebody pressed Ctrl-C while a plugin was at work.

    Attributes:
        error: Which plugin, with its distribution.
    """

    def __init__(self, error: PluginError) -> None:
        """Name the plugin."""
        self.error = error
        super().__init__(error)

    def __str__(self) -> str:
        """The message in English."""
        return str(self.error)


class PluginError(CchcError):
    """A plugin could not be loaded or broke its contract.

    Attributes:
        plugin: The plugin's name: its entry point, the prefix in YAML.
        distribution: Name and version of the distribution it came in.
    """

    def __init__(self, problems: Problem | Iterable[Problem], *, plugin: str, distribution: str) -> None:
        """Name the plugin beside what it did."""
        self.plugin = plugin
        self.distribution = distribution
        super().__init__(problems)
