"""What hostile articles try: the usual ways to run a script and to have something fetched, each with a name.

They stand in tests/examples/hostile, collected from the OWASP XSS Filter Evasion Cheat Sheet, the HTML5
Security Cheatsheet and the standards of HTML, SVG, MathML and CSS. In them @script@ stands for a script that
tells that it ran, @web@ for the address of a server that counts what comes, @host@ for the server without a
scheme, @code@ for a script of that server; script and addresses carry the name.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

SCRIPTS_THAT_RUN: Final = frozenset(
    f"ran:run-{name}"
    for name in (
        *("details-ontoggle", "svg-animate", "audio-onerror", "video-onerror", "animation", "svg-style"),
        *("iframe-javascript", "iframe-srcdoc", "iframe-data", "iframe-sandbox", "svg-foreign"),
        *("object-data", "embed-data", "embed-svg"),
    )
)
"""What runs where no wall stands."""
REQUESTS_THAT_COME: Final = frozenset(
    f"/fetch-{name}"
    for name in (
        *("img", "img-srcset", "picture", "input-image", "background", "svg-image", "svg-feimage"),
        *("svg-paint", "video", "video-source", "audio", "iframe", "iframe-srcdoc", "iframe-data", "object"),
        *("embed", "link-stylesheet", "link-prefetch", "link-preload", "link-module"),
        *("style-import", "style-url", "style-font", "style-image-set", "style-content", "style-shape"),
        *("style-exfiltration", "style-attribute", "style-escaped", "noscript", "mutation", "markdown-table"),
    )
)
"""What comes to the server where no wall stands."""
_FOLDER: Final = Path(__file__).parents[2] / "examples" / "hostile"


def payloads(group: str) -> dict[str, str]:
    """Answer the payloads of a group (head, run or fetch) by name."""
    parts = re.split(r"^%%%% (\S+)\n", (_FOLDER / f"{group}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {f"{group}-{name}": text for name, text in zip(parts[::2], parts[1::2], strict=True)}


def hostile_articles(host: str) -> list[str]:
    """Answer the texts of articles that try everything against the server at host (with its port).

    What would swallow what follows has an article of its own; what leads away comes last.
    """
    tried = payloads("run") | payloads("fetch")
    texts = {name: f"\n\n{_filled(name, payload, host)}\n\n" for name, payload in tried.items()}
    last = [text for text in texts.values() if "<meta" in text]
    alone = [text for text in texts.values() if _swallows(text) and text not in last]
    together = "".join(text for text in texts.values() if text not in (*alone, *last))
    (head,) = payloads("head").values()
    return [_filled("head", head, host) + together, *alone, *last]


def _swallows(html: str) -> bool:
    return not LexborHTMLParser(f"<body>{html}<p id='after'>").css("body > #after")


def _filled(name: str, payload: str, host: str) -> str:
    return (
        payload.replace("@script@", f"console.log(/ran:{name}/.source)")
        .replace("@code@", f"http://{host}/{name}.js")
        .replace("@web@", f"http://{host}/{name}")
        .replace("@host@", host)
    )
