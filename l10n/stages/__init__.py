"""The verbs: inspect, extract, merge, draft, build. Pure: data in, data out."""
