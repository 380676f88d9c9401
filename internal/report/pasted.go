package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/notation"
)

// layByTabs marks the parts of a document that is a file of text pasted into
// Word: it has no table and no heading, but a caption or columns of one. In any
// other document paragraphs stand for themselves, and a tab is a blank; rows
// that are laid out by tabs are a table there too.
func layByTabs(parts []part) []part {
	pasted := isPasted(parts)
	out := parts[:0:0]
	for i := 0; i < len(parts); {
		p := parts[i]
		n := 1
		switch rows := tabbedRows(parts[i:]); {
		case pasted:
			p.typed = true
		case len(rows) > 1:
			p, n = part{grid: true, lines: rows}, len(rows)
		case !p.grid:
			p.untab()
		}
		out = append(out, p)
		i += n
	}
	return out
}

func isPasted(parts []part) bool {
	return !slices.ContainsFunc(parts, func(p part) bool { return p.grid || p.level > 0 }) &&
		slices.ContainsFunc(parts, func(p part) bool { return slices.ContainsFunc(p.lines, hasColumns) })
}

func hasColumns(l line) bool {
	label, _, ok := parseCaption(l.text)
	return ok && isTableLabel(label) || mayBeFree(l.text) || innerTabs(l.text) > 0
}

func innerTabs(s string) int { return strings.Count(strings.TrimSpace(s), "\t") }

// tabbedRows are the paragraphs in front that have the same number of tabs in
// them, and more than the one that parts the number of a list from its text.
func tabbedRows(parts []part) (rows []line) {
	for _, p := range parts {
		if p.grid || p.level > 0 || len(p.lines) != 1 {
			break
		}
		n := innerTabs(p.lines[0].text)
		if n < 2 || len(rows) > 0 && n != innerTabs(rows[0].text) {
			break
		}
		rows = append(rows, p.lines[0])
	}
	return rows
}

func (p *part) untab() {
	for k := range p.lines {
		l := &p.lines[k]
		l.text, l.gap = strings.TrimFunc(format.Flat(l.text), notation.Blank), k == 0
	}
}
