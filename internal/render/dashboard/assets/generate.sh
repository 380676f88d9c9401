#!/bin/sh
# Makes echarts.js and echarts-all.js: the parts of Apache ECharts that entry.js
# and entry-all.js name, in one script each. package-lock.json holds the exact versions with their sha512, npm ci
# refuses anything else, and the same inputs give the same bytes.
#
# Needs Node.js 20 and npm.
set -eu
cd "$(dirname "$0")"

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp package.json package-lock.json entry.js entry-all.js checksums "$dir"

(
	cd "$dir"
	npm ci --silent --no-audit --no-fund
	for parts in entry entry-all; do
		npx esbuild $parts.js --bundle --minify --format=iife --global-name=echarts \
			--target=es2018 --charset=utf8 --legal-comments=eof --outfile=echarts${parts#entry}.js --log-level=warning
	done
	sha256sum --check --quiet checksums
)

modules=$dir/node_modules
cp "$dir/echarts.js" "$dir/echarts-all.js" .
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
