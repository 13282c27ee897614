"""CodedEvent: an engagement in PLOVER and CAMEO codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """PLOVER's ``event``, ``mode``, ``context``, ``quad_code`` (1-4), ``event_scale``; CAMEO leaf and Goldstein value.

    ``mode`` may hold auxiliary modes (``future``, ``historical``, ``hypothetical``, ``negation``) after the main one.
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
