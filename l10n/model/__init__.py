"""What l10n talks about: articles, messages, entries, drafts. Data only."""
