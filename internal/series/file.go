package series

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/spec"
	"github.com/xuri/excelize/v2"
)

// Bounds of side files.
const (
	maxFile = 64 << 20 // bytes
	maxRows = 200_000
	maxCols = 200

	maxCells = 4_000_000
)

var errTooLarge = fmt.Errorf("it has more than %d rows, %d columns or %d cells", maxRows, maxCols, maxCells)

// loaded is a side file that was read once, with what went wrong.
type loaded struct {
	relation
	err error
}

// file reads a side file: csv, xlsx, json or parquet by its name.
func (q *question) file(d *spec.Data) relation {
	key := d.File.V + "\x00" + d.Sheet.V
	l, ok := q.files[key]
	if !ok {
		l.relation, l.err = q.readSide(d.File.V, d.Sheet.V)
		q.files[key] = l
	}
	if l.err == nil {
		return l.relation
	}
	p := q.problems.Errorf(d.File.Pos, "bad-file", "%s: %v", d.File.V, l.err)
	p.Len = d.File.Len
	var at *lineError
	if errors.As(l.err, &at) {
		p.See = []diag.Note{{Pos: diag.Pos{File: d.File.V, Line: at.line}, Text: at.text}}
	}
	return relation{}
}

// A lineError is a fault on one line of a side file.
type lineError struct {
	line int
	text string
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.text) }

func (q *question) readSide(name, sheet string) (relation, error) {
	if q.read == nil {
		return relation{}, errors.New("side files cannot be read here")
	}
	src, err := q.read(name)
	if err != nil {
		return relation{}, err
	}
	if len(src) > maxFile {
		return relation{}, fmt.Errorf("it is larger than %d MB", maxFile>>20)
	}
	var g grid
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".csv", ".tsv":
		g, err = readCSV(name, src, ext == ".tsv")
	case ".xlsx":
		g, err = readXLSX(name, src, sheet)
	case ".json":
		g, err = readJSON(name, src)
	case ".parquet":
		g, err = readParquet(name, src)
	default:
		err = fmt.Errorf("%s is not a kind of file that holds data; use csv, xlsx, json or parquet", ext)
	}
	if err != nil {
		return relation{}, err
	}
	return relation{Frame: g.frame(), name: name}, nil
}

func readCSV(name string, src []byte, tabs bool) (grid, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if !utf8.Valid(src) {
		return grid{}, errors.New("it is not UTF-8 text; save it as “CSV UTF-8”")
	}
	r := csv.NewReader(bytes.NewReader(src))
	r.FieldsPerRecord = -1
	if tabs {
		r.Comma, r.LazyQuotes = '\t', true
	}
	var rows [][]string
	var lines []int
	for cells := 0; ; {
		if len(rows) > maxRows || cells > maxCells || crowded(src[r.InputOffset():], byte(r.Comma)) {
			return grid{}, errTooLarge
		}
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return grid{}, &lineError{bad.Line, "the quotes are not closed as they were opened"}
		}
		if err != nil {
			return grid{}, err
		}
		line, _ := r.FieldPos(0)
		rows, lines = append(rows, row), append(lines, line)
		cells += len(row)
	}
	return gridFrom(name, rows, lines)
}

// maxCommas is how many commas a line may have, in its texts and between its cells.
const maxCommas = 10_000

// crowded reports whether the first line has more commas than cells and texts have.
func crowded(src []byte, comma byte) bool {
	if end := bytes.IndexByte(src, '\n'); end >= 0 {
		src = src[:end]
	}
	return len(src) > maxCommas && bytes.Count(src, []byte{comma}) > maxCommas
}

func readXLSX(name string, src []byte, sheet string) (grid, error) {
	f, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{UnzipSizeLimit: 4 * maxFile, UnzipXMLSizeLimit: maxFile})
	if err != nil {
		return grid{}, errors.New("it is not an Excel file (.xlsx)")
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if len(sheets) == 0 {
		return grid{}, errors.New("it has no sheets")
	}
	if sheet == "" {
		sheet = sheets[0]
	}
	rows, err := f.Rows(sheet)
	if err != nil {
		return grid{}, fmt.Errorf("it has no sheet %q; it has %s", sheet, list(sheets))
	}
	defer rows.Close()
	var kept [][]string
	var lines []int
	cells, size := 0, 0
	for no := 1; rows.Next(); no++ {
		row, err := rows.Columns()
		if err != nil {
			return grid{}, errors.New("it is damaged")
		}
		if cells += len(row); no > excelize.TotalRows || len(kept) > maxRows || cells > maxCells {
			return grid{}, errTooLarge
		}
		text := strings.Join(row, "")
		if size += len(text); size > maxFile {
			return grid{}, fmt.Errorf("its cells hold more than %d MB of text", maxFile>>20)
		}
		if strings.TrimSpace(text) != "" {
			kept, lines = append(kept, row), append(lines, no)
		}
	}
	return gridFrom(name, kept, lines)
}
