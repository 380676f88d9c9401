package report

import (
	"strings"

	"charts/internal/notation"
)

// Lookup returns the tables that a reference of a spec means: none, one, or all
// that it fits. A reference is an id (附表/表 4), a label (表 6, which means the
// body's table before one of the appendix), or a piece of a title. Blanks and
// full or half width do not matter.
func (d *Document) Lookup(ref string) []*Table {
	want := notation.Fold(ref)
	if want == "" {
		return nil
	}
	for _, fits := range references {
		if found := d.tables(func(t *Table) bool { return fits(t, want) }); len(found) > 0 {
			return found
		}
	}
	return nil
}

// references are the ways to name a table, the most exact first.
var references = []func(t *Table, ref string) bool{
	func(t *Table, ref string) bool { return notation.Fold(t.ID) == ref },
	func(t *Table, ref string) bool { return notation.Fold(t.Label) == ref && !t.InAppendix() },
	func(t *Table, ref string) bool { return notation.Fold(t.Label) == ref },
	func(t *Table, ref string) bool { return notation.Fold(t.Title) == ref },
	func(t *Table, ref string) bool { return notation.Fold(t.Label+":"+t.Title) == ref },
	func(t *Table, ref string) bool { return strings.Contains(notation.Fold(t.Title), ref) },
	func(t *Table, ref string) bool { return strings.Contains(notation.Fold(t.ID+":"+t.Title), ref) },
	func(t *Table, ref string) bool {
		section, piece, ok := strings.Cut(ref, "/")
		return ok && piece != "" && strings.HasSuffix("/"+notation.Fold(t.Section), "/"+section) && strings.Contains(notation.Fold(t.Title), piece)
	},
}

func (d *Document) tables(keep func(*Table) bool) []*Table {
	var found []*Table
	for i := range d.Tables {
		if keep(&d.Tables[i]) {
			found = append(found, &d.Tables[i])
		}
	}
	return found
}

// InAppendix reports whether the table stands behind the body of the report.
func (t *Table) InAppendix() bool { return t.added || unnumbered[t.Section] != "" }
