package spec

import (
	"slices"
	"strings"
	"unicode"

	"charts/internal/diag"
)

// outlined are the words that an outline has, which say what a figure tells apart by
// colour; where one of others stands, more than these may say it.
var (
	outlined = []string{"chart", "category", "value", "series", "y"}
	others   = []string{"extends", "legend"}
)

// Outline reads of a figure its chart, category, value, series and y, at a tenth of
// the cost of [ParseFigure]: false where the file is not plain enough to tell without
// YAML. Whether the rest of the file is sound it does not say.
func Outline(path string, src []byte) (*Figure, bool) {
	f := &Figure{ID: idOf(path), Path: path}
	if len(src) > maxBytes {
		return nil, false
	}
	var words []string
	row := 0
	for line := range strings.SplitSeq(string(src), "\n") {
		row++
		switch {
		case strings.Trim(line, " ") == "" || line[0] == '#':
		case line[0] == ' ':
			if len(words) == 0 || slices.Contains(outlined, words[len(words)-1]) || !closed(line) {
				return nil, false
			}
		default:
			word, value, ok := plainEntry(line)
			if !ok || slices.Contains(words, word) || !f.outline(word, value, diag.Pos{File: path, Line: row, Col: 1}) {
				return nil, false
			}
			words = append(words, word)
		}
	}
	_, known := FindKind(f.Chart.V)
	return f, known
}

// outline takes in what one word of the file says.
func (f *Figure) outline(word, value string, pos diag.Pos) bool {
	if !slices.Contains(outlined, word) {
		return !slices.Contains(others, word)
	}
	list := []string{value}
	if inner, ok := strings.CutPrefix(value, "["); ok && word == "value" {
		if inner, ok = strings.CutSuffix(inner, "]"); !ok {
			return false
		}
		list = strings.Split(inner, ",")
	}
	var all []At[string]
	for _, text := range list {
		if text = strings.Trim(text, " "); !plainName(text) {
			return false
		}
		all = append(all, At[string]{V: text, Pos: pos})
	}
	switch word {
	case "chart":
		f.Chart = all[0]
	case "category":
		f.Category = all[0]
	case "value":
		f.Value = all
	case "series":
		f.Series = all[0]
	case "y":
		f.Y = all[0]
	}
	return true
}

// plainEntry parts a line of a word and its value that ends with the line, or goes on
// in lines further to the right.
func plainEntry(line string) (word, value string, ok bool) {
	word, value, _ = strings.Cut(line, ":")
	ok = word != "" && !strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' })
	return word, strings.Trim(value, " "), ok && (value == "" || value[0] == ' ') && closed(value) &&
		!strings.ContainsFunc(line, unicode.IsControl)
}

// closed reports whether a line leaves no quote and no bracket open.
func closed(line string) bool {
	depth, begins := 0, true // a quote or a bracket that begins a value is none of its text
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
		case begins && strings.IndexByte("&*!?", c) >= 0:
			return false
		case begins && (c == '"' || c == '\''):
			inner, _, found := strings.Cut(line[i+1:], string(c))
			if !found || strings.Contains(inner, `\`) {
				return false
			}
			i += 1 + len(inner)
		case begins && (c == '[' || c == '{'):
			depth++
		case c == '#' && i > 0 && line[i-1] == ' ':
			return depth == 0
		case depth > 0 && (c == ']' || c == '}'):
			depth--
		default:
			begins = c == ':' || begins && c == '-' || depth > 0 && c == ','
		}
	}
	return depth == 0
}

// plainName reports whether a text is one to YAML, as it stands: letters, and digits
// and some signs after the first.
func plainName(text string) bool {
	for i, r := range text {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !strings.ContainsRune(" _%()（）./", r)) {
			return false
		}
	}
	return text != "" && !slices.Contains([]string{"true", "false", "null"}, strings.ToLower(text))
}
