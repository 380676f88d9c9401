package report

import (
	"charts/internal/format"
	"charts/internal/message"
)

// A chain is captions and tables that follow one another with no text between,
// by their places among the blocks.
type chain []int

// captionsAbove puts captions that stand under their tables over them. On which
// side they stand is the habit of a report. It shows where a chain has as many
// captions as tables: it begins with a caption, or else it ends with one.
func captionsAbove(blocks []block) []block {
	above, below := 0, 0
	chains := captionChains(blocks)
	for _, c := range chains {
		switch {
		case len(c)%2 > 0 || !c.alternates(blocks):
		case blocks[c[0]].kind == blockCaption:
			above++
		default:
			below++
		}
	}
	for _, c := range chains {
		switch {
		case below > above:
			c.turn(blocks)
		case below == above:
			c.doubt(blocks)
		}
	}
	return blocks
}

func captionChains(blocks []block) (chains []chain) {
	var c chain
	for i, b := range blocks {
		switch {
		case b.kind == blockGrid || b.kind == blockCaption && isTableLabel(b.label):
			c = append(c, i)
		case len(c) > 0 && !c.runsOver(blocks, b):
			chains, c = append(chains, c), nil
		}
	}
	return append(chains, c)
}

// runsOver reports whether b can stand inside a chain: a note under a table, or a
// short line over one.
func (c chain) runsOver(blocks []block, b block) bool {
	if blocks[c[len(c)-1]].kind == blockGrid {
		return b.kind == blockNote
	}
	return b.kind == blockText && mayLead(b)
}

func (c chain) alternates(blocks []block) bool {
	for k := 1; k < len(c); k++ {
		if blocks[c[k]].kind == blocks[c[k-1]].kind {
			return false
		}
	}
	return len(c) > 0
}

// turn moves each caption that follows a table in front of it.
func (c chain) turn(blocks []block) {
	for k := 1; k < len(c); k++ {
		if table, at := c[k-1], c[k]; blocks[table].kind == blockGrid && blocks[at].kind == blockCaption {
			caption := blocks[at]
			copy(blocks[table+1:at+1], blocks[table:at])
			blocks[table] = caption
			k++
		}
	}
}

// doubt marks the tables over and under a caption, where the report does not show
// which of the two it names: the first of them has no other.
func (c chain) doubt(blocks []block) {
	if len(c) < 3 || blocks[c[0]].kind != blockGrid || !c.alternates(blocks) {
		return
	}
	for k := 1; k+1 < len(c); k += 2 {
		caption := blocks[c[k]]
		reason := message.Of("%s, %s, may name the table over it or the one under it", caption.label, caption.where())
		for _, at := range []int{c[k-1], c[k+1]} {
			blocks[at].lines[0].doubt(format.WholeTable, reason, message.Text{})
		}
	}
}
