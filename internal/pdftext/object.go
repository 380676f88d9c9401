package pdftext

import (
	"bytes"
	"strconv"
	"strings"

	"charts/internal/meter"
)

// A kind says what an object is.
type kind uint8

const (
	null kind = iota
	number
	text // a string
	name
	array
	dict
	ref
	word // an operator or a keyword
)

// An object is a value of a PDF file.
type object struct {
	kind   kind
	num    float64 // of a number, or the number of the object that a ref means
	str    string  // of text, a name or a word
	items  []object
	keys   map[string]object
	stream []byte // the packed bytes that belong to a dict
}

// maxNesting is how deep arrays and dicts may be in each other: what stands deeper
// is left out.
const maxNesting = 40

// A lexer reads objects one after the other.
type lexer struct {
	src   []byte
	pos   int
	depth int
	meter *meter.Meter
	made  int // bytes that are charged for objects in arrays and dicts
}

// next reads an object or a word; not ok at the end.
func (l *lexer) next() (object, bool) {
	l.skip()
	if l.pos >= len(l.src) {
		return object{}, false
	}
	switch c := l.src[l.pos]; {
	case c == '/':
		return l.name(), true
	case c == '(':
		return l.literal(), true
	case c == '<' && l.at(1) == '<':
		l.pos += 2
		return l.dict(), true
	case c == '<':
		return l.hex(), true
	case c == '[':
		l.pos++
		return object{kind: array, items: l.until("]")}, true
	case c == ']' || c == '{' || c == '}' || c == ')':
		l.pos++
		return object{kind: word, str: string(c)}, true
	case c == '>':
		if l.pos++; l.at(0) == '>' {
			l.pos++
		}
		return object{kind: word, str: ">>"}, true
	}
	return l.word(), true
}

func (l *lexer) at(ahead int) byte {
	if l.pos+ahead < len(l.src) {
		return l.src[l.pos+ahead]
	}
	return 0
}

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

// skip passes white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.src) {
		switch c := l.src[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// run takes the characters up to the next space or delimiter.
func (l *lexer) run() string {
	start := l.pos
	for l.pos < len(l.src) && !isSpace(l.src[l.pos]) && !isDelimiter(l.src[l.pos]) {
		l.pos++
	}
	return string(l.src[start:l.pos])
}

func (l *lexer) name() object {
	l.pos++
	s := l.run()
	if !strings.Contains(s, "#") {
		return object{kind: name, str: s}
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(v))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return object{kind: name, str: b.String()}
}

func (l *lexer) word() object {
	s := l.run()
	if strings.Trim(s, "0123456789.+-") == "" {
		if v, err := strconv.ParseFloat(s, 64); err == nil {
			return object{kind: number, num: v}
		}
		return object{kind: number}
	}
	if s == "null" {
		return object{}
	}
	return object{kind: word, str: s}
}

// until reads the items of an array or a dict; a ref stands for three of them.
func (l *lexer) until(end string) []object {
	l.depth++
	defer func() { l.depth-- }()
	var items []object
	for l.depth <= maxNesting {
		l.meter.Bytes(objectCost)
		l.made += objectCost
		o, ok := l.next()
		if !ok || o.kind == word && o.str == end {
			break
		}
		if n := len(items); o.kind == word && o.str == "R" && n >= 2 {
			items = append(items[:n-2], object{kind: ref, num: items[n-2].num})
			continue
		}
		items = append(items, o)
	}
	return items
}

func (l *lexer) dict() object {
	o := object{kind: dict, keys: map[string]object{}}
	items := l.until(">>")
	for i := 0; i+1 < len(items); i += 2 {
		if items[i].kind == name {
			o.keys[items[i].str] = items[i+1]
		}
	}
	return o
}

func (l *lexer) hex() object {
	l.pos++
	end := bytes.IndexByte(l.src[l.pos:], '>')
	if end < 0 {
		end = len(l.src) - l.pos
	}
	var out []byte
	high, half := byte(0), false
	for _, c := range l.src[l.pos : l.pos+end] {
		v := strings.IndexByte("0123456789abcdef", c|0x20)
		if v < 0 {
			continue
		}
		if half {
			out = append(out, high|byte(v))
		}
		high, half = byte(v)<<4, !half
	}
	if half {
		out = append(out, high)
	}
	l.pos = min(l.pos+end+1, len(l.src))
	return object{kind: text, str: string(out)}
}

// literal reads a string in brackets.
func (l *lexer) literal() object {
	l.pos++
	var out []byte
	for open := 1; l.pos < len(l.src); l.pos++ {
		c := l.src[l.pos]
		switch c {
		case '(':
			open++
		case ')':
			open--
		case '\\':
			out = l.escape(out)
			continue
		}
		if open == 0 {
			l.pos++
			return object{kind: text, str: string(out)}
		}
		out = append(out, c)
	}
	return object{kind: text, str: string(out)}
}

// escape reads what is after a backslash; the position stays on its last
// byte.
func (l *lexer) escape(out []byte) []byte {
	l.pos++
	c := l.at(0)
	switch {
	case c >= '0' && c <= '7':
		v := c - '0'
		for i := 0; i < 2 && l.at(1) >= '0' && l.at(1) <= '7'; i++ {
			l.pos++
			v = v<<3 | (l.at(0) - '0')
		}
		return append(out, v)
	case c == '\r':
		if l.at(1) == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	}
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		c = "\n\r\t\b\f"[i]
	}
	return append(out, c)
}
