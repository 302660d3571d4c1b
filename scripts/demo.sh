#!/bin/sh
# The main job on this repository's own articles: corpus/ → locales/ → build/.
set -eu
step() { printf '\n$ %s\n' "$*"; "$@"; }

step l10n extract
step l10n update
step l10n draft --locale pt_BR
step l10n check
step l10n build --drafts
step l10n status --locale pt_BR
cat <<'END'

What to look at:
  build/pt_BR/news/harbour-flood.md                     an article that a person has reviewed
  build/pt_BR/live/council-night.md                     one that is all machine drafts
  locales/pt_BR/LC_MESSAGES/live/council-night.po       its drafts, marked `#, fuzzy`, for your PO editor
Next: take a `#, fuzzy` away, run `.venv/bin/l10n build`, and that text alone is published.
END
