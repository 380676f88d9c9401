package format

import (
	"bytes"
	"encoding/xml"

	"github.com/xuri/excelize/v2"

	"charts/internal/meter"
)

// isCalc recognises an OpenDocument file that says to hold sheets.
func isCalc(src []byte) bool {
	if !isOpenDocument(src) {
		return false
	}
	p, _ := unpack(src, nil)
	kind, err := p.read("mimetype")
	return err == nil && bytes.Contains(kind, []byte("spreadsheet"))
}

// readCalc reads the sheets that are chosen; cells are as they are printed.
func readCalc(in input) ([]Part, error) {
	content, looks, err := openContent(in)
	if err != nil {
		return nil, err
	}
	s := calcScan{meter: in.meter, looks: looks, hidden: map[string]bool{}, rows: map[string][]Row{}}
	if err := s.read(content); err != nil {
		return nil, err
	}
	chosen, left, err := in.choice.Sheets(s.sheets)
	if err != nil {
		return nil, err
	}
	b := sheaf{left: left}
	for _, c := range chosen {
		rows := s.rows[c.name]
		c.merge(rows, in.meter)
		b.add(c, rows)
	}
	return b.parts, nil
}

// A calcScan is where the scan of the sheets stands.
type calcScan struct {
	looks  looks
	sheets []worksheet
	rows   map[string][]Row // of each sheet
	hidden map[string]bool  // the styles of sheets that are not shown
	style  string
	meter  *meter.Meter
	cols   int // of the sheet, so far
	again  int // how often the row stands
	gone   bool
	blanks int // cells that are blank, unless one follows
	cells  []Cell
	cell   *calcCell
}

// aside are elements whose text is in no cell.
var aside = map[string]bool{"annotation": true, "shapes": true, "tracked-changes": true, "forms": true, "desc": true, "title": true}

func (s *calcScan) read(src []byte) error {
	return eachToken(src, s.looks.without(aside), func(token xml.Token) error {
		switch token := token.(type) {
		case xml.StartElement:
			s.begin(token)
		case xml.EndElement:
			s.end(token.Name.Local)
		case xml.CharData:
			if s.cell != nil && s.cell.lines > 0 {
				s.cell.text.WriteString(s.cell.script.of(s.cell.before, string(token)))
			}
		}
		return nil
	})
}

func (s *calcScan) begin(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		s.style = valueAttr(e, "name")
	case "table-properties":
		s.hidden[s.style] = s.hidden[s.style] || valueAttr(e, "display") == "false"
	case "table":
		s.cols = 0
		s.sheets = append(s.sheets, worksheet{name: valueAttr(e, "name"), hidden: s.hidden[valueAttr(e, "style-name")], rows: map[int]bool{}})
	case "table-column":
		n := times(e, "number-columns-repeated")
		if v := valueAttr(e, "visibility"); (v == "collapse" || v == "filter") && len(s.sheets) > 0 && s.cols < MaxColumns {
			last := &s.sheets[len(s.sheets)-1]
			last.cols = append(last.cols, hiddenCols{s.cols + 1, min(s.cols+n, MaxColumns)})
		}
		s.cols += n
	case "table-row":
		v := valueAttr(e, "visibility")
		s.again, s.gone, s.blanks, s.cells = times(e, "number-rows-repeated"), v == "collapse" || v == "filter", 0, nil
	case "table-cell", "covered-table-cell":
		s.cell = newCalcCell(e)
	case "p":
		if s.cell != nil {
			s.cell.line()
		}
	case "span":
		if s.cell != nil {
			s.cell.script, s.cell.before = s.looks.of(e).script, lastRune(s.cell.text.String())
		}
	case "s", "tab", "line-break":
		if s.cell != nil {
			s.cell.text.WriteByte(' ')
		}
	}
}

func (s *calcScan) end(name string) {
	switch {
	case name == "span" && s.cell != nil:
		s.cell.script = nil
	case name == "table-row" && len(s.sheets) > 0:
		s.endRow(&s.sheets[len(s.sheets)-1])
	case (name == "table-cell" || name == "covered-table-cell") && s.cell != nil:
		s.endCell(s.cell)
		s.cell = nil
	}
}

// endCell adds a cell as often as it stands; blank ones wait for one that is not.
func (s *calcScan) endCell(c *calcCell) {
	if c.Cell.Text = c.text.String(); c.lines == 0 {
		c.Cell.Text = c.value
	}
	if c.Covered {
		c.Cell = Cell{}
	}
	c.check()
	if !c.Filled() && c.Cols*c.Rows <= 1 {
		s.blanks += c.again
		return
	}
	for range min(s.blanks, MaxColumns) {
		s.cells = append(s.cells, Cell{})
	}
	for range min(c.again, MaxColumns+1) {
		s.cells = append(s.cells, c.Cell)
	}
	s.blanks = 0
	s.meter.Bytes(cellCost * len(s.cells))
}

// restOfSheet is how many blank rows at a time are none: the rest of the sheet.
const restOfSheet = 100_000

// endRow adds a row as often as it stands; the blank ones at the end are dropped
// when the sheet is read.
func (s *calcScan) endRow(to *worksheet) {
	rows := s.rows[to.name]
	if len(s.cells) == 0 && s.again > restOfSheet {
		return
	}
	for range s.again {
		s.meter.Bytes(rowCost + cellCost*len(s.cells))
		if s.gone {
			to.rows[len(rows)+1] = true
		}
		r := Row{At: &Place{Text: to.name, Col: 1, Row: len(rows) + 1, Width: len(s.cells)}}
		for i, c := range s.cells {
			if c.Cols*c.Rows > 1 {
				from, _ := excelize.CoordinatesToCellName(i+1, len(rows)+1)
				until, _ := excelize.CoordinatesToCellName(i+c.Cols, len(rows)+c.Rows)
				to.merged = append(to.merged, from+":"+until)
			}
			s.meter.Bytes(len(c.Text))
			r.Cells = append(r.Cells, Cell{Text: c.Text, Doubt: c.Doubt})
		}
		rows = append(rows, r)
	}
	s.rows[to.name] = rows
}
