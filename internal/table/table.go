// Package table makes tables of rows of cells: their header, the units of their columns,
// the paths and totals of their rows, and what is doubtful about them.
//
// It does not know what a number is: a [Cell] is the text as printed. Package series
// turns text into values.
package table

import (
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
)

// A Table is a grid of text with one header row. Every row has as many cells as
// there are columns: shifted cells are back in place, torn rows are joined.
type Table struct {
	ID      string // Section/Label: "2.9.1/表 6", "附表/表 4"; unique in the document
	Section string // "2.9.1", "附表"
	Label   string // "表 6"
	Title   string
	Line    int // of the caption, or of the header when there is no caption
	// HeaderLine is the line of the column names, or 0 when it is not known.
	HeaderLine int
	HeaderRows int // how many rows hold the names
	Columns    []Column
	Rows       []Row
	Notes      []Note
	Doubts     []Doubt  // what the parser was not sure of
	Mended     diag.Pos // where the author says how it is read, if so
	kinds      []ColumnKind
	doubtful   map[cellName]int
	// Flaw is why the table cannot be that of a side file, which is made to be read:
	// two columns of one name, or cells without a column.
	Flaw     error
	Appendix bool // it is behind the body of the report
}

// A Column is one column of a table.
type Column struct {
	Name string // as printed, without stray blanks and without the unit
	Unit string // "%" for 升学率 (%), or ""
}

// Header is the name with the unit: 升学率（%）, Staff (FTE).
func (c Column) Header() string {
	if c.Unit == "" {
		return c.Name
	}
	if c.Name != "" && notation.CountHan(c.Name) == 0 {
		return notation.Stem(c.Name) + " (" + c.Unit + ")"
	}
	return notation.Stem(c.Name) + "（" + c.Unit + "）"
}

// A Row is one row of a table.
type Row struct {
	Line  int // its first line
	Label string
	// Label is the path of the row: in a score card
	// 在线精品课程数/其中：国家级数量/接入国家智慧教育平台数量, elsewhere the groups
	// of merged cells and the cell that names the row.
	Unit  string // the unit of the row in a score card (column 单位), or ""
	Total bool   // 总计, 合计, 小计
	Cells []Cell
	Quote string // the row as printed, cells parted by tabs
}

// A Cell is the text of one cell, trimmed, with stray blanks of joined lines
// removed.
type Cell struct {
	Text string
	Line int
}

// A Note is a remark under a table: 备注：…, 数据来源：…. It may contradict a
// cell; it never replaces one.
type Note struct {
	Text string
	Line int
}

// A Doubt is a cell of which the evidence did not suffice: its text, or that it
// is in this column.
type Doubt struct {
	Line    int    // of the row; of the header, where the column as such is doubtful
	Column  string // its name, or "" where the whole table is doubtful
	Reason  message.Text
	Instead message.Text // what else it could be, or nothing
}

// A cellName is where a doubt is; the whole table is in line 0.
type cellName struct {
	line   int
	column string
}

// A ColumnHint is what the author says of one column.
type ColumnHint struct {
	Name, Unit string
	Kind       ColumnKind
}

// A ColumnKind says what a column holds, where that is said.
type ColumnKind string

// The kinds of columns.
const (
	NumberColumn ColumnKind = "number" // it counts the rows
	NameColumn   ColumnKind = "name"   // it names the rows, or groups of them
	UnitColumn   ColumnKind = "unit"   // it holds the units of the rows
	ValueColumn  ColumnKind = "value"
)
