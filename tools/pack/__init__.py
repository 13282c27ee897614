"""Builds the English language pack: data, training, export, evaluation.

Run from the repository root, with torch and onnx installed (they are no dependencies of the package):

    python -m tools.pack prepare && python -m tools.pack train && python -m tools.pack export
"""
