"""Learns which sentences can matter from what whole readings of real and own pages say."""
