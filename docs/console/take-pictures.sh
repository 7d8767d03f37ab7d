#!/usr/bin/env bash
# Takes the pictures of the console's main pages, light and dark, into this folder. Needs Chromium, and pngquant to make them small.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
CONSOLE_PICTURES="$folder" dotnet test "$here/../../tests/Console.Tests" -c Release --filter FullyQualifiedName~PictureTests
for picture in machines machine edit execution-failed execution-running execution-table-order execution-map execution-events; do
    for theme in light dark; do
        pngquant --force --quality 60-90 --strip --output "$here/$picture-$theme.png" "$folder/$picture-$theme.png"
    done
done
