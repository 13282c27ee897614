"""Many engagements become one record, with every source kept."""
