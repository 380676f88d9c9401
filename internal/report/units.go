package report

import (
	"regexp"
	"strings"
)

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

// wholeForm is the unit of a whole table: 单位：万元.
var wholeForm = regexp.MustCompile(`单位\s*[:：]\s*([^\s:：，,；;、（）()]{1,8})\s*[）)]?\s*$`)

// wholeUnit gives the unit of a whole table to the columns of bare numbers,
// but for rates and for numbers that only count or name the rows.
func wholeUnit(cols []Column, s string, body []gridRow) {
	m := wholeForm.FindStringSubmatch(s)
	if m == nil || !isUnit(m[1]) {
		return
	}
	for i := range cols {
		rate := rateForm.MatchString(Fold(cols[i].Name))
		if cols[i].Unit == "" && rate == (Fold(m[1]) == "%") && !isNumbering(cols[i].Name) && bareNumbers(body, i) {
			cols[i].Unit = narrowUnit(m[1])
		}
	}
}

// rateForm is in the name of a column of rates.
var rateForm = regexp.MustCompile(`率|比例|占比|比重|百分|%|满意度|相关度|增幅`)

// bareNumbers reports whether a column holds numbers without a unit, missing
// values, and nothing else. Years and codes are no amounts.
func bareNumbers(body []gridRow, col int) bool {
	found := false
	for _, r := range body {
		c := Fold(r.cells[col])
		if c == "" || isMissing(c) {
			continue
		}
		if !isNumber(c) || strings.HasSuffix(c, "%") || isPeriod(c+"年") {
			return false
		}
		found = true
	}
	return found
}

// rowUnit is the unit of a row of a score card. A stroke in its place can hide
// that the values are printed with a %.
func rowUnit(cells []Cell, unit int) string {
	if !isMissing(cells[unit].Text) {
		return cells[unit].Text
	}
	for _, c := range cells[unit+1:] {
		if s := Fold(c.Text); isNumber(s) && strings.HasSuffix(s, "%") {
			return "%"
		}
	}
	return cells[unit].Text
}
