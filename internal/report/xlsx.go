package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
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

// A sheet is one of a workbook, before its cells are read.
type sheet struct {
	name   string
	merged []string // ranges such as A1:B3
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
		merged, err := mergedCells(part)
		if err != nil {
			return nil, err
		}
		if state := n.attr("state"); state == "" || state == "visible" {
			sheets = append(sheets, sheet{n.attr("name"), merged})
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

// mergedCells scans the XML of a sheet for merged cells.
func mergedCells(src []byte) ([]string, error) {
	d := xml.NewDecoder(bytes.NewReader(src))
	var merged []string
	for rows := 0; ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return merged, nil
		}
		if err != nil {
			return nil, damaged(nil)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			rows++
		case "mergeCell":
			merged = append(merged, (&node{attrs: start.Attr}).attr("ref"))
		}
		if rows > maxSheetRows || len(merged) > maxMerged {
			return nil, sheetTooLarge()
		}
	}
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
	rows, err := w.rows(s.name)
	if err != nil {
		return err
	}
	for _, ref := range s.merged {
		mergeRange(rows, ref)
	}
	parts, err := sheetParts(rows)
	if err == nil && len(parts) > 0 {
		w.parts = append(w.parts, heading)
		w.parts = append(w.parts, titled(parts, s.name, at)...)
	}
	return err
}

// rows reads the cells of a sheet as printed.
func (w *workbook) rows(name string) ([]sheetRow, error) {
	r, err := w.file.Rows(name)
	if err != nil {
		return nil, damaged(nil)
	}
	defer r.Close()
	var rows []sheetRow
	for total := 0; r.Next(); {
		texts, err := r.Columns()
		if err != nil {
			return nil, damaged(nil)
		}
		total += len(texts)
		if len(rows) >= maxSheetRows || total > maxCells {
			return nil, sheetTooLarge()
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
