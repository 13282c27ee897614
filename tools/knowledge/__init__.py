"""Makes the knowledge tables from their sources; run by ``tools/build_knowledge.py``, never installed."""
