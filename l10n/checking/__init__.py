"""A message and its translation, as checks look at them."""
