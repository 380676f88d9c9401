package build

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"

	"charts/internal/series"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// A meaning is a cell and what a reader takes it for.
type meaning struct {
	text  string
	kind  series.Kind
	value decimal.Decimal // in the unit
	unit  string
}

// A sample is a random table.
type sample struct {
	*rand.Rand
	names  []string // of the rows
	heads  []string // of the columns of values: their names
	units  []string // of the header, or ""
	cells  [][]meaning
	format string
}

func newSample(r *rand.Rand) sample {
	s := sample{Rand: r, format: []string{"md", "html", "csv", "tsv", "json", "xlsx"}[r.IntN(6)]}
	for i := range 5 + r.IntN(5) {
		s.names = append(s.names, []string{"东区", "三山", "文学院", "A 楼", "机电"}[r.IntN(5)]+string(rune('甲'))+strings.Repeat("丙", i))
	}
	for range 1 + r.IntN(3) {
		s.heads = append(s.heads, "列"+string(rune('A'+len(s.heads))))
		s.units = append(s.units, []string{"", "人", "万元", "%", "盏", "kWh", "元"}[r.IntN(7)])
		s.cells = append(s.cells, s.column(s.units[len(s.units)-1]))
	}
	return s
}

// column is a column of mostly plain numbers.
func (s sample) column(unit string) []meaning {
	cells := make([]meaning, len(s.names))
	large := unit != "%" && s.IntN(5) == 0
	for i := range cells {
		cells[i] = s.plain(unit, large)
	}
	for range s.IntN(3) {
		cells[s.IntN(len(cells))] = s.odd(unit)
	}
	return cells
}

func (s sample) plain(unit string, large bool) meaning {
	value := decimal.New(s.Int64N(1_000_000), -int32(s.IntN(4)))
	if large {
		value = decimal.New(s.Int64N(900_000_000_000)+10_000_000_000, -int32(s.IntN(3)))
	}
	if unit == "%" {
		value = decimal.New(s.Int64N(1000), -1)
	}
	m := meaning{kind: series.Number, value: value, unit: unit}
	m.text = value.StringFixed(max(0, -value.Exponent()))
	switch s.IntN(6) {
	case 0:
		m.text = thousands(m.text)
	case 1:
		m.value, m.text = value.Neg(), []string{"-", "−", "－"}[s.IntN(3)]+m.text
	case 2:
		m.text = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, m.text)
	case 3:
		if unit != "" {
			m.text += unit
		}
	}
	return m
}

func thousands(s string) string {
	whole, fraction, dot := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		whole += "." + fraction
	}
	return whole
}

// odd is a cell of another kind than a plain number.
func (s sample) odd(unit string) meaning {
	n := decimal.New(s.Int64N(90)+10, -int32(s.IntN(3)))
	text := n.StringFixed(max(0, -n.Exponent()))
	switch s.IntN(6) {
	case 0:
		return meaning{text: []string{"—", "-", "/", "n/a", "…", "——"}[s.IntN(6)], unit: unit}
	case 1:
		texts := []string{"待查", "1.2k", "1e308", "未统计", "三山", "12:30", "1/3", "12345678901234567"}
		if unit == "%" {
			texts = texts[:7] // such an amount among rates makes the unit uncertain
		}
		return meaning{text: texts[s.IntN(len(texts))], kind: series.Text}
	case 2:
		return meaning{text: []string{"=B2+C2", "#REF!", "=SUM(B2:B4)", "#DIV/0!"}[s.IntN(4)], kind: series.NotRead}
	case 3:
		return meaning{text: "(" + text + ")", kind: series.Number, value: n.Neg(), unit: unit}
	case 4:
		if unit == "万元" {
			by, word := decimal.New(1, 4), "亿元"
			if s.IntN(2) == 0 {
				by, word = decimal.New(1, -4), "元"
			}
			return meaning{text: text + word, kind: series.Number, value: n.Mul(by), unit: unit}
		}
		if unit != "%" {
			return meaning{text: text + "万", kind: series.Number, value: n.Shift(4), unit: unit}
		}
	}
	return meaning{text: text + "E-04", kind: series.Text}.scientific(n, unit)
}

// scientific is a number with a power of ten; of more digits before the point
// than one it is none.
func (m meaning) scientific(n decimal.Decimal, unit string) meaning {
	if whole, _, _ := strings.Cut(m.text, "."); len(strings.TrimSuffix(whole, "E-04")) == 1 {
		m.kind, m.value, m.unit = series.Number, n.Shift(-4), unit
	}
	return m
}

// rows are the texts of the table, with its header.
func (s sample) rows() [][]string {
	rows := [][]string{{"名称"}}
	for col, h := range s.heads {
		if s.units[col] != "" {
			h += "（" + s.units[col] + "）"
		}
		rows[0] = append(rows[0], h)
	}
	for i, name := range s.names {
		row := []string{name}
		for col := range s.heads {
			row = append(row, s.cells[col][i].text)
		}
		rows = append(rows, row)
	}
	return rows
}

// file writes the table.
func (s sample) file(rows [][]string) (path string, src []byte) {
	var b bytes.Buffer
	switch s.format {
	case "md":
		b.WriteString("# 报告\n\n表 1 样表\n\n")
		for i, r := range rows {
			b.WriteString("| " + strings.Join(r, " | ") + " |\n")
			if i == 0 {
				b.WriteString("|" + strings.Repeat(" --- |", len(r)) + "\n")
			}
		}
		return "r.md", b.Bytes()
	case "html":
		b.WriteString("<html><p>表 1 样表</p><table>")
		for _, r := range rows {
			b.WriteString("<tr>")
			for _, c := range r {
				b.WriteString("<td>" + html.EscapeString(c) + "</td>")
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</table></html>")
		return "r.html", b.Bytes()
	case "json":
		var all []string
		for _, r := range rows[1:] {
			var fields []string
			for k, c := range r {
				name, _ := json.Marshal(rows[0][k])
				text, _ := json.Marshal(c)
				fields = append(fields, string(name)+": "+string(text))
			}
			all = append(all, "{"+strings.Join(fields, ", ")+"}")
		}
		return "t.json", []byte("[" + strings.Join(all, ",\n") + "]")
	}
	if s.format == "xlsx" {
		return "t.xlsx", s.workbook(rows)
	}
	w := csv.NewWriter(&b)
	if s.format == "tsv" {
		w.Comma = '\t'
	}
	w.WriteAll(rows)
	return "t." + s.format, b.Bytes()
}

var plainDigits = regexp.MustCompile(`^[-−－]?[\d,.０-９]+$`)

// workbook writes the table as a sheet: plain numbers as numbers in a format that
// shows all of them, formulas as formulas.
func (s sample) workbook(rows [][]string) []byte {
	f := excelize.NewFile()
	for i, r := range rows {
		for k, text := range r {
			name, _ := excelize.CoordinatesToCellName(k+1, i+1)
			switch {
			case strings.HasPrefix(text, "="):
				f.SetCellFormula("Sheet1", name, text[1:])
			case i > 0 && k > 0 && s.cells[k-1][i-1].kind == series.Number && plainDigits.MatchString(text):
				s.number(f, name, s.cells[k-1][i-1])
			default:
				f.SetCellStr("Sheet1", name, text)
			}
		}
	}
	var b bytes.Buffer
	f.Write(&b)
	return b.Bytes()
}

func (s sample) number(f *excelize.File, cell string, m meaning) {
	codes := []string{"General", "#,##0.000_);(#,##0.000)", "0.000;[Red]-0.000", "#,##0.000,", `_ * #,##0.000_ ;_ * -#,##0.000_ ;_ * "-"??_ `, "0.00000000000000E+00", `[<0]▲0.000;0.000`}
	value, code := m.value, codes[s.IntN(len(codes))]
	switch {
	case m.unit == "%":
		value, code = value.Shift(-2), "0.0%"
	case m.unit == "万元" && strings.HasSuffix(code, ","): // thousands under 万 are no number
		code = codes[0]
	}
	f.SetCellDefault("Sheet1", cell, value.String())
	style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	f.SetCellStyle("Sheet1", cell, cell, style)
}
