"""`dragoman demo`; it stands beside `serve`, of which it is a special case."""

from dragoman.cli.serve import demo

__all__ = ["demo"]
