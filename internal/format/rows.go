package format

import (
	"strings"

	"charts/internal/meter"
)

// Long is how many rows a file has at most that is always read whole.
const Long = 20_000

// Rows are those of a long file of values under their names: a text, of which only
// the rows that are asked for become records.
type Rows struct {
	text  string
	comma string
	ends  []int // of the lines, of which the first has the names
	no    int   // the number of that line
}

// A Picker chooses, of the rows of a long file, those that are read: their places from
// 0 on, in their order; nil means all.
type Picker func(rows Rows) ([]int, error)

// rowsOf are the rows of a text of more than [Long], where every line is a row and the
// comma only parts cells.
func rowsOf(text string, comma rune, no int, m *meter.Meter) (r Rows, ok bool) {
	text = strings.TrimRight(text, "\r\n")
	n := strings.Count(text, "\n") + 1
	if n-1 <= Long || strings.Contains(text, `"`) || comma != '\t' && strings.Contains(text, "\t") {
		return r, false
	}
	m.Times(n, sizeOfEnd)
	r = Rows{text, string(comma), make([]int, 0, n), no}
	for from := 0; from <= len(text); {
		end := strings.IndexByte(text[from:], '\n')
		if end < 0 {
			end = len(text) - from
		}
		if strings.TrimSuffix(text[from:from+end], "\r") == "" {
			return r, false // blank lines part tables
		}
		r.ends = append(r.ends, from+end)
		from += end + 1
	}
	return r, true
}

const sizeOfEnd = 8

// Len is how many rows there are under the names.
func (r Rows) Len() int { return len(r.ends) - 1 }

// Head is the text of the first lines, with tabs between the cells.
func (r Rows) Head(lines int) string {
	return strings.ReplaceAll(r.text[:r.ends[min(lines, len(r.ends))-1]], r.comma, "\t")
}

// Cells adds the cells of a row to those of a caller.
func (r Rows) Cells(cells []string, row int) []string {
	for cell := range strings.SplitSeq(r.line(row+1), r.comma) {
		cells = append(cells, cell)
	}
	return cells
}

func (r Rows) line(i int) string {
	from := 0
	if i > 0 {
		from = r.ends[i-1] + 1
	}
	return strings.TrimSuffix(r.text[from:r.ends[i]], "\r")
}

// picked are the records that a picker chooses, under that of the names; nil means all.
func (r Rows) picked(pick Picker, m *meter.Meter) ([]Record, error) {
	at, err := pick(r)
	if at == nil {
		return nil, err
	}
	m.Times(len(at), rowCost+cellCost*(strings.Count(r.line(0), r.comma)+1))
	records := append(make([]Record, 0, len(at)+1), r.record(0))
	for _, row := range at {
		records = append(records, r.record(row+1))
	}
	return records, nil
}

// No is the number of the line of a row.
func (r Rows) No(row int) int { return r.no + 1 + row }

func (r Rows) record(line int) Record {
	text := strings.ReplaceAll(r.line(line), r.comma, "\t")
	return Record{r.no + line, strings.Split(text, "\t"), text}
}
