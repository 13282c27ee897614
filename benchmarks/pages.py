"""Furniture kept and body lost when web pages are read as text dumps, beside jusText; speed; HTML beside trafilatura.

Run from the repository root, with jusText installed for the comparison:

    python benchmarks/pages.py                # tables
    python benchmarks/pages.py --lines 12     # the costliest wrong lines of 12 pages

Pages: `../shared/data/extraction` turned into dumps (tags stripped to lines, as a copy and paste does), where the
gold body says which lines are body; and `tests/pages/dumps`, written for this project, with the furniture inside
the body. Lines that are the headline count for nobody. The last line is one JSON object: data, command, commit,
figures.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import lzma
import re
import tarfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dragoman.errors import PageError
from dragoman.pages import read_page
from dragoman.pages.characters import decode_page
from dragoman.pages.plaintext import read_dump
from reporting import print_summary

ROOT = Path(__file__).resolve().parents[1]
EXTRACTION = ROOT.parent / "shared" / "data" / "extraction"
DUMPS = ROOT / "tests" / "pages" / "dumps"

_SKIPPED = ("script", "style", "noscript", "template", "svg", "head", "select", "textarea", "iframe")
_BLOCK = re.compile(
    "address|article|aside|blockquote|br|button|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|"
    "label|li|main|nav|ol|p|pre|section|table|td|th|tr|ul|body|html|caption|summary|details|center|legend|option"
)
_WORD = re.compile(r"\w+")


_COLUMNS = ("furn. words", "furn. lines", "body words", "body lines")


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump's lines, and for each whether it is body (``None``: the headline, which counts for nobody)."""

    name: str
    lines: tuple[str, ...]
    is_body: tuple[bool | None, ...]


@dataclass(slots=True)
class Tally:
    """Words and lines over all dumps of one set; the page scores are averaged at the end."""

    furniture: int = 0
    furniture_kept: int = 0
    body: int = 0
    body_lost: int = 0
    lines_kept: int = 0
    lines_furniture: int = 0
    lines_lost: int = 0
    lines_body: int = 0
    f1_sum: float = 0.0
    pages: int = 0
    seconds: float = 0.0

    def add(self, dump: Dump, kept: list[bool]) -> None:
        """Counts one dump."""
        true_kept = page_kept = page_body = 0
        for line, is_body, is_kept in zip(dump.lines, dump.is_body, kept, strict=True):
            words = len(_WORD.findall(line))
            if is_body is None:
                continue
            page_kept += words * is_kept
            page_body += words * is_body
            true_kept += words * (is_body and is_kept)
            if is_body:
                self.body, self.lines_body = self.body + words, self.lines_body + 1
                self.body_lost, self.lines_lost = (
                    self.body_lost + words * (not is_kept),
                    self.lines_lost + (not is_kept),
                )
            else:
                self.furniture, self.lines_furniture = self.furniture + words, self.lines_furniture + 1
                self.furniture_kept, self.lines_kept = (
                    self.furniture_kept + words * is_kept,
                    self.lines_kept + is_kept,
                )
        self.f1_sum += 2 * true_kept / (page_kept + page_body) if page_kept + page_body else 1.0
        self.pages += 1

    def shares(self) -> dict[str, float]:
        """Words of furniture kept and of body lost, as shares, and the mean F1 of pages."""
        return {
            "furniture kept": round(self.furniture_kept / max(self.furniture, 1), 3),
            "body lost": round(self.body_lost / max(self.body, 1), 3),
            "mean F1": round(self.f1_sum / max(self.pages, 1), 3),
        }

    def row(self, name: str) -> str:
        """One row of the table."""
        shares = (
            self.furniture_kept / max(self.furniture, 1),
            self.lines_kept / max(self.lines_furniture, 1),
            self.body_lost / max(self.body, 1),
            self.lines_lost / max(self.lines_body, 1),
        )
        mean, speed = self.f1_sum / max(self.pages, 1), self.pages / max(self.seconds, 1e-9)
        return f"{name:<10}" + "".join(f"{share:>12.1%}" for share in shares) + f"{mean:>9.3f}{speed:>9.0f}"


def strip_tags(markup: bytes) -> list[str]:
    """The visible lines of a page, as copied from a browser; independent of the package's own HTML reader."""
    tree = _parse(markup)
    pieces: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_unseen = tag in _SKIPPED or "display:none" in (element.get("style") or "").replace(" ", "")
        is_block = _BLOCK.fullmatch(tag) is not None
        if event == "start":
            skipped += is_unseen
            pieces.append(
                ("\n" if is_block else "") + ("" if skipped else (element.text or "").replace("\n", " "))
            )
        else:
            skipped -= is_unseen
            pieces.append(
                ("\n" if is_block else "") + ("" if skipped else (element.tail or "").replace("\n", " "))
            )
    lines = ("".join(pieces)).split("\n")
    return [tidy for tidy in (" ".join(line.split()) for line in lines) if tidy]


def benchmark_dumps() -> Iterator[tuple[Dump, bytes]]:
    """The pages whose body is known, as dumps, with their markup."""
    folder = EXTRACTION / "article-extraction-benchmark"
    truth = _read_json(folder / "ground-truth.json.xz")
    for name, markup in _members(folder / "html.tar.xz"):
        gold = truth.get(Path(name).stem)
        if gold is not None:
            yield (
                _label(Path(name).stem[:8], strip_tags(markup), gold["articleBody"], _title_of(markup)),
                markup,
            )


def own_dumps() -> Iterator[Dump]:
    """The dumps of ``tests/pages/dumps``; a line begins with + body, - furniture, ^ headline or ~ caption."""
    for path in sorted(DUMPS.glob("*.dump")):
        lines = [line for line in path.read_text("utf-8").splitlines() if len(line) > 2]
        marks = {"+": True, "-": False, "^": None, "~": None}
        yield Dump(path.stem, tuple(line[2:] for line in lines), tuple(marks[line[0]] for line in lines))


def keep_by_dragoman(dump: Dump) -> list[bool]:
    """Which lines the package keeps."""
    draft = read_dump("\n\n".join(dump.lines))
    kept = [block.text for block in draft.kept] + ([draft.headline] if draft.headline else [])
    return _match(dump.lines, kept)


def _headlines_found(pages: list[tuple[Dump, bytes]]) -> str:
    """How many dumps yield the page's own first heading as their headline."""
    titled = [(dump, _title_of(markup)) for dump, markup in pages]
    titled = [
        (dump, title) for dump, title in titled if _plain(title) in {_plain(line) for line in dump.lines}
    ]
    right = sum(
        _plain(read_dump("\n\n".join(dump.lines)).headline or "") == _plain(title) for dump, title in titled
    )
    return f"headline found: {right} of {len(titled)}"


def keep_by_justext(dump: Dump, **settings: int) -> list[bool]:
    """Which lines jusText keeps, fed one paragraph per line with the stop words of the dump's language."""
    import justext

    draft_language = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "ru": "Russian",
                      "id": "Indonesian", "ko": "Korean", "it": "Italian"}  # fmt: skip
    from dragoman.pages.tongue import guess_language

    language = draft_language.get(guess_language(" ".join(dump.lines)) or "en", "English")
    page = "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in dump.lines) + "</body></html>"
    paragraphs = justext.justext(page.encode(), justext.get_stoplist(language), encoding="utf-8", **settings)
    return _match(dump.lines, [paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate])


def keep_by_lenient_justext(dump: Dump) -> list[bool]:
    """jusText with its length limits halved, which suits pages of one-sentence paragraphs."""
    return keep_by_justext(dump, length_low=35, length_high=100)


def keep_all(dump: Dump) -> list[bool]:
    """Every line."""
    return [True] * len(dump.lines)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=0, help="show the wrong lines of so many pages and stop")
    parser.add_argument("--quick", action="store_true", help="only the dumps, not the same pages as HTML")
    parser.add_argument("--own", action="store_true", help="only the project's own dumps")
    options = parser.parse_args()
    own = list(own_dumps())
    pages = [] if options.own else list(benchmark_dumps())
    if options.lines:
        _show_wrong(own if options.own else [dump for dump, _ in pages], options.lines)
        return
    figures: dict[str, float] = {}
    for title, dumps in (("benchmark pages as dumps", [dump for dump, _ in pages]), ("own dumps", own)):
        if dumps:
            figures |= _print_table(title, dumps)
    if pages:
        print(_headlines_found(pages))
    if pages and not options.quick:
        figures |= _print_html(pages)
        _print_strings()
    data = f"{len(pages)} pages of the article extraction benchmark, {len(own)} own dumps"
    print_summary("python benchmarks/pages.py", data, figures)


def _print_table(title: str, dumps: list[Dump]) -> dict[str, float]:
    print(f"\n{title}: {len(dumps)}")
    figures: dict[str, float] = {}
    print(f"{'':<10}" + "".join(f"{name:>12}" for name in _COLUMNS) + f"{'mean F1':>9}{'pages/s':>9}")
    print(f"{'':<10}" + "".join(f"{name:>12}" for name in ("kept", "kept", "lost", "lost")))
    for name, keep in (
        ("all", keep_all),
        ("jusText", keep_by_justext),
        ("jusText/2", keep_by_lenient_justext),
        ("dragoman", keep_by_dragoman),
    ):
        try:
            tally = _tally(dumps, keep)
        except ImportError:
            print(f"{name:<10} not installed")
            continue
        print(tally.row(name))
        figures |= {f"{title}, {name}, {column}": share for column, share in tally.shares().items()}
    return figures


def _tally(dumps: list[Dump], keep: Callable[[Dump], list[bool]]) -> Tally:
    tally = Tally()
    for dump in dumps:
        start = time.process_time()
        kept = keep(dump)
        tally.seconds += time.process_time() - start
        tally.add(dump, kept)
    return tally


def _print_html(pages: list[tuple[Dump, bytes]]) -> dict[str, float]:
    """Words of the gold body found and words that are not in it, reading the HTML itself."""
    from trafilatura import extract

    truth = _read_json(EXTRACTION / "article-extraction-benchmark" / "ground-truth.json.xz")
    figures: dict[str, float] = {}
    print(f"\nthe same pages as HTML: {len(pages)}")
    print(f"{'':<12} {'precision':>9} {'recall':>9} {'mean F1':>9} {'pages/s':>9}")

    def by_dragoman(markup: bytes) -> str:
        article = read_page(markup)
        return "\n".join(block.span.of(article.text) for block in article.blocks if block.kind != "headline")

    def by_trafilatura(markup: bytes) -> str:
        return extract(markup, include_comments=False) or ""

    for name, read in (("trafilatura", by_trafilatura), ("dragoman", by_dragoman)):
        scores, start = [], time.process_time()
        for dump, markup in pages:
            gold = next(value["articleBody"] for key, value in truth.items() if key.startswith(dump.name))
            scores.append(_shingle_score(read(markup), gold))
        mean = [sum(column) / len(scores) for column in zip(*scores, strict=True)]
        speed = len(pages) / (time.process_time() - start)
        print(f"{name:<12} {mean[0]:>9.3f} {mean[1]:>9.3f} {mean[2]:>9.3f} {speed:>9.0f}")
        figures[f"HTML, {name}, mean F1"] = round(mean[2], 3)
    return figures


def _shingle_score(found: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of four-word shingles."""
    left, right = _shingles(found), _shingles(gold)
    common = len(left & right)
    precision, recall = common / max(len(left), 1), common / max(len(right), 1)
    return precision, recall, 2 * common / max(len(left) + len(right), 1)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + 4]) for i in range(max(len(words) - 3, 1))}


def _print_strings() -> None:
    """Strings that must be in, and must not be in, the text of mostly German pages: as HTML and as dumps."""
    folder = EXTRACTION / "trafilatura-eval"
    truth = {value["file"]: value for value in _read_json(folder / "evaldata.json.xz").values()}
    counts = {"HTML": [0, 0, 0, 0], "dump": [0, 0, 0, 0], "dump, jusText/2": [0, 0, 0, 0]}
    for name, markup in _members(folder / "html.tar.xz"):
        gold = truth.get(Path(name).name)
        if gold is None:
            continue
        lines = tuple(strip_tags(markup))
        texts = (_text_or_nothing(markup), _text_or_nothing("\n".join(lines)), _text_by_justext(lines))
        for row, text in zip(counts.values(), texts, strict=True):
            row[0] += sum(_plain(string) in text for string in gold["with"] or [])
            row[1] += len(gold["with"] or [])
            row[2] += sum(_plain(string) in text for string in gold["without"] or [])
            row[3] += len(gold["without"] or [])
    print("\nstrings of the second set: wanted found, unwanted found")
    for form, (found, wanted, bad, unwanted) in counts.items():
        print(f"{form:<16} {found / wanted:.1%} of {wanted}   {bad / unwanted:.1%} of {unwanted}")


def _text_or_nothing(payload: bytes | str) -> str:
    try:
        return _plain(read_page(payload).text)
    except PageError:
        return ""


def _text_by_justext(lines: tuple[str, ...]) -> str:
    kept = keep_by_lenient_justext(Dump("", lines, ()))
    return _plain("\n".join(line for line, is_kept in zip(lines, kept, strict=True) if is_kept))


def _show_wrong(dumps: list[Dump], limit: int) -> None:
    def cost(dump: Dump) -> int:
        return sum(
            len(_WORD.findall(line))
            for line, gold, kept in _judged(dump)
            if gold is not None and gold != kept
        )

    for dump in sorted(dumps, key=cost, reverse=True)[:limit]:
        print(f"\n== {dump.name}: {cost(dump)} words wrong")
        for line, gold, kept in _judged(dump):
            if gold is not None and gold != kept:
                print(f"   {'LOST' if gold else 'KEPT'} {line[:150]}")


def _judged(dump: Dump) -> list[tuple[str, bool | None, bool]]:
    return list(zip(dump.lines, dump.is_body, keep_by_dragoman(dump), strict=True))


def _match(lines: tuple[str, ...], kept: list[str]) -> list[bool]:
    """Which of the lines were kept; the two lists are in the same order."""
    remaining = [_plain(text) for text in kept]
    found = []
    for line in lines:
        plain = _plain(line)
        if plain in remaining:
            remaining.remove(plain)
            found.append(True)
        else:
            found.append(False)
    return found


def _label(name: str, lines: list[str], body: str, title: str) -> Dump:
    gold, paragraphs = f" {_plain(body)} ", {_plain(part) for part in body.split("\n") if part.strip()}

    def is_body(line: str) -> bool | None:
        plain = _plain(line)
        if plain == _plain(title) or not plain:
            return None
        if len(plain.split()) < 4:
            return plain in paragraphs
        return f" {plain} " in gold or len(_shingles(line) & _shingles(body)) > 0.7 * len(_shingles(line))

    return Dump(name, tuple(lines), tuple(is_body(line) for line in lines))


def _title_of(markup: bytes) -> str:
    heading = _parse(markup).find(".//h1")
    return "" if heading is None else " ".join(heading.text_content().split())


def _read_json(path: Path) -> dict[str, Any]:
    with lzma.open(path) as stream:
        return dict(json.load(stream))


def _parse(markup: bytes) -> HtmlElement:
    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    return document_fromstring(decode_page(markup).encode("utf-8", errors="ignore"), parser=parser)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _members(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(archive.read_bytes()))) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() else None
            if stream is not None and member.name.endswith(".html"):
                yield member.name, stream.read()


if __name__ == "__main__":
    main()
