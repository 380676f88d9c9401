#!/bin/sh
# Makes phrases.json: where simplified Chinese may be broken into lines, as BudouX
# has learnt it. NOTICE names its authors and its licence.
#
# Needs npm and node.
set -eu
cd "$(dirname "$0")"

package=budoux@0.9.2
sha256=d7b9ec38495974d0da89cc268de5115f9921024070d6748778c4d915c7e3693d

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

tarball=$dir/$(npm pack --silent --pack-destination "$dir" "$package")
echo "$sha256  $tarball" | sha256sum --check --quiet
tar -xzf "$tarball" -C "$dir"
node -e 'console.log(JSON.stringify(require(process.argv[1]).model))' "$dir/package/dist/data/models/zh-hans.js" >phrases.json
