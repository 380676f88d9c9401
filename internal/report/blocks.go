package report

import (
	"strings"
	"unicode/utf8"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// A kind says what a block is.
type kind uint8

const (
	blockText kind = iota
	blockHeading
	blockCaption
	blockNote
	blockGrid
	blockRefused
	blockTitle // of the report, as its file says beside the text
)

// A block is what every input format becomes before the normaliser: a heading,
// a caption, running text, a note under a table, or the rows of a grid with
// their cells parted by tabs.
type block struct {
	kind  kind
	label string // the number of a heading, or the label of a caption
	title string
	lines []line
	table *table.Table // of a grid that is read already; lines are then its ends
	// refused is why a table cannot be read.
	refused *format.Refusal
}

func sortLines(lines []line) []block {
	var blocks []block
	var numbers numbering
	for _, l := range lines {
		var open *block
		if len(blocks) > 0 {
			open = &blocks[len(blocks)-1]
		}
		next := classify(l, open, &numbers)
		if open != nil && continues(*open, next.kind, l) {
			open.add(l)
		} else {
			blocks = append(blocks, next)
		}
	}
	return blocks
}

// noteForm begins a remark that belongs to the table above it.
var noteForm = regexp.MustCompile(`^(?:(?:备\s*注|注|说明|数据来源|资料来源)\s*\d*\s*[:：]|(?i:sources?|notes?|n\.b\.)\s*\d*\s*[:：.]\s|(?:注\s*)?[*＊※]\s*[^\d\s|*])`)

func isNote(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("备注说数资*＊※SsNn", first) && noteForm.MatchString(s)
}

// classify makes the block that l would begin.
func classify(l line, open *block, numbers *numbering) block {
	b := block{lines: []line{l}}
	if isRow(l.text, l.placed || open != nil && open.kind == blockGrid) {
		b.kind = blockGrid
		return b
	}
	if label, title, ok := parseCaption(l.text); ok {
		b.kind, b.label, b.title = blockCaption, label, title
		return b
	}
	if isNote(l.text) {
		b.kind = blockNote
		return b
	}
	if open != nil && open.kind == blockCaption && wraps(*open, l) {
		return b
	}
	if number, title, ok := numbers.heading(l.text); ok {
		b.kind, b.label, b.title = blockHeading, number, title
	}
	return b
}

// continues reports whether l, by itself a block of kind k, goes on with the
// open block.
func continues(open block, k kind, l line) bool {
	if k != blockText {
		return k == blockGrid && open.kind == blockGrid && !l.begins
	}
	switch open.kind {
	case blockText:
		return unfinished(open.last().text, l.gap)
	case blockNote:
		return !l.gap && unfinished(open.last().text, false)
	case blockCaption:
		return wraps(open, l)
	}
	return false
}

// wraps reports whether l is the second line of a caption.
func wraps(caption block, l line) bool {
	first := caption.lines[0].text
	whole := utf8.RuneCountInString(first) >= wholeLine
	if notation.CountHan(first) == 0 {
		whole = len(first) >= wholeEnglish
	}
	return whole && !l.gap && len(caption.lines) == 1 && !table.UnitLine(l.text)
}

// wholeEnglish is how many letters fill a line of print, about.
const wholeEnglish = 70

func (b *block) last() line { return b.lines[len(b.lines)-1] }

// line is where the block begins.
func (b *block) line() int {
	if len(b.lines) == 0 {
		return 0
	}
	return b.lines[0].no
}

// where is where the block begins, for people.
func (b *block) where() message.Text {
	l := b.lines[0]
	if l.at == nil {
		return message.PlaceOr("", l.no)
	}
	return message.Place(l.at.String())
}

func (b *block) add(l line) {
	b.lines = append(b.lines, l)
	if b.kind == blockCaption {
		b.title = notation.Glue(b.title, l.text)
	}
}

// unfinished reports whether a line stops inside a sentence. Over a gap more
// evidence is asked, since a title ends without a full stop too: a comma, an
// open bracket, or the length of a whole line.
func unfinished(s string, gap bool) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’）)】》 "))
	if strings.ContainsRune("。！？；…", last) || gap && last == '：' {
		return false
	}
	return !gap || strings.ContainsAny(s, "，。；、") || strings.Count(s, "（") > strings.Count(s, "）") ||
		notation.CountHan(s) >= wholeLine
}

// wholeLine is how many Chinese characters fill a line of print, about.
const wholeLine = 30

// hint is what is said about a table, or nil.
func (b *block) hint() *hinted {
	if len(b.lines) == 0 {
		return nil
	}
	return b.lines[0].hint
}

// printed are the lines of a table, also of one that is read already.
func (b *block) printed() []line {
	if b.table == nil {
		return b.lines
	}
	lines := b.lines[:1:1]
	for _, r := range b.table.Rows {
		lines = append(lines, line{no: r.Line, text: r.Quote, exact: true})
	}
	return lines
}
