"""What was translated before: caches, which can be thrown away. The catalogs are the truth."""
