package kind

import (
	"slices"
	"strings"

	"charts/internal/typeset"
)

// number gives the nodes between columns numbers if the name of one has no room, and
// leaves their values to a note if those of one would hide ribbons.
func (r *network) number() {
	torn := false
	for i := range r.names {
		if r.between(i) {
			lines := r.nameLines(i)
			r.numbered = append(r.numbered, i)
			torn, r.bare = torn || lines == nil, r.bare || len(lines) > 2
		}
	}
	if !torn {
		r.numbered = nil
	}
}

// between reports whether a node has its name over the ribbons between two columns.
func (r *network) between(i int) bool { return r.depth[i] > 0 && r.depth[i] < r.last() }

// limit is the width of the name of a node.
func (r *network) limit(i int) float64 {
	if r.between(i) {
		return r.step() - sankeyNode - 1
	}
	return min(sankeyNames, sankeyShare*r.em)
}

// margin is the room for the names of a column.
func (r *network) margin(k int) float64 {
	w := 0.0
	for _, i := range r.column(k) {
		for _, l := range r.lines(i) {
			w = max(w, r.faces.Width(l, 1, false))
		}
	}
	return w + 0.8
}

// lines are what is written at a node.
func (r *network) lines(i int) []string {
	if k := slices.Index(r.numbered, i); k >= 0 {
		return numbers(k + 1)[k:]
	}
	return r.nameLines(i)
}

// nameLines are the name, the value and the share of a node, in as few lines as they
// need; none where it would be torn or run over the next column.
func (r *network) nameLines(i int) []string {
	text := r.amount(i)
	limit := r.limit(i)
	lines := r.faces.Wrap(r.names[i], limit, 1, false)
	if r.between(i) && (r.faces.Widest(lines, 1, false) > limit || len(lines) > 2 || r.faces.Tears(r.names[i], limit, 1)) {
		return nil
	}
	if r.unlabelled() || r.between(i) && (r.bare || !r.faces.Fits(text, limit, 1)) {
		return lines
	}
	last := lines[len(lines)-1] + typeset.NoBreak + text
	if r.faces.Width(last, 1, false) <= limit {
		return append(lines[:len(lines)-1], last)
	}
	return append(lines, r.faces.Wrap(text, limit, 1, false)...)
}

// amount is the value of a node with its share.
func (r *network) amount(i int) string {
	if r.m.unit == "%" || r.value[i] >= r.total {
		return r.sums[i].Text
	}
	return r.sums[i].Text + r.say("（", " (") + shareText(r.value[i], r.total) + r.say("）", ")")
}

// noteBetween tells what has no room at the nodes between columns.
func (r *network) noteBetween() {
	var names []string
	for i, name := range r.names {
		if r.between(i) {
			if !r.unlabelled() {
				name += typeset.NoBreak + r.amount(i)
			}
			names = append(names, name)
		}
	}
	switch {
	case r.numbered != nil:
		r.noteOnce(numberedNames(r.builder, names))
	case r.bare && !r.unlabelled():
		r.noteOnce(typeset.Text(strings.Join(names, r.say("；", "; ")) + r.say("。", ".")))
	}
}
