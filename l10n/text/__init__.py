"""Pure functions on text: markup, sentences, words, locales."""
