package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"charts/internal/meter"
	"charts/internal/numfmt"
)

// readSheet scans the XML of a sheet. The texts that cells share and that have raised
// characters are given by their index.
func readSheet(name string, src []byte, changed map[string]string, m *meter.Meter) (worksheet, error) {
	s := sheetScan{worksheet: worksheet{name: name, rows: map[int]bool{}, cells: map[int][]storedCell{}}, shared: map[string]string{}, changed: changed, meter: m}
	d := xml.NewDecoder(bytes.NewReader(src))
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return s.worksheet, nil
		}
		if err != nil {
			return s.worksheet, damaged(nil)
		}
		switch token := token.(type) {
		case xml.StartElement:
			m.Times(1+len(token.Attr), elementCost)
			s.start(token.Name.Local, &node{attrs: token.Attr})
		case xml.CharData:
			s.text = append(s.text, token...)
		case xml.EndElement:
			s.end(token.Name.Local)
		}
		if s.row < 0 {
			return s.worksheet, damaged(nil)
		}
	}
}

// elementCost is that of an element of a sheet, of which little is kept.
const elementCost = 16

// A sheetScan is where the scan of a sheet stands.
type sheetScan struct {
	worksheet
	row      int
	cell     storedCell
	kind     string            // of the cell: n, s, str, b, e, d
	valued   bool              // the cell has a value, or as a text an empty one
	computed bool              // the cell has a formula
	shared   map[string]string // formulas that several cells have
	index    string            // of the shared formula
	changed  map[string]string // shared texts with raised, lowered or struck characters
	rich     richText          // of the cell
	text     []byte
	meter    *meter.Meter
}

func (s *sheetScan) start(name string, n *node) {
	s.text = s.text[:0]
	s.rich.start(name, n)
	switch name {
	case "col":
		from, _ := strconv.Atoi(n.attr("min"))
		to, _ := strconv.Atoi(n.attr("max"))
		if n.on("hidden") && from > 0 && from <= MaxColumns {
			s.cols = append(s.cols, hiddenCols{from, min(to, MaxColumns)})
		}
	case "row":
		s.row++
		if r, err := strconv.Atoi(n.attr("r")); err == nil {
			s.row = r
		}
		if n.on("hidden") {
			s.rows[s.row] = true
		}
		s.cell = storedCell{}
	case "c":
		col := s.cell.col + 1
		if c, _, err := excelize.CellNameToCoordinates(n.attr("r")); err == nil {
			col = c
		}
		style, _ := strconv.Atoi(n.attr("s"))
		s.cell, s.kind, s.valued, s.computed = storedCell{col: col, style: style}, n.attr("t"), false, false
		s.rich = richText{}
	case "f":
		s.computed, s.index = true, n.attr("si")
		s.last = max(s.last, s.row)
	case "v", "is":
		s.last = max(s.last, s.row)
	case "mergeCell":
		s.merged = append(s.merged, n.attr("ref"))
	}
}

func (s *sheetScan) end(name string) {
	switch name {
	case "t", "rPh":
		s.rich.end(name, string(s.text))
	case "f":
		if s.cell.formula = string(s.text); s.index == "" {
			break
		}
		if s.cell.formula == "" {
			s.cell.formula = s.shared[s.index]
		}
		s.shared[s.index] = s.cell.formula
	case "v":
		s.cell.value, s.valued = string(s.text), len(s.text) > 0 || s.kind == "str"
	case "c":
		s.keep()
	}
}

// keep remembers numbers, formulas that have no value, and texts with raised
// characters.
func (s *sheetScan) keep() {
	switch {
	case s.kind == "s" && s.changed[s.cell.value] != "":
		s.cell.text = s.changed[s.cell.value]
	case s.kind == "inlineStr" && s.rich.changed:
		s.cell.text = s.rich.left()
	case s.computed && !s.valued:
		s.cell.value = ""
		if s.cell.formula == "" {
			s.cell.formula = "formula"
		}
	case s.valued && (s.kind == "" || s.kind == "n"):
		s.cell.formula = ""
	default:
		return
	}
	s.meter.Bytes(cellCost + len(s.cell.value) + len(s.cell.formula))
	s.cells[s.row] = append(s.cells[s.row], s.cell)
}

// maxFormat is how long the code of a number format is, four times what Excel writes.
const maxFormat = 1000

// formats are the number formats of the styles of a workbook.
func (p *packed) formats() (map[int]*numfmt.Format, error) {
	styles, err := p.tree("xl/styles.xml")
	if err != nil {
		return nil, err
	}
	codes := map[int]string{}
	for n := range styles.all("numFmt") {
		id, _ := strconv.Atoi(n.attr("numFmtId"))
		codes[id] = n.attr("formatCode")
	}
	formats := map[int]*numfmt.Format{}
	i := 0
	for xfs := range styles.all("cellXfs") {
		for n := range xfs.all("xf") {
			id, _ := strconv.Atoi(n.attr("numFmtId"))
			code, ok := codes[id]
			if !ok {
				code = numfmt.BuiltIn[id]
			}
			if len(code) > maxFormat {
				return nil, damaged(nil)
			}
			formats[i] = numfmt.Parse(code)
			i++
		}
	}
	return formats, nil
}
