package format

import (
	"bytes"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"charts/internal/meter"
	"charts/internal/numfmt"
)

// readXLSX reads the sheets that are chosen; cells are as their number formats
// print them.
func readXLSX(in input) (parts []Part, err error) {
	p, err := unpack(in.src, in.meter)
	if err != nil {
		return nil, err
	}
	book, err := p.tree(p.main("xl"))
	if err != nil {
		return nil, err
	}
	all, err := p.sheets(book)
	if err != nil {
		return nil, err
	}
	// The library is made for whole workbooks; a broken one may trip it.
	defer meter.Guard(&err, damaged(nil))
	w := workbook{meter: in.meter}
	if w.formats, err = p.formats(); err != nil {
		return nil, err
	}
	sheets, left, err := in.choice.Sheets(all)
	if err != nil {
		return nil, err
	}
	if err := w.open(in.src, book); err != nil {
		return nil, err
	}
	defer w.file.Close()
	w.left = left
	for _, s := range sheets {
		if err := w.read(s); err != nil {
			return nil, err
		}
	}
	return w.parts, nil
}

// open opens the workbook by the library, which prints its cells.
func (w *workbook) open(src []byte, book *node) (err error) {
	size := int64(w.meter.Left())
	o := excelize.Options{UnzipSizeLimit: size, UnzipXMLSizeLimit: size,
		ShortDatePattern: "yyyy/m/d", LongDatePattern: "yyyy年m月d日", CultureInfo: excelize.CultureNameZhCN}
	if w.file, err = excelize.OpenReader(bytes.NewReader(src), o); err != nil {
		return damaged(nil)
	}
	for n := range book.all("workbookPr") {
		if n.on("date1904") {
			w.calendar = newCalendar(w.file, o)
		}
	}
	return nil
}

// sheets scans the sheets, and refuses those that are too large.
func (p *packed) sheets(book *node) ([]worksheet, error) {
	links, err := p.tree(path.Join("xl/_rels", path.Base(p.main("xl"))+".rels"))
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
	changed, err := p.changedTexts()
	if err != nil {
		return nil, err
	}
	var sheets []worksheet
	for n := range book.all("sheet") {
		part, err := p.read(targets[n.attr("id")])
		if err != nil {
			return nil, err
		}
		s, err := readSheet(n.attr("name"), part, changed, p.meter)
		if err != nil {
			return nil, err
		}
		state := n.attr("state")
		s.hidden = state != "" && state != "visible"
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// A workbook is where the reader of an .xlsx stands.
type workbook struct {
	sheaf
	file     *excelize.File
	meter    *meter.Meter
	formats  map[int]*numfmt.Format // by style
	calendar *calendar              // where it counts days from 1904
}

func (w *workbook) read(s worksheet) error {
	rows, err := w.rows(s.name, s.last)
	if err != nil {
		return err
	}
	s.merge(rows, w.meter)
	s.values(rows, w.formats)
	if w.calendar != nil {
		w.calendar.rewrite(s, rows)
	}
	w.add(s, rows)
	return nil
}

// rows reads the cells of a sheet as printed, up to its last row that holds any.
func (w *workbook) rows(name string, last int) ([]Row, error) {
	r, err := w.file.Rows(name)
	if err != nil {
		return nil, damaged(nil)
	}
	defer r.Close()
	var rows []Row
	for len(rows) < last && r.Next() {
		texts, err := r.Columns()
		if err != nil {
			return nil, damaged(nil)
		}
		w.meter.Bytes(rowCost + cellCost*len(texts))
		for _, s := range texts { // a text that many cells share counts in each
			w.meter.Bytes(len(s))
		}
		at := &Place{Text: name, Col: 1, Row: len(rows) + 1, Width: len(texts)}
		rows = append(rows, Row{At: at, Cells: CellsOf(texts)})
	}
	return rows, nil
}
