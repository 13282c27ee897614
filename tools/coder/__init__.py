"""Trains the model that tells the PLOVER class of a sentence (`dragoman.ontology.classifying`)."""
