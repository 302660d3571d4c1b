"""Model packages of Argos Translate: find, install, route."""
