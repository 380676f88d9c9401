package spec

import (
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"text/template"
)

// manual is the text around the tables of words.
//
//go:embed manual.md
var manual string

// Manual is the reference manual of the specs, as Markdown.
func Manual() string {
	t := template.Must(template.New("manual").Funcs(template.FuncMap{
		"kinds":    kindTable,
		"optional": optionalTable,
		"words":    func(name string) string { return wordTable(tables[name]) },
	}).Parse(manual))
	var b strings.Builder
	if err := t.Execute(&b, nil); err != nil {
		panic(err) // a test makes the manual
	}
	return b.String()
}

// tables are the structs that the manual shows.
var tables = map[string]reflect.Type{
	"figure":      reflect.TypeFor[Figure](),
	"data":        reflect.TypeFor[Data](),
	"columns":     reflect.TypeFor[TableCol](),
	"top":         reflect.TypeFor[Top](),
	"facet":       reflect.TypeFor[Facet](),
	"reference":   reflect.TypeFor[Reference](),
	"annotations": reflect.TypeFor[Annotation](),
	"axis":        reflect.TypeFor[Axis](),
	"dashboard":   reflect.TypeFor[Dashboard](),
	"cards":       reflect.TypeFor[Card](),
	"sections":    reflect.TypeFor[Section](),
	"values":      reflect.TypeFor[Number](),
	"places":      reflect.TypeFor[Place](),
	"tabs":        reflect.TypeFor[Tab](),
	"points":      reflect.TypeFor[Points](),
	"logo":        reflect.TypeFor[Logo](),
	"project":     reflect.TypeFor[Project](),
	"theme":       reflect.TypeFor[Theme](),
	"audit":       reflect.TypeFor[Audit](),
	"accepted":    reflect.TypeFor[Acceptance](),
	"tables":      reflect.TypeFor[Tables](),
	"hint":        reflect.TypeFor[TableHint](),
	"column":      reflect.TypeFor[ColumnHint](),
	"palette":     reflect.TypeFor[Palette](),
	"sizes":       reflect.TypeFor[Sizes](),
	"font":        reflect.TypeFor[Font](),
}

// kindTable lists the kinds with their roles.
func kindTable() string {
	rows := [][]string{{"`chart`", "", "roles", ""}}
	for _, k := range Kinds {
		rows = append(rows, []string{"`" + k.Name + "`", k.Title.String(), k.roleList(), k.Doc.String()})
	}
	return markdown(rows)
}

// optionalTable lists the words that only some kinds take.
func optionalTable() string {
	rows := [][]string{{"word", "kinds"}}
	for _, word := range optional {
		rows = append(rows, []string{"`" + word + "`", strings.Join(code(kindsWith(word)), ", ")})
	}
	return markdown(rows)
}

func (k Kind) roleList() string {
	var list []string
	for _, r := range k.Roles {
		s := "`" + r.Name + "`"
		switch {
		case r.Max == 2:
			s += " (two columns, or one with `series`)"
		case r.Min > 1:
			s += fmt.Sprintf(" (list of at least %d)", r.Min)
		case r.Max != 1:
			s += " (list)"
		}
		if r.Min == 0 {
			s += " (optional)"
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

// wordTable lists the words of a struct.
func wordTable(t reflect.Type) string {
	rows := [][]string{{"word", "takes", "default", "meaning", "example"}}
	for _, f := range fieldsOf(t) {
		def := f.def
		if f.required {
			def = "*required*"
		}
		takes := f.takes(t.Field(f.index).Type)
		if isColumn(t, f) {
			takes = strings.Replace(takes, "text", "column", 1)
		}
		rows = append(rows, []string{"`" + f.name + "`", takes, def, f.doc, "`" + f.name + ": " + f.example.chinese + "`"})
	}
	return markdown(rows)
}

// isColumn reports whether a text names a column of the data.
func isColumn(t reflect.Type, f field) bool {
	roles := t == reflect.TypeFor[Figure]() || t == reflect.TypeFor[Card]() || t == reflect.TypeFor[Number]()
	return roles && slices.Contains(roleNames, f.name) && f.name != "geojson"
}

// takes says in words what a field takes.
func (f field) takes(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[At[bool]]():
		return "true or false"
	case reflect.TypeFor[At[int]]():
		return "a whole number from " + f.min + " to " + f.max
	case reflect.TypeFor[At[float64]]():
		if f.min != "" {
			return "a number from " + f.min + " to " + f.max
		}
		return "a number"
	case reflect.TypeFor[[]At[float64]]():
		if f.min == f.max {
			return "a list of " + f.max + " numbers"
		}
		return "a number, or a list of up to " + f.max
	case reflect.TypeFor[At[string]]():
		return f.takesText()
	case reflect.TypeFor[[]At[string]]():
		if f.enum != nil {
			return "one or a list of " + f.takesText()
		}
		return f.takesText() + ", or a list"
	case reflect.TypeFor[[]Rename]():
		return "a list of names, or of mappings new name: column"
	case reflect.TypeFor[[]Record]():
		return "a list of rows, each a mapping column: value"
	case reflect.TypeFor[[]ColumnHint]():
		return "a list of names, or of [mappings](#columns-by-hand)"
	case reflect.TypeFor[[]TableHint]():
		return "a list of [mappings](#tables-by-hand)"
	case reflect.TypeFor[[]NamedInput]():
		return "a mapping name: data"
	case reflect.TypeFor[[]Number]():
		return "a mapping name: [words](#" + f.name + ")"
	case reflect.TypeFor[[]Wording]():
		return "a mapping id: sentence"
	case reflect.TypeFor[[]Exception]():
		return "a mapping rule: reason"
	case reflect.TypeFor[[]Color](), reflect.TypeFor[[]Var]():
		return "a mapping name: text"
	case reflect.TypeFor[[]Report]():
		return "a path, a list of reports, or a mapping name: report; a report is a path or a list of paths"
	}
	if t.Kind() == reflect.Slice {
		return "a list of [mappings](#" + f.name + ")"
	}
	if t == reflect.TypeFor[Palette]() {
		return "a [mapping](#light-dark-print)"
	}
	return "a [mapping](#" + f.name + ")"
}

func (f field) takesText() string {
	switch {
	case f.name == "chart":
		return "a [kind](#kinds-of-charts)"
	case f.number:
		return "a number, " + strings.Join(code(f.enum), ", ")
	case len(f.enum) > 0:
		return strings.Join(code(f.enum), ", ")
	case f.form == "color":
		return "a colour"
	}
	return "a text"
}

func code(names []string) []string {
	var list []string
	for _, n := range names {
		list = append(list, "`"+n+"`")
	}
	return list
}

// markdown writes a table, the first row as its head.
func markdown(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		for j, cell := range row {
			row[j] = strings.ReplaceAll(cell, "|", `\|`)
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", len(row)) + "\n")
		}
	}
	return strings.TrimSpace(b.String())
}
