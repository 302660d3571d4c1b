"""What the tests share: the data outside of the repository, golden files, and small projects."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pyromark
import pytest
from hypothesis import HealthCheck, settings

from l10n.config import find_project
from l10n.model.article import Block, Document, LocaleSlot
from l10n.ports import Format
from l10n.settings import FormatSettings, Project
from l10n.stages.build import compile_article
from l10n.text.markdown_syntax import OPTIONS

# The same examples in every run, and nothing written to the working copy.
settings.register_profile(
    "l10n",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("l10n")

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
GOLDEN = Path(__file__).parent / "golden"
BENCH = ROOT / ".bench" / "real"
DATA = ROOT.parent / "shared" / "data"


# --- data ---------------------------------------------------------------------------------------------------


def data_file(name: str) -> Path:
    """A file of the data folder; the test is skipped where it is missing."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"needs ../shared/data/{name}, which is not part of the repository")
    return path


def spec_examples() -> dict[int, str]:
    """The examples of CommonMark by their number; skips where they are missing."""
    examples = json.loads(data_file("commonmark-spec-0.31.2.json").read_text(encoding="utf-8"))
    return {example["example"]: example["markdown"] for example in examples}


def real_articles() -> list[Path]:
    """The articles of the corpus, and those of the data folder where it is there."""
    return sorted([*CORPUS.rglob("*.md"), *CORPUS.rglob("*.txt"), *DATA.rglob("*.md")])


def article_params() -> list[pytest.ParameterSet]:
    """Real articles as parameters; the README of the data folder is one of them."""
    return [pytest.param(path, id="/".join(path.parts[-2:])) for path in real_articles()]


def read_exact(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


# --- golden files -------------------------------------------------------------------------------------------

# How golden files write what an editor would hide or change; other characters are written as ⟦2028⟧.
VISIBLE = MappingProxyType({"␍": "\r", "␉": "\t", "␌": "\f", "␠": " ", "⍽": "\u00a0", "␤": "\n", "␄\n": ""})


@dataclass(frozen=True)
class Golden:
    """A case of a golden file: a title, then the input and the expected lines, each ended by a full stop."""

    title: str
    text: str
    expected: str
    line: int


def golden_cases(name: str) -> list[Golden]:
    """The cases of `golden/<name>.md`, in order."""
    lines = (GOLDEN / f"{name}.md").read_text(encoding="utf-8").split("\n")
    parts: list[tuple[int, list[str]]] = [(1, [])]
    for number, line in enumerate(lines, 1):
        if line == ".":
            parts.append((number + 1, []))
        else:
            parts[-1][1].append(line)
    return [
        _golden(parts[at], parts[at + 1], parts[at + 2])
        for at in range(0, len(parts) - 2, 3)
        if "".join(parts[at][1]).strip()
    ]


def _golden(
    title: tuple[int, list[str]], text: tuple[int, list[str]], expected: tuple[int, list[str]]
) -> Golden:
    return Golden(
        title=[line for line in title[1] if line.strip()][-1],
        text=_invisible("".join(f"{line}\n" for line in text[1])),
        expected="\n".join(expected[1]),
        line=text[0],
    )


def _invisible(text: str) -> str:
    for shown, real in VISIBLE.items():
        text = text.replace(shown, real)
    return re.sub(r"⟦([0-9A-F]+)⟧", lambda match: chr(int(match[1], 16)), text)


def golden_lines(name: str) -> list[str]:
    """The lines of `golden/<name>.txt`, each of them a text."""
    lines = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return [_invisible(line) for line in lines if line]


def _visible(text: str) -> str:
    for shown, real in VISIBLE.items():
        if real.strip(" "):
            text = text.replace(real, shown)
    return text.replace("\ufeff", "⟦FEFF⟧")


def _told(block: Block) -> str:
    told = [*block.comments, *([f"context {block.context}"] if block.context else [])]
    return f" [{'; '.join(told)}]" if told else ""


def described(document: Document) -> str:
    """Blocks, slots and problems of a document, as golden files write them."""
    blocks = [
        (block.start, f"{block.kind} (line {block.line}){_told(block)}: {_visible(block.msgid)}")
        for block in document.blocks
    ]
    slots = [
        (
            slot.start,
            f"{slot.role} (line {document.text.count(chr(10), 0, slot.start) + 1}): "
            f"{document.text[slot.start : slot.end]}",
        )
        for slot in document.slots
    ]
    problems = [f"problem (line {problem.line}): {problem.what}" for problem in document.problems]
    return "\n".join([*(line for _, line in sorted(blocks + slots)), *problems])


# --- articles -----------------------------------------------------------------------------------------------


def rewritten(text: str, fmt: Format) -> str:
    """The article with each block written anew from its own msgid."""
    document = fmt.parse(text, FormatSettings())
    return compile_article(document, {block.key: block.msgid for block in document.blocks}, fmt, "en").text


def html(text: str, *, front_matter: bool = False) -> str:
    """The HTML of Markdown, with its white space normalised."""
    options = OPTIONS | (pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS if front_matter else 0)
    return re.sub(r"\s+", " ", pyromark.html(text, options=options)).strip()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def assert_sound(document: Document, text: str) -> None:
    """Blocks and slots are in order, do not overlap, lie in the text and hold what their messages say."""
    assert document.text == text
    at = 0
    for piece in sorted([*document.blocks, *document.slots], key=lambda piece: piece.start):
        empty = isinstance(piece, LocaleSlot) and piece.role.startswith("new")
        assert at <= piece.start < piece.end + empty <= len(text) + empty
        at = piece.end
    assert list(document.blocks) == sorted(document.blocks, key=lambda block: block.start)
    for block in document.blocks:
        assert block.msgid.strip()
        if not block.kind.startswith("front matter"):
            tags = r"<[^>]*>" if block.frame.tags else r"(?!)"  # a msgid may show less of them
            found, source = (re.sub(tags, "", raw) for raw in (block.msgid, text[block.start : block.end]))
            if block.kind == "image alt":  # behind it may be the label of its image
                source = re.sub(r"\]\[[^\[\]]*\]\Z", "", source)
            assert words(found) == words(source)


# --- projects -----------------------------------------------------------------------------------------------

MakeProject = Callable[..., Project]


@pytest.fixture
def small_project(tmp_path: Path) -> MakeProject:
    """Builds a project in `tmp_path`: `small_project({"news/a.md": "# A\\n"}, config='locales = ["es"]')`."""

    def make(articles: dict[str, str] | None = None, config: str = 'locales = ["pt_BR"]\n') -> Project:
        (tmp_path / "l10n.toml").write_bytes(config.encode())
        for name, text in (articles or {}).items():
            path = tmp_path / "corpus" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return find_project(tmp_path)

    return make
