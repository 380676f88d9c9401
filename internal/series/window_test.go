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

// A sum over years of which one has no value is not known from there on, and says so.
func TestWindowsTellWhatIsMissing(t *testing.T) {
	const text = "1 概况\n\n表 1 产量\n\n年份\t产量（吨）\n2020\t1.5\n2021\t—\n2022\t4.25\n"
	_, problems := newStore(t, document(t, "2023", text)).Data(context.Background(), sqlData("SELECT 年份, sum(产量) OVER (ORDER BY 年份) AS n FROM 表1"))
	if got := printed(problems); !strings.Contains(got, "has no value of 2021") {
		t.Errorf("%q", got)
	}
}

// What is computed has the unit of what it is made of where it can have one.
func TestUnitsOfWhatIsComputed(t *testing.T) {
	const text = "1 概况\n\n表 1 升学\n\n年份\t升学人数（人）\t毕业人数（人）\t升学率（%）\t占比（%）\n2022\t12\t40\t30.0\t20\n2023\t30\t50\t60.0\t25\n"
	for item, want := range map[string]string{
		"abs(升学人数 - 毕业人数)":                        "人",
		"max(升学人数, 毕业人数)":                         "人",
		"CASE WHEN 升学率 > 40 THEN 升学人数 ELSE 0 END": "人",
		"round(share(升学人数, 毕业人数), 1)":             "%",
		"100 - share(升学人数, 毕业人数)":                 "%",
		"100 - 升学率":                               "%",
		"升学率 - 占比":                                "%",
		"升学率 - lag(升学率) OVER (ORDER BY 年份)":       "个百分点",
		"share(升学人数, 毕业人数) - share(毕业人数, 升学人数)":   "个百分点",
		"quantity('3 亿元', '万元') + 0":              "万元",
		"升学人数 + 升学率 * 0":                          "",
		"升学人数 > 20":                               "",
		"sqrt(升学人数)":                              "",
		"升学人数 % 10":                               "",
		"升学人数 * 1.0 / 毕业人数":                       "",
		"rank() OVER (ORDER BY 升学人数)":             "",
	} {
		frame, problems := newStore(t, document(t, "2023", text)).Data(context.Background(), sqlData("SELECT 年份, "+item+" AS n FROM 表1"))
		if problems.HasErrors() || frame.Columns[1].Unit != want {
			t.Errorf("%s: %q, want %q %s", item, frame.Columns[1].Unit, want, printed(problems))
		}
	}
}
