package report

import (
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"strings"
)

// csvBlocks reads values parted by any of the usual characters. Blank rows part
// tables.
func csvBlocks(path, text string) ([]block, error) {
	rows, err := csvRows(text)
	if err != nil {
		return nil, err
	}
	parts, err := sheetParts(rows)
	if err != nil {
		return nil, err
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return flowBlocks(titled(parts, name, nil)), nil
}

func csvRows(text string) ([]sheetRow, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiter(text), -1
	var rows []sheetRow
	total := 0
	for no := 1; ; {
		start := r.InputOffset()
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, &refusal{rule: "unreadable-report", line: bad.StartLine, text: "the quotes are not closed as they were opened",
				hint: "save the table as .csv again"}
		}
		if total += len(cells); len(rows) >= maxSheetRows || total > maxCells {
			return nil, sheetTooLarge()
		}
		at, _ := r.FieldPos(0)
		if at > no {
			rows = append(rows, sheetRow{}) // blank lines were skipped
		}
		no = at + strings.Count(strings.TrimLeft(text[start:r.InputOffset()], "\r\n"), "\n")
		rows = append(rows, sheetRow{line: line{no: at, exact: true}, cells: cellsOf(cells)})
	}
}

func cellsOf(texts []string) []span {
	cells := make([]span, len(texts))
	for i, s := range texts {
		cells[i].text = s
	}
	return cells
}

// delimiters are what may part values, the more common first.
const delimiters = ",\t;|，"

// delimiter chooses the character that parts the first lines most alike: the
// one with the most lines of the same, highest number of cells.
func delimiter(text string) rune {
	head := text[:min(len(text), sample)]
	best, most := ',', 0
	for _, d := range delimiters {
		lines := map[int]int{}
		for s := range strings.Lines(head) {
			if n := countOutside(s, d); n > 0 {
				lines[n] += n
			}
		}
		for _, n := range lines {
			if n > most {
				best, most = d, n
			}
		}
	}
	return best
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
