package manifest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"charts/internal/message"
	"charts/internal/series"
)

// rows reads "升学 2469, 就业 -" as one text and one number a row; a dash is
// missing.
func rows(s string) Data {
	d := Data{ID: "x", Columns: []DataColumn{{Name: "去向"}, {Name: "人数", Unit: "人"}}}
	for i, row := range strings.Split(s, ", ") {
		name, value, ok := strings.Cut(row, " ")
		if !ok {
			continue
		}
		cell := DataCell{series.Number, value}
		if value == "-" {
			cell = DataCell{}
		}
		d.Rows = append(d.Rows, DataRow{
			Cells:   []DataCell{{series.Text, name}, cell},
			Sources: []DataSource{{Report: "r.txt", Table: "表 6", Line: 10 + i}},
		})
	}
	return d
}

func TestChanges(t *testing.T) {
	tests := []struct{ before, after, want string }{
		{"升学 2469", "升学 2469", ""},
		{"升学 2469", "升学 2481", "升学 2469 → 2481 (表 6, line 10)"},
		{"升学 2469", "升学 -", "升学 2469 → no data (表 6, line 10)"},
		{"升学 -", "升学 0", "升学 no data → 0 (表 6, line 10)"}, // missing is not 0
		{"升学 1, 就业 2", "就业 2, 升学 1", ""},                  // order is no value
		{"升学 1", "升学 1, 就业 2", "就业 2 is new (表 6, line 11)"},
		{"升学 1, 就业 2", "升学 1", "就业 2 is gone (表 6, line 11)"},
		{"其他 1, 其他 2", "其他 1, 其他 3", "其他 2 → 3 (表 6, line 11)"}, // same name twice
		{"", "升学 1", "升学 1 is new (表 6, line 10)"},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range Changes(rows(tt.before), rows(tt.after)) {
			got = append(got, c.Text().String())
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("Changes(%q, %q) = %q; want %q", tt.before, tt.after, s, tt.want)
		}
	}
}

// A change is where the first of the lines stands that its row was read from.
func TestChangesHaveAPlace(t *testing.T) {
	after := rows("升学 2481, 就业 2")
	after.Rows[1].Sources = append(after.Rows[1].Sources, DataSource{Report: "other.txt", Line: 99})
	var got []string
	for _, c := range Changes(rows("升学 2469, 就业 1"), after) {
		got = append(got, fmt.Sprintf("%s:%d", c.Report, c.Line))
	}
	if s := strings.Join(got, " "); s != "r.txt:10 r.txt:11" {
		t.Error(s)
	}
}

// A qualifier is part of a value, and a number that names a row has its unit.
func TestChangesOfWords(t *testing.T) {
	month := func(words ...string) Data {
		return Data{Columns: []DataColumn{{"月", "月"}, {"数", "件"}}, Keys: []string{"category", ""},
			Rows: []DataRow{{Cells: []DataCell{{series.Number, "2"}, {series.Number, "50"}}, Words: words}}}
	}
	for _, tt := range []struct {
		before, after []string
		want          string
	}{
		{nil, nil, "[]"},
		{nil, []string{"", "约"}, "[2月 50 → 约50]"},
		{[]string{"", "<"}, []string{"", "以上"}, "[2月 <50 → 50以上]"},
	} {
		said := []message.Text{}
		for _, c := range Changes(month(tt.before...), month(tt.after...)) {
			said = append(said, c.Text())
		}
		if got := fmt.Sprint(said); got != tt.want {
			t.Errorf("from %q to %q: %s; want %s", tt.before, tt.after, got, tt.want)
		}
	}
	file := month("", "约")
	for l, want := range map[message.Language]string{
		message.Chinese: "数（件）,数（限定词）,来源,计算值\n",
		message.English: "数 (件),数 (qualifier),source,computed\n",
	} {
		if file.Language = l; !strings.Contains(string(file.CSV()), want) {
			t.Errorf("no %q in\n%s", want, file.CSV())
		}
	}
	if got := string(file.CSV()); !strings.Contains(got, "2,50,约,") {
		t.Errorf("the CSV has no qualifier: %s", got)
	}
}

func TestChangesNameTheColumnWhenARowHasSeveralValues(t *testing.T) {
	two := func(a, b string) Data {
		d := rows("软件技术 " + a)
		d.Columns = append(d.Columns, DataColumn{Name: "报到数"})
		d.Rows[0].Cells = append(d.Rows[0].Cells, DataCell{series.Number, b})
		return d
	}
	got := Changes(two("91", "84"), two("91", "85"))
	if len(got) != 1 || got[0].Text().String() != "软件技术/报到数 84 → 85 (表 6, line 10)" {
		t.Errorf("Changes = %v", got)
	}
}

// state reads "年份#category 性别#series 人数/人: 2021 男 5; 2021 女 7": columns with their
// roles and units, then rows. A dash is missing.
func state(s string) Data {
	head, body, _ := strings.Cut(s, ": ")
	d := Data{Keys: []string{}}
	for _, c := range strings.Fields(head) {
		name, key, _ := strings.Cut(c, "#")
		name, unit, _ := strings.Cut(name, "/")
		d.Columns, d.Keys = append(d.Columns, DataColumn{name, unit}), append(d.Keys, key)
	}
	if !strings.Contains(head, "#") {
		d.Keys = nil
	}
	for _, r := range strings.Split(body, "; ") {
		row := DataRow{}
		for _, c := range strings.Fields(r) {
			cell := DataCell{series.Text, c}
			if _, err := strconv.ParseFloat(c, 64); err == nil {
				cell.Kind = series.Number
			} else if c == "-" {
				cell = DataCell{}
			}
			row.Cells = append(row.Cells, cell)
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

func TestRowsArePairedByTheirKeys(t *testing.T) {
	tests := []struct{ name, before, after, want string }{
		{"a year before the others", "年#category 率: 2022 90; 2023 91", "年#category 率: 2021 89; 2022 90; 2023 91", "2021 89 is new"},
		{"a year that goes", "年#category 率: 2021 89; 2022 90", "年#category 率: 2022 90", "2021 89 is gone"},
		{"several values of a year", "年#category 本年 上年: 2022 90 89", "年#category 本年 上年: 2021 89 88; 2022 90.5 89", "2021/本年 89 is new; 2021/上年 88 is new; 2022/本年 90 → 90.5"},
		{"two keys", "年#x 校区#y 人: 2022 东 5; 2022 西 6", "年#x 校区#y 人: 2022 西 7; 2022 东 5", "2022/西 6 → 7"},
		{"a number that is a key", "分#x 人: 60 5; 70 6", "分#x 人: 65 2; 60 5; 70 6", "65 2 is new"},
		{"one name twice, the first goes", "项#category 数: 其他 1; 其他 2; 其他 3", "项#category 数: 其他 2; 其他 3", "其他 1 is gone"},
		{"one name twice, one changes", "项#category 数: 其他 1; 其他 2", "项#category 数: 其他 1; 其他 5", "其他 2 → 5"},
		{"one name twice, one comes between", "项#category 数: 其他 1; 其他 2", "项#category 数: 其他 1; 其他 9; 其他 2", "其他 9 is new"},
		{"a category of another name", "去向#category 数: 升学 1", "毕业去向#category 数: 升学 1", ""},
		{"a value of another name", "去向#category 数: 升学 1", "去向#category 人数: 升学 2", "升学 1 → 2"},
		{"a value of another unit", "去向#category 数/元: 升学 10000", "去向#category 数/万元: 升学 1", "升学 10000 元 → 1 万元"},
		{"one value more", "去向#category 数: 升学 1", "去向#category 数 率: 升学 1 50", "升学/率 50 is new"},
		{"one value less", "去向#category 数 率: 升学 1 50", "去向#category 数: 升学 1", "升学/率 50 is gone"},
		{"a series more", "年#category 数: 2022 9", "年#category 性别#series 数: 2022 男 4; 2022 女 5", "2022/男 4 is new; 2022/女 5 is new; 2022 9 is gone"},
		{"a key that is missing", "年#category 数: - 9", "年#category 数: - 8", "no data 9 → 8"},
		{"names alone", "院#path 系#path: 文 史; 文 哲", "院#path 系#path: 文 史; 理 数", "理 数 is new; 文 哲 is gone"},
		{"an old manifest", "年 率: 2022 90; 2023 91", "年#category 率: 2021 89; 2022 90; 2023 91", "2021 89 is new"},
		{"an old manifest after", "年#category 率: 2021 89; 2022 90; 2023 91", "年 率: 2022 90; 2023 91", "2021 89 is gone"},
		{"two old manifests", "年份 率: 2022 90; 2023 91", "年份 率: 2021 89; 2022 90; 2023 91", "2021 89 is new"},
		{"a table with remarks", "院 系 数 注: 文 史 3 甲; 文 哲 4 乙", "院 系 数 注: 文 史 3 丙; 文 哲 5 乙", "文/史/注 甲 → 丙; 文/哲/数 4 → 5"},
		{"a table with numbered rows", "号 系 数: 1 史 3; 2 哲 4", "号 系 数: 1 文 2; 2 史 3; 3 哲 4", "文/号 1 is new; 文/数 2 is new; 史/号 1 → 2; 哲/号 2 → 3"},
		{"one number", "数: 5", "数: 6", "数 5 → 6"},
		{"one number like a year", "数: 2016", "数: 2020", "数 2016 → 2020"},
		{"no columns", "", "", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range Changes(state(tt.before), state(tt.after)) {
			got = append(got, c.Text().String())
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %q; want %q", tt.name, s, tt.want)
		}
	}
}
