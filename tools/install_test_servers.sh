#!/bin/sh
# Installs the servers that the tests start for themselves (PostgreSQL), where that is possible.
# Without them those tests are skipped, with the reason.
set -eu
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
[ -n "${RASID_TEST_POSTGRES:-}" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing PostgreSQL for the tests (apt-get install postgresql)"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get install -y -qq --no-install-recommends postgresql || { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; }; } >/dev/null
else
    echo "No PostgreSQL server here: its tests will be skipped. To run them: sudo apt-get install postgresql" >&2
fi
