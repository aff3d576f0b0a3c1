"""Asks Zod what it makes of the values in tests/examples/checks/zod.json, which hold the checks to it.

Run by hand: python3 packaging/dev.py judge problems [--write]. What Zod from npm says must be what is kept in
the file, JSON Schemas and verdicts; --write keeps what it says now, also of schemas and values added there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

_SCRIPT: Final = Path(__file__).with_suffix(".mjs")
_EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "checks" / "zod.json"


def main() -> int:
    """Judge the examples and print those that differ; 1 where one does."""
    kept = json.loads(_EXAMPLES.read_text("utf-8"))
    asked = {"schemas": [each["code"] for each in kept["schemas"]], "values": kept["values"]}
    command = ["node", str(_SCRIPT)]
    answer = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    told: list[dict[str, Any]] = json.loads(answer.stdout)
    different = [new["code"] for old, new in zip(kept["schemas"], told, strict=True) if old != new]
    sys.stdout.write("".join(f"{code}: DIFFERENT\n" for code in different))
    sys.stdout.write(f"{len(told)} schemas, {len(kept['values'])} values, {len(different)} different\n")
    if "--write" in sys.argv:
        _EXAMPLES.write_text(text_of({"values": kept["values"], "schemas": told}), "utf-8")
        return 0
    return 1 if different else 0


def text_of(examples: dict[str, Any]) -> str:
    """Answer the text of the file, a line for each schema."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in examples["schemas"])
    values = json.dumps(examples["values"], ensure_ascii=False)
    return f'{{\n"values": {values},\n"schemas": [\n{lines}\n]\n}}\n'


if __name__ == "__main__":
    sys.exit(main())
