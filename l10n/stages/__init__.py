"""The verbs: extract, merge, draft, build. Pure: data in, data out."""
