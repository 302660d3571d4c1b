"""Faults put into reviewed translations on purpose, to measure whether checks find them.

Nothing here is shared with the checks: what is a number, a name or a quotation mark is said anew.
"""
