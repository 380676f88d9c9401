package format

import (
	"strconv"
	"strings"
)

// Bounds of rich text, far above any report.
const (
	maxGroups = 1000 // inside each other
	maxBinary = 1 << 30
)

func isRTF(src []byte) bool { return strings.HasPrefix(string(src[:min(len(src), 5)]), `{\rtf`) }

// readRTF reads rich text: its paragraphs, and its tables with their merged cells.
func readRTF(in input) ([]Part, error) {
	r := rtf{document: document{meter: in.meter}, src: in.src, fonts: map[int]string{}, styles: map[int]int{}, text: &strings.Builder{}}
	r.page = "windows-1252"
	r.state = rtfState{page: r.page, skip: 1}
	for r.at < len(r.src) {
		if err := r.step(); err != nil {
			return nil, err
		}
	}
	r.paragraph(false)
	r.endTable()
	return r.parts, nil
}

// step reads a group, a control or a character.
func (r *rtf) step() error {
	c := r.src[r.at]
	r.at++
	switch c {
	case '{':
		if len(r.open) > maxGroups {
			return tooDeep()
		}
		r.decode()
		r.open = append(r.open, r.state)
	case '}':
		r.decode()
		r.close()
	case '\\':
		return r.control()
	case '\r', '\n':
	default:
		r.char(c)
	}
	return nil
}

// close ends a group; a note is under its paragraph.
func (r *rtf) close() {
	if len(r.open) == 0 {
		return
	}
	was := r.state
	r.state = r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	if was.where == "note" && r.state.where != "note" {
		r.meter.Bytes(nodeCost)
		r.below = append(r.below, strings.TrimSpace(r.text.String()))
		r.text = r.main
	}
	if r.state.where == "" || r.state.where == "note" { // a paragraph keeps its looks
		r.state.style, r.state.level, r.state.inTable = was.style, was.level, was.inTable
	}
}

// control reads what is behind a backslash.
func (r *rtf) control() error {
	if r.at == len(r.src) {
		return nil
	}
	c := r.src[r.at]
	if !isLetter(c) {
		r.at++
		r.symbol(c)
		return nil
	}
	start := r.at
	for r.at < len(r.src) && isLetter(r.src[r.at]) {
		r.at++
	}
	word, start := string(r.src[start:r.at]), r.at
	if r.at < len(r.src) && r.src[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.src) && r.src[r.at] >= '0' && r.src[r.at] <= '9' && r.at-start < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.src[start:r.at]))
	if r.at < len(r.src) && r.src[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at = min(r.at+min(max(n, 0), maxBinary), len(r.src))
		return nil
	}
	if word != "u" {
		r.decode()
	}
	r.word(word, n, err == nil)
	return nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		v, err := strconv.ParseUint(string(r.src[r.at:min(r.at+2, len(r.src))]), 16, 8)
		r.at = min(r.at+2, len(r.src))
		if err == nil {
			r.char(byte(v))
		}
	case '*':
		r.state.where = "skipped"
	case '~':
		r.char(' ')
	case '_':
		r.char('-')
	case '\\', '{', '}':
		r.char(c)
	case '\r', '\n':
		r.decode()
		r.paragraph(true)
	}
}

// char takes a byte of the text.
func (r *rtf) char(c byte) {
	if r.after > 0 {
		r.after--
		return
	}
	r.bytes = append(r.bytes, c)
}
