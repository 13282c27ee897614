"""Who signs a text: bylines, issuers of a release, and "attributable to Spokesperson ...".

>>> read_byline("By Anna Vell, Staff Writer")
'Anna Vell'
>>> read_attribution("The following is attributable to Spokesperson Ned Price:")
'Ned Price, Spokesperson'
>>> is_issuer("Antony J. Blinken, Secretary of State"), is_issuer("Office of the Spokesperson")
(True, True)
"""

from __future__ import annotations

import re

_PARTICLES = ("de", "da", "del", "la", "van", "von", "der", "bin", "al", "el", "ter", "den", "dos", "di")
"""Words of a name that are written small."""

_NAME_WORD = rf"(?-i: (?: [A-Z\u00c0-\u00de\u0400-\u042f][\w'’.-]* | {' | '.join(_PARTICLES)} ) )"
_PERSON = rf"{_NAME_WORD} (?: [ ] {_NAME_WORD} ){{0,4}}"

_BYLINE = re.compile(
    rf"""
    (?: by | written \s by | reported \s by | story \s by | text \s by | posted \s by | published \s by
      | report \s by | reporting \s by
      | author \s? : | authors \s? : | von | par | por | di | автор \s? :? | byline \s? : | words \s by
        | article \s by )
    \s? :? \s
    (?P<names> {_PERSON} (?: (?: \s? , \s? | \s and \s | \s & \s | \s et \s | \s und \s
      | \s y \s ) {_PERSON} ){{0,4}} )
    (?P<rest> \s* (?: [,|•·/–—(@-] .{{0,120}} | https?://\S+ | \d .{{0,60}} | in \s [A-Z] .{{0,30}} )? )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_NAME_AND_JOB = re.compile(
    rf"""
    (?P<names> {_PERSON} ) \s? [,|–-] \s? (?: [\w’'&-]+ \s ){{0,4}}
    (?: correspondent | reporter | editor | (?: staff \s | senior \s )? writer | columnist
      | contributor | journalist | bureau )
    (?: \s (?: in | for | at ) \s [\w .]{{2,30}} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_ATTRIBUTION = re.compile(
    r"""
    .{0,80}? \b (?: is | was | are | may \s be | can \s be )? \s? attribut(?: able | ed ) \s to \s
    (?: the \s )? (?P<who> [^:]{3,90}? ) \s? [:.]? \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)

_OFFICE_WORD = (
    r"(?: Secretary | Minister | President | Ambassador | Spokesperson | Spokesman | Spokeswoman"
    r" | Coordinator | Envoy | Representative"
    r" | Director | Chair(?: man | woman | person )? | Administrator | Advisor | Adviser | Counselor"
    r" | Commissioner | Chief | Officer"
    r" | Under \s? Secretary | Attorney | Chargé | Consul | General | Governor | Deputy | Head )"
)

_ISSUER = re.compile(
    rf"""
    {_PERSON} \s? , \s (?: the \s )? (?: [\w.&’'-]+ \s ){{0,6}}? {_OFFICE_WORD} \b .{{0,160}}
    | (?: the \s )? (?: Office | Bureau | Mission | Embassy | Ministry | Department
      | Permanent \s Mission | Press \s Service ) \s (?: of | to | for ) \b (?! .* \b (?: is | was
      | has | have | will | said ) \b ) [^.:;]{{3,110}}
    | (?: the \s White \s House | Office \s of \s .{{3,60}} | U\.?S\.? \s Department \s of \s State
      | Department \s of \s State )
    | {_OFFICE_WORD} (?: [\w’',-]+ \s? ){{0,2}} \s (?: of | for ) \s (?: [\w’',-]+ \s ){{1,9}} {_PERSON}
    """,
    re.VERBOSE,
)
"""The header line of a release that says which office or person issues it."""

_LAST_TITLE = re.compile(rf"^ (?P<office> .* \b {_OFFICE_WORD} ) \s (?P<name> [A-Z] .+ ) $", re.VERBOSE)

_LONGEST = 180


def read_byline(line: str) -> str | None:
    """The names in a byline such as "By Anna Vell | 2 April 2024"; ``None`` if the line is something else."""
    if len(line) >= _LONGEST:
        return None
    match = _BYLINE.fullmatch(line.strip()) or _NAME_AND_JOB.fullmatch(line.strip())
    return None if match is None else _tidy_name(match.group("names"))


def read_attribution(line: str) -> str | None:
    """To whom a release says it is attributable, name first; ``None`` if the line is something else."""
    match = _ATTRIBUTION.fullmatch(line.strip()) if len(line) < _LONGEST else None
    if match is None:
        return None
    who = match.group("who").strip(" ,")
    titled = _LAST_TITLE.match(who)
    return f"{titled.group('name')}, {titled.group('office')}" if titled else who


def is_issuer(line: str) -> bool:
    """Whether a line near the top of a release is its issuer ("Office of the Spokesperson")."""
    stripped = line.strip()
    return (
        len(stripped) < _LONGEST
        and not stripped.endswith((".", ":", "?", "!"))
        and _ISSUER.fullmatch(stripped) is not None
    )


def is_person_name(line: str) -> bool:
    """Whether a line is nothing but two to five words that could be a person's name.

    >>> is_person_name("Sabah Khan Tareen"), is_person_name("Support for Ukraine")
    (True, False)
    """
    words = line.split()
    return 2 <= len(words) <= 5 and all(_is_name_word(word) for word in words) and words[0][0].isupper()


def _is_name_word(word: str) -> bool:
    return word in _PARTICLES or (word[0].isupper() and all(c.isalpha() or c in "'’.-" for c in word))


_JOB = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|contributor|columnist|bureau|desk|chief|press|news)\b",
    re.IGNORECASE,
)


def _tidy_name(names: str) -> str | None:
    people = [name.strip() for name in re.split(r"\s?,\s?", " ".join(names.split()))]
    tidy = ", ".join(name for name in people if name and not _JOB.search(name))
    return (tidy.title() if tidy.isupper() else tidy) or None
