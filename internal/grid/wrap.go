package grid

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// attach joins the lines without values to the row above or below that they
// belong to; the others are rows of their own, such as the names of groups. It
// returns the lines after which a row begins.
func (r *rows) attach(first, last int, anchors []int) []int {
	var cuts []int
	if len(anchors) == 0 {
		return nil
	}
	at, over := first, 0 // over: how many lines of the name stand above its values
	for n := 0; n <= len(anchors); n++ {
		end := last
		if n < len(anchors) {
			end = anchors[n]
		}
		up, down := at, end // lines before up belong above, from down on below
		fills := func(i, n int) bool { return n >= 0 && n < len(anchors) && r.fills(i, anchors[n], anchors) }
		for n > 0 && up < end && (fills(up, n-1) || !fills(up, n)) && (r.belongsAbove(up, last) || fills(up, n-1) && !fills(up, n)) {
			up++
		}
		for n > 0 && r.stubText(anchors[n-1]) == "" && up < at+over && up < end && r.isAlone(up) {
			up++ // the values stand in the middle of the lines of the name
		}
		for n < len(anchors) && down > up && (r.belongsBelow(down-1) || fills(down-1, n)) {
			down--
		}
		if n > 0 && (n < len(anchors) || up < end) {
			cuts = append(cuts, up-1)
		}
		for i := up; i < down; i++ {
			if i+1 < last {
				cuts = append(cuts, i)
			}
		}
		at, over = end+1, end-down
	}
	return slices.Compact(slices.DeleteFunc(cuts, func(i int) bool { return i < first || i+1 >= last }))
}

// belongsAbove reports whether a line goes on with the one above it.
func (r *rows) belongsAbove(i, last int) bool {
	above := r.lines[i-1].y - r.lines[i].y
	if i+1 < last {
		below := r.lines[i].y - r.lines[i+1].y
		switch {
		case above < 0.85*below && above < 0.85*r.pitch:
			return true
		case below < 0.85*above && below < 0.85*r.pitch:
			return false
		}
	}
	if i+1 == last && above < 0.7*r.pitch {
		return true
	}
	return r.breaksOff(i-1, i) || r.noRoom(i-1, i) && (r.wraps || !startsUpper(r.stubText(i)))
}

// belongsBelow reports whether the line below goes on with a line.
func (r *rows) belongsBelow(i int) bool {
	below := r.lines[i].y - r.lines[i+1].y
	if i > 0 {
		above := r.lines[i-1].y - r.lines[i].y
		if below < 0.85*above && below < 0.85*r.pitch {
			return true
		}
	}
	if r.stubText(i+1) == "" {
		return true
	}
	return r.breaksOff(i, i+1) || r.noRoom(i, i+1)
}

// fills reports whether the texts of a line stand in columns of names that the
// row of an anchor leaves blank, as most anchors do not.
func (r *rows) fills(i, anchor int, anchors []int) bool {
	for k, s := range r.texts[i] {
		if s == "" {
			continue
		}
		filled := 0
		for _, a := range anchors {
			if r.texts[a][k] != "" {
				filled++
			}
		}
		if r.values[k] || r.texts[anchor][k] != "" || 2*filled < len(anchors) {
			return false
		}
	}
	return true
}

// stubText is the text of a line in front of the values.
func (r *rows) stubText(i int) string {
	for k, s := range r.texts[i] {
		if s != "" && !r.values[k] {
			return s
		}
	}
	return ""
}

// breaksOff reports whether the name of one line breaks off and goes on in the
// next.
func (r *rows) breaksOff(i, next int) bool {
	a, b := r.stubText(i), r.stubText(next)
	if a == "" || b == "" || isHeading(a) || isHeading(b) {
		return false
	}
	return isOpen(a, b)
}

// isOpen reports whether a text goes on in the next: it has an open bracket, or
// ends or goes on as no whole name does.
func isOpen(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	if unicode.IsLower(first) || strings.ContainsRune("(（)）]、，,", first) || strings.ContainsRune("-–,，、(（/&", last) {
		return true
	}
	return strings.Count(a, "(") > strings.Count(a, ")") || strings.Count(a, "（") > strings.Count(a, "）")
}

// isHeading reports whether a name announces others.
func isHeading(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

func startsUpper(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// repeats reports whether the text in front of the values of a line stands so
// before other values too: it is a whole name.
func (r *rows) repeats(i int) bool {
	name, n := r.stubText(i), 0
	for k := range r.lines {
		if r.stubText(k) == name && r.isAnchor(k) {
			n++
		}
	}
	return n > 1
}

// noRoom reports whether the first word of a line had no room behind the text
// of the line above.
func (r *rows) noRoom(i, next int) bool {
	if isHeading(r.stubText(i)) || isHeading(r.stubText(next)) || r.repeats(next) {
		return false
	}
	for _, n := range r.names[i] {
		if r.values[n.first] {
			continue
		}
		for _, m := range r.names[next] {
			if m.first == n.first {
				word := m.pieces[0].X1 - m.pieces[0].X0
				end := n.pieces[len(n.pieces)-1].X1
				wrapped := end + 0.3*r.lines[i].size + word
				width := end - n.pieces[0].X0
				long := width > 0.6*(r.stubs[n.first].x1-r.stubs[n.first].x0) && width > 4*r.lines[i].size
				return wrapped > r.stubs[n.first].x1+0.5*r.lines[i].size && (long || r.wraps || r.isAlone(i) || next+1 < len(r.lines) && r.isAlone(next+1) && r.isAlone(next))
			}
		}
		return false
	}
	return false
}
