"""Python indices (code points) to Qt positions (UTF-16 code units), and back; the only two converters."""


def position_of(text: str, index: int) -> int:
    """Answer the UTF-16 position of a Python index in text."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def index_of(text: str, position: int) -> int:
    """Answer the Python index of a UTF-16 position in text; inside a surrogate pair, that of the pair."""
    units = text.encode("utf-16-le", "surrogatepass")[: position * 2]
    return len(units.decode("utf-16-le", "ignore"))
