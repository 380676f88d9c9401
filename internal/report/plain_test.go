package report

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"charts/internal/format"
	"charts/internal/table"
)

// slowly reads the records of a csv file as the sheet that they are, whatever they hold.
func slowly(path string, src []byte) ([]block, error) {
	parts, err := format.Of(path, src).Read(path, src, format.Choice{Sheets: format.Shown})
	if err != nil {
		return nil, err
	}
	for i := range parts {
		for _, r := range parts[i].Records {
			row := format.Row{No: r.No}
			if r.Cells != nil {
				row.Cells = format.CellsOf(r.Cells)
			}
			parts[i].Rows = append(parts[i].Rows, row)
		}
	}
	return blocksOf(parts, false, nil)
}

// What needs no looking at is read as what does.
func TestPlainTablesAreReadAsAllOthers(t *testing.T) {
	names := strings.Split("人数 专业 x 学校 比例(%) 收入（万元） 用电（千瓦时） 单位 率 2023 届别： 類別 Title: 合计 % 序号 a.b 甲/乙 -", " ")
	cells := strings.Split("1 12 3.5 -4 1,234 92.5% 2469 2023 2023-05-01 12:30 会计 护理 合计 学院小计 Total 人 万元 % — 无 n/a 12* 3人 約 業 教教师师 jiàoshī教 人数 專 1E5 .5 , 注：x 其中：男 12（人） 职教² m² ü \u0075\u0308 # =A1 三班 \"", " ")
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(from []string, most int) string {
		row := make([]string, most)
		for i := range row {
			if row[i] = from[rng.IntN(len(from))]; rng.IntN(40) == 0 {
				row[i] = ""
			}
			if rng.IntN(40) == 0 {
				row[i] = " " + row[i]
			}
		}
		return strings.Join(row, ",")
	}
	plain := 0
	for range 5_000 {
		width := 1 + rng.IntN(3)
		some := make([]string, 1+rng.IntN(4)) // one file holds few sorts of cells
		for i := range some {
			some[i] = cells[rng.IntN(len(cells))]
		}
		text := pick(names, width) + "\n"
		for range 1 + rng.IntN(5) {
			text += pick(some, width) + "\n"
		}
		name := "r"
		if rng.IntN(10) == 0 {
			name = pick([]string{"表 6 收入（万元）", "单位：人", "续表", "注：x"}, 1)
		}
		path, src := name+".csv", []byte(text)
		got, told := Parse("", path, src)
		blocks, err := slowly(path, src)
		want, tells := newDocument("", path, "CSV", blocks, err, nil)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(told, tells) {
			t.Fatalf("%s\n%s\ngot  %+v %v\nwant %+v %v", name, text, got.Tables, told, want.Tables, tells)
		}
		if parts, err := format.Of(path, src).Read(path, src, format.Choice{Sheets: format.Shown}); err == nil {
			if _, ok := table.Plain(parts[0].Records); ok {
				plain++
			}
		}
	}
	if plain < 100 {
		t.Errorf("only %d of the tables were plain", plain)
	}
}
