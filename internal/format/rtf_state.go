package format

import (
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// An rtf is where the reader of rich text stands.
type rtf struct {
	document
	src    []byte
	at     int
	state  rtfState
	open   []rtfState     // of the groups around
	fonts  map[int]string // the encodings of fonts
	font   int            // that is being defined
	styles map[int]int    // the levels of headings by style
	page   string         // the encoding where no font says another
	bytes  []byte         // that are not decoded yet
	after  int            // characters still to leave out, as \u has said them
	high   rune           // the first half of a character
	text   *strings.Builder
	main   *strings.Builder // the text around a note
	below  []string         // the notes of the paragraph
	table  rtfTable
}

// An rtfState is what a group keeps to itself.
type rtfState struct {
	where   string // the destination: "" is the text
	page    string // the encoding of the font
	skip    int    // how many characters stand for one of \u
	hidden  bool
	script  *script
	before  rune // the script
	style   int
	level   int // of the outline, from 1
	inTable bool
}

// elsewhere are destinations whose text is no part of the text.
var elsewhere = map[string]bool{"colortbl": true, "info": true, "pict": true, "header": true, "headerl": true, "headerr": true, "headerf": true,
	"footer": true, "footerl": true, "footerr": true, "footerf": true, "object": true, "nonesttables": true, "filetbl": true, "ftnsep": true, "ftnsepc": true, "aftnsep": true,
	"listtable": true, "listoverridetable": true, "rsidtbl": true, "xmlnstbl": true, "themedata": true, "datastore": true, "latentstyles": true, "generator": true}

// decode writes the bytes so far as text.
func (r *rtf) decode() {
	if r.after = 0; len(r.bytes) == 0 {
		return
	}
	text := string(r.bytes)
	if e, err := htmlindex.Get(r.state.page); err == nil && strings.ContainsFunc(text, func(c rune) bool { return c >= 0x80 }) {
		if out, err := e.NewDecoder().Bytes(r.bytes); err == nil {
			text = string(out)
		}
	}
	r.bytes = r.bytes[:0]
	r.write(text)
}

// write adds text where it is shown.
func (r *rtf) write(s string) {
	if r.state.where != "" && r.state.where != "note" || r.state.hidden {
		return
	}
	s = r.state.script.of(r.state.before, s)
	r.meter.Bytes(len(s))
	r.text.WriteString(s)
}

// An rtfTable is the table that is open.
type rtfTable struct {
	rows  []rtfRow
	next  rtfRow // as it is defined
	cells []string
	merge rtfEdge // of the cell that is defined
}

// An rtfRow is a row: where its cells end, and their texts.
type rtfRow struct {
	left  int
	edges []rtfEdge
	texts []string
	head  bool
}

// An rtfEdge is the right end of a cell, and how the cell is merged.
type rtfEdge struct {
	at            int
	right, across bool // goes on the cell at the left; the one above
}

func (r *rtf) addNotes() {
	for _, s := range r.below {
		r.add(Part{}, s)
	}
	r.below = nil
}
