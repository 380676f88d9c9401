package series

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"charts/internal/format"

	"github.com/parquet-go/parquet-go"
)

// longFile is a csv file of n rows: a step, a value that goes up and down, and another.
func longFile(n int, change func(row int, cells []string)) string {
	var b strings.Builder
	b.WriteString("步,甲 (°C),乙\n")
	for i := range n {
		cells := []string{fmt.Sprint(i + 1), fmt.Sprintf("%d.5", i*7919%1000), fmt.Sprint(-(i * 31 % 1000))}
		if change != nil {
			change(i, cells)
		}
		b.WriteString(strings.Join(cells, ",") + "\n")
	}
	return b.String()
}

func TestLongFilesAreThinned(t *testing.T) {
	const n = format.Long + 4_000
	at := func(row, col int, text string) func(int, []string) {
		return func(i int, cells []string) {
			if i == row {
				cells[col] = text
			}
		}
	}
	const line, dots = "chart: line\ndata: {file: a.csv}\ncategory: 步\nvalue: 甲\n", "chart: scatter\ndata: {file: a.csv}\nx: 甲\ny: 乙\n"
	tests := []struct {
		name, spec string
		rows       int
		change     func(int, []string)
		want       string
	}{
		{"a short line", line, format.Long, nil, "all 20000"},
		{"a long one", line, n, nil, "8000 of 24000, each 6"},
		{"one row more", line, format.Long + 1, nil, "6668 of 20001, each 6"},
		{"an area", strings.Replace(line, "line", "area", 1), n, nil, "8000 of 24000, each 6"},
		{"two values", strings.Replace(line, "甲", "[甲, 乙]", 1), n, nil, "13716 of 24000, each 7"},
		{"with a gap", line, n, at(77, 1, "—"), "12000 of 24000, each 6; line 79"},
		{"with the highest", line, n, at(77, 1, "5000"), "8000 of 24000, each 6; line 79"},
		{"with the lowest", line, n, at(77, 1, "-5000.25"), "8000 of 24000, each 6; line 79"},
		{"backwards", line, n, func(i int, cells []string) { cells[0] = fmt.Sprint(n - i) }, "8000 of 24000, each 6"},
		{"by the minute", line, n, func(i int, cells []string) {
			cells[0] = fmt.Sprintf("2023-%02d-%02d %02d:%02d", 1+i/1440/28, 1+i/1440%28, i/60%24, i%60)
		}, "8000 of 24000, each 6"},
		{"twice", line, n, at(77, 0, "77"), "f.yaml:3:14: a.csv: line 79: \"77\" stands after \"77\"\n  hint: a line through more than 20000 rows goes through each name once, in their order: sort the file\n  see a.csv:79: \"77\" stands after \"77\"\n"},
		{"out of order", line, n, at(77, 0, "7"), "f.yaml:3:14: a.csv: line 79: \"7\" stands after \"77\"\n  hint: a line through more than 20000 rows goes through each name once, in their order: sort the file\n  see a.csv:79: \"7\" stands after \"77\"\n"},
		{"a text", line, n, at(77, 1, "停机"), "f.yaml:3:14: a.csv: line 79: \"停机\" is no plain number\n  hint: a line through more than 20000 rows takes digits, and — for what is missing\n  see a.csv:79: \"停机\" is no plain number\n"},
		{"with a mean", line + "reference: mean\n", n, nil, "all 24000"},
		{"with a condition", line + "top: 9\n", n, nil, "all 9"},
		{"dots", dots, n, nil, "1000 of 24000"},
		{"few dots", dots, format.Long, nil, "all 20000"},
		{"dots far out", dots, n, at(77, 1, "123456"), "531 of 24000; line 79"},
		{"dots without a number", dots, n, at(77, 2, "—"), "1001 of 24000; line 79"},
		{"dots with names", dots + "label: 步\n", n, nil, "all 24000"},
		{"dots seen from near", dots + "axis: {max: 0}\n", n, nil, "all 24000"},
		{"a text among dots", dots, n, at(77, 0, "停机"), "1000 of 24000"},
	}
	for _, tt := range tests {
		s := sideStore(t, map[string]string{"a.csv": longFile(tt.rows, tt.change)})
		f, problems := s.Figure(t.Context(), figure(t, tt.spec))
		got := printed(problems)
		if got == "" {
			got = fmt.Sprintf("all %d", len(f.Rows))
		}
		if s := f.Sample; s.Of > 0 {
			if got = fmt.Sprintf("%d of %d", len(f.Rows), s.Of); s.Each > 0 {
				got += fmt.Sprintf(", each %d", s.Each)
			}
		}
		if strings.HasSuffix(tt.want, "; line 79") {
			for _, r := range f.Rows {
				if r.Sources[0].Line == 79 {
					got += "; line 79"
				}
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// What one figure leaves out another has.
func TestThinnedFilesAreReadWholeForOthers(t *testing.T) {
	s := sideStore(t, map[string]string{"a.csv": longFile(format.Long+1, nil)})
	for _, tt := range []struct {
		lines string
		rows  int
	}{{"value: 甲", 6668}, {"value: 甲\nreference: mean", 20001}, {"value: [甲, 乙]", 13335}, {"value: 甲", 6668}} {
		f, problems := s.Figure(t.Context(), figure(t, "chart: line\ndata: {file: a.csv}\ncategory: 步\n"+tt.lines))
		if len(f.Rows) != tt.rows {
			t.Errorf("%s: %d rows, want %d; %s", tt.lines, len(f.Rows), tt.rows, printed(problems))
		}
	}
}

// A long Parquet file gives the rows that the csv file of the same values gives.
func TestLongParquet(t *testing.T) {
	type row struct {
		Step  int64   `parquet:"步"`
		Value float64 `parquet:"甲"`
	}
	var rows []row
	var text strings.Builder
	text.WriteString("步,甲\n")
	for i := range format.Long + 1 {
		r := row{int64(i), float64(i*7919%1000) / 4}
		rows = append(rows, r)
		fmt.Fprintf(&text, "%d,%v\n", r.Step, r.Value)
	}
	var file bytes.Buffer
	if err := parquet.Write(&file, rows); err != nil {
		t.Fatal(err)
	}
	s := sideStore(t, map[string]string{"a.csv": text.String(), "a.parquet": file.String()})
	var shown []string
	for _, name := range []string{"a.csv", "a.parquet"} {
		f, problems := s.Figure(t.Context(), figure(t, "chart: line\ndata: {file: "+name+"}\ncategory: 步\nvalue: 甲\n"))
		var b strings.Builder
		fmt.Fprintln(&b, f.Sample, printed(problems))
		for _, r := range f.Rows {
			fmt.Fprintln(&b, r.Cells[0].Text, r.Cells[1].Num)
		}
		shown = append(shown, b.String())
	}
	if shown[0] != shown[1] || !strings.HasPrefix(shown[0], "{20001 6}") {
		t.Errorf("the two differ:\n%.200s\n%.200s", shown[0], shown[1])
	}
}

// A long file is thinned only where its rows are drawn as they stand in it.
func TestOnlyWhatIsDrawnAsItStandsIsThinned(t *testing.T) {
	const line, cloud = "chart: line\ncategory: a\nvalue: b\n", "chart: scatter\nx: a\ny: b\n"
	for lines, want := range map[string]bool{
		line + "data: {file: f.csv}":                           true,
		line + "data: {table: 表 1}":                            false,
		line + "data: {file: f.csv, columns: [a, b]}":          false,
		line + "data: {file: f.csv, where: b > 1}":             false,
		line + "data: {file: f.csv}\nsort: b":                  false,
		line + "data: {file: f.csv}\ntop: {n: 5}":              false,
		line + "data: {file: f.csv}\nfacet: {column: c}":       false,
		line + "data: {file: f.csv}\nreference: {value: 5}":    true,
		line + "data: {file: f.csv}\nreference: {value: mean}": false,
		line + "data: {file: f.csv}\nseries: c":                false,
		cloud + "data: {file: f.csv}":                          true,
		cloud + "data: {file: f.csv}\nseries: c":               true,
		cloud + "data: {file: f.csv}\nsize: c":                 false,
		cloud + "data: {file: f.csv}\nlabel: c":                false,
		cloud + "data: {file: f.csv}\naxis: {max: 5}":          false,
	} {
		if got := thinningOf(figure(t, lines+"\n")) != nil; got != want {
			t.Errorf("%s\nis thinned: %v", lines, got)
		}
	}
}
