"""Python indices (code points) to Qt positions (UTF-16 code units), and back; the only two converters."""


def position_of(text: str, index: int) -> int:
    """Answer the UTF-16 position of a Python index in text."""
    return len(_units(text[:index])) // 2


def index_of(text: str, position: int) -> int:
    """Answer the Python index of a UTF-16 position in text; inside a surrogate pair, that of the pair."""
    units = _units(text[: position + 1])  # an index is never larger than its position
    end = position * 2
    index = len(units[:end].decode("utf-16-le", "surrogatepass"))
    is_in_pair = 0 < end < len(units) and units[end - 1] & 0xFC == 0xD8 and units[end + 1] & 0xFC == 0xDC
    return index - is_in_pair


def utf16_length(text: str) -> int:
    """Answer the length of text in UTF-16 code units, as JavaScript counts."""
    return len(_units(text)) // 2


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
