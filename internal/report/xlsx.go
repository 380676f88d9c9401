package report

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"charts/internal/message"
)

// Bounds of a workbook, far above any report.
const (
	maxWorkbook  = 128 << 20 // all parts, unpacked
	maxSheetRows = 200_000
	maxMerged    = 100_000 // merged cells of a sheet
)

// xlsxBlocks reads the sheets that are shown, each a section; cells are as
// their number formats print them.
func xlsxBlocks(_ string, src []byte) ([]block, error) {
	return bookBlocks(src, func(all []sheet) ([]sheet, []string, error) {
		var shown []sheet
		var left []string
		for _, s := range all {
			if s.hidden {
				left = append(left, s.name)
			} else {
				shown = append(shown, s)
			}
		}
		return shown, left, nil
	})
}

// sheetBlocks reads the sheet of a name, or the first that is shown.
func sheetBlocks(src []byte, name string) ([]block, error) {
	return bookBlocks(src, func(all []sheet) ([]sheet, []string, error) {
		var names []string
		for _, s := range all {
			if s.name == name || name == "" && !s.hidden {
				return []sheet{s}, nil, nil
			}
			names = append(names, s.name)
		}
		return nil, nil, &refusal{rule: "bad-file", text: message.Of("it has no sheet %q; it has %s", name, message.List(names))}
	})
}

// bookBlocks reads the sheets that are chosen, and tells of those that were left
// out.
func bookBlocks(src []byte, choose func([]sheet) (read []sheet, left []string, err error)) (blocks []block, err error) {
	p, err := unpack(src)
	if err != nil {
		return nil, err
	}
	all, err := p.sheets()
	if err != nil {
		return nil, err
	}
	// The library is made for whole workbooks; a broken one may trip it.
	defer func() {
		if recover() != nil {
			blocks, err = nil, damaged(nil)
		}
	}()
	var w workbook
	if w.formats, err = p.formats(); err != nil {
		return nil, err
	}
	sheets, left, err := choose(all)
	if err != nil {
		return nil, err
	}
	if w.file, err = excelize.OpenReader(bytes.NewReader(src), excelize.Options{UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook,
		ShortDatePattern: "yyyy/m/d", LongDatePattern: "yyyy年m月d日", CultureInfo: excelize.CultureNameZhCN}); err != nil {
		return nil, damaged(nil)
	}
	defer w.file.Close()
	w.left = left
	for _, s := range sheets {
		if err := w.read(s); err != nil {
			return nil, err
		}
	}
	return flowBlocks(w.parts), nil
}

// sheets scans the sheets, and refuses those that are too large.
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
	raised, err := p.raisedTexts()
	if err != nil {
		return nil, err
	}
	var sheets []sheet
	for n := range book.all("sheet") {
		part, err := p.read(targets[n.attr("id")])
		if err != nil {
			return nil, err
		}
		s, err := readSheet(n.attr("name"), part, raised)
		if err != nil {
			return nil, err
		}
		state := n.attr("state")
		s.hidden = state != "" && state != "visible"
		sheets = append(sheets, s)
	}
	return sheets, nil
}

func (p *packed) checkSize() error {
	var total uint64
	for _, f := range p.files {
		total += f.UncompressedSize64
		if f.UncompressedSize64 > maxWorkbook || total > maxWorkbook {
			return &refusal{rule: "report-too-large", text: message.Of("the workbook unpacks to more than %d MB", maxWorkbook>>20),
				hint: message.Of("save it with the tables of the report alone, without pictures")}
		}
	}
	return nil
}

func sheetTooLarge() error {
	return &refusal{rule: "report-too-large", hint: message.Of("keep the rows that the figures need"),
		text: message.Of("a sheet has more than %d rows, %d merged cells or %d cells", maxSheetRows, maxMerged, maxCells)}
}

// A workbook is where the reader of an .xlsx stands.
type workbook struct {
	file    *excelize.File
	formats map[int]*numberFormat // by style
	left    []string              // the sheets that were left out, until a table tells
	parts   []part
	no      int // of the last row
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
	s.values(rows, w.formats)
	rows = s.shown(rows)
	w.tell(rows)
	parts, err := sheetParts(rows)
	if err == nil && len(parts) > 0 {
		w.parts = append(w.parts, heading)
		w.parts = append(w.parts, titled(parts, s.name, at)...)
	}
	return err
}

// tell puts the names of the sheets that were left out at the first row.
func (w *workbook) tell(rows []sheetRow) {
	if i := slices.IndexFunc(rows, func(r sheetRow) bool { return !r.blank() }); i >= 0 && len(w.left) > 0 {
		rows[i].leftOut(message.Of("hidden sheets were left out: %s", message.List(w.left)))
		w.left = nil
	}
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
