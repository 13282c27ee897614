"""How close a reader's output comes to annotated pages: gold pages in, matches and figures out."""
