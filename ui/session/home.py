"""The data folder of a desktop: what lies in it, and that only one desktop uses it at a time. Knows no Qt."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Self

import platformdirs

from app.storage import DataFolder, Library, Writer
from app.sync.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY_NAME: Final = "library.db"
RELAY_FOLDER: Final = "relay"


def default_data() -> Path:
    """Return the folder in which this person's Cercle keeps everything."""
    return platformdirs.user_data_path("cercle", appauthor=False)


class Home:
    """An open data folder. Use `Home.open`, and `close` when all who use it are done.

    Attributes:
        path: the folder.
        shelf: its library, on the library's own thread.
    """

    def __init__(self, path: Path, folder: DataFolder, writer: Writer, library: Library) -> None:
        """Hold what `open` opened.

        Args:
            path: the folder.
            folder: taken.
            writer: the thread that touches the library.
            library: opened on that thread.
        """
        self.path = path
        self._folder = folder
        self._writer = writer
        self.shelf = Shelf(library, writer)

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Take a folder and open what lies in it, making it first when it is not there.

        Args:
            path: the folder.

        Raises:
            StorageError: it is in use, read-only, full, damaged, or of a newer version.
        """
        with ExitStack() as given_up:
            folder = given_up.enter_context(DataFolder.open(path))
            writer = Writer("library")
            given_up.callback(writer.close)
            library = await asyncio.wrap_future(writer.call(Library.open, path / LIBRARY_NAME))
            given_up.pop_all()
        return cls(path, folder, writer, library)

    @property
    def relay_folder(self) -> Path:
        """Where the relay beside this desktop keeps its own things."""
        return self.path / RELAY_FOLDER

    async def close(self) -> None:
        """Finish what is being written, and let another desktop have the folder."""
        try:
            await self.shelf.run(self.shelf.library.close)
        finally:
            self._writer.close()
            self._folder.close()
