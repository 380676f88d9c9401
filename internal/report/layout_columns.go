package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/table"
)

// readColumns reads a table as a program leaves it that takes the columns of a page
// one after the other: blank lines part them, and each is a name and its cells.
func readColumns(lines []line) (r reading) {
	last := 0 // the number of the last line
	for parts := partBlocks(lines); len(parts) > 0; {
		n := againAt(parts)
		t := stackedTable{blocks: parts[:n]}
		parts = parts[n:]
		switch {
		case !t.measure() && last == 0:
			return reading{}
		case t.rows == 0 || !t.take() || last > 0 && !sameNames(strings.Join(t.names, "\t"), r.rows[0].text):
			return kept(lines)
		case t.side() < 0:
			return reading{}
		}
		r, last = t.addTo(r), t.end()
	}
	for r.used < len(lines) && lines[r.used].no <= last {
		r.used++
	}
	return r
}

// againAt is where the first name comes back, as on a new page, or the end.
func againAt(blocks [][]line) int {
	for i := 1; i < len(blocks); i++ {
		if blocks[i][0].text == blocks[0][0].text {
			return i
		}
	}
	return len(blocks)
}

// kept are the lines as they are printed, for their columns cannot be told.
func kept(lines []line) reading {
	r := unread(lines)
	if r.used > 0 {
		r.score = stackedScore
	}
	return r
}

// stackedScore is more than that of cells that fit row by row: blank lines part the
// columns.
const stackedScore = 97

// A stackedTable is a table of which the columns stand one below the other.
type stackedTable struct {
	blocks  [][]line
	rows    int // how many cells each column has
	columns [][]line
	names   []string
}

// partBlocks parts lines at the blank ones, and leaves out those that say units.
func partBlocks(lines []line) (blocks [][]line) {
	for i, l := range lines {
		if i == 0 || l.gap {
			blocks = append(blocks, nil)
		}
		if !table.UnitLine.MatchString(l.text) {
			blocks[len(blocks)-1] = append(blocks[len(blocks)-1], l)
		}
	}
	return slices.DeleteFunc(blocks, func(b []line) bool { return len(b) == 0 })
}

// values is how many values end a block; a year before them is their name.
func values(block []line) int {
	n := 0
	for n < len(block) && notation.Value(block[len(block)-1-n].text) {
		n++
	}
	if n == len(block) && n > 1 && notation.BareYear(notation.Fold(block[0].text)) {
		n--
	}
	return n
}

func (l line) isValue() bool {
	return notation.Value(l.text) && !notation.BareYear(notation.Fold(l.text))
}

// measure finds how many cells the columns have: two at least of values agree.
func (t *stackedTable) measure() bool {
	count := map[int]int{}
	for _, b := range t.blocks[1:] {
		n := values(b)
		if count[n]++; n > 1 && t.rows == 0 {
			t.rows = n
		}
	}
	if t.rows == 0 {
		return false
	}
	for n := len(t.blocks); n > 1 && values(t.blocks[n-1]) == 0 && len(t.blocks[n-1]) != t.rows+1; n-- {
		t.blocks = t.blocks[:n-1] // the text below
	}
	first := len(t.blocks[0])
	return t.rows > 1 && (count[t.rows] > 1 || first == t.rows+1) && !notation.Value(t.blocks[0][0].text)
}

// take takes the columns; it reports whether every block is one. Names may come in
// front of the columns that they name.
func (t *stackedTable) take() bool {
	var names []string // of columns that are still to come
	for _, b := range t.blocks {
		n := values(b)
		switch {
		case n == 0 && len(b) == t.rows+1 && len(names) == 0:
			t.add(notation.Tidy(b[0].text), b[1:])
			continue
		case n == 0 && len(b) == t.rows && len(names) > 0:
			n = len(b)
		case n != 0 && n != t.rows || len(b)-n > table.MaxHeader || slices.ContainsFunc(b[:len(b)-n], line.isValue):
			return false
		}
		names = append(names, namesIn(b[:len(b)-n])...)
		if n > 0 && len(names) == 0 {
			return false
		}
		if n > 0 {
			t.add(names[0], b[len(b)-n:])
			names = names[1:]
		}
	}
	return len(names) == 0 && len(t.columns) > 1
}

func (t *stackedTable) add(name string, cells []line) {
	t.names, t.columns = append(t.names, name), append(t.columns, cells)
}

// namesIn are the names of columns over their cells: several on a line, or one that
// takes lines, the last of which may be a unit.
func namesIn(lines []line) []string {
	if len(lines) == 0 {
		return nil
	}
	if fields := strings.FieldsFunc(lines[0].text, notation.Blank); len(lines) == 1 && len(fields) > 1 && !slices.ContainsFunc(fields, func(s string) bool { return notation.CountHan(s) < 2 }) {
		return fields
	}
	name := ""
	for i, l := range lines {
		if unit := notation.BareUnit(l.text); i > 0 && notation.UnitAlone(unit) {
			name += "（" + unit + "）"
			continue
		}
		name = notation.Glue(name, notation.Tidy(l.text))
	}
	return []string{name}
}

// side tells on which side names of columns stand: 1 where each block is a column,
// -1 where it is a row, 0 where nothing tells. Units and years are of columns, and a
// sum is the last of the rows; numbers of one column have as many decimals.
func (t *stackedTable) side() int {
	var firsts []string
	for _, l := range t.columns[0] {
		firsts = append(firsts, l.text)
	}
	n := namesColumns(t.names[1:]) - namesColumns(firsts)
	if notation.TotalRow(firsts[len(firsts)-1:]) {
		n++
	}
	if notation.TotalRow(t.names[len(t.names)-1:]) {
		n--
	}
	if n == 0 {
		n = t.even(false) - t.even(true)
	}
	return min(max(n, -1), 1)
}

// namesColumns is 1 if names say units or years.
func namesColumns(names []string) int {
	if slices.ContainsFunc(names, func(s string) bool { return table.ParseColumn(s).Unit != "" || notation.YearOrPart(s) }) {
		return 1
	}
	return 0
}

// even is 1 if the numbers of each block, or at each place of the blocks, have as
// many decimals, and not all have.
func (t *stackedTable) even(places bool) int {
	seen, all := map[int]int{}, map[int]bool{}
	for k, c := range t.columns[1:] {
		for i, l := range c {
			at := k
			if places {
				at = i
			}
			if !notation.Number(l.text) {
				continue
			}
			_, after, _ := strings.Cut(strings.TrimRight(l.text, "%％"), ".")
			if n, ok := seen[at]; ok && n != len(after) {
				return 0
			}
			seen[at], all[len(after)] = len(after), true
		}
	}
	if len(all) > 1 {
		return 1
	}
	return 0
}

// end is the number of the last line.
func (t *stackedTable) end() int {
	last := t.blocks[len(t.blocks)-1]
	return last[len(last)-1].no
}

// addTo puts the columns beside one another, below the rows of the page before.
func (t *stackedTable) addTo(r reading) reading {
	if len(r.rows) == 0 {
		head := line{no: t.blocks[0][0].no, text: strings.Join(t.names, "\t"), gap: t.blocks[0][0].gap}
		if t.side() == 0 {
			head.doubt(format.WholeTable, message.Of("the cells stand one to a line, and whether column by column or row by row is not certain"), message.Of("a table with its rows as columns"))
		}
		r = reading{score: stackedScore, rows: []line{head}}
	}
	for i := range t.rows {
		row := line{no: t.columns[0][i].no}
		for k, c := range t.columns {
			if k > 0 {
				row.text += "\t"
			}
			row.text += notation.Tidy(c[i].text)
		}
		r.rows = append(r.rows, row)
	}
	return r
}
