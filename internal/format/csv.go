package format

import (
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/meter"
)

// readCSV reads values parted by any of the usual characters. Blank rows part
// tables.
func readCSV(in input, text string) ([]Part, error) {
	comma := delimiter(in.path, text)
	records, err := in.records(text, comma)
	name := strings.TrimSuffix(filepath.Base(in.path), filepath.Ext(in.path))
	return []Part{{Kind: Sheet, Name: name, Records: records, Comma: comma}}, err
}

// records are those of a long text that are picked, or all of a text.
func (in input) records(text string, comma rune) ([]Record, error) {
	if in.choice.Rows != nil {
		if rows, ok := rowsOf(text, comma, 1, in.meter); ok {
			if picked, err := rows.picked(in.choice.Rows, in.meter); err != nil || picked != nil {
				return picked, err
			}
		}
	}
	return csvRecords(text, comma, in.meter)
}

// csvRecords are the rows of a text, one blank record for the blank lines between.
func csvRecords(text string, comma rune, m *meter.Meter) ([]Record, error) {
	m.Times(strings.Count(text, "\n")+1, rowCost)
	m.Times(strings.Count(text, string(comma))+1, cellCost)
	if !strings.Contains(text, `"`) && (comma == '\t' || !strings.Contains(text, "\t")) {
		return splitRecords(strings.ReplaceAll(text, string(comma), "\t")), nil
	}
	return readRecords(text, comma)
}

func readRecords(text string, comma rune) ([]Record, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	records := make([]Record, 0, strings.Count(text, "\n")+1)
	for no := 1; ; {
		start := r.InputOffset()
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return records, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, &Refusal{Rule: "unreadable-report", Line: bad.StartLine, Text: message.Of("the quotes are not closed as they were opened"),
				Hint: message.Of("save the table as .csv again")}
		}
		at, _ := r.FieldPos(0)
		if at > no {
			records = append(records, Record{}) // blank lines were skipped
		}
		no = at + strings.Count(strings.TrimLeft(text[start:r.InputOffset()], "\r\n"), "\n")
		records = append(records, Record{at, cells, strings.Join(cells, "\t")})
	}
}

// splitRecords reads a text without quotes whose cells are parted by tabs, as the
// reader of csv would, without a copy of each row.
func splitRecords(text string) []Record {
	records := make([]Record, 0, strings.Count(text, "\n")+1)
	cells := make([]string, 0, strings.Count(text, "\t")+cap(records))
	blank := false
	no := 0
	for s := range strings.Lines(text) {
		no++
		s = strings.TrimSuffix(strings.TrimSuffix(s, "\n"), "\r")
		if s == "" {
			blank = true
			continue
		}
		if blank {
			records = append(records, Record{})
		}
		blank = false
		first := len(cells)
		for c := range strings.SplitSeq(s, "\t") {
			cells = append(cells, c)
		}
		records = append(records, Record{no, cells[first:len(cells):len(cells)], s})
	}
	return records
}

// delimiters are what may part values, the more common first.
const delimiters = ",\t;|，"

// delimiter chooses the character that parts the first lines most alike: one that
// parts every line into the same number of cells, else the one with the most cells in
// lines beside such as have as many, for sentences have commas, too. A .tsv has tabs.
func delimiter(path, text string) rune {
	if strings.EqualFold(filepath.Ext(path), ".tsv") && strings.Contains(text, "\t") {
		return '\t'
	}
	head := text[:min(len(text), sample)]
	best, most := ',', []int{0, 0, 0}
	for _, d := range delimiters {
		if a := alike(head, d); slices.Compare(a, most) > 0 {
			best, most = d, a
		}
	}
	return best
}

// alike tells whether a character parts all lines into the same number of cells, how
// often it is in lines beside such as have it as often, and in how many lines.
func alike(text string, d rune) []int {
	even, together, lines, first, last := 1, 0, 0, -1, 0
	for s := range strings.Lines(text) {
		n := countOutside(s, d)
		if n > 0 {
			lines++
		}
		if n == last {
			together += n
		}
		last = n
		if strings.TrimSpace(s) == "" {
			continue
		}
		if first < 0 {
			first = n
		}
		if n != first || n == 0 {
			even = 0
		}
	}
	return []int{even, together, lines}
}

// countOutside counts d outside quotes.
func countOutside(s string, d rune) int {
	n, quoted := 0, false
	for _, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case r == d && !quoted:
			n++
		}
	}
	return n
}

// valuesOf is a part of records, the first of which names the columns.
func valuesOf(records []Record) ([]Part, error) {
	if len(records) < 2 {
		return nil, nil
	}
	if width := len(records[0].Cells); width > MaxColumns || len(records)*width > MaxCells {
		return nil, TableTooLarge(records[0].No)
	}
	return []Part{{Kind: Values, Records: records}}, nil
}
