"""A name and bytes in; the same bytes out later, also after a restart, from a folder of limited size."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

LOG = logging.getLogger(__name__)
FOLDER = Path(__file__).parents[2] / ".cache" / "press"
# A picture has about 100 kB, so this holds some 2,500 of them.
LIMIT = 256 * 1024 * 1024


class Store:
    """Files on disk; the one that was not asked for the longest goes first. A folder that cannot be written is none."""

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        self.folder = folder or Path(os.environ.get("PRESS_CACHE", FOLDER))
        self.limit = limit
        self.guard = Lock()
        self.size: int | None = None

    def get(self, name: str) -> bytes | None:
        """What was kept under this name; being asked for makes it young again."""
        path = self._path(name)
        try:
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep it: the file appears whole or not at all, also for another process."""
        path = self._path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(content)
            Path(file.name).replace(path)
        except OSError as error:
            LOG.warning("Pictures cannot be kept in %s: %s", self.folder, error)
            return
        with self.guard:
            self.size = self._measured() if self.size is None else self.size + len(content)
            if self.size > self.limit:
                self._make_room()

    def _path(self, name: str) -> Path:
        key = hashlib.sha256(name.encode()).hexdigest()
        return self.folder / key[:2] / key

    def _measured(self) -> int:
        return sum(size for _, size, _ in self._files())

    def _files(self) -> list[tuple[float, int, Path]]:
        """Last use, size and path of each file; another process may remove one meanwhile."""
        found = []
        for path in self.folder.glob("*/*"):
            with suppress(OSError):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        return found

    def _make_room(self) -> None:
        """Down to four fifths, so that not every new picture has to."""
        files = sorted(self._files())
        self.size = sum(size for _, size, _ in files)
        for _, size, path in files:
            if self.size <= self.limit * 0.8:
                return
            with suppress(OSError):
                path.unlink()
            self.size -= size
