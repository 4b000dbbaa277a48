#!/bin/sh
# Makes the virtual environment VENV with PYTHON, or says in one line what is missing.
# Usage: make_venv.sh PYTHON VENV
set -eu
python=$1
venv=$2

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Rasid needs Python 3.11 or newer; '$python' is not. Name one: make PYTHON=python3.12 demo" >&2
    exit 2
fi
[ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && exit 0

# Debian keeps venv's pip apart from python3; install it where that is possible.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package, which this Python lacks"
        { apt-get install -y -qq "$package" || { apt-get update -qq && apt-get install -y -qq "$package"; }; } >/dev/null
    else
        echo "This Python cannot make virtual environments: sudo apt-get install $package" >&2
        exit 2
    fi
fi
rm -rf "$venv"
"$python" -m venv "$venv"
