"""The commands' work: wires disk, stages and plug-ins. Each step yields a result or an error an article."""
