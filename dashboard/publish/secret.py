"""The private store in, the key out with which people are hashed; it never leaves the store."""

import os
import secrets
from pathlib import Path

from dashboard.publish.store import Unsafe, refuse_others

FILE, BYTES = "secret.key", 32


def key(store: Path) -> bytes:
    """The key with which people are hashed: made once, mode 600, and never anywhere else."""
    path = store / FILE
    if not path.exists():
        _make(path)
    refuse_others(path)
    found = path.read_bytes()
    if len(found) != BYTES:
        raise Unsafe("secret", path)
    return found


def _make(path: Path) -> None:
    """Written beside and linked: of two at once both get the key of the first."""
    beside = path.with_name(f".{FILE}.{secrets.token_hex(8)}")
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(file, secrets.token_bytes(BYTES))
        os.fsync(file)
        path.hardlink_to(beside)
    except FileExistsError:
        pass
    finally:
        os.close(file)
        beside.unlink()
