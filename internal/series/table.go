package series

import (
	"cmp"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/report"
	"charts/internal/spec"
	"charts/internal/table"
)

// table reads the table of a report that a data block names.
func (q *question) table(doc *report.Document, d *spec.Data) (relation, bool) {
	found := sameTable(q, doc, d)
	if len(found) == 1 {
		return q.relationOf(doc, found[0]), true
	}
	var p *diag.Problem
	if len(found) == 0 {
		p = q.problems.Errorf(d.Table.Pos, "unknown-table", "no table %q in %s", d.Table.V, doc.Paths())
		p.Hint = TableMeant(doc, d.Table.V)
		if q.isFile(doc, d.Table.V) {
			p.Hintf("it is a file: data: {file: %s}", d.Table.V)
		}
		otherTitle(q, p, doc, d)
	} else {
		p = q.problems.Errorf(d.Table.Pos, "ambiguous-table", "%q means %d tables", d.Table.V, len(found))
		p.Hintf("name one of them by its id, such as %s", found[0].ID)
		for _, t := range found {
			p.See = append(p.See, diag.Note{Pos: doc.At(t.Line), Text: message.Of("%s：%s", t.ID, t.Title)})
		}
	}
	return relation{}, false
}

// isFile reports whether a name is that of a side file.
func (q *question) isFile(doc *report.Document, name string) bool {
	if !format.Readable(name) || doc != nil && doc.Holds(name) {
		return false
	}
	_, err := q.read(name)
	return err == nil
}

// tableNames are the shortest names by which the tables of a report can be asked
// for.
func tableNames(doc *report.Document) []string {
	names := make([]string, len(doc.Tables))
	for i := range doc.Tables {
		names[i] = tableName(doc, &doc.Tables[i])
	}
	return names
}

// TableMeant is a hint with the tables of the same label, or the nearest name or
// title, or all names there are. The names of inputs are looked at too.
func TableMeant(doc *report.Document, name string, inputs ...string) message.Text {
	names, titles := append(slices.Clone(inputs), tableNames(doc)...), []string{}
	var same []string
	label := name[strings.LastIndex(name, "/")+1:]
	for i := range doc.Tables {
		t := &doc.Tables[i]
		titles = append(titles, t.Title)
		if notation.Fold(t.Label) == notation.Fold(label) {
			same = append(same, tableName(doc, t))
		}
	}
	if len(same) == 0 { // Figure 6, Table_6, 附件表6
		same = sameNumber(doc, label)
	}
	near := cmp.Or(diag.Nearest(name, names), diag.Nearest(name, titles))
	switch {
	case len(same) > 0:
		return message.Of("did you mean %s?", message.List(same))
	case near != "" && !labelled.MatchString(name):
		return message.Of("did you mean %s? `charts tables` lists them all", near)
	}
	return message.Of("there is %s; `charts tables` lists them with their titles", message.Few(names, mostListed))
}

// sameNumber are the tables whose label has the number that a name ends with.
func sameNumber(doc *report.Document, name string) (names []string) {
	number := labelNumber.FindString(name)
	for i := range doc.Tables {
		if t := &doc.Tables[i]; number != "" && labelNumber.FindString(t.Label) == number {
			names = append(names, tableName(doc, t))
		}
	}
	return names
}

// labelNumber is the number at the end of a label.
var labelNumber = regexp.MustCompile(`[0-9][0-9.-]*$`)

// labelled is a label with its number: to one with another number none is near.
var labelled = regexp.MustCompile(`^\s*\pL+\s*[0-9][0-9.-]*\s*$`)

// tableName is the label of a table, or its id where the label means another.
func tableName(doc *report.Document, t *table.Table) string {
	if found := doc.Lookup(t.Label); len(found) == 1 && found[0] == t {
		return t.Label
	}
	return t.ID
}

// relationOf reads the numbers of a table, once.
func (q *question) relationOf(doc *report.Document, t *table.Table) relation {
	if r, ok := q.tables[t]; ok {
		return r
	}
	line := cmp.Or(t.HeaderLine, t.Line)
	r := relation{Frame: OfTable(doc, t), name: tableName(doc, t), at: doc.At(line), place: doc.Place(line)}
	q.tables[t] = r
	return r
}

// OfTable is a table of a report with its numbers read.
func OfTable(doc *report.Document, t *table.Table) Frame { return gridOf(doc, t).frame() }

// gridOf is a table of a report as text.
func gridOf(doc *report.Document, t *table.Table) grid {
	name := tableName(doc, t)
	g := grid{columns: make([]Column, len(t.Columns)), rows: make([]gridRow, len(t.Rows)), sources: make([]Source, len(t.Rows))}
	for i, c := range t.Columns {
		g.columns[i] = Column{Name: c.Name, Unit: cmp.Or(c.Unit, impliedUnit(c.Name))}
	}
	width := len(t.Columns)
	texts := make([]string, width*len(t.Rows))
	for i := range t.Rows {
		r, cells := &t.Rows[i], texts[i*width:(i+1)*width:(i+1)*width]
		for j, c := range r.Cells {
			cells[j] = c.Text
		}
		unit := r.Unit
		if notation.Missing(unit) {
			unit = ""
		}
		g.rows[i] = gridRow{cells, unit, r.Label, r.Total}
		at := doc.At(r.Line)
		g.sources[i] = Source{Report: at.File, Table: name, Line: at.Line, Quote: r.Quote, Place: doc.Place(r.Line)}
	}
	if unit := t.UnitColumn(); unit >= 0 {
		g.united = g.unitedBy(unit, t.Columns)
	} else {
		g.span()
	}
	return g
}

// unitedBy tells which columns the units of the rows belong to, none of which has
// one in its header: the amounts on the left of the column 单位 (数量 | 单位); else
// those that are called so on its right, where prices may follow; else all there.
func (g grid) unitedBy(unit int, header []table.Column) []bool {
	united := make([]bool, len(header))
	takes := func(string) bool { return true }
	switch right := header[unit+1:]; {
	case unit > 0 && header[unit-1].Unit == "" && g.holdsAmounts(unit-1):
		united[unit-1] = true
		takes = namesYear
	case slices.ContainsFunc(right, func(c table.Column) bool { return isAmount(c.Name) }):
		takes = isAmount
	}
	for i := unit + 1; i < len(header); i++ {
		united[i] = header[i].Unit == "" && takes(header[i].Name)
	}
	return united
}

// isAmount reports whether a column is called an amount of what its row names.
func isAmount(name string) bool {
	switch strings.ToLower(notation.Fold(name)) {
	case "数", "数量", "数值", "数额", "值", "总量", "amount", "quantity", "qty", "value":
		return true
	}
	return false
}

// holdsAmounts reports whether most cells of a column are numbers that do not name
// or number their rows.
func (g grid) holdsAmounts(col int) bool {
	if name := g.columns[col].Name; quantity.Identifies(name) || g.isYears(col) {
		return false
	}
	numbers := 0
	for _, r := range g.rows {
		if _, ok := quantity.Parse(r.cells[col]); ok {
			numbers++
		}
	}
	return 2*numbers > len(g.rows)
}

// span fills the cells that a name above them spans: those of the columns of texts
// or years before the first of texts that is full. Score cards have labels instead.
func (g grid) span() {
	var spanned []int
	for col := range g.columns {
		switch {
		case !g.isText(col) && !g.isYears(col):
		case g.hasBlank(col):
			spanned = append(spanned, col)
		case g.isText(col):
			g.fill(spanned)
			return
		}
	}
}

// fill gives the blank cells of some columns what is above them, up to the
// next total.
func (g grid) fill(columns []int) {
	for _, col := range columns {
		above := ""
		for _, r := range g.rows {
			switch {
			case r.total:
				above = ""
			case strings.TrimSpace(r.cells[col]) == "":
				r.cells[col] = above
			default:
				above = r.cells[col]
			}
		}
	}
}

func (g grid) isText(col int) bool {
	return slices.ContainsFunc(g.rows, func(r gridRow) bool {
		cell := strings.TrimRight(strings.TrimSpace(r.cells[col]), ".．、")
		return !r.total && cell != "" && !isNumber(cell)
	})
}

// isYears reports whether a column holds years and blanks alone.
func (g grid) isYears(col int) bool {
	found := false
	for _, r := range g.rows {
		if cell := strings.TrimSpace(r.cells[col]); cell != "" && !r.total {
			if _, ok := notation.Year(cell); !ok {
				return false
			}
			found = true
		}
	}
	return found
}

func (g grid) hasBlank(col int) bool {
	return slices.ContainsFunc(g.rows, func(r gridRow) bool { return !r.total && strings.TrimSpace(r.cells[col]) == "" })
}

// impliedUnit is the unit that a column's name holds: 人数 counts 人.
func impliedUnit(name string) string {
	switch {
	case strings.HasSuffix(name, "人数"):
		return "人"
	case strings.HasSuffix(name, "人次"), strings.HasSuffix(name, "人次数"):
		return "人次"
	}
	return ""
}
