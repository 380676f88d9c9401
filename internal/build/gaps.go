package build

import (
	"slices"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

// gaps warns of the rows and columns of a figure over several reports that do not
// are in all of them. Those that are in the same reports are one warning.
func gaps(p *Project, at spec.At[string], frame series.Frame, problems *diag.List) {
	var all []gap
	for _, s := range presences(p, frame) {
		in, out := split(p, s.reports)
		if len(out) == 0 {
			continue
		}
		i := slices.IndexFunc(all, func(g gap) bool { return slices.Equal(g.in, in) })
		if i < 0 {
			i, all = len(all), append(all, gap{in: in, out: out})
		}
		all[i].names = append(all[i].names, s.name)
	}
	for _, g := range all {
		w := problems.Errorf(at.Pos, "not-in-every-report", g.format(), message.Few(g.names, fewNames), message.Few(g.in, fewNames), message.Few(g.out, fewNames))
		w.Severity = diag.Fact
		w.Hintf("`charts tables --across` lists what appeared, vanished or perhaps has another name")
	}
}

// fewNames is how many names of one kind a warning lists.
const fewNames = 4

// A gap is the names that are in some reports and not in others.
type gap struct{ in, out, names []string }

func (g gap) format() message.Format {
	if len(g.names) == 1 {
		return "%s stands in %s only; the figure has a gap for %s"
	}
	return "%s stand in %s only; the figure has a gap for %s"
}

// A presence is a row or a column of numbers and the paths of its reports.
type presence struct {
	name    string
	reports []string
}

// presences are the rows of a frame by path, and its columns of numbers. A column
// is missed only where several rows have no value in it: one alone has a dash.
func presences(p *Project, f series.Frame) []presence {
	rows := present(f.Rows, func(r series.Row) string { return r.Label })
	all := rows
	for i, c := range f.Columns {
		column := present(f.Rows, func(r series.Row) string {
			if r.Label == "" || r.Cells[i].Kind != series.Number {
				return ""
			}
			return c.Name
		})
		for _, doc := range p.Documents {
			if len(column) > 0 && rowsOf(rows, doc) < 2 {
				column[0].reports = append(column[0].reports, doc.Path)
			}
		}
		all = append(all, column...)
	}
	return all
}

// rowsOf counts the rows that are in a report.
func rowsOf(rows []presence, doc *report.Document) (n int) {
	for _, r := range rows {
		if slices.ContainsFunc(r.reports, doc.Holds) {
			n++
		}
	}
	return n
}

// present gathers the reports of the rows of each name, in the order of the rows.
// Rows without a name count for nothing.
func present(rows []series.Row, name func(series.Row) string) (all []presence) {
	at := map[string]int{}
	for _, r := range rows {
		n := name(r)
		if n == "" || len(r.Sources) == 0 {
			continue
		}
		i, ok := at[n]
		if !ok {
			i = len(all)
			at[n], all = i, append(all, presence{name: n})
		}
		if path := r.Sources[0].Report; !slices.Contains(all[i].reports, path) {
			all[i].reports = append(all[i].reports, path)
		}
	}
	return all
}

// split names the reports that are among the paths, and the others.
func split(p *Project, paths []string) (in, out []string) {
	for _, doc := range p.Documents {
		if slices.ContainsFunc(paths, doc.Holds) {
			in = append(in, nameOf(doc))
		} else {
			out = append(out, nameOf(doc))
		}
	}
	return in, out
}
