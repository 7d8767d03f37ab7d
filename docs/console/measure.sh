#!/usr/bin/env bash
# Measures the console's pages over 10,000 executions and a history of 25,000 events, in SQLite and over HTTP on loopback; prints a table.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
report=$(mktemp)
trap 'rm -f "$report"' EXIT
CONSOLE_MEASURE="$report" dotnet test "$here/../../tests/Console.Tests" -c Release --filter FullyQualifiedName~MeasureTests
cat "$report"
