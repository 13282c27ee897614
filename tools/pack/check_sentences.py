"""Check marked-up sentences: one sentence per line, names as ``[LABEL text]``, comments start with ``#``.

    python tools/pack/check_sentences.py tools/pack/sentences/train.txt tests/language/unseen.txt

Prints faults (brackets, labels, nesting, duplicates), counts per label, and person names shared between files.
Exits with 1 when there is a fault.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from dragoman.language.document import NameLabel

LABELS = frozenset(NameLabel)
NAME = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")
NESTED = re.compile(r"\[[^\]]*\[")


def read_sentences(path: Path) -> list[tuple[int, str]]:
    """Return (line number, marked sentence) for every line that is neither blank nor a comment."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]


def find_faults(sentence: str) -> list[str]:
    """Name what is wrong with the markup of one sentence.

    >>> find_faults("[PER Anna Vell] met [OFFICE president [PER Marr]].")
    ['nested markup', 'unbalanced or unreadable brackets']
    >>> find_faults("[CITY Oslo]")
    ['unknown label CITY']
    """
    faults = ["nested markup"] if NESTED.search(sentence) else []
    if set("[]") & set(NAME.sub("", sentence)):
        faults.append("unbalanced or unreadable brackets")
    for label, text in NAME.findall(sentence):
        if label not in LABELS:
            faults.append(f"unknown label {label}")
        if text != text.strip(" ,;:") or re.match(r"(the|on|in|at|of) ", text):
            faults.append(f"loose edge in [{label} {text}]")
    if sentence != sentence.strip() or "  " in sentence:
        faults.append("stray space")
    return faults


def report(path: Path) -> tuple[int, set[str]]:
    """Print the faults and counts of one file; return (number of faults, words of its person names)."""
    sentences = read_sentences(path)
    faults = [f"{path}:{number}: {fault}" for number, line in sentences for fault in find_faults(line)]
    seen: dict[str, int] = {}
    for number, line in sentences:
        plain = NAME.sub(r"\2", line)
        if plain in seen:
            faults.append(f"{path}:{number}: duplicate of line {seen[plain]}")
        seen[plain] = number
    names = [name for _, line in sentences for name in NAME.findall(line)]
    counts = Counter(label for label, _ in names)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(
        f"{path}: {len(sentences)} sentences,", ", ".join(f"{n} {label}" for label, n in counts.most_common())
    )
    return len(faults), {word for label, text in names if label == "PER" for word in text.lower().split()}


def main(arguments: list[str]) -> int:
    """Check each file named; return the exit status."""
    reports = [report(Path(argument)) for argument in arguments]
    if len(reports) > 1:
        shared = set.intersection(*(words for _, words in reports))
        print(
            "words of person names in all files:", " ".join(sorted(word for word in shared if len(word) > 3))
        )
    return 1 if any(count for count, _ in reports) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
