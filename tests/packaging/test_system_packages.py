"""Shared libraries, fonts and packages: what is missing, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

import system_packages
from system_packages import SetUpError, candidates, has_fonts, is_debian, not_found, provide, release_names

if TYPE_CHECKING:
    from pathlib import Path

LDD: Final = """\
	linux-vdso.so.1 (0x00007ffd6a5f2000)
	libQt6Core.so.6 => not found
	libxcb-icccm.so.4 => not found
	libEGL.so.1 => /lib/x86_64-linux-gnu/libEGL.so.1 (0x00007f2b0c400000)
	libnss3.so => not found
	/lib64/ld-linux-x86-64.so.2 (0x00007f2b0c600000)
"""
POLICY: Final = """\
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.14-1
  Version table:
     1.2.14-1 500
        500 http://deb.debian.org/debian trixie/main amd64 Packages
libnss3:
  Installed: 2:3.110-1
  Candidate: 2:3.110-1+deb13u1
  Version table:
"""


def test_missing_libraries_are_read_but_those_of_qt() -> None:
    assert list(not_found(LDD)) == ["libxcb-icccm.so.4", "libnss3.so"]


def test_packages_are_called_as_the_release_calls_them() -> None:
    available = candidates(POLICY)
    assert available == {"libasound2t64", "libnss3"}
    assert release_names(["libnss3", "libasound2"], available) == ["libasound2t64", "libnss3"]
    assert release_names(["libasound2"], {"libasound2"}) == ["libasound2"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ID=debian\n", True),
        ('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ('ID="fedora"\nVERSION_ID=41\n', False),
        ("", False),
    ],
)
def test_debian_and_its_descendants(text: str, answer: bool) -> None:
    assert is_debian(text) is answer


def test_a_font_is_found_in_a_folder(tmp_path: Path) -> None:
    assert not has_fonts([str(tmp_path), str(tmp_path / "absent")])
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "README").touch()
    assert not has_fonts([str(tmp_path)])
    (tmp_path / "truetype" / "DejaVuSans.TTF").touch()
    assert has_fonts([str(tmp_path)])


class TestProvide:
    @pytest.fixture
    def commands(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
        """Note what apt-get would be told, on a Debian where this process is not root."""
        told: list[tuple[str, ...]] = []
        monkeypatch.setattr(system_packages, "_os_release", lambda: "ID=debian\n")
        monkeypatch.setattr(system_packages, "_names_here", sorted)
        monkeypatch.setattr(system_packages, "_apt", lambda *command: told.append(command))
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
        return told

    def test_installs_as_root(self, commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
        provide(["xvfb", "libnss3"], "Qt needs libnss3.so")
        assert commands == [
            ("apt-get", "update", "-q"),
            ("apt-get", "install", "-q", "-y", "--no-install-recommends", "libnss3", "xvfb"),
        ]

    def test_names_the_command_to_others(self, commands: list[tuple[str, ...]]) -> None:
        with pytest.raises(SetUpError, match=r"^Qt needs libnss3\.so\..*\n    sudo apt-get install libnss3$"):
            provide(["libnss3"], "Qt needs libnss3.so")
        assert commands == []

    def test_names_the_need_elsewhere(
        self, commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system_packages, "_os_release", lambda: "ID=fedora\n")
        with pytest.raises(SetUpError, match=r"^Qt needs libnss3\.so\. Please install that"):
            provide(["libnss3"], "Qt needs libnss3.so")
        assert commands == []
