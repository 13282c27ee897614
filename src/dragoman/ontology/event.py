"""CodedEvent: an engagement in PLOVER and CAMEO codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """PLOVER's event, mode, context, quad code (1-4) and score; CAMEO's code and Goldstein value.

    ``mode`` may end in auxiliary modes: ``future``, ``historical``, ``hypothetical``, ``negation``.
    ``actor`` and ``recipient`` are indexes into the engagement's participants.
    """

    event: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad_code: int
    event_scale: float
    cameo: str
    goldstein: float
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    rule: str
