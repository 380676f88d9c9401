# What the measurements share: the program, built anew, and what a command costs.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd .. && go build -o "$work/charts" ./cmd/charts)
export XDG_CACHE_HOME=$work/cache # from here on: Go keeps what it built in the old one

# needs PACKAGES TOOL…: all tools are there.
needs() {
	local packages=$1 tool
	shift
	for tool in "$@"; do
		command -v "$tool" >/dev/null || { echo "no $tool: apt-get install $packages" >&2; exit 2; }
	done
}

# measure NAME COMMAND…: the seconds of processor and clock and the greatest
# memory in KB, into $work/NAME.time.
measure() {
	local name=$1
	shift
	/usr/bin/time -o "$work/$name.time" -f '%U %S %e %M' "$@" >/dev/null
}

cpu() { awk '{ print $1 + $2 }' "$work/$1.time"; }
memory() { awk '{ printf "%.0f", $4 / 1024 }' "$work/$1.time"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else print "–" }'; }

# dots N: a csv file of N rows of two numbers, the same on every machine.
dots() {
	awk -v n="$1" 'BEGIN {
		print "投入,产出"
		for (i = 0; i < n; i++) { x = i * 61.803398875 % 100; printf "%.3f,%.3f\n", x, (x * x + i * 7.3) % 100 }
	}'
}

# figure DIR NAME LINE…: the spec of a figure of a project, for a large slide.
figure() {
	local dir=$1 name=$2
	shift 2
	mkdir -p "$dir/specs/figures"
	printf '%s\n' "$@" 'size: 1600x1000' >"$dir/specs/figures/$name.yaml"
}

# project DIR N: a project of N figures, each of the six in turn.
project() {
	local kinds=(columns ranking donut line stacked combo) specs=() kind name i
	for kind in "${kinds[@]}"; do specs+=("$(<"specs/figures/$kind.yaml")"); done
	mkdir -p "$1/specs/figures"
	cp -r data "$1/data"
	for ((i = 0; i < $2; i++)); do
		printf -v name '%s-%05d' "${kinds[i % 6]}" "$i"
		printf '%s\n' "${specs[i % 6]}" >"$1/specs/figures/$name.yaml"
	done
}
