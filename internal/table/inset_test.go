package table

import (
	"strings"
	"testing"
)

func TestInset(t *testing.T) {
	for _, c := range []struct {
		name, rows, want string
	}{
		{"further in", "工科@10 9/机械@20 4/电子@20 5/文科@10 8/机械@20 2/文学@20 6", "工科 工科/机械 工科/电子 文科 文科/机械 文科/文学"},
		{"further in twice", "校@10 9/院@20 4/男@30 3/女@30 1/部@20 5/男@30 2/女@30 3", "校 校/院 校/院/男 校/院/女 校/部 校/部/男 校/部/女"},
		{"no name comes back", "工科@10 9/机械@20 4/文科@10 8/文学@20 6", "工科 机械 文科 文学"},
		{"names in the middle", "工科@25 9/机械工程@15 4/小计@25 5/文科@25 8/机械工程@15 2/小计@25 6", "工科 工科/机械工程 工科/小计 文科 文科/机械工程 文科/小计"},
		{"groups over the middle of the column", "工科@25 9/机械工程@10 4/电子@10 5/文科@25 8/机械工程@10 2/中文@10 6", "工科 工科/机械工程 工科/电子 文科 文科/机械工程 文科/中文"},
		{"groups at the right of the column", "工科@50 9/机械工程@10 4/电子@10 5/社会科学@30 8/机械工程@10 2/中文@10 6", "工科 工科/机械工程 工科/电子 社会科学 社会科学/机械工程 社会科学/中文"},
		{"of groups already", "工科@10 /机械@20 4/电子@20 5/文科@10 /机械@20 2/机械@20 6", "工科 工科/机械 工科/电子 文科 文科/机械 文科/机械"},
		{"one place", "合计@10 17/工科@10 9/机械@10 4/电子@10 5/文科@10 8/机械@10 2/电子@10 6", "合计 工科 工科/机械 工科/电子 文科 文科/机械 文科/电子"},
		{"one place, others between", "工科@10 9/机械@10 4/电子@10 5/化工@10 1/文科@10 8/机械@10 2/电子@10 6", "工科 机械? 电子? 化工 文科 机械? 电子?"},
		{"one place, other rows each time", "工科@10 9/机械@10 4/电子@10 5/文科@10 8/机械@10 2/理科@10 6/电子@10 6", "工科 机械? 电子? 文科 机械? 理科 电子?"},
		{"no first name", "机械@10 4/电子@10 5/文科@10 8/机械@10 2/电子@10 6", "机械? 电子? 文科 机械? 电子?"},
		{"under a name without values", "工科@10 /机械@10 4/小计@10 5/文科@10 /化学@10 2/小计@10 6", "工科 工科/机械 工科/小计 文科 文科/化学 文科/小计"},
		{"under one name without values", "工科@10 /机械@10 4/电子@10 5", "工科? 工科/机械? 工科/电子"},
		{"a name that comes back among others", "甲@10 9/乙@10 4/丙@10 5/甲@10 8/丁@10 2", "甲 乙 丙 甲 丁"},
	} {
		lines := []Line{{No: 1, Text: "名称\t人数", Placed: true}}
		for row := range strings.SplitSeq(c.rows, "/") {
			name, value, _ := strings.Cut(row, " ")
			name, at, _ := strings.Cut(name, "@")
			x := float64(10*(at[0]-'0') + at[1] - '0')
			lines = append(lines, Line{No: len(lines) + 1, Text: name + "\t" + value, Placed: true, Name: [2]float64{x, x + 10*float64(len(name)/3)}})
		}
		got, _ := New(lines, "", nil)
		var labels []string
		for i, r := range got.Rows {
			if got.Doubt(i, 0) != nil {
				r.Label += "?"
			}
			labels = append(labels, r.Label)
		}
		if s := strings.Join(labels, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}
