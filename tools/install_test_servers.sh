#!/bin/sh
# Installs the programs that the tests start for themselves (PostgreSQL, Chromium), where that is
# possible. Without one of them its tests are skipped, with the reason.
set -eu

install() { # NAME PACKAGE
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $1 for the tests (apt-get install $2)"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get install -y -qq --no-install-recommends "$2" || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$2"; }; } >/dev/null
    else
        echo "No $1 here: its tests will be skipped. To run them: sudo apt-get install $2" >&2
    fi
}

if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && [ -z "${RASID_TEST_POSTGRES:-}" ]; then
    install PostgreSQL postgresql
fi
command -v chromium >/dev/null || install Chromium chromium
