"""Makes the act pack: marked passages to windows, training, export. `python -m tools.acts --help`."""
