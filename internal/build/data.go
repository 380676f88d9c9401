package build

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/render/dashboard"
	"charts/internal/series"
)

// Data is the series behind a figure as `charts data` prints it and as the
// manifest keeps it.
type Data struct {
	ID      string       `json:"id"`
	Columns []DataColumn `json:"columns"`
	Keys    []string     `json:"keys,omitempty"` // of each column the role in which it names the rows, or ""; none: nobody knows
	Rows    []DataRow    `json:"rows"`
}

// A DataColumn is one column with its unit.
type DataColumn struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
}

// A DataRow is one row with the places that it was read from.
type DataRow struct {
	Cells    []DataCell   `json:"cells"`
	Sources  []DataSource `json:"sources"`
	Computed bool         `json:"computed"`
}

// A DataSource is a place in a report.
type DataSource struct {
	Report string `json:"report"`
	Table  string `json:"table"`
	Line   int    `json:"line"`
	Quote  string `json:"quote"`
	Place  string `json:"place,omitempty"` // page 12, Sheet1!B7:D7: where a file without lines has it

	Contested string `json:"contested,omitempty"` // what the report says against its number
}

// A DataCell is a number, a text or a missing value; in JSON a number, a string
// or null.
type DataCell struct {
	Kind series.Kind
	Text string // a number in its shortest exact form
}

// MarshalJSON writes the cell as its kind.
func (c DataCell) MarshalJSON() ([]byte, error) {
	switch c.Kind {
	case series.Number:
		return []byte(c.Text), nil
	case series.Text:
		return marshal(c.Text)
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *DataCell) UnmarshalJSON(b []byte) error {
	switch s := string(b); {
	case s == "null":
		*c = DataCell{}
	case strings.HasPrefix(s, `"`):
		c.Kind = series.Text
		return json.Unmarshal(b, &c.Text)
	default:
		*c = DataCell{series.Number, s}
	}
	return nil
}

// String is the cell as a person reads it.
func (c DataCell) String() string {
	if c.Kind == series.Missing {
		return "无数据"
	}
	return c.Text
}

// dataOf turns a frame into the form that is printed and kept.
func dataOf(id string, f series.Frame, rel func(string) string) Data {
	names := map[string]string{} // of the reports: most rows are from one
	d := Data{ID: id, Columns: []DataColumn{}, Rows: make([]DataRow, 0, len(f.Rows))}
	for _, c := range f.Columns {
		d.Columns = append(d.Columns, DataColumn{c.Name, c.Unit})
	}
	d.Keys = keysOf(f.Columns)
	for _, r := range f.Rows {
		row := DataRow{Cells: make([]DataCell, 0, len(r.Cells)), Sources: make([]DataSource, 0, len(r.Sources)), Computed: r.Computed}
		for _, v := range r.Cells {
			row.Cells = append(row.Cells, cellOf(v))
		}
		for _, s := range r.Sources {
			if _, ok := names[s.Report]; !ok {
				names[s.Report] = rel(s.Report)
			}
			row.Sources = append(row.Sources, DataSource{names[s.Report], s.Table, s.Line, s.Quote, s.Place, s.Contested})
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// keysOf are the roles of the columns that name the rows, if any does.
func keysOf(columns []series.Column) []string {
	keys := make([]string, len(columns))
	for i, c := range columns {
		keys[i] = c.Key
	}
	if strings.Join(keys, "") == "" {
		return nil
	}
	return keys
}

func cellOf(v series.Value) DataCell {
	switch v.Kind {
	case series.Number:
		return DataCell{series.Number, strconv.FormatFloat(v.Num, 'f', -1, 64)}
	case series.Text:
		return DataCell{series.Text, v.Text}
	}
	return DataCell{}
}

// JSON is the data as one indented document.
func (d Data) JSON() []byte {
	d.Keys = nil // for the manifest alone
	var b bytes.Buffer
	json.Indent(&b, []byte(line(d)), "", "  ")
	b.WriteByte('\n')
	return b.Bytes()
}

// CSV is the data for a spreadsheet: a byte order mark, so that Excel reads it
// as UTF-8, the columns with their units, then where each row comes from. A text
// that a spreadsheet would take for a formula gets an apostrophe before it.
func (d Data) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	head := []string{}
	for _, c := range d.Columns {
		head = append(head, inert(c.Header()))
	}
	w.Write(append(head, "来源", "计算值"))
	for _, r := range d.Rows {
		line := []string{}
		for _, c := range r.Cells {
			line = append(line, csvCell(c))
		}
		w.Write(append(line, inert(d.Where(r)), map[bool]string{true: "是"}[r.Computed]))
	}
	w.Flush()
	return b.Bytes()
}

// parts are what a reader sees of the data as a file.
func (d Data) parts() chart.Parts {
	var head, values, places []string
	for _, c := range d.Columns {
		head = append(head, c.Header())
	}
	for _, r := range d.Rows {
		places = append(places, d.Where(r))
		values = append(values, fmt.Sprint(r.Cells, r.Computed))
	}
	return chart.Parts{part("columns", head), part("values", values), part("places of the rows", places)}
}

// Header is the name with the unit: 人数（人）.
func (c DataColumn) Header() string {
	if c.Unit == "" {
		return c.Name
	}
	return c.Name + "（" + c.Unit + "）"
}

func csvCell(c DataCell) string {
	if c.Kind == series.Text {
		return inert(c.Text)
	}
	return c.Text
}

func inert(s string) string {
	if s != "" && strings.IndexByte(dashboard.Formulas, s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// Where names the places of a row: 表 6 第 877 行, with the report when the rows
// are from several.
func (d Data) Where(r DataRow) string {
	several := d.reports() > 1
	var all []string
	for _, s := range r.Sources {
		place := strings.TrimSpace(s.Table + " 第 " + strconv.Itoa(s.Line) + " 行")
		switch {
		case s.Place != "":
			place = strings.TrimSpace(s.Table + " " + s.Place)
		case s.Line == 0:
			place = s.Table
		}
		if several {
			place = s.Report + " " + place
		}
		if !slices.Contains(all, place) {
			all = append(all, place)
		}
	}
	return strings.Join(all, "；")
}

// reports is how many reports the rows are from.
func (d Data) reports() int {
	seen := map[string]bool{}
	for _, r := range d.Rows {
		for _, s := range r.Sources {
			seen[s.Report] = true
		}
	}
	return len(seen)
}

// marshal is json.Marshal without the escapes for HTML, which nobody wants to
// read in a terminal or a diff.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	err := encoder(&b).Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func encoder(to *bytes.Buffer) *json.Encoder {
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	return enc
}
