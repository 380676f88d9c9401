package spec

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/regexp"
)

// check compares a figure with its kind. A figure that extends another is
// checked as far as it goes, and again when it is whole.
func (f *Figure) check() diag.List {
	if !f.Chart.Set() {
		return nil // of the figure that it extends, or reported by the decoder
	}
	problems := f.checkSize()
	kind, ok := FindKind(f.Chart.V)
	if !ok {
		return problems // reported by the decoder
	}
	problems = append(problems, f.checkRoles(kind)...)
	if !f.Extends.Set() {
		problems = append(problems, f.checkPair(kind)...)
	}
	return append(problems, f.checkOptions(kind)...)
}

// checkRoles compares the roles of the figure with those of its kind.
func (f *Figure) checkRoles(kind Kind) diag.List {
	var problems diag.List
	var meant []string // roles whose columns stand under the words of other kinds
	for _, name := range roleNames {
		if cols := f.Role(name); len(cols) > 0 {
			if _, ok := kind.role(name); !ok {
				p := errorAt(&problems, cols[0], "role", "a %s has no %s", kind.Name, name)
				p.Hintf("it takes %s", kind.takes())
				if ours := kind.instead(f, name); ours != "" {
					p.Hintf("write %s: %s", ours, cols[0].V)
					meant = append(meant, ours)
				}
			}
		}
	}
	var missing []string
	for _, r := range kind.Roles {
		n := len(f.Role(r.Name))
		switch {
		case slices.Contains(meant, r.Name):
		case n == 0 && r.Min > 0 && !(r.Sentence && f.alone()):
			missing = append(missing, r.Name)
		case r.Max > 0 && n > r.Max && !(r.Name == "value" && kind.sentence() && (f.Extends.Set() || f.alone())):
			errorAt(&problems, f.Role(r.Name)[r.Max], "role", "a %s takes %s for %s, found %d", kind.Name, columns(r.Max), r.Name, n).Hintf("delete the rest")
		case n > 0 && n < r.Min:
			p := errorAt(&problems, f.Role(r.Name)[0], "role", "a %s takes at least %s for %s, found %d", kind.Name, columns(r.Min), r.Name, n)
			p.Hintf("write %s: [column, column]", r.Name)
		}
	}
	if len(missing) > 0 && !f.Extends.Set() {
		p := errorAt(&problems, f.Chart, "role", "a %s needs %s", kind.Name, message.Enumerated(missing))
		p.Hintf("it takes %s", kind.takes())
		if f, ok := find(fieldsOf(reflect.TypeFor[Figure]()), missing[0]); ok && len(missing) == 1 && f.name == "geojson" {
			p.Hintf("add a line such as %s; it takes %s", f.example.text(f.name), kind.takes())
		}
	}
	return problems
}

// axes are the words of kinds with two axes, and what stands there on a kind of
// categories.
var axes = map[string]string{"x": "category", "y": "value"}

// instead is the role that the figure lacks and that another kind has under this name,
// or "".
func (k Kind) instead(f *Figure, name string) string {
	for x, ours := range axes {
		if name == ours {
			x, ours = ours, x
		}
		if _, takes := k.role(ours); name == x && takes && len(f.Role(ours)) == 0 {
			return ours
		}
	}
	return ""
}

// alone reports whether a sentence may stand without categories: each value is
// its own.
func (f *Figure) alone() bool { return f.Data.Text.Set() && !f.Category.Set() }

// checkPair wants two values of each category, or one with a series; and no
// series where the values are a list.
func (f *Figure) checkPair(kind Kind) diag.List {
	var problems diag.List
	_, takes := kind.role("series")
	switch {
	case f.Series.Set() && takes && len(f.Value) > 1:
		errorAt(&problems, f.Series, "role", "a list of values makes the series, so there is no column for them").
			Hintf("keep one value, or delete series")
	case kind.Pair() && len(f.Value) == 1 && !f.Series.Set():
		errorAt(&problems, f.Value[0], "role", "a %s compares two values, found one", kind.Name).
			Hintf("write value: [before, after], or part one value with series")
	}
	return problems
}

func (f *Figure) checkOptions(kind Kind) diag.List {
	var problems diag.List
	v := reflect.ValueOf(f).Elem()
	for _, word := range fieldsOf(v.Type()) {
		if !slices.Contains(optional, word.name) || slices.Contains(kind.Options, word.name) || !written(v.Field(word.index)) {
			continue
		}
		p := errorAt(&problems, firstOf(v.Field(word.index)), "role", "a %s has no %s", kind.Name, word.name)
		p.Hintf("%s is for %s", word.name, message.List(kindsWith(word.name)))
	}
	return append(problems, f.checkRows(kind)...)
}

// checkSize wants the size of the picture to be one.
func (f *Figure) checkSize() diag.List {
	var problems diag.List
	if size := f.PictureSize(); size.Set() && !sizeForm.MatchString(size.V) {
		p := errorAt(&problems, size, "form", "size cannot be %s", quote(size.V))
		p.Hintf("write %s", forms["size"].want)
		if meant := inMillimetres(size.V); meant != "" {
			p.Hintf("write %s", meant)
		}
	}
	return problems
}

// inMillimetres is a size that is written in other units or with other signs, or "".
func inMillimetres(size string) string {
	scale, unit := 1.0, "mm"
	switch lower := strings.ToLower(size); {
	case strings.Contains(lower, "mm"), strings.Contains(size, "毫米"):
	case strings.Contains(lower, "cm"), strings.Contains(size, "厘米"):
		scale = 10
	case strings.Contains(lower, "in"), strings.Contains(size, "英寸"):
		scale = 25.4
	case strings.Contains(lower, "px"), strings.Contains(size, "像素"):
		unit = ""
	case letters.MatchString(strings.Replace(lower, "x", "", 1)): // A4
		return ""
	}
	var parts []string
	for _, n := range amounts.FindAllString(size, -1) {
		x, _ := strconv.ParseFloat(n, 64)
		parts = append(parts, strconv.FormatFloat(math.Round(x*scale*10)/10, 'f', -1, 64))
	}
	if text := strings.Join(parts, "x") + unit; sizeForm.MatchString(text) {
		return text
	}
	return ""
}

var (
	amounts = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)
	letters = regexp.MustCompile(`\pL`)
)

// checkRows reports words about the rows of which the kind would make nothing, or
// nonsense.
func (f *Figure) checkRows(kind Kind) diag.List {
	var problems diag.List
	if f.Sort.Set() && !f.Top.N.Set() && !f.Extends.Set() && slices.Contains(ownOrder, kind.Name) {
		errorAt(&problems, f.Sort, "role", "the order of the rows changes nothing in a %s", kind.Name).
			Hintf("leave sort out, or add top: {n: 10} to keep the first")
	}
	if f.Top.Other.V != "" && !kind.folds() {
		errorAt(&problems, f.Top.Other, "role", "a %s cannot fold rows into one: their values make no sum", kind.Name).
			Hintf("write top: 10 to leave the rest out")
	}
	return problems
}

// firstOf is the place of the first value in a word that is written.
func firstOf(v reflect.Value) At[string] {
	if v.Kind() == reflect.Slice {
		return firstOf(v.Index(0))
	}
	if pos := v.FieldByName("Pos"); pos.IsValid() {
		return At[string]{Pos: pos.Interface().(diag.Pos)}
	}
	i := slices.IndexFunc(reflect.VisibleFields(v.Type()), func(f reflect.StructField) bool { return written(v.FieldByIndex(f.Index)) })
	return firstOf(v.Field(i))
}

func kindsWith(option string) []string {
	var names []string
	for _, k := range Kinds {
		if slices.Contains(k.Options, option) {
			names = append(names, k.Name)
		}
	}
	return names
}

// takes lists the roles of a kind for a hint.
func (k Kind) takes() message.Listed {
	var list []message.Text
	for _, r := range k.Roles {
		text := message.Data(r.Name)
		if r.Max != 1 {
			text = message.Of("%s (one or a list)", text)
		}
		if r.Min == 0 {
			text = message.Of("%s (optional)", text)
		}
		list = append(list, text)
	}
	return message.List(list)
}

func columns(n int) message.Text {
	if n == 1 {
		return message.Of("one column")
	}
	return message.Of("%d columns", n)
}

func (r *Reference) check() diag.List {
	var problems diag.List
	band := r.From.Set() || r.To.Set()
	switch {
	case r.Value.Set() && band:
		errorAt(&problems, r.Value, "reference", "a reference is a line at value or a band from … to, not both").
			Hintf("keep one of them")
	case !r.Value.Set() && !(r.From.Set() && r.To.Set()):
		problems.Errorf(r.Pos, "reference", "a reference needs value, or from and to").
			Hintf("write value: 95 for a line, or from: 90 and to: 95 for a band")
	}
	return problems
}

// sources are the words of data of which there is exactly one, with the words
// that may be beside each.
var sources = []struct {
	name   string
	beside []string
}{
	{"table", []string{"columns", "where", "across", "history", "by", "report"}},
	{"text", []string{"where", "across", "history", "by", "report"}},
	{"file", []string{"columns", "where", "sheet"}},
	{"query", []string{"database", "columns", "where"}},
	{"values", []string{"columns", "where", "source"}},
	{"sql", []string{"inputs", "report"}},
}

// A part is a word of data that the author wrote.
type part struct {
	name string
	pos  diag.Pos
}

// parts lists what the author wrote.
func (d *Data) parts() []part {
	var list []part
	v := reflect.ValueOf(d).Elem()
	for _, f := range fieldsOf(v.Type()) {
		if word := v.Field(f.index); written(word) {
			list = append(list, part{f.name, firstOf(word).Pos})
		}
	}
	return list
}

// noSource is the rule of values that name none. They are values all the same.
const noSource = "no-source"

// check wants exactly one source, and beside it only what belongs to it. Data
// that is not complete may name none.
func (d *Data) check(partial bool) diag.List {
	var problems diag.List
	parts := d.parts()
	found := -1 // into sources
	for _, p := range parts {
		i := sourceIndex(p.name)
		if i < 0 {
			continue
		}
		if found >= 0 {
			problems.Errorf(p.pos, "data", "data has both %s and %s", sources[found].name, p.name).Hintf("keep one of them")
			continue
		}
		found = i
	}
	switch {
	case found >= 0:
		problems = append(problems, besides(parts, found)...)
		if sources[found].name == "values" && !d.Source.Set() {
			problems.Errorf(d.Pos, noSource, "values without a source").
				Hintf("add source: with the place that the numbers come from")
		}
		if sources[found].name == "query" && !d.Database.Set() {
			errorAt(&problems, d.Query, "data", "a query without a database").
				Hintf("add database: with the name of an environment variable or the path of an SQLite file; sql reads the reports and inputs")
		}
		if d.By.Set() && !d.History.Set() && !partial {
			errorAt(&problems, d.By, "data", "by has no history").
				Hintf("add history: data/years.csv, the rows of earlier years")
		}
	case !partial && d.Database.Set():
		errorAt(&problems, d.Database, "data", "a database without a query").
			Hintf("add query: SELECT …")
	case !partial:
		problems.Errorf(d.Pos, "data", "data names no source").
			Hintf("give one of table, text, file, query, values, sql")
	}
	return problems
}

func sourceIndex(name string) int {
	for i, s := range sources {
		if s.name == name {
			return i
		}
	}
	return -1
}

// besides reports the words that do not go with the source.
func besides(parts []part, source int) diag.List {
	var problems diag.List
	s := sources[source]
	for _, p := range parts {
		if sourceIndex(p.name) < 0 && !slices.Contains(s.beside, p.name) {
			e := problems.Errorf(p.pos, "data", "%s does not go with %s", p.name, s.name)
			e.Hintf("beside %s stand %s", s.name, message.List(s.beside))
			if p.name == "database" && s.name == "sql" {
				e.Hintf("the SQL of a database is its query: {database: …, query: SELECT …}")
			}
		}
	}
	return problems
}

// check wants an input to be plain data: SQL is written once, outside.
func (in *NamedInput) check() diag.List {
	var problems diag.List
	if in.Data.SQL.Set() || len(in.Data.Inputs) > 0 {
		errorAt(&problems, in.Name, "data", "the input %s is SQL itself", quote(in.Name.V)).
			Hintf("an input is a table, a text, a file, a query or values")
	}
	return problems
}

// errorAt adds a problem at a value.
func errorAt[T any](l *diag.List, a At[T], rule string, format message.Format, args ...any) *diag.Problem {
	return l.Errorf(a.Pos, rule, format, args...)
}

// oddNames tells of a name that only one row has, where that row lacks one that all others
// have: it may be the same, misspelt.
func (d *Data) oddNames() diag.List {
	var problems diag.List
	if len(d.Values) < 2 {
		return nil
	}
	rows := map[string]int{}
	for _, r := range d.Values {
		for _, f := range r.Fields {
			rows[f.Name]++
		}
	}
	for _, r := range d.Values {
		lacks := ""
		for name, n := range rows {
			if n == len(d.Values)-1 && !r.has(name) && (lacks == "" || name < lacks) {
				lacks = name
			}
		}
		for _, f := range r.Fields {
			if lacks != "" && rows[f.Name] == 1 {
				problems.Warnf(f.Value.Pos, "odd-name", "%s is in this row alone, which has no %s", quote(f.Name), lacks).Hintf("did you mean %q?", lacks)
			}
		}
	}
	return problems
}

func (r Record) has(name string) bool {
	return slices.ContainsFunc(r.Fields, func(f Field) bool { return f.Name == name })
}
