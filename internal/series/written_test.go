package series

import (
	"strconv"
	"strings"
	"testing"
)

// columnOf reads cells, parted by semicolons, under a header.
func columnOf(name, unit, cells string) Frame {
	g := grid{columns: []Column{{Name: name, Unit: unit}}}
	for i, c := range strings.Split(cells, ";") {
		g.rows, g.sources = append(g.rows, gridRow{cells: []string{c}}), append(g.sources, Source{Line: i + 1})
	}
	return g.frame()
}

// Texts are in quotes, what is missing is ·, what was not read is !.
func TestCellsKeepWhatTheyAre(t *testing.T) {
	tests := []struct{ name, unit, cells, want string }{
		{"借阅", "次", "8100;1.4万;9050", "8100次 14000次 9050次"},
		{"借阅", "", "8100;1.4万;9050", "8100 14000 9050"},
		{"借阅", "", "1.4万;2万", "1.4万 2万"},
		{"拨款", "万元", "120;1.4万;90", `120万元 "1.4万" 90万元`},
		{"拨款", "万元", "120;3亿元;90元", "120万元 30000万元 0.009万元"},
		{"拨款", "", "5.04亿元;8100万元;12", `5.04亿元 0.81亿元 "12"`},
		{"人数", "", "12人;15;20", "12人 15 20"},
		{"比例", "", "85%;90;88%", `85% "90" 88%`},
		{"比例", "%", "85%;1667;88%", `85% "1667" 88%`},
		{"比例", "%", "85%;90.5;—", "85% 90.5% ·"},
		{"灯", "盏", "31;31*;1.5k;n/a;29;27", `31盏 "31*" "1.5k" · 29盏 27盏`},
		{"灯", "", "31;待核;29", `31 "待核" 29`},
		{"灯", "", "待核;未定;29", `"待核" "未定" "29"`},
		{"结余", "", "4,120.50;(88.20);3", "4120.5 -88.2 3"},
		{"结余", "", "（1,040）;7;9%", `"（1,040）" "7" "9%"`},
		{"次序", "", "(1);(2);(3)", `"(1)" "(2)" "(3)"`},
		{"比值", "", "3.10E-04;2.5E+03;7", "0.00031 2500 7"},
		{"值", "", "33.333333333333336;-0.30000000000000004;411522.3333333333;12345678901234567.5", `33.3333333333333 -0.3 411522.333333333 "12345678901234567.5"`},
		{"值", "", "1e308;4;5", `"1e308" 4 5`},
		{"值", "", "1234567890123456;4;5", `"1234567890123456" 4 5`},
		{"班", "", "一班;二班;三班", `"一班" "二班" "三班"`},
		{"月", "", "一月;二月;十二月", `"一月" "二月" "十二月"`},
		{"学制", "", "3+2;3+2;5", `"3+2" "3+2" "5"`},
		{"项目", "", "KY2021-004;KY2021-005", `"KY2021-004" "KY2021-005"`},
		{"项目编号", "", "2021000004;2021000005", `"2021000004" "2021000005"`},
		{"地名", "", "三山;五一;九江", `"三山" "五一" "九江"`},
		{"年份", "", "2021;2022;合计", `"2021" "2022" "合计"`},
		{"合计", "", "=B2+C2;4;5", "!=B2+C2 4 5"},
		{"合计", "", "=B2+C2;=B3+C3", "!=B2+C2 !=B3+C3"},
		{"合计", "", "#REF!;4;0;-", "!#REF! 4 0 ·"},
		{"Visits", "", "12;NA;N/A;..;.;30", "12 · · · · 30"},
		{"Visits", "", "nan;n.d.;null;n.a.;3", "· · · · 3"},
		{"Code", "", "NA;US;.;..", `"NA" "US" "." ".."`},
		{"Rate", "%", "12.9 b;:;: c;7.9 bp;8(p);9 (e)", "12.9% · · 7.9% 8% 9%"},
		{"Rate", "", "3.6 e;:u;12;.", "3.6 · 12 ·"},
		{"Days", "", "30 d;45 d;60", `"30 d" "45 d" "60"`},
		{"Rate", "", "3.6 x;12;13", `"3.6 x" 12 13`},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range columnOf(tt.name, tt.unit, tt.cells).Rows {
			got = append(got, sketch(r.Cells[0]))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s（%s） %s\ngot  %s\nwant %s", tt.name, tt.unit, tt.cells, s, tt.want)
		}
	}
}

func sketch(v Value) string {
	switch v.Kind {
	case Missing:
		return "·"
	case NotRead:
		return "!" + v.Text
	case Text:
		return `"` + v.Text + `"`
	}
	return strconv.FormatFloat(v.Num, 'f', -1, 64) + v.Unit
}

// A year that is merged over several rows counts for each of them, as a text does.
func TestMergedYearsCountForEachRow(t *testing.T) {
	s := newStore(t, document(t, "r", "表 1 灯\n\n年份\t楼\t灯\n2021\t东\t3\n\t西\t4\n2022\t东\t5\n\t西\t6\n合计\t\t18\n"))
	frame, problems := s.Figure(t.Context(), figure(t, "chart: table\ndata: {table: 表 1}\ncolumns: [年份, 楼, 灯]\n"))
	want := "年份 | 楼 | 灯\n2021 | 东 | 3 @ 4\n2021 | 西 | 4 @ 5\n2022 | 东 | 5 @ 6\n2022 | 西 | 6 @ 7\n"
	if got := show(frame) + printed(problems); got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}
