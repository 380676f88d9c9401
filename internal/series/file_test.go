package series

import (
	"bytes"
	"strings"
	"testing"

	"charts/internal/spec"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// sideStore has side files made of text.
func sideStore(t testing.TB, files map[string]string) *Store {
	t.Helper()
	s := newStore(t)
	s.read = func(path string) ([]byte, error) { return []byte(files[path]), nil }
	return s
}

func fileData(name, sheet string) *spec.Data {
	d := &spec.Data{}
	d.File.V, d.Sheet.V = name, sheet
	d.File.Pos.File, d.File.Pos.Line = "f.yaml", 3
	return d
}

func TestFiles(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a.csv", "\ufeff年份,人数（人）,备注\r\n2022,\"6,569\",\"a\nb\"\r\n2023,6393,\r\n合计,——,x\r\n", "年份 | 人数/人 | 备注\n2022 | 6569 人 | a b @ 2\n2023 | 6393 人 | · @ 4\n合计 | · | x @ 5 total\n"},
		{"short.csv", "a,b\n1\n", "a | b\n1 | · @ 2\n"},
		{"a.tsv", "a\tb\n1\t2%\n", "a | b/%\n1 | 2 % @ 2\n"},
		{"a.json", "[\n {\"年\": 2022, \"值\": 1.50},\n {\"年\": 2023, \"注\": \"x\",\n  \"值\": null}\n]", "年 | 值 | 注\n2022 | 1.50 | · @ 2\n2023 | · | x @ 3\n"},
		{"codes.csv", "代码,数\n0012,1e5\n0034,NaN\n", "代码 | 数\n0012 | 1e5 @ 2\n0034 | NaN @ 3\n"},
		{"flags.csv", "geo,2021,2022\nBelgium,13.1,3.6 p\nNamibia,:,NA\n", "geo | 2021 | 2022\nBelgium | 13.1 | 3.6 @ 2\nNamibia | · | · @ 3\n"},
		{"empty.csv", "", "f.yaml:3: empty.csv: the file is empty\n  hint: check that the right file was exported\n"},
		{"twice.csv", "甲,甲\n1,2\n", "f.yaml:3: twice.csv: line 1: two columns are named \"甲\"\n  see twice.csv:1: two columns are named \"甲\"\n"},
		{"open.csv", "a,b\n1,\"2\n", "f.yaml:3: open.csv: line 2: the quotes are not closed as they were opened\n  hint: save the table as .csv again\n  see open.csv:2: the quotes are not closed as they were opened\n"},
		{"gbk.csv", "\xc4\xea,\xc8\xcb\n1,2\n", "年 | 人\n1 | 2 @ 2\n"},
		{"object.json", "{}", "f.yaml:3: object.json: line 1: it must be a list of objects: [{…}, {…}]\n  see object.json:1: it must be a list of objects: [{…}, {…}]\n"},
		{"deep.json", "[{\"a\": 1},\n{\"a\": [1]}]", "f.yaml:3: deep.json: line 2: \"a\" holds a list or an object, where a number or a text is wanted\n  see deep.json:2: \"a\" holds a list or an object, where a number or a text is wanted\n"},
		{"dup.json", "[{\"a\": 1},\n {\"a\": 2,\n  \"a\": 3}]", "f.yaml:3: dup.json: line 3: \"a\" stands twice in one row\n  see dup.json:3: \"a\" stands twice in one row\n"},
		{"units.csv", "项,数量,单位,单价（元）\n米,3,千克,5\n面,4,吨,6\n", "项 | 数量 | 单位 | 单价/元\n米 | 3 千克 | 千克 | 5 元 @ 2\n面 | 4 吨 | 吨 | 6 元 @ 3\n"},
		{"units2.csv", "项,单位,数量,单价\n米,千克,3,5\n面,千克,4,6\n", "项 | 单位 | 数量/千克 | 单价\n米 | 千克 | 3 千克 | 5 @ 2\n面 | 千克 | 4 千克 | 6 @ 3\n"},
		{"header.csv", "项,单位,价（元）,甲\n米,千克,3,5\n面,千克,4,6\n", "项 | 单位 | 价/元 | 甲/千克\n米 | 千克 | 3 元 | 5 千克 @ 2\n面 | 千克 | 4 元 | 6 千克 @ 3\n"},
		{"years.csv", "指标,2022年,单位,2023年\n用水,3,吨,5\n用电,4,度,6\n", "指标 | 2022年 | 单位 | 2023年\n用水 | 3 吨 | 吨 | 5 吨 @ 2\n用电 | 4 度 | 度 | 6 度 @ 3\n"},
		{"mixed.csv", "项,数（件）,数（人）\n甲,3,5\n", "项 | 数（件）/件 | 数（人）/人\n甲 | 3 件 | 5 人 @ 2\n"},
		{"cut.json", "[{\"a\": 1}", "f.yaml:3: cut.json: line 1: the list does not end as it should\n  see cut.json:1: the list does not end as it should\n"},
		{"a.xlsx", "no workbook", "f.yaml:3: a.xlsx: the file is damaged, or only a part of it was copied\n  hint: copy it again, or save it again from the program that wrote it\n"},
		{"comma.json", "[{\"a\": 1},\n]", "f.yaml:3: comma.json: line 2: it is not JSON: a comma stands before the ] that ends it\n  see comma.json:2: it is not JSON: a comma stands before the ] that ends it\n"},
		{"quotes.json", "[{'a': 1}]", "f.yaml:3: quotes.json: line 1: it is not JSON: texts stand in \", not in '\n  see quotes.json:1: it is not JSON: texts stand in \", not in '\n"},
		{"page.csv", "<!DOCTYPE html><p>Sign in", "f.yaml:3: page.csv: it is HTML by its content, and holds no table\n  hint: check that the right file was exported\n"},
		{"a.parquet", "PAR1 no such file PAR1", "f.yaml:3: a.parquet: it is not a Parquet file\n"},
		{"a.doc", "x", "f.yaml:3: a.doc: .doc is not a kind of file that holds data; use csv, xlsx, ods, json or parquet\n"},
	}
	for _, tt := range tests {
		s := sideStore(t, map[string]string{tt.name: tt.text})
		frame, problems := s.Data(t.Context(), fileData(tt.name, ""))
		got := printed(problems)
		if got == "" {
			got = show(frame)
		}
		if got != tt.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	if _, err := f.NewSheet("收入"); err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"A1": "年份", "B1": "收入（亿元）", "A2": 2022, "B2": 5.04, "A4": 2023, "B4": "5.19"} {
		if err := f.SetCellValue("收入", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var b strings.Builder
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	s := sideStore(t, map[string]string{"a.xlsx": b.String()})
	frame, problems := s.Data(t.Context(), fileData("a.xlsx", "收入"))
	want := "年份 | 收入/亿元\n2022 | 5.04 亿元 @ 2\n2023 | 5.19 亿元 @ 4\n"
	if got := show(frame) + printed(problems); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	_, problems = s.Data(t.Context(), fileData("a.xlsx", "支出"))
	if got, want := printed(problems), "f.yaml:3: a.xlsx: it has no sheet \"支出\"; it has Sheet1, 收入\n"; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}

// A Parquet file as other programs write it: numbers with their point apart,
// dates as days, gaps.
func TestParquet(t *testing.T) {
	type row struct {
		Year   int32    `parquet:"年份"`
		Name   string   `parquet:"专业"`
		Income int64    `parquet:"收入（万元）,decimal(2:10)"`
		Rate   *float64 `parquet:"报到率（%）,optional"`
		Day    int32    `parquet:"截止,date"`
		Open   bool     `parquet:"招生"`
	}
	rate := 92.5
	var b bytes.Buffer
	if err := parquet.Write(&b, []row{{2022, "会计", 185620, &rate, 19000, true}, {2023, "护理", -5, nil, 19365, false}}); err != nil {
		t.Fatal(err)
	}
	s := sideStore(t, map[string]string{"a.parquet": b.String()})
	frame, problems := s.Data(t.Context(), fileData("a.parquet", ""))
	want := `年份 | 专业 | 收入/万元 | 报到率/% | 截止 | 招生
2022 | 会计 | 1856.20 万元 | 92.5 % | 2022-01-08 | 是 @ 1
2023 | 护理 | -0.05 万元 | · | 2023-01-08 | 否 @ 2
`
	if got := show(frame) + printed(problems); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	b.Reset()
	if err := parquet.Write(&b, []struct{ A []int32 }{{[]int32{1}}}); err != nil {
		t.Fatal(err)
	}
	s = sideStore(t, map[string]string{"b.parquet": b.String()})
	_, problems = s.Data(t.Context(), fileData("b.parquet", ""))
	if got, want := printed(problems), "f.yaml:3: b.parquet: its column \"A\" holds lists or records; only plain columns can be read\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzFilesGiveRectanglesOrAPlace(f *testing.F) {
	f.Add("a.csv", "a,b\n1,2\n")
	f.Add("a.json", `[{"a": 1, "b": "x"}, {"c": null}]`)
	f.Fuzz(func(t *testing.T, name, text string) {
		if !strings.HasSuffix(name, ".csv") && !strings.HasSuffix(name, ".json") {
			t.Skip()
		}
		q := &question{Store: &Store{read: func(string) ([]byte, error) { return []byte(text), nil }}}
		r, err := readSide(q, name, "")
		if err != nil {
			return
		}
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
		for _, row := range r.Rows {
			if len(row.Cells) != len(r.Columns) || row.Sources[0].Line < 1 || row.Sources[0].Line > lines {
				t.Fatalf("%q: %d cells for %d columns, %+v", text, len(row.Cells), len(r.Columns), row.Sources)
			}
		}
	})
}
