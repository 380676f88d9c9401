package draft

import (
	"cmp"
	"context"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/report"
	"charts/internal/series"
)

// A Stated quantity is one number of a sentence with what it is about.
type Stated struct {
	quantity.Quantity
	Measure string // what it seems to measure: the words before it
	Year    string // that the sentence speaks of, as printed, or the report's
	Printed bool   // the sentence says the year
	Pattern string // reads this number and no other, or ""
	Report  string // its path
	Section string
	Title   string // of the section
	Line    int
	Place   string // where a format without lines has it
	Text    string // the sentence
	change  bool   // of the number before it

	start, end int // of the number in the sentence
}

// Quantities lists the numbers of the report's sentences whose sentence or
// measure holds a text; all of them for "".
func (src Source) Quantities(ctx context.Context, text string) (all []Stated) {
	want := notation.Fold(text)
	src = src.trying()
	for _, p := range src.Doc.Paragraphs {
		title := src.sectionTitle(p.Section)
		for s := range p.Sentences() {
			if ctx.Err() != nil {
				return all
			}
			if !strings.Contains(notation.Fold(s.Text), want) {
				continue
			}
			all = append(all, src.stated(p, s, title)...)
		}
	}
	return all
}

// trying is the source with room for what patterns give.
func (src Source) trying() Source {
	src.tried = map[string]series.Row{}
	return src
}

// stated lists the numbers of a sentence.
func (src Source) stated(p report.Paragraph, s report.Sentence, title string) (all []Stated) {
	values := quantity.Values(s.Text)
	measures, years := measures(s.Text, values), yearsOf(s.Text)
	for i, m := range values {
		line := p.LineAt(s.Offset + m.Start)
		at := src.Doc.At(line)
		measure := measures[i].name
		year := years.of(m.Start, m.End)
		all = append(all, Stated{
			Quantity: m.Quantity, Measure: measure, Year: cmp.Or(year, src.year()), Printed: year != "",
			Pattern: src.patternOf(s.Text, values, i, measure, at),
			Report:  at.File, Section: p.Section, Title: title,
			Line: at.Line, Place: src.Doc.Place(line), Text: s.Text, change: measures[i].change, start: m.Start, end: m.End,
		})
	}
	return all
}

// years are the ways in which a sentence says what time it speaks of.
var years = regexp.MustCompile(notation.YearDigits + `\s*[-—–~至到]\s*(?:19|20)?\d\d\s*(?:学年|年度|年)|截[至止]\s*` + notation.YearDigits + `\s*年[^，,。；]{0,10}|` +
	notation.YearDigits + `\s*(?:年度|学年|年|届)|(?i:\b(?:in|since|of|by|for)) ` + notation.YearDigits + `\b|` + periods)

// periods are the parts of time that English names with a word.
const periods = `(?i:\b(?:fiscal|academic|calendar|school) year |\bFY ?|\b(?:fall|spring|autumn|summer|winter)(?: of)? )` + notation.YearDigits + `(?:[-–/]\d\d(?:\d\d)?)?\b`

var englishYear = regexp.MustCompile(periods + `|(?i:\bin) ` + notation.YearDigits + `\b`)

// compared are the years that a number is only held against.
var compared = regexp.MustCompile(`(?:相?较|比|与|同)\s*` + notation.YearDigits + `\s*[年届]`)

// spokenYears are the years that a sentence names: before its numbers, and behind them.
type spokenYears struct {
	sentence       string
	before, behind [][]int
}

func yearsOf(sentence string) spokenYears {
	n := spokenYears{sentence: sentence}
	if !strings.Contains(sentence, "19") && !strings.Contains(sentence, "20") {
		return n // most name none, and so need no pattern
	}
	own := compared.ReplaceAllStringFunc(sentence, func(s string) string { return strings.Repeat("\x00", len(s)) })
	n.before, n.behind = years.FindAllStringIndex(own, -1), englishYear.FindAllStringIndex(sentence, -1)
	return n
}

// of is the last year that is named before a number or, in English, the first one
// behind it; "" when there is none.
func (n spokenYears) of(from, to int) string {
	if i := sort.Search(len(n.before), func(i int) bool { return n.before[i][0] >= from }); i > 0 {
		at := n.before[i-1]
		return strings.TrimSpace(n.sentence[at[0]:min(at[1], from)])
	}
	i := sort.Search(len(n.behind), func(i int) bool { return n.behind[i][0] >= to })
	if i < len(n.behind) && n.behind[i][1] <= to+maxBehind {
		return n.sentence[n.behind[i][0]:n.behind[i][1]]
	}
	return ""
}

// maxBehind is how many bytes behind a number may say its year.
const maxBehind = 120

// tail is the last bytes of a text, from the beginning of a character on.
func tail(s string, n int) string {
	i := max(0, len(s)-n)
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// minWords is how many letters a pattern needs around its hole.
const minWords = 4

// maxPiece is how many bytes of a sentence a pattern is made of at most; one of more
// is refused.
const maxPiece = 4000

// maxHoles is how many numbers it has at most: nobody would write more holes.
const maxHoles = 40

// patternOf is the shortest piece of the sentence, clause by clause to the left
// and then to the right, that with a hole for the i-th of its numbers reads this
// number and nothing else in the report.
func (src Source) patternOf(sentence string, values []quantity.Match, i int, name string, at diag.Pos) string {
	m := values[i]
	name = strings.ReplaceAll(name, " ", "_")
	for _, to := range ends(sentence, m.End) {
		for _, from := range beginnings(sentence, m.Start) {
			if to-from > maxPiece || len(within(values, from, to)) > maxHoles || letters(sentence[from:m.Start], sentence[m.End:to]) < minWords {
				continue
			}
			text := masked(sentence, values[:i], from, m.Start) + holeOf(name, m.Unit) +
				masked(sentence, values[i+1:], m.End, to)
			if src.reads(text, m.Quantity, at) {
				return text
			}
		}
	}
	return ""
}

// masked is a piece of a sentence with holes that are thrown away for its values.
func masked(sentence string, values []quantity.Match, from, to int) string {
	var b strings.Builder
	for _, v := range within(values, from, to) {
		b.WriteString(plain(sentence[from:v.Start]) + holeOf(drop, v.Unit))
		from = v.End
	}
	return b.String() + plain(sentence[from:to])
}

// within are the values that stand in a piece of their sentence.
func within(values []quantity.Match, from, to int) []quantity.Match {
	values = values[sort.Search(len(values), func(i int) bool { return values[i].Start >= from }):]
	return values[:sort.Search(len(values), func(i int) bool { return values[i].End > to })]
}

const drop = "_" // is the name of holes whose value is not wanted

func holeOf(name string, unit quantity.Unit) string {
	if unit.Name == "" {
		return "{" + name + "}"
	}
	return "{" + name + ":" + unit.Name + "}"
}

// plain takes away what a pattern would not read as words.
func plain(s string) string {
	return strings.Join(strings.Fields(syntax.Replace(notation.NoteInSentence.ReplaceAllString(s, ""))), " ")
}

var syntax = strings.NewReplacer("{", "", "}", "", "[", "", "]", "", "|", "")

// beginnings are the places where a pattern may begin: after each mark of
// punctuation before its hole, the nearest first, and at the sentence.
func beginnings(sentence string, at int) (froms []int) {
	for i := at; i > max(0, at-maxPiece) && len(froms) < 6; {
		r, size := utf8.DecodeLastRuneInString(sentence[:i])
		if strings.ContainsRune("，,；;：:。、（(“", r) && !number(sentence, i-size) {
			froms = append(froms, i)
		}
		i -= size
	}
	return append(froms, 0)
}

// ends are the places where a pattern may end: at its hole, after the words up
// to the next punctuation, and with the sentence.
func ends(sentence string, at int) []int {
	to := []int{at}
	if i := strings.IndexAny(sentence[at:min(len(sentence), at+maxPiece)], "，；。、,;"); i > 0 {
		to = append(to, at+i)
	}
	return append(to, len(strings.TrimRight(sentence, "。.；; ")))
}

// number reports whether the sign at a byte is inside a number: 16,000.
func number(s string, at int) bool {
	return at > 0 && at+1 < len(s) && unicode.IsDigit(rune(s[at-1])) && unicode.IsDigit(rune(s[at+1]))
}

func letters(texts ...string) (n int) {
	for _, s := range texts {
		for _, r := range s {
			if unicode.IsLetter(r) {
				n++
			}
		}
	}
	return n
}

// reads reports whether a pattern gives one number, that of a line.
func (src Source) reads(pattern string, want quantity.Quantity, at diag.Pos) bool {
	row, ok := src.tried[pattern] // like sentences have the same pattern
	if !ok {
		row, _ = src.Store.Once(src.Name, pattern)
		src.tried[pattern] = row
	}
	if len(row.Cells) != 1 {
		return false
	}
	v := row.Cells[0]
	return v.Kind == series.Number && v.Num == want.Float() && v.Unit == want.Unit.Name && row.Sources[0].Report == at.File && row.Sources[0].Line == at.Line
}
