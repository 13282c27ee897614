"""Diary: pages that list, line by line and often without a subject, what somebody will do.

"Agenda of the Minister", then "10:00 Receives the ambassador": the lines are the minister's. "Vice-Minister Vell: talks
with …" is about Vell.

>>> bool(is_title("Agenda of the Minister, 14-18 October")), bool(is_title("Iran's nuclear programme"))
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.document import Sentence
from dragoman.mentions.mention import Mention, MentionKind
from dragoman.pages.article import BlockKind

_TITLE = re.compile(
    r"""
    (?i:^\W*(?:weekly\ |daily\ |public\ |official\ |diplomatic\ |political\ |the\ )*
        (?:agenda|programme|program|schedule|diary|calendar|itinerary|engagements|appointments|daybook)\b
        (?!\ (?:to|on|that|is|was|for)\b))
    | \b(?i:agenda|schedule|diary|calendar|itinerary)\ (?:of|for)\ (?:the\ |his\ |her\ )*(?:[A-Z]|week\b|\d)
    | (?i:['’]s\ (?:weekly\ |public\ |official\ )?(?:agenda|schedule|diary|calendar|itinerary|engagements)\b)
    | (?i:\b(?:the\ )?week\ ahead\b | \bnews\ events\b | :\ (?:programme|program|agenda|schedule)\W*$)
    """,
    re.VERBOSE,
)
# A title stands among the first sentences; whose diary it is may be told a little further on.
_ABOVE, _NEAR = 4, 12
_LONGEST = 25  # tokens of a title
_LEAST = 3  # lines of a diary


def is_title(text: str) -> bool:
    """Whether a line entitles a diary."""
    return _TITLE.search(text) is not None


def owners_of_lines(
    sentences: Sequence[Sentence], source: str, actors: Sequence[Mention]
) -> dict[int, Mention]:
    """Whose the subjectless lines of a diary are, by sentence; nothing on another page."""
    title = next(
        (
            s
            for s in sentences[:_ABOVE]
            if len(s.tokens) <= _LONGEST and not _is_finite(s) and is_title(s.span.of(source))
        ),
        None,
    )
    owner = _owner(title, actors) if title is not None else None
    if title is None or owner is None:
        return {}
    entries = [s for s in sentences[title.index + 1 :] if _is_elliptical(s)]
    if len(entries) < _LEAST:
        return {}
    return {s.index: _owner_before_colon(s, actors) or owner for s in entries}


def _is_finite(sentence: Sentence) -> bool:
    return any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in sentence.tokens)


def _is_elliptical(sentence: Sentence) -> bool:
    """Whether a line has no subject: "Receives the ambassador", "Talks with the minister"."""
    if sentence.block is BlockKind.HEADLINE or not sentence.tokens or not sentence.tokens[0].dep:
        return False
    root = next((i for i, token in enumerate(sentence.tokens) if token.dep == "root"), None)
    return root is not None and not any(
        token.head == root and token.dep.startswith(("nsubj", "csubj", "expl")) for token in sentence.tokens
    )


def _owner(title: Sentence, actors: Sequence[Mention]) -> Mention | None:
    """Who is named in the title, else the first person of the page who does something."""
    people = [m for m in actors if len(m.actors) == 1 and m.actors[0].kind is MentionKind.PERSON]
    named = (m for m in people if m.sentence == title.index)
    return next(named, None) or next(
        (m for m in people if title.index < m.sentence <= title.index + _NEAR and m.is_subject), None
    )


def _owner_before_colon(sentence: Sentence, actors: Sequence[Mention]) -> Mention | None:
    """Whom "Vice-Minister Vell: talks with …" is about."""
    if not any(token.text == ":" for token in sentence.tokens) or _is_finite(sentence):
        return None
    for mention in actors:
        if mention.sentence == sentence.index and mention.first == 0 and len(mention.actors) == 1:
            closed = mention.last < len(sentence.tokens) and sentence.tokens[mention.last].text == ":"
            return mention if closed and mention.actors[0].kind is MentionKind.PERSON else None
    return None
