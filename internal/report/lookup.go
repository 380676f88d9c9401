package report

import (
	"strings"

	"charts/internal/notation"
	"charts/internal/table"
)

// Lookup returns the tables that a reference of a spec means: none, one, or all
// that it fits. A reference is an id (附表/表 4), a label (表 6, which means the
// body's table before one of the appendix), or a piece of a title. Blanks and
// full or half width do not matter.
func (d *Document) Lookup(ref string) []*table.Table {
	want := notation.Fold(ref)
	if want == "" {
		return nil
	}
	for _, fits := range references {
		if found := d.tables(func(t *table.Table) bool { return fits(t, want) }); len(found) > 0 {
			return found
		}
	}
	return nil
}

// references are the ways to name a table, the most exact first.
var references = []func(t *table.Table, ref string) bool{
	func(t *table.Table, ref string) bool { return notation.Fold(t.ID) == ref },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Label) == ref && !t.Appendix },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Label) == ref },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Title) == ref },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Label+":"+t.Title) == ref },
	func(t *table.Table, ref string) bool { return strings.Contains(notation.Fold(t.Title), ref) },
	func(t *table.Table, ref string) bool { return strings.Contains(notation.Fold(t.ID+":"+t.Title), ref) },
	func(t *table.Table, ref string) bool {
		section, piece, ok := strings.Cut(ref, "/")
		return ok && piece != "" && strings.HasSuffix("/"+notation.Fold(t.Section), "/"+section) && strings.Contains(notation.Fold(t.Title), piece)
	},
}

func (d *Document) tables(keep func(*table.Table) bool) []*table.Table {
	var found []*table.Table
	for i := range d.Tables {
		if keep(&d.Tables[i]) {
			found = append(found, &d.Tables[i])
		}
	}
	return found
}
