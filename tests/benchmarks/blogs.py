"""Blogs of any size: `python -m tests.benchmarks.blogs FOLDER [ARTICLES]` makes one, the same each time.

An Astro blog in French and English: articles of about 10 kB in a folder a year, some as name/index.md, that
lead to each other by file and by address, with tags, drafts, dates, updates, headings, notes, code and
images. No link of it is broken.
"""

from __future__ import annotations

import random
import struct
import sys
import zlib
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES: Final = (100, 1_000, 10_000)
"""Articles of the blogs by which the program is judged."""
COLLECTION: Final = "src/content/blog"
_IMAGES: Final = "src/assets"
_FIRST_YEAR, _YEARS, _MONTHS, _DAYS = 2008, 20, 12, 28
_SENTENCES: Final = 4_000
_BODY: Final = 9_300
"""Characters of a body."""
_RARE: Final = 20_000
_EVERY: Final = {"draft": 20, "folder": 10, "update": 5, "image": 4, "code": 3, "untagged": 12, "english": 3}
"""One article in so many has it."""

_FILES: Final = {
    "package.json": '{ "name": "blog", "dependencies": { "astro": "^7.0.0" } }\n',
    "astro.config.mjs": "import { defineConfig } from 'astro/config';\n\n"
    "export default defineConfig({ site: 'https://example.org' });\n",
    "src/content.config.ts": """import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const blog = defineCollection({
  loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
  schema: ({ image }) =>
    z.object({
      title: z.string(),
      description: z.string(),
      pubDate: z.coerce.date(),
      updatedDate: z.coerce.date().optional(),
      heroImage: z.optional(image()),
      lang: z.enum(['fr', 'en']).default('fr'),
      tags: z.array(z.string()).default([]),
      draft: z.boolean().default(false),
    }),
});

export const collections = { blog };
""",
}

_WORDS: Final = {
    "fr": """le la les un une de du des et à en dans pour sur avec sans par ce cette qui que ne pas plus tout
    il elle nous vous on se sa son ses leur été était sera avait comme mais ou où donc quand déjà encore
    neige montagne col refuge sentier rivière forêt jardin potager cuisine pain levain farine four soupe
    livre lecture page caractère plomb imprimerie papier encre lettre guillemets espace typographie voyage
    train gare nuit fenêtre hiver printemps automne matin soir lumière brume pluie vent nuage ciel étoile
    atelier outil bois clou marteau scie établi mesure patience silence chemin pierre mur toit maison porte
    école élève maître leçon cahier crayon gomme dictée mémoire souvenir enfance grand-père grand-mère œuf
    cœur sœur bœuf noël forêt-noire aujourd'hui presqu'île l'eau l'hiver d'abord c'est n'est j'ai qu'on
    lent lente rapide clair sombre froid chaude vieux neuve petit grande seul ensemble ici là-bas ailleurs""",
    "en": """the a an of and to in on for with without by this that which it is was will be not no more all
    he she we you they his her our their as but or where so when already still yet from into over under
    snow mountain pass hut trail river forest garden kitchen bread sourdough flour oven soup
    book reading page letter lead printing paper ink quotation space typography journey
    train station night window winter spring autumn morning evening light fog rain wind cloud sky star
    workshop tool wood nail hammer saw bench measure patience silence path stone wall roof house door
    school pupil teacher lesson notebook pencil rubber dictation memory childhood grandfather naïve café
    slow quick clear dark cold warm old new small large alone together here there elsewhere résumé""",
}
_TITLES: Final = {
    "fr": """Lettre Éloge Carnet Souvenirs Journal Retour Promenade Leçon Histoire Traité | de la neige|de
    l’été|d’un hiver au refuge|du pain au levain|des petits outils|de l’imprimerie|du train de nuit|d’une
    année de lecture|du potager en février, quand rien ne pousse et que l’on relit ses catalogues""",
    "en": """Letter Praise Notebook Memories Journal Return Walk Lesson History Treatise | on snow|on a slow
    summer|from a winter hut|on sourdough bread|on small tools|on printing|from the night train|on a year of
    reading|on the kitchen garden in February, when nothing grows and one reads the catalogues again""",
}
_TAGS: Final = """Montagne Neige Lecture Typographie Jardin Cuisine Pain Voyage Train Outils Atelier École
    Enfance Histoire Photo Musique Été Hiver Printemps Automne Carnet Lettres Imprimerie Papier Langue
    Astro Markdown Web Écriture Marche"""
_SYLLABLES: Final = "ba bre co dou é fi gra hau in jo kel lu mar ni o pli qua rê sy tu va xi yè zo"
_CODE: Final = '```python\ndef {name}(pages: int) -> str:\n    return f"{{pages}} pages"  # été\n```\n\n'


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a made blog: its place below COLLECTION, its address, title and language."""

    place: PurePosixPath
    address: str
    title: str
    language: str
    image: str


def make_blog(folder: Path, count: int) -> tuple[Article, ...]:
    """Write a blog of so many articles to folder; answer them."""
    for name, text in _FILES.items():
        _write(folder / name, text.encode())
    articles = tuple(_article(number) for number in range(count))
    sentences = {language: _sentences(language) for language in _WORDS}
    for number, article in enumerate(articles):
        draw = random.Random(number)  # noqa: S311 - the same words each time
        text = _head(draw, number, article) + _body(draw, article, articles, sentences[article.language])
        _write(folder / COLLECTION / article.place, text.encode())
        if article.image:
            _write(folder / _IMAGES / article.image, _png(number))
    return articles


def _article(number: int) -> Article:
    draw = random.Random(f"article {number}")  # noqa: S311
    language = "en" if number % _EVERY["english"] == 0 else "fr"
    first, last = (part.replace("\n", " ").split("|" if "|" in part else None) for part in _halves(language))
    title = " ".join(f"{draw.choice(first)} {draw.choice(last)}".split()) + f" {number + 1}"
    kind = f"{_ascii(title.split()[0])}-{number + 1}"
    year = str(_FIRST_YEAR + number % _YEARS)
    is_folder = number % _EVERY["folder"] == 0
    place = PurePosixPath(year, kind, "index.md") if is_folder else PurePosixPath(year, f"{kind}.md")
    image = f"{kind}.png" if number % _EVERY["image"] == 0 else ""
    return Article(place, f"/blog/{year}/{kind}/", title, language, image)


def _halves(language: str) -> tuple[str, str]:
    first, _, last = _TITLES[language].partition(" | ")
    return first, last


def _ascii(word: str) -> str:
    return word.lower().replace("é", "e").replace("ç", "c")


def _head(draw: random.Random, number: int, article: Article) -> str:
    month, day = draw.randint(1, _MONTHS), draw.randint(1, _DAYS)
    year = article.place.parts[0]
    summary = "Ce qu’il en reste, vingt ans après" if article.language == "fr" else "What is left"
    rows = [
        f'title: "{article.title}"' if number % 2 else f"title: {article.title}",
        f"description: {summary}",
        f"pubDate: {year}-{month:02}-{day:02}" if number % 7 else f"pubDate: 'Jul {day:02} {year}'",
    ]
    if number % _EVERY["update"] == 0:
        rows.append(f"updatedDate: {year}-12-{day:02}")
    if article.image:
        rows.append(f"heroImage: {_upwards(article)}assets/{article.image}")
    rows.append(f"lang: {article.language}")
    if number % _EVERY["untagged"]:
        tags = draw.sample(_TAGS.split(), 3)
        rows.append(f"tags: [{', '.join(tags)}]" if number % 3 else "tags:\n  - " + "\n  - ".join(tags))
    if number % _EVERY["draft"] == 0:
        rows.append("draft: true")
    return "---\n" + "\n".join(rows) + "\n---\n\n"


def _upwards(article: Article) -> str:
    """Answer the way from an article's folder up to src."""
    return "../" * (len(article.place.parts) + 1)


def _body(
    draw: random.Random, article: Article, articles: Sequence[Article], sentences: Sequence[str]
) -> str:
    parts: list[str] = []
    length = 0
    section = 0
    while length < _BODY:
        section += 1
        other = draw.choice(articles)
        paragraphs = [" ".join(draw.choices(sentences, k=5)) for _ in range(3)]
        paragraphs[0] += f" {_rare(draw)} [{other.title}]({_link(draw, article, other)})."
        part = f"## {' '.join(draw.choice(sentences).split()[:5])} {section}\n\n"
        part += "\n\n".join(paragraphs) + "\n\n"
        if section == 1 and article.image:
            part += f"![{article.title}]({_upwards(article)}assets/{article.image})\n\n"
        if draw.randrange(_EVERY["code"]) == 0:
            part += _CODE.format(name=_rare(draw))
        parts.append(part)
        length += len(part)
    return "".join(parts)


def _link(draw: random.Random, article: Article, other: Article) -> str:
    if draw.random() < 0.5:
        return other.address
    return "../" * (len(article.place.parts) - 1) + str(other.place)


def _rare(draw: random.Random) -> str:
    """Answer one of many made-up words, some of them much more frequent than others."""
    number = int(_RARE * draw.random() ** 3)
    syllables = _SYLLABLES.split()
    word = ""
    while number:
        number, rest = divmod(number, len(syllables))
        word += syllables[rest]
    return word or "ba"


def _sentences(language: str) -> list[str]:
    draw = random.Random(language)  # noqa: S311
    words = _WORDS[language].split()
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    sentences = []
    for _ in range(_SENTENCES):
        chosen = draw.choices(words, cum_weights=weights, k=draw.randint(6, 18))
        chosen.insert(draw.randrange(len(chosen)), _rare(draw))
        chosen[draw.randrange(len(chosen))] += ","
        end = draw.choice((".", ".", ".", " !", " ?", "…") if language == "fr" else (".", ".", "!", "?"))
        sentences.append(" ".join(chosen).capitalize() + end)
    return sentences


def _png(number: int) -> bytes:
    """Answer a picture of one pixel, of another colour for each number."""
    pixel = b"\0" + bytes((number % 256, number // 256 % 256, 120))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(pixel)))
    data = b"\x89PNG\r\n\x1a\n"
    for kind, content in (*chunks, (b"IEND", b"")):
        data += (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )
    return data


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    make_blog(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SIZES[0])
