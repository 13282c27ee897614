"""Learns how much speaks for the day of its scene as that of an act told without one, from the annotated pages."""
