#!/bin/sh
# Make a virtual environment and install l10n into it: by uv where it is there, else by uv inside the
# environment, else by pip alone. The lock leaves out stanza, spacy and minisbd (and so torch): nothing
# of l10n imports them, and so packages are installed without looking at what they ask for.
set -eu
venv=$1 lock=$2
python=${PYTHON:-python3}

if command -v uv >/dev/null 2>&1; then
    [ -x "$venv/bin/python" ] || uv venv --quiet "$venv"
    uv=uv
else
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "l10n needs Python 3.11 or newer; set PYTHON=/path/to/python3.11 and run again" >&2
        exit 2
    }
    [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet uv 2>/dev/null && uv=$venv/bin/uv || uv=
fi

if [ -n "$uv" ]; then
    "$uv" pip install --quiet --python "$venv/bin/python" --no-deps --require-hashes -r "$lock"
    "$uv" pip install --quiet --python "$venv/bin/python" --no-deps -e .
else
    "$venv/bin/python" -m pip install --quiet --no-deps --require-hashes -r "$lock"
    "$venv/bin/python" -m pip install --quiet --no-deps -e .
fi
