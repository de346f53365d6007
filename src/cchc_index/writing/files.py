"""Writes files and folders whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from cchc_index.problems.errors import WritingError
from cchc_index.problems.problem import Place, Problem

_MOST_LETTERS: Final = 40  #: of a name; with four bytes each they leave room for what is added
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_KINDS: Final = (
    (stat.S_ISLNK, "link"),
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


def write_whole(path: Path, data: bytes | Iterable[bytes], *, read: Iterable[Path] = ()) -> None:
    """Replace a file by new contents; interrupted or failed, it is as it was, or absent.

    The contents go to a temporary file in the same folder, reach the disk, and take the file's name in one step. They
    may come in pieces that are made while they are written: what goes wrong there leaves the old file, and no other.

    Args:
        path: The file.
        data: Its contents.
        read: Files that the contents were made from, which it must not be.

    Raises:
        WritingError: It is no file, or one of those read; the folder cannot be written to, or the disk is full.
    """
    refuse_target(path, read)
    with _telling(path):
        handle, temporary = _beside(path)
        try:
            with os.fdopen(handle, "wb") as file:
                for piece in (data,) if isinstance(data, bytes) else data:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                with contextlib.suppress(OSError):  # some file systems have no permissions; the contents count
                    temporary.chmod(path.stat().st_mode & 0o777)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


class Made(Mapping[str, "bytes | None"]):
    """Files of a folder that are made one by one as they are written, so that they never stand in memory together."""

    def __init__(self, makers: Mapping[str, Callable[[], bytes]]) -> None:
        """Take what makes each file's contents, by its name."""
        self._makers = makers

    def __getitem__(self, name: str) -> bytes:
        """The contents of a file, made now."""
        return self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._makers)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._makers)


def write_folder(folder: Path, files: Mapping[str, bytes | None], *, read: Iterable[Path] = ()) -> None:
    """Write a folder of files; killed or failed, it is whole or not there, and can be written again.

    All of it is made in a temporary folder beside it, which takes its name in one step. Into a folder that is there
    already its files go one by one, each whole; those of a run that was killed are there already, and stay.

    Args:
        folder: The folder.
        files: The contents of each file, by its name within; None for an inner folder. `Made` makes them one by one.
        read: The files that all of it was made from.

    Raises:
        WritingError: One of those lies in the folder; a file of other contents is there already; the folder cannot be
            written to, or the disk is full.
    """
    with _telling(folder):
        if not folder.is_dir() or folder.is_symlink():
            refuse_target(folder)
        whole = folder.resolve()
        if any(whole == path.resolve().parent for path in read):
            raise WritingError(Problem("write.input_folder", arguments={"path": str(folder)}))
        if not os.path.lexists(whole):
            whole.parent.mkdir(parents=True, exist_ok=True)
            temporary = _temporary(whole)
            try:
                temporary.mkdir()
                _fill(temporary, files)
                if _takes_its_name(temporary, whole):
                    _sync_folder(whole.parent)
                    return
            finally:
                shutil.rmtree(temporary, ignore_errors=True)
        there = {name for name in files if os.path.lexists(folder / name)}
        there = {name for name in there if files[name] is not None}  # one that is not there need not be made yet
        others = [folder / name for name in files if name in there and not _holds(folder / name, files[name])]
        if not folder.is_dir() or others:
            raise WritingError([Problem("cli.exists", Place(str(path))) for path in others or [folder]])
        _fill(folder, files, there)


def _takes_its_name(temporary: Path, folder: Path) -> bool:
    """Whether a folder could take its name; not where another writer has made it in the meantime."""
    try:
        temporary.replace(folder)
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
        return False
    return True


def _fill(folder: Path, files: Mapping[str, bytes | None], there: Collection[str] = ()) -> None:
    for name in (name for name in files if name not in there):
        data = files[name]
        (folder / name if data is None else (folder / name).parent).mkdir(parents=True, exist_ok=True)
        if data is not None:
            write_whole(folder / name, data)


def _holds(path: Path, data: bytes | None) -> bool:
    """Whether a file is there with these contents."""
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data


def refuse_target(path: Path, read: Iterable[Path] = ()) -> None:
    """Refuse to write over what is no file, and over what was read: the result would replace its own input.

    Raises:
        WritingError: The path is a link, a folder, a pipe, a socket, a device, or one of the files that were read.
    """
    with _telling(path):
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            return
    kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "")
    if kind:
        raise WritingError(Problem(f"write.{kind}", arguments={"path": str(path)}))
    for each in read:
        with contextlib.suppress(OSError):
            if path.samefile(each):
                raise WritingError(Problem("write.input", arguments={"path": str(path)}))


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Whatever the system refuses is told with the path."""
    try:
        yield
    except OSError as error:
        arguments = {"path": str(path), "fault": error.strerror or str(error)}
        raise WritingError(Problem("cli.unwritable", arguments=arguments)) from error


def _temporary(path: Path) -> Path:
    """A name beside a path that nobody has, and that says what it was made for if it is left behind."""
    return path.with_name(f".{path.name[:_MOST_LETTERS]}.{os.urandom(4).hex()}.part")


def _beside(path: Path) -> tuple[int, Path]:
    """A new file in the folder of another, with the permissions that any new file gets."""
    while True:
        temporary = _temporary(path)
        with contextlib.suppress(FileExistsError):
            return os.open(temporary, _NEW, 0o666), temporary


def _sync_folder(folder: Path) -> None:
    """Make the new name itself reach the disk, where folders can be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
