package spec

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"charts/internal/message"
)

// shown lists every value that an author wrote, with its word, its text and its
// place.
func shown(v reflect.Value, word string) []string {
	switch a := v.Interface().(type) {
	case At[string]:
		return placed(word, fmt.Sprintf("%q", a.V), a.Pos.String(), a.Set())
	case At[bool]:
		return placed(word, fmt.Sprint(a.V), a.Pos.String(), a.Set())
	case At[int]:
		return placed(word, fmt.Sprint(a.V), a.Pos.String(), a.Set())
	case At[float64]:
		return placed(word, fmt.Sprint(a.V), a.Pos.String(), a.Set())
	case Field:
		kinds := []string{"null", "number", "text"}
		return placed(word+" "+a.Name, kinds[a.Kind]+" "+a.Value.V, a.Value.Pos.String(), true)
	}
	var list []string
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			list = append(list, shown(v.Index(i), word)...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Name == "Pos" || !f.IsExported() || f.Name == "Path" && word == "" || f.Name == "ID" && f.Type.Kind() == reflect.String {
				continue
			}
			name := f.Tag.Get("yaml")
			if name == "" {
				name = strings.ToLower(f.Name)
			}
			list = append(list, shown(v.Field(i), strings.TrimPrefix(word+"."+name, "."))...)
		}
	}
	return list
}

func placed(word, text, pos string, set bool) []string {
	if !set {
		return nil
	}
	return []string{word + " " + text + " " + strings.TrimPrefix(pos, "f.yaml:")}
}

// Every form of every word, and the value and place that it gives.
func TestParseValues(t *testing.T) {
	tests := []struct {
		what, src string
		want      string
	}{
		{"figure", "title: 2023\nchart: \"bar\"\ndata:\n  table: 附表/表 6\nvalue: [人数, '比例']\n",
			`title "2023" 1:8; chart "bar" 2:8; data.table "附表/表 6" 4:10; value "人数" 5:9; value "比例" 5:13`},
		{"figure", "chart: bar\ntop: 10\nlabels: TRUE\naxis: {min: -1.50, max: +7}\n", `chart "bar" 1:8; top.n 10 2:6; labels true 3:9; axis.min -1.5 4:13; axis.max 7 4:25`},
		{"figure", "reference: [95, {from: 1, to: 2.5}, mean]\n", `reference.value "95" 1:13; reference.from 1 1:24; reference.to 2.5 1:31; reference.value "mean" 1:37`},
		{"figure", "columns: [a, {name: b, as: bar}]\n", `columns.name "a" 1:11; columns.name "b" 1:21; columns.as "bar" 1:28`},
		{"figure", "colors: {升学: \"#0f766e\", 2023: teal}\n", `colors.name "升学" 1:10; colors.value "#0f766e" 1:14; colors.name "2023" 1:25; colors.value "teal" 1:31`},
		{"figure", "data: {table: x, columns: [甲, {乙: 丙}]}\n", `data.table "x" 1:15; data.columns.name "甲" 1:28; data.columns.from "甲" 1:28; data.columns.name "乙" 1:32; data.columns.from "丙" 1:35`},
		{"figure", "data:\n  source: s\n  values:\n  - {年: 2021, 人: ~, 名: 007, 注: '5'}\n",
			`data.values.fields 年 number 2021 4:9; data.values.fields 人 null  4:18; data.values.fields 名 text 007 4:24; data.values.fields 注 text 5 4:32; data.source "s" 2:11`},
		{"figure", "data: {sql: SELECT 1, inputs: {t: {table: 表 7}, m: {text: x}}}\n",
			`data.inputs.name "t" 1:32; data.inputs.data.table "表 7" 1:43; data.inputs.name "m" 1:49; data.inputs.data.text "x" 1:59; data.sql "SELECT 1" 1:13`},
		{"figure", "data:\n  sql: |\n    SELECT 1,\n      2\n", `data.sql "SELECT 1,\n  2" 2:8`},
		{"figure", "note: >-\n  一\n  二\nalt: 三\n  四\n", `note "一 二" 1:7; alt "三 四" 4:6`},
		{"figure", "note: &n 注\nalt: *n\n", `note "注" 1:10; alt "注" 1:10`}, // an alias points to what it stands for
		{"figure", "\ufefftitle: t\n", `title "t" 1:8`},
		{"figure", "title: t\r\nnote: 注\r\n", `title "t" 1:8; note "注" 2:7`},
		{"project", "reports: {2023: a.txt, b: c.txt}\n", `reports.name "2023" 1:11; reports.paths "a.txt" 1:17; reports.name "b" 1:24; reports.paths "c.txt" 1:27`},
		{"project", "reports: [a.txt, b.txt]\n", `reports.paths "a.txt" 1:11; reports.paths "b.txt" 1:18`},
		{"project", "reports: {2023: [a.docx, b.xlsx]}\n", `reports.name "2023" 1:11; reports.paths "a.docx" 1:18; reports.paths "b.xlsx" 1:26`},
		{"project", "reports: [[a.docx, b.xlsx], c.txt]\n", `reports.paths "a.docx" 1:12; reports.paths "b.xlsx" 1:20; reports.paths "c.txt" 1:29`},
		{"project", "vars:\n  year: 2023\nformats: png\n", `vars.name "year" 2:3; vars.value "2023" 2:9; formats "png" 3:10`},
		{"dashboard", "figures: [a, {id: b, width: full}]\n", `figures.id "a" 1:11; figures.id "b" 1:19; figures.width "full" 1:29`},
		{"dashboard", "cards:\n- title: 升学\n  data: {table: 表 6}\n", `cards.title "升学" 2:10; cards.data.table "表 6" 3:17`},
		{"theme", "sizes: {text: 9}\nlight: {series: [\"#0f766e\"]}\n", `light.series "#0f766e" 2:18; sizes.text 9 1:15`},
	}
	for _, tt := range tests {
		if got := strings.Join(shown(parsed(tt.what, tt.src), ""), "; "); got != tt.want {
			t.Errorf("%s %q:\n%s\nwant\n%s", tt.what, tt.src, got, tt.want)
		}
	}
}

// parsed reads a file for its values alone, whatever else it lacks.
func parsed(what, src string) reflect.Value {
	switch what {
	case "dashboard":
		b, _ := ParseDashboard("f.yaml", []byte(src))
		return reflect.ValueOf(*b)
	case "project":
		p, _ := ParseProject("f.yaml", []byte(src))
		return reflect.ValueOf(*p)
	case "theme":
		t, _ := ParseTheme("f.yaml", []byte(src))
		return reflect.ValueOf(*t)
	}
	f, _ := ParseFigure("f.yaml", []byte(src))
	return reflect.ValueOf(*f)
}

func TestID(t *testing.T) {
	tests := []struct{ path, id string }{
		{"specs/figures/destinations.yaml", "destinations"}, {"a.yml", "a"}, {"去向.yaml", "去向"}, {"a.b.yaml", "a.b"}, {"a", "a"}, {"", "."},
	}
	for _, tt := range tests {
		if f, _ := ParseFigure(tt.path, nil); f.ID != tt.id {
			t.Errorf("%s has the id %s, want %s", tt.path, f.ID, tt.id)
		}
	}
}

// Size and source name columns in a few kinds, and mean themselves in all others.
func TestRole(t *testing.T) {
	tests := []struct {
		src, role, want string
		size, source    string // of the picture, and the line
	}{
		{"chart: bar\nsize: 150mm\nsource: 教务处", "size", "", "150mm", "教务处"},
		{"chart: bubble\nsize: 报到数\nsource: 教务处", "size", "[报到数]", "", "教务处"},
		{"chart: scatter\nsize: 150x90mm", "size", "", "150x90mm", ""},
		{"chart: sankey\nsource: 从\nsize: 150mm", "source", "[从]", "150mm", ""},
		{"chart: table\ncolumns: [a, {name: b}]", "columns", "[a b]", "", ""},
		{"chart: treemap\npath: [a, b]", "path", "[a b]", "", ""},
		{"chart: bar\nvalue: [a, b]", "value", "[a b]", "", ""},
		{"chart: gauge\nmax: 100", "max", "[100]", "", ""},
		{"chart: bar", "category", "", "", ""},
	}
	for _, tt := range tests {
		f, _ := ParseFigure("f.yaml", []byte(tt.src))
		if got := list(f.Role(tt.role)); got != tt.want || f.PictureSize().V != tt.size || f.SourceLine().V != tt.source {
			t.Errorf("%q: role %s is %s, size %q, source %q; want %s, %q, %q", tt.src, tt.role, got, f.PictureSize().V, f.SourceLine().V, tt.want, tt.size, tt.source)
		}
	}
}

// The schema is one JSON document, the same on every run.
func TestSchemaStable(t *testing.T) {
	if first := Schema(message.English); !json.Valid(first) || string(first) != string(Schema(message.English)) {
		t.Error("the schema is no JSON, or differs from run to run")
	}
}

// A name that one row alone has, in the place of one that all others have, is told.
func TestOddNames(t *testing.T) {
	for rows, want := range map[string]string{
		"{a: x, total: 3}, {a: y, totl: 5}, {a: z, total: 6}": "a.yaml:3:60: \"totl\" is in this row alone, which has no total",
		"{a: x, total: 3}, {a: y, total: 5, remark: late}":    "",
		"{a: x, total: 3}, {a: y}":                            "",
		"{a: x, total: 3}":                                    "",
	} {
		_, problems := ParseFigure("a.yaml", []byte("title: A\nchart: bar\ndata: {source: me, values: ["+rows+"]}\ncategory: a\nvalue: total\n"))
		got := ""
		for _, p := range problems {
			got += p.Pos.String() + ": " + p.Text.String()
		}
		if got != want {
			t.Errorf("%s: %s; want %s", rows, got, want)
		}
	}
}

func TestLongTextsAreRefused(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{{strings.Repeat("甲", MaxText/3), 0}, {strings.Repeat("[a](", MaxText), 1}} {
		src := "title: t\nabout: \"" + tt.text + "\"\nchart: bar\ndata: {table: x}\ncategory: a\nvalue: b\n"
		if _, problems := ParseFigure("a.yaml", []byte(src)); len(problems) != tt.want {
			t.Errorf("%d bytes: %v", len(tt.text), problems)
		}
	}
}

// A variable of a template is no variable here, and would be printed.
func TestForeignVariable(t *testing.T) {
	for title, want := range map[string]int{"去向 {{ year }}": 1, "去向 {{year}}": 1, "去向 ${year}": 0, "升学率升至 {value}": 0} {
		_, problems := ParseFigure("a.yaml", []byte("title: "+title+"\nchart: bar\ndata: {table: 表 6}\ncategory: 去向\nvalue: 人数\n"))
		if problems.HasErrors() || len(problems) != want {
			t.Errorf("%s: %v; want %d warnings", title, problems, want)
		}
	}
}
