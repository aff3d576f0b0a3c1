"""One running program a profile: a second start hands its files to the first, which comes forward."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from editor.handing_over import END, LONGEST, message_of, targets_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_CONNECTING_MS: Final = 100
_ANSWERING_MS: Final = 200
"""What a start waits for the program that runs; one that does not answer is left alone."""
_SPEAKING_MS: Final = 2_000
"""What the program that runs waits for a start to say what it wants."""
_MOST_SPEAKERS: Final = 8
_TAKEN: Final = b"taken\n"


class Instance(QObject):
    """The door of a running program, which only this user can reach; profile is what both starts share."""

    targets_received = Signal(tuple)

    def __init__(self, runtime: Path, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = hashlib.sha256(os.fsencode(profile)).hexdigest()[:16]
        self._is_safe = sys.platform == "win32" or _make_private(runtime)
        # Windows has named pipes instead, which lie in no folder.
        self._name = f"article-editor-{name}" if sys.platform == "win32" else str(runtime / name)
        self._lock = QLockFile(str(runtime / f"{name}.lock"))
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_SPEAKERS)
        self._server.newConnection.connect(self._listen_to_next)

    def hand_over(self, targets: Sequence[Path]) -> bool:
        """Hand targets to the program that runs; answer within a third of a second whether it took them."""
        if not self._is_safe:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_taken = False
        if socket.waitForConnected(_CONNECTING_MS):
            socket.write(message_of(targets))
            socket.flush()
            is_taken = socket.waitForReadyRead(_ANSWERING_MS) and socket.readAll().data() == _TAKEN
        socket.abort()
        return is_taken

    def listen(self) -> bool:
        """Be the program that other starts hand files to; answer whether it is, as another may be."""
        if not self._is_safe or not self._lock.tryLock(0):
            return False
        # What a program left that crashed; the lock tells that none runs.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()
        self._lock.unlock()

    def _listen_to_next(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Speaker(socket, self)


class _Speaker(QObject):
    """Another start that speaks; it is heard once, within bounds."""

    def __init__(self, socket: QLocalSocket, instance: Instance) -> None:
        super().__init__(socket)
        self._socket = socket
        self._instance = instance
        self._heard = b""
        patience = QTimer(self, singleShot=True, interval=_SPEAKING_MS)
        patience.timeout.connect(self._show_out)
        patience.start()
        socket.disconnected.connect(self._go)
        socket.readyRead.connect(self._hear)
        self._hear()

    def _show_out(self) -> None:
        self._socket.abort()

    def _go(self) -> None:
        self._socket.deleteLater()

    def _hear(self) -> None:
        self._heard += self._socket.read(LONGEST + 1 - len(self._heard)).data()
        if END not in self._heard and len(self._heard) <= LONGEST:
            return
        targets = targets_in(self._heard.partition(END)[0])
        if targets is None:
            self._show_out()
            return
        self._socket.readyRead.disconnect(self._hear)
        self._socket.write(_TAKEN)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self._instance.targets_received.emit(targets)


def _make_private(folder: Path) -> bool:
    """Make a folder for this user alone; answer whether it is: in a shared place it may be another's."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    return is_ours and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
