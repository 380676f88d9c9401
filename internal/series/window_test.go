package series

import (
	"context"
	"strings"
	"testing"
)

// A window that moves adds the rows that enter it, and takes away those that leave.
func TestMovingWindows(t *testing.T) {
	const text = "1 概况\n\n表 1 产量\n\n年份\t产量（吨）\n2020\t1.5\n2021\t2\n2022\t4.25\n2023\t8\n"
	const window = " OVER (ORDER BY 年份 ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS n FROM 表1"
	for call, want := range map[string][]string{
		"sum(产量)": {"1.5", "3.5", "6.25", "12.25"},
		"avg(产量)": {"1.5", "1.75", "3.125", "6.125"},
	} {
		frame, problems := newStore(t, document(t, "2023", text)).Data(context.Background(), sqlData("SELECT "+call+window))
		var got []string
		for _, r := range frame.Rows {
			got = append(got, r.Cells[0].Text)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %s %s; want %s", call, got, printed(problems), want)
		}
	}
}
