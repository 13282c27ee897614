"""How close a reader's output comes to human annotations: gold pages in, matches and figures out."""
