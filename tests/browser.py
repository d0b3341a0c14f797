"""The machine in; the path of a Chromium on it out, one that is there or, by `python -m tests.browser`, one fetched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
MISSING = "No Chromium or Chrome here, and none could be fetched: install one, or say CHROME=/path/to/chrome make test."


def chromium() -> str | None:
    """The path of the first browser that starts: $CHROME, the search path, macOS's applications, Playwright's own."""
    if chosen := os.environ.get("CHROME"):
        return chosen if starts(chosen) else None
    on_path = [path for name in NAMES if (path := shutil.which(name))]
    apps = [str(root / app) for root in (Path("/Applications"), Path.home() / "Applications") for app in MAC_APPS]
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    return next((path for path in (*on_path, *apps, fetched) if starts(path)), None)


def starts(path: str) -> bool:
    """Whether this is a browser: Ubuntu's package is only a note that points elsewhere."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and b"Chrom" in said.stdout


def fetch() -> str | None:
    """Fetch a browser: Debian's own where packages may be installed, else the one that Playwright offers."""
    print("No Chromium or Chrome here: fetching one (a minute or two)", flush=True)
    if (root := as_root()) is not None and is_debian():
        ran([*root, "apt-get", "-q", "update"])
        ran([*root, "apt-get", "-qy", "install", "--no-install-recommends", "chromium"])
        if found := chromium():
            return found
    playwright = [sys.executable, "-m", "playwright"]
    if ran([*playwright, "install", "chromium"]) and root is not None:
        ran([*root, *playwright, "install-deps", "chromium"])
    return chromium()


def as_root() -> list[str] | None:
    """What to put before a command that only root may run; nothing if that would ask for a password."""
    if sys.platform != "linux":
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return ["sudo", "-n"] if sudo and ran(["sudo", "-n", "true"]) else None


def is_debian() -> bool:
    """Debian and its kin, but not Ubuntu, whose package holds no browser."""
    release = Path("/etc/os-release")
    said = release.read_text() if release.exists() else ""
    return "debian" in said and "ubuntu" not in said


def ran(command: list[str]) -> bool:
    """Run a command that may fail, in silence, and say whether it did not."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    found = chromium() or (None if "CHROME" in os.environ else fetch())
    if found is None:
        sys.exit(MISSING)
    print(f"Browser: {found}")
