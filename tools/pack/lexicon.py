"""The lemma table of a pack: forms the rules get wrong, and the dictionary forms that are known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from tools.pack.example import Example

from dragoman.language.lemmas import Lemmatizer

OPEN_CLASSES = ("VERB", "NOUN", "ADJ", "ADV", "AUX")


def build_lemmas(examples: Iterable[Example]) -> dict[str, Any]:
    """The table from treebank sentences: for every form its commonest lemma, where the rules differ."""
    counted: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    known: dict[str, set[str]] = {pos: set() for pos in OPEN_CLASSES}
    for example in examples:
        for word, lemma, pos, tag in zip(
            example.words, example.lemmas or (), example.upos or (), example.xpos or (), strict=True
        ):
            counted[pos, word.casefold().replace("’", "'")][lemma.casefold(), tag] += 1
            if pos in known and lemma.isalpha() and lemma.islower():
                known[pos].add(lemma)
    for pos, lemmas in _IRREGULAR.items():
        known[pos] |= set(lemmas)
    rules = Lemmatizer({}, known)
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for (pos, form), lemmas in counted.items():
        (lemma, tag), _ = lemmas.most_common(1)[0]
        if pos not in {"PROPN", "PUNCT", "SYM", "NUM", "X"} and rules.lemma(form, pos, tag) != lemma:
            exceptions[pos][form] = lemma
    for pos, lemmas_of in _IRREGULAR.items():
        exceptions[pos] |= {form: lemma for lemma, forms in lemmas_of.items() for form in forms.split()}
    # The treebanks' commonest reading decides, but "left" and "found" are leave and find in the news.
    return {"exceptions": exceptions, "known": {pos: sorted(forms) for pos, forms in known.items()}}


_IRREGULAR = {
    "VERB": {
        "arise": "arose arisen",
        "bear": "bore borne",
        "beat": "beaten",
        "become": "became",
        "begin": "began begun",
        "bid": "bade bidden",
        "bind": "bound",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "choose": "chose chosen",
        "come": "came",
        "deal": "dealt",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "forbid": "forbade forbidden",
        "foresee": "foresaw foreseen",
        "forgive": "forgave forgiven",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lay": "laid",
        "lead": "led",
        "leave": "left",
        "lend": "lent",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "overcome": "overcame",
        "oversee": "oversaw overseen",
        "overthrow": "overthrew overthrown",
        "pay": "paid",
        "ride": "rode ridden",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "show": "shown",
        "sit": "sat",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "swear": "swore sworn",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "undergo": "underwent undergone",
        "undertake": "undertook undertaken",
        "uphold": "upheld",
        "understand": "understood",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "withhold": "withheld",
        "withstand": "withstood",
        "write": "wrote written",
        "rebuild": "rebuilt",
        "retake": "retook retaken",
        "convene": "convened convening",
        "impose": "imposed imposing",
        "denounce": "denounced denouncing",
        "reaffirm": "reaffirmed reaffirming",
        "pledge": "pledged pledging",
        "commit": "committed committing",
        "sanction": "sanctioned sanctioning",
        "condemn": "condemned condemning",
        "mediate": "mediated mediating",
        "negotiate": "negotiated negotiating",
        "confer": "conferred conferring",
        "refer": "referred referring",
        "travel": "travelled travelling traveled traveling",
        "signal": "signalled signalling signaled signaling",
        "cancel": "cancelled cancelling canceled canceling",
        "expel": "expelled expelling",
        "host": "hosted hosting",
        "urge": "urged urging",
        "tour": "toured touring",
        "chair": "chaired chairing",
        "free": "freed",
        "accuse": "accused accusing",
        "deplore": "deplored deploring",
        "summon": "summoned summoning",
        "recall": "recalled recalling",
        "schedule": "scheduled scheduling",
        "phone": "phoned phoning",
        "telephone": "telephoned telephoning",
        "postpone": "postponed postponing",
        "decline": "declined declining",
        "welcome": "welcomed welcoming",
        "threaten": "threatened threatening",
        "freeze": "froze frozen freezing",
        "co-chair": "co-chaired co-chairing",
        "broker": "brokered brokering",
        "ratify": "ratified",
        "sign": "signed",
    },
    "NOUN": {
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people",
        "crisis": "crises",
        "tie": "ties",
        "spokeswoman": "spokeswomen",
        "spokesman": "spokesmen",
        "analysis": "analyses",
        "basis": "bases",
        "talk": "talks",
        "serviceman": "servicemen",
        "fisherman": "fishermen",
        "wife": "wives",
        "life": "lives",
        "leaf": "leaves",
        "knife": "knives",
        "half": "halves",
        "foot": "feet",
        "hypothesis": "hypotheses",
        "congressman": "congressmen",
        "series": "series",
        "species": "species",
        "chief": "chiefs",
        "move": "moves",
    },
    "ADJ": {"good": "better best", "bad": "worse worst"},
    "ADV": {"well": "better best"},
    "AUX": {
        "be": "is are was were am been being 's 're 'm",
        "have": "has had having 've",
        "will": "'ll wo",
        "can": "ca",
        "do": "does did",
        "would": "'d",
    },
}
