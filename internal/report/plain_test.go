package report

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// slowly reads a csv file as the sheet that it is, whatever it holds.
func slowly(path, text string) ([]block, error) {
	records, err := csvRecords(text, delimiter(path, text))
	if err != nil {
		return nil, err
	}
	parts, err := sheetParts(sheetRows(records))
	if err != nil {
		return nil, err
	}
	return flowBlocks(titled(parts, strings.TrimSuffix(path, ".csv"), nil)), nil
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
		quick := format{name: "CSV", read: fromText(alone(csvBlocks))}
		slow := format{name: "CSV", read: fromText(alone(slowly))}
		got, told := quick.parse("", name+".csv", []byte(text), nil)
		want, tells := slow.parse("", name+".csv", []byte(text), nil)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(told, tells) {
			t.Fatalf("%s\n%s\ngot  %+v %v\nwant %+v %v", name, text, got.Tables, told, want.Tables, tells)
		}
		if records, err := csvRecords(text, delimiter("", text)); err == nil {
			if _, ok := plainTable(records); ok {
				plain++
			}
		}
	}
	if plain < 100 {
		t.Errorf("only %d of the tables were plain", plain)
	}
}

// Text without quotes is parted as the reader of csv parts it.
func TestSplitRecords(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	some := []string{"a", "1", "\t", "\t", "\n", "\n", "\r\n", " ", "\x00", "é", "b\rc"}
	for range 5_000 {
		var b strings.Builder
		for range rng.IntN(12) {
			b.WriteString(some[rng.IntN(len(some))])
		}
		got, err := splitRecords(b.String())
		want, fault := readRecords(b.String(), '\t')
		if !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 || err != nil || fault != nil {
			t.Fatalf("%q\ngot  %v %v\nwant %v %v", b.String(), got, err, want, fault)
		}
	}
}
