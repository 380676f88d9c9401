package table

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
)

// MaxHeader is how many rows a header has at most.
const MaxHeader = 3

// headerDepth counts the header rows: as many as it takes until every column
// has a name of its own. A row with a number among them means that the first
// row is all.
func headerDepth(rows []gridRow) int {
	if yearsUnder(rows) {
		return 2
	}
	for depth := 1; depth <= min(MaxHeader, len(rows)-1); depth++ {
		if depth > 1 && (!isHeaderRow(rows[depth-1]) && !isSubHeader(rows[depth-1]) || len(rows) < 3) {
			return 1
		}
		if allNamed(rows[:depth]) && !parted(rows[depth-1], rows[depth]) && !namesAll(rows[depth:]) {
			return depth
		}
	}
	return 1
}

// namedBelow reports whether a header goes on below the rule under it, as where a
// format knows headers of one row alone: it leaves columns without names, and the
// next row, which names no row, has names for them.
func namedBelow(rows []gridRow) bool {
	return slices.Contains(rows[0].cells[1:], "") && len(rows) > 2 && isSubHeader(rows[1])
}

// parted reports whether low names the columns under names of top that are
// repeated over each of their columns: 2023届 | 2023届 over 人数 | 比例. Under
// the other names it is blank or says the same.
func parted(top, low gridRow) bool {
	repeated := false
	for i, c := range top.cells {
		under := notation.Fold(low.cells[i])
		switch {
		case !besideSame(top.cells, i):
			if under != "" && under != notation.Fold(c) {
				return false
			}
		case under == "" || under == notation.Fold(c):
			return false
		default:
			repeated = true
		}
	}
	return repeated
}

// besideSame reports whether a neighbour of the cell has the same text.
func besideSame(cells []string, i int) bool {
	c := notation.Fold(cells[i])
	return c != "" && (i > 0 && notation.Fold(cells[i-1]) == c || i+1 < len(cells) && notation.Fold(cells[i+1]) == c)
}

// namesAll reports whether the first row has a word over each value of the second, and
// none of its own name: it says again what the columns hold.
func namesAll(rows []gridRow) bool {
	if len(rows) < 2 || !isSubHeader(rows[0]) || notation.UnitRow(rows[0].cells) > 0 {
		return false
	}
	lead := blankRun(rows[0].cells)
	for i, c := range rows[0].cells[lead:] {
		if c == "" || !notation.Value(rows[1].cells[lead+i]) {
			return false
		}
	}
	return filled(rows[1].cells[:lead]) > 0
}

func isHeaderRow(r gridRow) bool {
	for _, c := range r.cells {
		if (notation.BeginsWithDigit(c) || notation.None(c)) && !notation.Period(c) {
			return false
		}
	}
	return filled(r.cells) > 0
}

func allNamed(head []gridRow) bool {
	for i := range head[0].cells {
		named := false
		for _, r := range head {
			named = named || r.cells[i] != ""
		}
		if !named {
			return false
		}
	}
	return true
}

// headerNames joins the rows of a header: a name over several columns goes to
// all of them, as long as the names above it go on.
func headerNames(head []gridRow, width int) []string {
	names := make([]string, width)
	if len(head) == 1 {
		copy(names, head[0].cells)
		return names
	}
	over := make([]string, len(head)) // the names over the column, outer first
	for i := range width {
		for k, r := range head {
			if c := r.cells[i]; c != "" && (k == 0 || notation.Fold(c) != notation.Fold(over[k-1])) {
				over[k] = c
				clear(over[k+1:])
			} else if k == len(head)-1 {
				over[k] = ""
			}
		}
		names[i] = joinPath(over)
	}
	return names
}

// levelHeader gives the names of a header their columns back when it has fewer
// than the rows have cells: blanks under a name that spans several columns were
// lost. It is certain only where the second row repeats the same names under
// each spanning one; else the columns stay without names.
func levelHeader(rows []gridRow) {
	names, data := headerSize(rows)
	if pushedLeft(rows) {
		nameUnder(rows)
		return
	}
	switch {
	case names == data || data == 0:
		return
	case names < data && len(rows) > 2 && expandSpans(rows, data):
		return
	case names > data && OnlyRemarks(rows[0].cells[data:names]):
		return
	case names == data-1 && countsRows(rows[1:]) && !notation.Numbering(rows[0].cells[0]):
		copy(rows[0].cells[1:], slices.Clone(rows[0].cells[:names]))
		rows[0].cells[0] = "序号"
		rows[0].doubt(0, message.Of("the header has no name for the numbers of the rows; the others were moved to the right"), message.Data(rows[0].cells[1]))
		return
	}
	head := rows[0].cells
	printed := Apart(head...)
	for i := range head {
		if i > 0 || !leadsWithWords(rows[1:]) {
			rows[0].doubt(i, message.Of("the header has %d names for %d columns: which name belongs to which is not certain", names, data), printed)
			head[i] = "列" + strconv.Itoa(i+1)
		}
	}
}

// countsRows reports whether the first column numbers the rows, and the second
// names them.
func countsRows(rows []gridRow) bool {
	next := 1
	for _, r := range rows {
		if r.cells[0] == "" {
			continue
		}
		if r.cells[0] != strconv.Itoa(next) || notation.Value(r.cells[1]) {
			return false
		}
		next++
	}
	return next > 2
}

// headerSize returns how many columns the header names, and how many cells the
// rows with numbers have when most agree on another number, or 0.
func headerSize(rows []gridRow) (names, data int) {
	count := map[int]int{}
	whole := 0
	for _, r := range rows[1:] {
		n := len(r.cells) - blankTail(r.cells)
		if notation.TotalRow(r.cells) || !HasNumber(r.cells) {
			continue
		}
		whole++
		count[n]++
	}
	names = rows[0].n
	for n, c := range count {
		if 2*c > whole && whole > 1 {
			data = n
		}
	}
	if count[names] > 0 && data < names {
		return names, names
	}
	return names, data
}

func HasNumber(cells []string) bool {
	return slices.ContainsFunc(cells, notation.Number)
}

func blankTail(cells []string) int {
	n := 0
	for n < len(cells) && cells[len(cells)-1-n] == "" {
		n++
	}
	return n
}

// OnlyRemarks reports whether the last names are of columns that are often left
// blank.
func OnlyRemarks(names []string) bool {
	for _, s := range names {
		if s = notation.Fold(s); s != "" && s != "备注" && s != "说明" && s != "注" {
			return false
		}
	}
	return true
}

// leadsWithWords reports whether the first column names the rows.
func leadsWithWords(rows []gridRow) bool {
	for _, r := range rows {
		if c := r.cells[0]; c != "" && !notation.BeginsWithDigit(c) {
			return true
		}
	}
	return false
}

// expandSpans puts the names of a header of two rows over their columns: s
// single ones, then spanning ones with the same names under each.
func expandSpans(rows []gridRow, width int) bool {
	top, low := &rows[0], &rows[1]
	single := width - low.n
	spans := top.n - single
	if !isHeaderRow(*low) || single < 0 || spans < 1 {
		return false
	}
	starts := groupStarts(low.cells[:low.n], spans)
	if starts == nil {
		return false
	}
	if single > 1 || single == 1 && !leadsWithWords(rows[2:]) {
		printed := Apart(top.cells[:top.n]...)
		for i := range width {
			top.doubt(i, message.Of("the names of the header were put over their columns from the left; their places are not certain"), printed)
		}
	}
	names := make([]string, len(top.cells))
	copy(names, top.cells[:single])
	for k, at := range starts {
		names[single+at] = top.cells[single+k]
	}
	copy(low.cells[single:], append([]string(nil), low.cells[:low.n]...))
	clear(low.cells[:single])
	copy(top.cells, names)
	return true
}

func cyclic(names []string, each int) bool {
	for i := each; i < len(names); i++ {
		if strings.Compare(notation.Fold(names[i]), notation.Fold(names[i-each])) != 0 {
			return false
		}
	}
	return true
}

// isSubHeader reports whether a row names columns: it holds years, which are no
// values, or words, and has a blank where the names of the rows stand.
func isSubHeader(r gridRow) bool {
	for _, c := range r.cells {
		if notation.Value(c) && !notation.YearOrPart(c) {
			return false
		}
	}
	return r.cells[0] == "" && filled(r.cells) > 1
}

// yearsUnder reports whether the second row gives each column but those of the
// names a year of its own, and the rows under it do not.
func yearsUnder(rows []gridRow) bool {
	if len(rows) < 3 || !isSubHeader(rows[1]) {
		return false
	}
	lead := blankRun(rows[1].cells)
	return !slices.ContainsFunc(rows[1].cells[lead:], func(s string) bool { return !notation.YearOrPart(s) }) &&
		!slices.ContainsFunc(rows[2].cells[lead:], notation.YearOrPart) && filled(rows[2].cells[:lead]) > 0
}
