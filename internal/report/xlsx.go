package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Bounds of a workbook, far above any report.
const (
	maxWorkbook  = 128 << 20 // all parts, unpacked
	maxSheetRows = 100_000
	maxMerged    = 100_000 // merged cells of a sheet
)

// xlsxBlocks reads the sheets that are shown, each a section; cells are as
// their number formats print them.
func xlsxBlocks(_ string, src []byte) (blocks []block, err error) {
	p, err := unpack(src)
	if err != nil {
		return nil, err
	}
	sheets, err := p.sheets()
	if err != nil {
		return nil, err
	}
	// The library is made for whole workbooks; a broken one may trip it.
	defer func() {
		if recover() != nil {
			blocks, err = nil, damaged(nil)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook,
		ShortDatePattern: "yyyy/m/d", LongDatePattern: "yyyy年m月d日", CultureInfo: excelize.CultureNameZhCN})
	if err != nil {
		return nil, damaged(nil)
	}
	defer f.Close()
	w := workbook{file: f}
	for _, s := range sheets {
		if err := w.read(s); err != nil {
			return nil, err
		}
	}
	return flowBlocks(w.parts), nil
}

// A sheet is one of a workbook, before its cells are read. Rows and columns count
// from 1.
type sheet struct {
	name   string
	merged []string // ranges such as A1:B3
	last   int      // the last row that holds anything
	rows   map[int]bool
	cols   map[int]bool // those that are hidden
}

// sheets finds the sheets that are shown, and refuses those that are too large.
func (p *packed) sheets() ([]sheet, error) {
	if err := p.checkSize(); err != nil {
		return nil, err
	}
	main := p.main("xl")
	book, err := p.tree(main)
	if err != nil {
		return nil, err
	}
	links, err := p.tree(path.Join("xl/_rels", path.Base(main)+".rels"))
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for l := range links.all("Relationship") {
		targets[l.attr("Id")] = strings.TrimPrefix(path.Join("/xl", l.attr("Target")), "/")
		if strings.HasPrefix(l.attr("Target"), "/") {
			targets[l.attr("Id")] = strings.TrimPrefix(l.attr("Target"), "/")
		}
	}
	var sheets []sheet
	for n := range book.all("sheet") {
		part, err := p.read(targets[n.attr("id")])
		if err != nil {
			return nil, err
		}
		s, err := scanSheet(part)
		if err != nil {
			return nil, err
		}
		if state := n.attr("state"); state == "" || state == "visible" {
			s.name = n.attr("name")
			sheets = append(sheets, s)
		}
	}
	return sheets, nil
}

func (p *packed) checkSize() error {
	var total uint64
	for _, f := range p.files {
		total += f.UncompressedSize64
		if f.UncompressedSize64 > maxWorkbook || total > maxWorkbook {
			return &refusal{rule: "report-too-large", text: fmt.Sprintf("the workbook unpacks to more than %d MB", maxWorkbook>>20),
				hint: "save it with the tables of the report alone, without pictures"}
		}
	}
	return nil
}

// scanSheet looks through the XML of a sheet for merged and hidden cells.
func scanSheet(src []byte) (sheet, error) {
	d := xml.NewDecoder(bytes.NewReader(src))
	s := sheet{rows: map[int]bool{}, cols: map[int]bool{}}
	for rows, row := 0, 0; ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return s, damaged(nil)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		n := &node{attrs: start.Attr}
		switch start.Name.Local {
		case "row":
			rows++
			row++
			if r, err := strconv.Atoi(n.attr("r")); err == nil {
				row = r
			}
			if row < 1 {
				return s, damaged(nil)
			}
			if n.on("hidden") {
				s.rows[row] = true
			}
		case "v", "is":
			s.last = max(s.last, row)
		case "col":
			s.hideColumns(n)
		case "mergeCell":
			s.merged = append(s.merged, n.attr("ref"))
		}
		if rows > maxSheetRows || len(s.merged) > maxMerged {
			return s, sheetTooLarge()
		}
	}
}

func (s *sheet) hideColumns(col *node) {
	first, err := strconv.Atoi(col.attr("min"))
	last, err2 := strconv.Atoi(col.attr("max"))
	for c := max(first, 1); err == nil && err2 == nil && col.on("hidden") && c <= min(last, maxColumns); c++ {
		s.cols[c] = true
	}
}

// shown are the rows of a sheet without what is hidden.
func (s *sheet) shown(rows []sheetRow) []sheetRow {
	var kept []sheetRow
	for i, r := range rows {
		if s.rows[i+1] {
			continue
		}
		for c := len(r.cells) - 1; c >= 0; c-- {
			switch {
			case !s.cols[c+1]:
			case c > 0 && r.cells[c].across:
				r.cells = narrowed(r.cells, c)
			default:
				r.cells = slices.Delete(slices.Clone(r.cells), c, c+1)
			}
		}
		kept = append(kept, r)
	}
	return kept
}

func sheetTooLarge() error {
	return &refusal{rule: "report-too-large", hint: "keep the tables of the report alone, or give the sheet as a side file",
		text: fmt.Sprintf("a sheet has more than %d rows, %d merged cells or %d cells", maxSheetRows, maxMerged, maxCells)}
}

// A workbook is where the reader of an .xlsx stands.
type workbook struct {
	file  *excelize.File
	parts []part
	no    int // of the last row
}

func (w *workbook) read(s sheet) error {
	w.no++
	at := &place{text: s.name}
	heading := part{level: 1, lines: []line{{no: w.no, text: s.name, gap: true, at: at}}}
	rows, err := w.rows(s.name, s.last)
	if err != nil {
		return err
	}
	for _, ref := range s.merged {
		mergeRange(rows, ref)
	}
	parts, err := sheetParts(s.shown(rows))
	if err == nil && len(parts) > 0 {
		w.parts = append(w.parts, heading)
		w.parts = append(w.parts, titled(parts, s.name, at)...)
	}
	return err
}

// rows reads the cells of a sheet as printed, up to its last row that holds any.
func (w *workbook) rows(name string, last int) ([]sheetRow, error) {
	r, err := w.file.Rows(name)
	if err != nil {
		return nil, damaged(nil)
	}
	defer r.Close()
	var rows []sheetRow
	total, size := 0, 0
	for len(rows) < last && r.Next() {
		texts, err := r.Columns()
		if err != nil {
			return nil, damaged(nil)
		}
		total += len(texts)
		if len(rows) >= maxSheetRows || total > maxCells {
			return nil, sheetTooLarge()
		}
		for _, s := range texts { // a text that many cells share counts in each
			size += len(s)
		}
		if size > maxText {
			return nil, tooLong("text in a sheet", maxText)
		}
		w.no++
		at := &place{text: name, col: 1, row: len(rows) + 1, width: len(texts)}
		rows = append(rows, sheetRow{line: line{no: w.no, exact: true, at: at}, cells: cellsOf(texts)})
	}
	return rows, nil
}

// mergeRange joins the cells of a range.
func mergeRange(rows []sheetRow, ref string) {
	from, to, _ := strings.Cut(ref, ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	if err != nil || err2 != nil || left > right || left > maxColumns || top > len(rows) {
		return
	}
	right, bottom = min(right, maxColumns), min(bottom, len(rows))
	for r := top - 1; r < bottom; r++ {
		for len(rows[r].cells) < right {
			rows[r].cells = append(rows[r].cells, span{})
		}
		for c := left - 1; c < right; c++ {
			if s := &rows[r].cells[c]; !s.covered && s.cols == 0 {
				s.covered, s.across = r > top-1 || c > left-1, c > left-1
			}
		}
	}
	if first := &rows[top-1].cells[left-1]; !first.covered && first.cols == 0 {
		first.cols, first.rows = right-left+1, bottom-top+1
	}
}
