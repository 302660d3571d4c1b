"""Kinds of files in which translations go out to people and their tools, and come back: a plug-in a file."""
