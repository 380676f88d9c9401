package spec

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/regexp"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/token"
)

// syntaxProblems puts what the parser stumbled over in plain words. The usual
// slips of a Chinese keyboard and of editors are found in the lines themselves,
// all at once, because the parser stops at the first and misreads it.
func syntaxProblems(path string, src []byte, err error) diag.List {
	problems := slips(path, src)
	if len(problems) > 0 {
		return problems
	}
	pos := diag.Pos{File: path, Line: 1, Len: 1}
	var msg string
	var at yaml.Error
	if errors.As(err, &at) {
		msg = at.GetMessage()
		if t := at.GetToken(); t != nil && t.Position != nil {
			pos = lastLine(tokenPlace(path, t), msg, t)
		}
	}
	pos = within(pos, src)
	text, hint := explain(msg)
	if line, _ := diag.Line(src, pos.Line); startsWord(line, pos.Col) && misplaced(msg) {
		text, hint = "this line is indented unlike the ones above it", "begin it under the first letter of the word that it goes with"
	}
	if line, _ := diag.Line(src, pos.Line); text == noColon && tight.MatchString(line) {
		problems.Errorf(pos, "yaml", "no blank after the colon").Hintf("write %s", tight.ReplaceAllString(strings.TrimSpace(line), "$1: $2"))
		return problems
	}
	problems.Errorf(pos, "yaml", text).Hintf(hint)
	return problems
}

// misplaced reports whether the parser found a value or word where none can be.
func misplaced(msg string) bool {
	return strings.Contains(msg, "value is not allowed in this context")
}

// startsWord reports whether a line begins at col with a word and a colon.
func startsWord(line string, col int) bool {
	word := strings.TrimLeft(line, " ")
	return len(line)-len(word) == col-1 && (strings.Contains(word, ": ") || strings.HasSuffix(word, ":"))
}

// lastLine moves a place from the start of a text over several lines to its
// last, when the fault is the colon there: a: b, and c: d below it, indented.
func lastLine(pos diag.Pos, msg string, t *token.Token) diag.Pos {
	text := strings.TrimRight(t.Origin, " \r\n")
	n := strings.Count(strings.TrimLeft(text, "\r\n"), "\n")
	if n == 0 || !strings.Contains(msg, "mapping value") {
		return pos
	}
	last := text[strings.LastIndex(text, "\n")+1:]
	word := strings.TrimLeft(last, " ")
	pos.Line += n
	pos.Col, pos.Len = len(last)-len(word)+1, utf8.RuneCountInString(word)
	return pos
}

// within moves a place that the parser puts past the end of the file or of a line
// back into it.
func within(pos diag.Pos, src []byte) diag.Pos {
	pos.Line = min(pos.Line, bytes.Count(src, []byte("\n"))+1)
	line, _ := diag.Line(src, pos.Line)
	pos.Col = min(pos.Col, utf8.RuneCountInString(line)+1)
	return pos
}

// indented matches a line whose indentation has a sign that YAML refuses, and
// colon a line with a full-width colon after its word. Both want a word in small
// letters, as specs have, so that prose in a text of many lines does not match.
// Tight matches a line that lacks the blank after its colon.
var (
	indented = regexp.MustCompile(`^ *([\t\x{3000}\x{a0}])\s*(- *)?[a-z]*[ \t]*[:：#-]`)
	tight    = regexp.MustCompile(`^\s*(?:- *)?([a-z]+):(\S.*)$`)
	ended    = regexp.MustCompile(`^\s*(?:- *)?[a-z]+: .*[^;；,，\s]([;；,，])\s*$`)
	foreign  = regexp.MustCompile(`^\s*(＃|[^\x60]*: *(?:[｛［])|\x60{3})`)
	colon    = regexp.MustCompile(`^([ \t]*(?:- *)?)([a-z]+) *(：)\s*(.*)$`)
)

// inBraces is a file with a list or a mapping in brackets over several lines.
var inBraces = regexp.MustCompile(`(?m)[{\[]\s*$`)

// slips finds tabs and full-width blanks in the indentation, full-width signs, fences, and
// what ends lines in other languages.
func slips(path string, src []byte) diag.List {
	var problems diag.List
	flows := inBraces.Match(src) // whose entries end with commas
	for i, line := range strings.Split(string(src), "\n") {
		at := func(index int) diag.Pos {
			return diag.Pos{File: path, Line: i + 1, Col: utf8.RuneCountInString(line[:index]) + 1}
		}
		if m := indented.FindStringSubmatchIndex(line); m != nil {
			name := message.Format("a full-width or non-breaking blank")
			if line[m[2]] == '\t' {
				name = "a tab"
			}
			problems.Errorf(at(m[2]), "yaml", "%s in the indentation", name).Hintf("indent with plain blanks")
		}
		if m := colon.FindStringSubmatchIndex(line); m != nil {
			word, rest := line[m[4]:m[5]], strings.TrimSpace(line[m[8]:m[9]])
			problems.Errorf(at(m[6]), "yaml", "a full-width colon after %s", quote(word)).Hintf("write %s: %s", word, rest)
		}
		if m := foreign.FindStringSubmatchIndex(line); m != nil {
			_, size := utf8.DecodeLastRuneInString(line[m[2]:m[3]])
			sign := line[m[3]-size : m[3]]
			p := problems.Errorf(at(m[3]-size), "yaml", "YAML knows no %s", sign)
			switch sign {
			case "`":
				p.Hintf("delete the line: a spec needs no fence of Markdown")
			case "＃":
				p.Hintf("a comment begins with #")
			default:
				p.Hintf("write the brackets of the English keyboard: { } [ ]")
			}
		}
		if m := ended.FindStringSubmatchIndex(line); m != nil && !flows {
			problems.Errorf(at(m[2]), "yaml", "a line ends without %s", line[m[2]:m[3]]).Hintf("delete it")
		}
	}
	return problems
}

// explanations turn the parser's messages into what an author can act on.
var explanations = []struct {
	part       string
	text, hint message.Format
}{
	{"sequence end token ']' not found", "this [ is never closed", "add the ]"},
	{"could not find map value", "no value before the } or the end of the line", "a colour such as #0f766e needs quotes, because # begins a comment"},
	{"flow map content", "this { is never closed", "add the }"},
	{"invalid header option", "nothing but a comment may follow | or > on its line", "begin the text on the next line, indented"},
	{"flow mapping end token", "this { is never closed", "add the }; a colour such as #0f766e needs quotes, because # begins a comment"},
	{"',' or ']' must be specified", "a comma or ] is missing before this", "part the items of a list with commas and close it with ]"},
	{"',' or '}' must be specified", "a comma or } is missing before this", "part the entries with commas and close them with }; a text with { or : in it needs quotes"},
	{"corresponding to ']'", "this ] was never opened", "delete it, or put the text in quotes"},
	{"corresponding to '}'", "this } was never opened", "delete it, or put the text in quotes"},
	{"end character of double-quoted", "this \" is never closed", "close the quotes on the same line"},
	{"end character of single-quoted", "this ' is never closed", "close the quotes on the same line; write '' for a ' inside"},
	{"unknown escape", "unknown escape after \\ in a text with double quotes", "write \\\\ for a backslash, or use single quotes"},
	{"reserved character", "a text cannot begin with this character", "put the text in quotes"},
	{"tab character", "a tab in the indentation", "indent with plain blanks"},
	{"cannot start any token", "a tab in the indentation", "indent with plain blanks"},
	{"mapping value is not allowed", "a second colon in one line", "put a text with a colon in quotes"},
	{"block sequence entries", "a list cannot begin with - on this line", "begin it on the next line, or write [a, b]"},
	{"directive", "a text cannot begin with %%", "put the text in quotes"},
	{"expected sequence element", "a comma with nothing before it", "delete the comma"},
	{"unexpected scalar value type", "a comma with nothing before it", "delete the comma"},
	{"unexpected end content", "text after the end of the document", "delete the line ..."},
	{"unexpected key name", noColon, "write each line as word: value"},
	{"non-map value", noColon, "write each line as word: value"},
	{"value is not allowed in this context", "something follows a value that is already complete", "put the whole text in quotes, and check the indentation"},
	{"anchor", "an anchor (&) that belongs to nothing", "delete it, or put the text in quotes"},
	{"alias", "an alias (*) without a name", "put the text in quotes"},
	{"tag", "a tag (!) where none can be", "put the text in quotes"},
}

const noColon = "a line without a colon"

func explain(msg string) (text, hint message.Format) {
	for _, e := range explanations {
		if strings.Contains(msg, e.part) {
			return e.text, e.hint
		}
	}
	return "this cannot be read as YAML", "write each line as word: value, indent with blanks, and put texts with : # { } [ ] in quotes"
}
