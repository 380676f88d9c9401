#!/bin/sh
# Makes echarts.js: the parts of Apache ECharts that entry.js names, in one
# script. package-lock.json holds the exact versions with their sha512, npm ci
# refuses anything else, and the same inputs give the same bytes.
#
# Needs Node.js 20 and npm.
set -eu
cd "$(dirname "$0")"

sha256=edab9c26f2928162412c37fbb0113588c3194bcebfe7f9b0e36aadb3e924e067

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp package.json package-lock.json entry.js "$dir"

(
	cd "$dir"
	npm ci --silent --no-audit --no-fund
	npx esbuild entry.js --bundle --minify --format=iife --global-name=echarts \
		--target=es2018 --charset=utf8 --legal-comments=eof --outfile=echarts.js --log-level=warning
)
echo "$sha256  $dir/echarts.js" | sha256sum --check --quiet

modules=$dir/node_modules
cp "$dir/echarts.js" echarts.js
cp "$modules/echarts/LICENSE" LICENSE
{
	cat "$modules/echarts/NOTICE"
	for part in "zrender (BSD-3-Clause):zrender/LICENSE" \
		"tslib (0BSD):tslib/LICENSE.txt" \
		"d3 (BSD-3-Clause), parts of it in ECharts:echarts/licenses/LICENSE-d3"; do
		printf '\n\n----------------------------------------\n%s\n\n' "${part%%:*}"
		tr -d '\r' <"$modules/${part#*:}"
	done
} >NOTICE
