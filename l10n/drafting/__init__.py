"""A message at the engine's door: what the engine gets to read, and what is made of its answer.

    message ─▶ segments ─▶ engine text ─▶ [engine] ─▶ hypothesis ─▶ restored segment ─▶ draft with markup

Pure functions over texts and alignments; nothing here knows an engine, a file or a catalog.
"""
