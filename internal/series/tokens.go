package series

import (
	"strings"
	"unicode/utf8"
)

// A tokenKind is what a piece of SQL is.
type tokenKind uint8

const (
	wordToken   tokenKind = iota // a keyword or a bare name
	nameToken                    // a quoted name
	stringToken                  // 'text'
	numberToken
	signToken // one character, or ||
)

// A token is a piece of SQL with its place in bytes.
type token struct {
	kind     tokenKind
	text     string // of a name without its quotes, else as written
	from, to int
	depth    int // of brackets around it
	inner    int // of subqueries around it
}

// is reports whether a token is a keyword or a sign.
func (t token) is(word string) bool {
	return (t.kind == wordToken || t.kind == signToken) && strings.EqualFold(t.text, word)
}

func (t token) isAny(words map[string]bool) bool {
	return t.kind == wordToken && words[strings.ToLower(t.text)]
}

// tokens parts SQL as the engine does, leaving out blanks and comments.
func tokens(sql string) []token {
	var list []token
	for i := 0; i < len(sql); {
		t, size := tokenAt(sql[i:])
		if size == 0 { // a blank or a comment
			i += gap(sql[i:])
			continue
		}
		t.from, t.to = i, i+size
		list = append(list, t)
		i += size
	}
	nest(list)
	return list
}

// gap is the length of a blank or comment.
func gap(s string) int {
	end := ""
	switch {
	case strings.HasPrefix(s, "--"):
		end = "\n"
	case strings.HasPrefix(s, "/*"):
		end = "*/"
	default:
		return 1
	}
	if n := strings.Index(s[2:], end); n >= 0 {
		return n + 2 + len(end)
	}
	return len(s)
}

// tokenAt is the token that s begins with, or size 0.
func tokenAt(s string) (t token, size int) {
	c := s[0]
	switch {
	case strings.IndexByte(" \t\n\r\f", c) >= 0, strings.HasPrefix(s, "--"), strings.HasPrefix(s, "/*"):
		return token{}, 0
	case c == '\'':
		size = quoted(s, '\'')
		return token{kind: stringToken, text: s[:size]}, size
	case c == '"' || c == '`':
		size = quoted(s, c)
		inner := strings.TrimSuffix(s[1:size], string(c))
		return token{kind: nameToken, text: strings.ReplaceAll(inner, string(c)+string(c), string(c))}, size
	case c == '[':
		size = quoted(s, ']')
		return token{kind: nameToken, text: strings.TrimSuffix(s[1:size], "]")}, size
	case wordByte(c):
		for size < len(s) && (wordByte(s[size]) || asciiDigit(c) && s[size] == '.') {
			size++
		}
		kind := wordToken
		if asciiDigit(c) {
			kind = numberToken
		}
		return token{kind: kind, text: s[:size]}, size
	case strings.HasPrefix(s, "||"):
		return token{kind: signToken, text: "||"}, 2
	}
	_, size = utf8.DecodeRuneInString(s)
	return token{kind: signToken, text: s[:size]}, size
}

// quoted is the length of a text in quotes; a doubled quote does not end it.
func quoted(s string, quote byte) int {
	for i := 1; i < len(s); i++ {
		if s[i] != quote {
			continue
		}
		if quote != ']' && i+1 < len(s) && s[i+1] == quote {
			i++
			continue
		}
		return i + 1
	}
	return len(s)
}

// wordByte also takes all bytes of characters beyond ASCII, as the engine does.
func wordByte(c byte) bool {
	return c >= 0x80 || c == '_' || c == '$' || asciiDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func asciiDigit(c byte) bool { return '0' <= c && c <= '9' }

// nest fills in the depths.
func nest(list []token) {
	depth, inner := 0, 0
	var subqueries []bool
	for i := range list {
		t := &list[i]
		if t.is(")") && depth > 0 {
			depth--
			if subqueries[depth] {
				inner--
			}
			subqueries = subqueries[:depth]
		}
		t.depth, t.inner = depth, inner
		if t.is("(") {
			sub := i+1 < len(list) && (list[i+1].is("SELECT") || list[i+1].is("WITH") || list[i+1].is("VALUES"))
			subqueries = append(subqueries, sub)
			depth++
			if sub {
				inner++
			}
		}
	}
}

// set are words to look up.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
