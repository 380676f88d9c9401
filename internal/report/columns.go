package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// headerDepth counts the header rows: a second one fills every blank of the
// first and holds no number.
func headerDepth(rows []gridRow) int {
	if len(rows) < 3 {
		return 1
	}
	blanks := 0
	for i, c := range rows[0].cells {
		below := rows[1].cells[i]
		if c == "" && below == "" || startsWithDigit(below) || isMissing(below) {
			return 1
		}
		if c == "" {
			blanks++
		}
	}
	if blanks == 0 {
		return 1
	}
	return 2
}

// columns names the columns from the header rows. No two have the same name.
func columns(head, body []gridRow, width int, unitLine string, t *Table) []Column {
	names := headerNames(head, width)
	nameNumbers(names, body)
	cols := make([]Column, width)
	taken := map[string]bool{}
	for i, n := range names {
		cols[i] = column(n)
		if cols[i].Name == "" {
			cols[i].Name = "列" + strconv.Itoa(i+1)
			t.Doubts = append(t.Doubts, Doubt{head[0].no,
				fmt.Sprintf("column %d has no name of its own; it is called %s", i+1, cols[i].Name)})
		}
		cols[i].Name = unused(cols[i].Name, taken)
	}
	unitsFromLine(cols, unitLine)
	return cols
}

// unused numbers a name that is taken: 人数, 人数 2.
func unused(name string, taken map[string]bool) string {
	free := name
	for n := 2; taken[Fold(free)]; n++ {
		free = name + " " + strconv.Itoa(n)
	}
	taken[Fold(free)] = true
	return free
}

// headerNames joins a header of two rows: a name over several columns goes to
// all of them.
func headerNames(head []gridRow, width int) []string {
	names := append([]string(nil), head[0].cells...)
	if len(head) == 1 {
		return names
	}
	over := ""
	for i := range width {
		if names[i] != "" {
			over = names[i]
		}
		names[i] = over
		if below := head[1].cells[i]; below != "" {
			names[i] = strings.TrimPrefix(over+"/"+below, "/")
		}
	}
	return names
}

// nameNumbers handles one name over a column of running numbers and the column
// that it really names: 指标 | "" over 1 | 生师比.
func nameNumbers(names []string, body []gridRow) {
	if len(names) < 2 || names[0] == "" || names[1] != "" || isNumbering(names[0]) {
		return
	}
	for _, r := range body {
		if _, err := strconv.Atoi(r.cells[0]); r.cells[0] != "" && err != nil {
			return
		}
	}
	names[0], names[1] = "序号", names[0]
}

var (
	bracketUnit = regexp.MustCompile(`^(.*?)\s*[（(]\s*(?:单位\s*[:：]\s*)?([^（()）]{1,8})\s*[)）]$`)
	pairUnit    = regexp.MustCompile(`([^（()）:：，,；;、\s]+)\s*[（(]\s*([^（()）]{1,8})\s*[)）]`)
)

// column parts a header into name and unit: 升学率 (%).
func column(s string) Column {
	s = squeeze(s)
	if m := bracketUnit.FindStringSubmatch(s); m != nil && isUnit(m[2]) {
		return Column{Name: m[1], Unit: narrowUnit(m[2])}
	}
	for _, sign := range []string{"%", "％"} {
		if name, ok := strings.CutSuffix(s, sign); ok && name != "" {
			return Column{Name: name, Unit: "%"}
		}
	}
	return Column{Name: s}
}

// unitsFromLine gives columns the units of a line over the table:
// 单位：人数（人），比例（%）.
func unitsFromLine(cols []Column, s string) {
	for _, m := range pairUnit.FindAllStringSubmatch(s, -1) {
		for i := range cols {
			if cols[i].Unit == "" && isUnit(m[2]) && strings.Contains(cols[i].Name, m[1]) {
				cols[i].Unit = narrowUnit(m[2])
			}
		}
	}
}

func narrowUnit(s string) string { return Fold(s) }

// unitWord is what stands as a unit in the brackets of a header, where other
// brackets hold remarks such as （含实习）.
var unitWord = regexp.MustCompile(`^(?:%|‰|[百千万亿]*(?:元|人|人次|人日|人天|个|项|门|种|本|册|部|篇|件|台|台套|套|场|次|期|家|所|间|处|名|位|分|天|日|周|月|年|岁|小时|学时|课时|学分|平方米|平米|公里|米|亩|公顷|吨|点|座|支|班|班次|[GMK]bps|[GMT]B|㎡|m2|m²)(?:/[年月日天生人学期次台]+)?)$`)

func isUnit(s string) bool { return unitWord.MatchString(Fold(s)) }

// isNumbering reports whether a column of this name only counts the rows.
func isNumbering(name string) bool {
	switch Fold(name) {
	case "序号", "编号", "序", "No.", "NO.":
		return true
	}
	return false
}

func startsWithDigit(s string) bool {
	s = strings.TrimLeft(Fold(s), "+-−(<>≥≤")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// isMissing reports whether a cell holds one of the marks for a missing value.
func isMissing(s string) bool { return s != "" && strings.Trim(s, "—–-－/／…无") == "" }
