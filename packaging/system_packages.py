"""What the operating system must give: shared libraries of Qt and QtWebEngine, fonts, a virtual display."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class SetUpError(Exception):
    """The machine lacks something that only its owner can give; the message says what and how."""


# Debian's package of each library that PySide6's wheels leave to the system. Releases since 2024 (Debian 13,
# Ubuntu 24.04) call some of them …t64.
DEBIAN_PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXext.so.6": "libxext6",
    "libXfixes.so.3": "libxfixes3",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libudev.so.1": "libudev1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbfile.so.1": "libxkbfile1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")

# What the editor loads of PySide6, by its outermost files; ldd follows the rest from them.
_ALWAYS: Final = (
    "QtWebEngineWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/libexec/QtWebEngineProcess",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/imageformats/libq*.so",
    "Qt/plugins/iconengines/libq*.so",
)
_WITH_DISPLAY: Final = ("Qt/plugins/platforms/libqxcb.so", "Qt/plugins/xcbglintegrations/libq*.so")


def missing_libraries(pyside: Path, *, display: bool) -> list[str]:
    """Answer the names of the shared libraries that PySide6 in the folder pyside does not find.

    The libraries of the X window system count only where there is a display.
    """
    patterns = _ALWAYS + (_WITH_DISPLAY if display else ())
    files = [path for pattern in patterns for path in sorted(pyside.glob(pattern))]
    outputs = (subprocess.run(["ldd", path], capture_output=True, text=True).stdout for path in files)
    return sorted({name for output in outputs for name in not_found(output)})


def not_found(ldd_output: str) -> Iterator[str]:
    """Answer the libraries that an output of ldd calls not found; those of Qt itself come with PySide6."""
    for name in re.findall(r"^\s*(\S+) => not found$", ldd_output, re.MULTILINE):
        if not name.startswith("libQt6"):
            yield name


def has_fonts(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Whether a font that Qt can show lies in one of the folders."""
    files = (path for folder in folders for path in Path(folder).expanduser().rglob("*"))
    return any(path.suffix.lower() in {".ttf", ".otf", ".ttc", ".pfb"} for path in files)


def is_debian(os_release: str) -> bool:
    """Whether the text of /etc/os-release is that of Debian or one of its descendants."""
    words = re.findall(r"^ID(?:_LIKE)?=(.*)$", os_release, re.MULTILINE)
    return "debian" in " ".join(words).replace('"', "").split()


def candidates(policy: str) -> set[str]:
    """Answer the packages that can be installed by an English output of apt-cache policy."""
    found = re.findall(r"^(\S+):\n  Installed: .*\n  Candidate: (.*)$", policy, re.MULTILINE)
    return {name for name, version in found if version != "(none)"}


def release_names(packages: Iterable[str], available: set[str]) -> list[str]:
    """Answer the packages by the names that this release has: name or namet64."""
    return sorted({f"{name}t64" if f"{name}t64" in available else name for name in packages})


def provide_for_qt(pyside: Path, *, display: bool, virtual_display: bool = False) -> None:
    """See to all that Qt needs of a Linux system: install it or raise SetUpError that names it."""
    libraries = missing_libraries(pyside, display=display or virtual_display)
    packages = {DEBIAN_PACKAGES[name] for name in libraries if name in DEBIAN_PACKAGES}
    wanted = list(libraries)
    if not has_fonts():
        packages.add("fonts-dejavu-core")
        wanted.append("a font")
    if virtual_display and shutil.which("Xvfb") is None:
        packages.add("xvfb")
        wanted.append("Xvfb, a display without a screen")
    if not wanted:
        return
    provide(packages, "Qt needs " + ", ".join(wanted))
    if left := missing_libraries(pyside, display=display or virtual_display):
        raise SetUpError(f"Qt needs {', '.join(left)}. Please install them with your system's packages.")


def provide(packages: Iterable[str], reason: str) -> None:
    """Install Debian packages where this process may, else raise SetUpError with the command."""
    if not is_debian(_os_release()) or shutil.which("apt-get") is None:
        raise SetUpError(f"{reason}. Please install that with your system's packages.")
    if os.geteuid() == 0:
        print(f"{reason}: installing", flush=True)
        _apt("apt-get", "update", "-q")
        _apt("apt-get", "install", "-q", "-y", "--no-install-recommends", *_names_here(packages))
    else:
        command = shlex.join(["sudo", "apt-get", "install", *_names_here(packages)])
        raise SetUpError(f"{reason}. Please run:\n    {command}")


def _names_here(packages: Iterable[str]) -> list[str]:
    names = sorted(set(packages))
    command = ["apt-cache", "policy", *names, *(f"{name}t64" for name in names)]
    environment = {**os.environ, "LC_ALL": "C"}
    policy = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    return release_names(names, candidates(policy))


def _apt(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    if result.returncode:
        raise SetUpError(f"{shlex.join(command)} failed:\n{result.stdout}{result.stderr}")


def _os_release() -> str:
    path = Path("/etc/os-release")
    return path.read_text("utf-8") if path.is_file() else ""
