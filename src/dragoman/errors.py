"""Every error Dragoman raises, drawn as a tree.

DragomanError
├── PageError            a page cannot become an Article; the message says what to do
├── TableError           a shipped or given table is damaged or missing
├── PackError            a language pack is damaged, missing or speaks another protocol
├── LexiconError         a lexicon or codebook does not have the shape the code expects
├── CodecError           a value does not fit the type it is read into
├── GoldError            annotations of a page are damaged, or the output scored against them is
├── WorkerError          worker processes cannot be started
├── ArchiveError         the archive cannot be opened, read or written; the message says what to do
│   ├── EvidenceError    a value's words are not the article's
│   └── ArchiveFullError no space is left for it
├── DecisionError        a decision says nothing sensible; the message names what would do
│   └── StaleDecisionError   it was made on something that has changed meanwhile
└── ServeError           the archive cannot be served as asked; the message says what to do
"""


class DragomanError(Exception):
    """Base of all errors raised by this package."""


class PageError(DragomanError):
    """A page cannot be read; the reason fits on one line and says what to do."""


class TableError(DragomanError):
    """A knowledge table is damaged, missing, or a user's table has a row that does not fit."""


class PackError(DragomanError):
    """A language pack is damaged, missing, or was made for another protocol."""


class LexiconError(DragomanError):
    """A lexicon or codebook does not have the shape the code expects."""


class CodecError(DragomanError):
    """A JSON value does not fit the type it is read into; the message names the field."""


class GoldError(DragomanError):
    """Annotations do not fit the gold format; the message names file and field."""


class WorkerError(DragomanError):
    """Worker processes cannot be started."""


class ArchiveError(DragomanError):
    """The archive cannot be opened, read or written; the message says what to do."""


class EvidenceError(ArchiveError):
    """An engagement has no words, or words that are not the article's; it is not saved."""


class ArchiveFullError(ArchiveError):
    """No space is left on the archive's disk; what was saved before is kept."""


class DecisionError(DragomanError):
    """An analyst's decision does not fit what it is about; the message says what is expected."""


class StaleDecisionError(DecisionError):
    """A decision was made on something that has changed meanwhile; ``newer`` is the decision that changed it, if one."""

    def __init__(self, message: str, newer: object = None) -> None:
        super().__init__(message)
        self.newer = newer


class ServeError(DragomanError):
    """The archive cannot be served as asked: the address, the keys."""
