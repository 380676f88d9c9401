package report

import (
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"charts/internal/message"
)

// csvBlocks reads values parted by any of the usual characters. Blank rows part
// tables.
func csvBlocks(path, text string) ([]block, error) {
	comma := delimiter(path, text)
	records, err := csvRecords(text, comma)
	if err != nil {
		return nil, err
	}
	unsure := pointed(records, comma)
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if _, _, caption := parseCaption(name); !caption && unsure.Empty() && !strings.Contains(name, "单位") {
		if p, ok := plainPart(records); ok {
			return flowBlocks(titled([]part{p}, name, nil)), nil
		}
	}
	rows := sheetRows(records)
	if !unsure.Empty() {
		rows[0].doubt(wholeTable, unsure, message.Text{})
	}
	parts, err := sheetParts(rows)
	if err != nil {
		return nil, err
	}
	return flowBlocks(titled(parts, name, nil)), nil
}

// csvRecords are the rows of a text, one blank record for the blank lines between.
func csvRecords(text string, comma rune) ([]record, error) {
	if !strings.Contains(text, `"`) && (comma == '\t' || !strings.Contains(text, "\t")) {
		return splitRecords(strings.ReplaceAll(text, string(comma), "\t"))
	}
	return readRecords(text, comma)
}

func readRecords(text string, comma rune) ([]record, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	records := make([]record, 0, min(strings.Count(text, "\n")+1, maxSheetRows))
	total := 0
	for no := 1; ; {
		start := r.InputOffset()
		if crowded(text[start:], r.Comma) {
			return nil, tooLarge(no)
		}
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return records, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, &refusal{rule: "unreadable-report", line: bad.StartLine, text: message.Of("the quotes are not closed as they were opened"),
				hint: message.Of("save the table as .csv again")}
		}
		if total += len(cells); len(records) >= maxSheetRows || total > maxCells {
			return nil, sheetTooLarge()
		}
		at, _ := r.FieldPos(0)
		if at > no {
			records = append(records, record{}) // blank lines were skipped
		}
		no = at + strings.Count(strings.TrimLeft(text[start:r.InputOffset()], "\r\n"), "\n")
		records = append(records, record{at, cells, strings.Join(cells, "\t")})
	}
}

// splitRecords reads a text without quotes whose cells are parted by tabs, as the
// reader of csv would, without a copy of each row.
func splitRecords(text string) ([]record, error) {
	records := make([]record, 0, min(strings.Count(text, "\n")+1, maxSheetRows))
	cells := make([]string, 0, min(strings.Count(text, "\t")+cap(records), maxCells))
	blank := false
	no := 0
	for s := range strings.Lines(text) {
		no++
		s = strings.TrimSuffix(strings.TrimSuffix(s, "\n"), "\r")
		if s == "" {
			blank = true
			continue
		}
		n := strings.Count(s, "\t") + 1
		switch {
		case n > maxCommas+1:
			return nil, tooLarge(no)
		case len(records) >= maxSheetRows || len(cells)+n > maxCells:
			return nil, sheetTooLarge()
		case blank:
			records = append(records, record{})
		}
		blank = false
		first := len(cells)
		for c := range strings.SplitSeq(s, "\t") {
			cells = append(cells, c)
		}
		records = append(records, record{no, cells[first:len(cells):len(cells)], s})
	}
	return records, nil
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

// sheetRows are records as the rows of a sheet.
func sheetRows(records []record) []sheetRow {
	rows := make([]sheetRow, len(records))
	for i, r := range records {
		if r.cells != nil {
			rows[i] = sheetRow{line: line{no: r.no, exact: true}, cells: cellsOf(r.cells)}
		}
	}
	return rows
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
