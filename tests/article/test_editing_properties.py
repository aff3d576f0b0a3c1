"""Whatever front matter and value are drawn, an edit changes its key alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article.front_matter import Value, read, remove_key, set_raw, set_value, split, values
from editor.article.source import decode, encode
from editor.article.values import is_same
from editor.text.change import apply_edits

WORDS = ["été", "l'heure", "a b", "😀", "yes", "C#", "http://x.fr/é", "x:y", "-", "\u00a0", "0o14"]
words = st.sampled_from(WORDS)
texts = st.one_of(words, st.text())
moments = st.datetimes(datetime(100, 1, 1), datetime(9999, 12, 30)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
)
scalars: st.SearchStrategy[Value] = st.one_of(
    texts, st.integers(-(2**53), 2**53), st.floats(), st.booleans(), st.none(), moments
)
some_values: st.SearchStrategy[Value] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(words, st.text()), inner, max_size=3)
    ),
    max_leaves=6,
)


def single(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def flow_list(items: list[str]) -> str:
    return "[" + ", ".join(f'"{item}"' for item in items) + "]"


def block_list(items: list[str]) -> str:
    return "".join(f"\n  - {single(item)} # {item}" for item in items) + "\n  # end"


def flush_list(items: list[str]) -> str:
    return "".join(f'\n- "{item}"' for item in items)


item_lists = st.lists(words, min_size=1, max_size=4)
sources = st.one_of(
    st.sampled_from(
        ["plain text", "un\n  deux", "2022-07-08", "2015-12-18 11:01:24", "true", "12", "", "~", "[]"]
    ),
    words.map(single),
    words.map(lambda word: f'"{word}"'),
    words.map(lambda word: f'"\\u00e9 {word}\\\n  {word}"'),
    words.map(lambda word: f"|\n  {word}\n\n   {word}\n"),
    words.map(lambda word: f">-\n  {word}\n  x\n\n  {word}"),
    words.map(lambda word: f"|+ # {word}\n    {word}\n\n"),
    item_lists.map(flow_list),
    item_lists.map(lambda items: "[\n" + "".join(f"  {single(item)}, # c\n" for item in items) + "]"),
    item_lists.map(block_list),
    item_lists.map(flush_list),
    words.map(lambda word: f'{{a: "{word}", b: [1, x]}}'),
    words.map(lambda word: f'\n  a: "{word}"\n  b:\n    - c: 1\n      d: {single(word)}\n    - e'),
)


@dataclass(frozen=True)
class Case:
    """A file of keys with their source lines; the key at place is to be edited."""

    chunks: tuple[tuple[str, str], ...]
    place: int
    body: str
    ending: str
    bom: str

    @property
    def key(self) -> str:
        return self.chunks[self.place][0]

    @property
    def before(self) -> str:
        return "---\n" + "".join(chunk for _, chunk in self.chunks[: self.place])

    @property
    def after(self) -> str:
        return "".join(chunk for _, chunk in self.chunks[self.place + 1 :]) + f"---\n{self.body}"

    @property
    def text(self) -> str:
        return self.before + self.chunks[self.place][1] + self.after

    def bytes_of(self, text: str) -> bytes:
        return text.replace("\n", self.ending).encode()

    def changes_its_key_only(self, text: str) -> bool:
        """Whether the file of an edited text has the bytes it had before and after the key's own lines."""
        source = decode((self.bom + self.text.replace("\n", self.ending)).encode())
        data = encode(source, text)
        return data.startswith(self.bytes_of(self.bom + self.before)) and data.endswith(
            self.bytes_of(self.after)
        )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    keys = draw(
        st.lists(st.sampled_from(["title", "tags", "pubDate", "été", "a-b"]), min_size=1, unique=True)
    )
    chunks = []
    for key in keys:
        comment = draw(st.sampled_from(["", "", " # é", "\n# apart\n", "\n\n"]))
        source = draw(sources)
        if source[:1] in ("|", ">", "\n") or not source:
            comment = comment if comment[:1] != " " else ""
        gap = "" if source[:1] in ("\n", "") else " "
        chunks.append((key, f"{key}:{gap}{source}{comment}\n"))
    body = draw(st.sampled_from(["", "body 😀", "\n\nbody\n", "---\n"]))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return Case(
        tuple(chunks),
        draw(st.integers(0, len(keys) - 1)),
        body,
        ending,
        draw(st.sampled_from(["", "\ufeff"])),
    )


@settings(max_examples=200)
@given(cases(), some_values)
def test_a_value_changes_its_keys_bytes_only(case: Case, value: Value) -> None:
    old = values(read(case.text))
    after = apply_edits(case.text, set_value(case.text, case.key, value))
    assert is_same(values(read(after)), {**old, case.key: value})
    assert case.changes_its_key_only(after)


@given(cases(), some_values)
def test_a_new_key_comes_last(case: Case, value: Value) -> None:
    old = values(read(case.text))
    after = apply_edits(case.text, set_value(case.text, "newKey", value))
    assert is_same(values(read(after)), {**old, "newKey": value})
    head, body = split(case.text).head.removesuffix("---\n"), split(case.text).body
    assert after.startswith(head)
    assert after.endswith("---\n" + body)


@given(cases(), some_values)
def test_the_old_value_comes_back(case: Case, value: Value) -> None:
    old = values(read(case.text))
    after = apply_edits(case.text, set_value(case.text, case.key, value))
    back = apply_edits(after, set_value(after, case.key, old[case.key]))
    assert is_same(values(read(back)), old)
    assert case.changes_its_key_only(back)


@given(cases(), st.sampled_from(["autre", "d'été 😀", "x"]))
def test_a_quoted_text_comes_back_byte_for_byte(case: Case, value: str) -> None:
    entry = next(entry for entry in read(case.text).entries if entry.key == case.key)
    after = apply_edits(case.text, set_value(case.text, case.key, value))
    back = apply_edits(after, set_value(after, case.key, entry.value))
    if entry.raw[:1] in ("'", '"') and "\n" not in entry.raw:
        assert back == case.text


@given(cases())
def test_a_removed_key_leaves_the_others(case: Case) -> None:
    old = values(read(case.text))
    after = apply_edits(case.text, remove_key(case.text, case.key))
    del old[case.key]
    assert is_same(values(read(after)), old)
    assert case.changes_its_key_only(after)


@given(cases(), st.sampled_from(["2025-07-07", "[a, 'b']", "- a\n- b", '"x" # c', "", "{a: 1}"]))
def test_a_source_text_changes_its_keys_bytes_only(case: Case, source: str) -> None:
    old = values(read(case.text))
    after = apply_edits(case.text, set_raw(case.text, case.key, source))
    found = values(read(after))
    assert is_same({**found, case.key: None}, {**old, case.key: None})
    assert case.changes_its_key_only(after)


@given(some_values)
def test_a_front_matter_is_made_for_any_value(value: Value) -> None:
    after = apply_edits("body 😀", set_value("body 😀", "key", value))
    assert is_same(values(read(after)), {"key": value})
    assert split(after).body == "\nbody 😀"
