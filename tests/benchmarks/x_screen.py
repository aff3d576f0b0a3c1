"""A virtual screen used from outside: pixels read, keys pressed, through the system's X libraries."""

from __future__ import annotations

import ctypes
import time
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import Final, NamedTuple

_ALL_PLANES: Final = 0xFFFFFFFF
_PIXMAP: Final = 2
_LOOK_AGAIN: Final = 0.03


class Box(NamedTuple):
    """A part of the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int


class _Image(Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", c_void_p),
        ("byte_order", c_int),
        ("bitmap_unit", c_int),
        ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int),
        ("depth", c_int),
        ("bytes_per_line", c_int),
    )


class Screen:
    """The screen that the environment names (DISPLAY), which nothing else uses meanwhile."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XOpenDisplay.argtypes = [c_char_p]
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XDefaultRootWindow.argtypes = [c_void_p]
        self._x.XGetImage.restype = POINTER(_Image)
        self._x.XGetImage.argtypes = [
            *(c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int),
        ]
        self._x.XDestroyImage.argtypes = [POINTER(_Image)]
        self._x.XFlush.argtypes = [c_void_p]
        self._x.XStringToKeysym.restype = c_ulong
        self._x.XStringToKeysym.argtypes = [c_char_p]
        self._x.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
        self._test.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        self._test.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        self._test.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]
        self._display = self._x.XOpenDisplay(None)
        if not self._display:
            raise SystemExit("No display: run this under xvfb-run.")
        self._root = self._x.XDefaultRootWindow(self._display)

    def pixels(self, box: Box) -> bytes:
        """Answer what the box shows, row by row."""
        image = self._x.XGetImage(self._display, self._root, *box, _ALL_PLANES, _PIXMAP)
        size = image.contents.bytes_per_line * image.contents.height
        data = ctypes.string_at(image.contents.data, size)
        self._x.XDestroyImage(image)
        return data

    def press(self, name: str, *held: str) -> float:
        """Press and let go a key, named as X does; answer when (seconds of time.perf_counter)."""
        codes = [self._code(each) for each in held]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        pressed = time.perf_counter()
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, self._code(name), down, 0)
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XFlush(self._display)
        return pressed

    def click(self, x: int, y: int) -> None:
        """Click, and take the pointer away."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, 1, down, 0)
        self._test.XTestFakeMotionEvent(self._display, -1, 0, 0, 0)
        self._x.XFlush(self._display)

    def wait_until_still(self, box: Box, seconds: float, at_most: float) -> float:
        """Wait until a box has not changed for so long; answer when it changed last."""
        begun = last = time.perf_counter()
        shown = self.pixels(box)
        while time.perf_counter() - last < seconds and time.perf_counter() - begun < at_most:
            time.sleep(_LOOK_AGAIN)
            now = self.pixels(box)
            if now != shown:
                last, shown = time.perf_counter(), now
        return last

    def _code(self, name: str) -> int:
        return int(self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(name.encode())))
