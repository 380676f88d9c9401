package series

import (
	"errors"
	"testing"
)

// years is a report with a table of years, one without, and a sentence.
const years = `1 服务

2023 年毕业去向落实率为 97.25%。

表 1 老年大学

时间	班次	收入（万元）
2022 年秋季	85	12.5
2023 年春季	86	13.0
合计	171	25.5

表 2 去向

去向	人数
升学	2469
就业	3364
`

func TestHistory(t *testing.T) {
	const bar = "chart: bar\ncategory: 时间\nvalue: [班次, 收入]\n"
	tests := []struct{ name, file, lines, want string }{
		{"rows of the file come first, in the report's units", "时间,班次,收入（元）\n2021年春季,61,90000\n2022年秋季,85,125000\n",
			bar + "data: {table: 表 1, history: h.csv, by: 时间}", `
时间 | 班次 | 收入/万元
2021年春季 | 61 | 9.0000 万元 @ 2
2022 年秋季 | 85 | 12.5 万元 @ 8
2023 年春季 | 86 | 13.0 万元 @ 9
`},
		{"a column that the file does not have is missing", "时间,班次\n2021 年春季,61\n",
			bar + "data: {table: 表 1, history: h.csv, by: 时间, where: 时间 LIKE '%春季'}", `
时间 | 班次 | 收入/万元
2021 年春季 | 61 | · @ 2
2023 年春季 | 86 | 13.0 万元 @ 9
`},
		{"the report's rows have the year of its name", "人数,去向,年度\n2410,升学,2022\n3500,就业,2022\n2469,升学,2023 年\n",
			"chart: column\ncategory: 年度\nseries: 去向\nvalue: 人数\ndata: {table: 表 2, history: h.csv}", `
年度 | 人数/人 | 去向
2022 | 2410 人 | 升学 @ 2
2022 | 3500 人 | 就业 @ 3
2023 | 2469 人 | 升学 @ 15
2023 | 3364 人 | 就业 @ 16
`},
		{"those of several reports", "年度,去向,人数\n2021,升学,2300\n2021,就业,3000\n",
			"chart: line\ncategory: 年度\nvalue: 人数\ndata: {table: 表 2, across: reports, where: 去向 = '升学', history: h.csv}", `
年度 | 人数/人
2021 | 2300 人 @ 2
2023 | 2469 人 @ 15
`},
		{"a sentence", "年,落实率\n2021,96.1%\n2022,97\n",
			"chart: line\ncategory: 年\nvalue: 落实率\ndata: {text: \"{年}年毕业去向落实率为{落实率:%}\", history: h.csv, by: 年}", `
年 | 落实率/%
2021 | 96.1 % @ 2
2022 | 97 % @ 3
2023 | 97.25 % @ 3
`},
		{"a value that differs", "时间,班次\n2021 年春季,61\n2022 年秋季,84\n",
			bar + "data: {table: 表 1, history: h.csv, by: 时间}",
			`f.yaml:5:29: 班次 of 2022 年秋季 is 84 in h.csv and 85 in the report
  hint: mend the file, or delete its row: the report has it
  see h.csv:3: the file: 2022 年秋季 84
  see report.txt:8: the report: 2022 年秋季 85 12.5
`},
		{"a value that the file does not know", "时间,班次,收入（万元）\n2022 年秋季,85,—\n2021 年春季,61,9\n",
			bar + "data: {table: 表 1, history: h.csv, by: 时间}", `
时间 | 班次 | 收入/万元
2021 年春季 | 61 | 9 万元 @ 3
2022 年秋季 | 85 | 12.5 万元 @ 8
2023 年春季 | 86 | 13.0 万元 @ 9
`},
		{"no such column in the file", "年,班次\n2021 年春季,61\n", bar + "data: {table: 表 1, history: h.csv, by: 时间}",
			`f.yaml:5:40: no column "时间" in h.csv; it has 年, 班次
`},
		{"a file that is not there", "", bar + "data: {table: 表 1, history: x.csv, by: 时间}", "f.yaml:5:29: x.csv: no such file\n"},
	}
	for _, tt := range tests {
		s := newStore(t, document(t, "2023", years))
		s.docs[0].Path = "report.txt"
		s.read = func(path string) ([]byte, error) {
			if path != "h.csv" {
				return nil, errors.New("no such file")
			}
			return []byte(tt.file), nil
		}
		frame, problems := s.Figure(t.Context(), figure(t, tt.lines))
		got := printed(problems)
		if got == "" {
			got = "\n" + show(frame)
		}
		if got != tt.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
