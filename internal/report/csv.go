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
	rows, err := csvRows(path, text)
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

func csvRows(path, text string) ([]sheetRow, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiter(path, text), -1
	rows := make([]sheetRow, 0, min(strings.Count(text, "\n")+1, maxSheetRows))
	total := 0
	for no := 1; ; {
		start := r.InputOffset()
		if crowded(text[start:], r.Comma) {
			return nil, tooLarge(no)
		}
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

// maxCommas is how many commas a line may have, in its texts and between its cells.
const maxCommas = 10_000

// crowded reports whether the first line has more commas than cells and texts have.
func crowded(text string, comma rune) bool {
	if end := strings.IndexByte(text, '\n'); end >= 0 {
		text = text[:end]
	}
	return len(text) > maxCommas && strings.Count(text, string(comma)) > maxCommas
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

// delimiter chooses the character that parts the first lines most alike: one that
// parts every line into the same number of cells, else the one with the most lines
// of the same, highest number. A .tsv has tabs.
func delimiter(path, text string) rune {
	if strings.EqualFold(filepath.Ext(path), ".tsv") && strings.Contains(text, "\t") {
		return '\t'
	}
	head := text[:min(len(text), sample)]
	best, most, even := ',', 0, false
	for _, d := range delimiters {
		lines, all := map[int]int{}, 0
		for s := range strings.Lines(head) {
			if strings.TrimSpace(s) != "" {
				lines[countOutside(s, d)]++
				all++
			}
		}
		for n, count := range lines {
			alike := count == all && n > 0
			if alike && !even || alike == even && n*count > most {
				best, most, even = d, n*count, alike
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
