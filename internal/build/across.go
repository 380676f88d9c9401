package build

import (
	"cmp"
	"slices"
	"strconv"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/report"
	"charts/internal/table"
)

// A Gap is a table, a column or a row that is not in every report.
type Gap struct {
	Kind    string  `json:"kind"`    // table, column or row
	Table   string  `json:"table"`   // its title
	Name    string  `json:"name"`    // of the column, or the path of the row; "" of a table
	Change  string  `json:"change"`  // appeared, vanished, or gap for one that comes and goes
	Perhaps string  `json:"perhaps"` // the name that it may have in the other reports, or ""
	Reports []Place `json:"reports"` // of all reports, the earliest first
}

// A Place says where something is in one report.
type Place struct {
	Name   string `json:"name"`
	Report string `json:"report"`
	Table  string `json:"table"` // the table's id there, or ""
	Line   int    `json:"line"`  // 0: it is not there
	In     string `json:"-"`     // where the line is in a file that counts none: page 12
}

// Across lists what is not in every report: tables by their titles, their
// columns by name, rows of score cards by path; all rows of the table of that
// name, if one is given.
func (p *Project) Across(name string) ([]Gap, diag.List) {
	named, problems := p.Tables(name)
	if problems.HasErrors() {
		return nil, problems
	}
	if len(p.Documents) < 2 {
		problems.Errorf(diag.Pos{}, "one-report", "there is one report only").
			Hintf("give several with --report NAME=PATH, or with reports: in specs/charts.yaml")
		return nil, problems
	}
	c := comparison{docs: chronological(p.Documents), rows: name != "", at: map[key]int{}}
	for i, doc := range c.docs {
		c.add(i, doc)
	}
	changed := slices.DeleteFunc(c.changed(), func(s Gap) bool {
		return name != "" && !slices.ContainsFunc(named, func(t Table) bool { return tableKey(t.Table) == notation.Timeless(s.Table) })
	})
	return changed, problems
}

// chronological orders reports by the years that they are named after, if all are.
func chronological(docs []*report.Document) []*report.Document {
	docs = slices.Clone(docs)
	if !slices.ContainsFunc(docs, func(d *report.Document) bool { return notation.Timeless(d.Name) != "" || d.Name == "" }) {
		slices.SortStableFunc(docs, func(a, b *report.Document) int { return cmp.Compare(a.Name, b.Name) })
	}
	return docs
}

// A key is what makes two things of different reports the same one.
type key struct {
	kind, table, name string
	nth               int // among those of one report
}

// A comparison is all that is in some reports.
type comparison struct {
	docs []*report.Document
	rows bool // those of every table, not of score cards alone
	all  []Gap
	keys []key
	at   map[key]int // in all
}

// add notes what is in report i.
func (c *comparison) add(i int, doc *report.Document) {
	seen := map[key]int{}
	for _, t := range doc.Tables {
		title := cmp.Or(t.Title, t.Label)
		note := func(kind, name string, line int) {
			k := key{kind: kind, table: tableKey(t), name: notation.Timeless(name)}
			seen[k]++
			k.nth = seen[k]
			at := doc.At(line)
			c.stand(k, Gap{Kind: kind, Table: title, Name: name}).Reports[i] = Place{nameOf(doc), at.File, t.ID, at.Line, doc.Place(line)}
		}
		note("table", "", t.Line)
		for _, col := range t.Columns {
			if notation.Timeless(col.Name) != "" { // 2023 年 is another every year
				note("column", col.Name, cmp.Or(t.HeaderLine, t.Line))
			}
		}
		card := slices.ContainsFunc(t.Rows, func(r table.Row) bool { return r.Unit != "" || notation.Stem(r.Label) != r.Label })
		for _, r := range t.Rows {
			if r.Label != "" && (card || c.rows) {
				note("row", notation.Stem(r.Label), r.Line)
			}
		}
	}
}

// stand is the entry of a key, new if this is the first report that has it.
func (c *comparison) stand(k key, s Gap) *Gap {
	n, ok := c.at[k]
	if !ok {
		n = len(c.all)
		for _, doc := range c.docs {
			s.Reports = append(s.Reports, Place{Name: nameOf(doc), Report: doc.Path})
		}
		c.at[k], c.all, c.keys = n, append(c.all, s), append(c.keys, k)
	}
	return &c.all[n]
}

// changed are the entries that miss in some report. What belongs to a table counts
// only where the table stands.
func (c *comparison) changed() []Gap {
	changed := []Gap{}
	several := slices.ContainsFunc(c.docs, func(d *report.Document) bool { return d.Institution != c.docs[0].Institution })
	for n, s := range c.all {
		k := c.keys[n]
		table := c.all[c.at[key{kind: "table", table: k.table, nth: 1}]]
		if s.Change = change(s, table); s.Change != "" && several {
			s.Change = "gap" // there is no order in which it could come or go
		}
		if s.Change != "" {
			changed = append(changed, s)
		}
	}
	for i := range changed {
		changed[i].Perhaps = perhaps(changed[i], changed)
	}
	return changed
}

// change says how an entry comes and goes over the reports that have its table.
func change(s, table Gap) string {
	var stands []bool
	for i, p := range s.Reports {
		if s.Kind == "table" || table.Reports[i].Line > 0 {
			stands = append(stands, p.Line > 0)
		}
	}
	turns := 0
	for i := 1; i < len(stands); i++ {
		if stands[i] != stands[i-1] {
			turns++
		}
	}
	switch {
	case turns == 0:
		return ""
	case turns > 1:
		return "gap"
	case stands[0]:
		return "vanished"
	}
	return "appeared"
}

// perhaps is the nearest name of an entry of the same table that is in none
// of the same reports.
func perhaps(s Gap, all []Gap) string {
	var names []string
	for _, o := range all {
		inTable := s.Kind == "table" || notation.Timeless(o.Table) == notation.Timeless(s.Table)
		if o.Kind == s.Kind && inTable && !together(s, o) {
			names = append(names, o.called())
		}
	}
	return diag.Nearest(s.called(), names)
}

// called is the name of an entry among others of its kind.
func (s Gap) called() string { return cmp.Or(s.Name, s.Table) }

func together(a, b Gap) bool {
	for i := range a.Reports {
		if a.Reports[i].Line > 0 && b.Reports[i].Line > 0 {
			return true
		}
	}
	return false
}

func tableKey(t table.Table) string { return notation.Timeless(cmp.Or(t.Title, t.Label)) }

// nameOf is what a message calls a report.
func nameOf(doc *report.Document) string { return cmp.Or(doc.Name, doc.Path) }

// Where is the line or the place of a file that counts none, or a dot where nothing
// stands.
func (p Place) Where() message.Text {
	switch {
	case p.Line == 0:
		return message.Data("·")
	case p.In != "":
		return message.Place(p.In)
	}
	return message.Data(strconv.Itoa(p.Line))
}
