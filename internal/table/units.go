package table

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
)

var (
	bracketUnit = regexp.MustCompile(`^(.*?)\s*[（(]\s*(?:单位\s*[:：]\s*)?([^（()）]{1,8})\s*[)）]$`) // of a name, which may be empty
	pairUnit    = regexp.MustCompile(`([^（()）:：，,；;、\s]+)\s*[（(]\s*([^（()）]{1,8})\s*[)）]`)
)

// ParseColumn parts a header into name and unit: 升学率 (%).
func ParseColumn(s string) Column {
	s = notation.Unmarked(notation.Squeeze(s))
	if m := bracketUnit.FindStringSubmatch(s); m != nil && notation.Unit(m[2]) {
		return Column{Name: strings.TrimSuffix(m[1], "/"), Unit: narrowUnit(m[2])}
	}
	for _, sign := range []string{"%", "％"} {
		if name, ok := strings.CutSuffix(s, sign); ok && name != "" {
			return Column{Name: strings.TrimSuffix(name, "/"), Unit: "%"}
		}
	}
	// A unit of the name over several columns is that of each, but of a rate.
	if i := strings.LastIndexByte(s, '/'); i > 0 && !rateForm.MatchString(notation.Fold(s[i+1:])) {
		if over := ParseColumn(s[:i]); over.Unit != "" {
			return Column{Name: over.Name + s[i:], Unit: over.Unit}
		}
	}
	return Column{Name: s}
}

// unitsFromLine gives columns the units of a line over the table:
// 单位：人数（人），比例（%）.
func unitsFromLine(cols []Column, s string) {
	pairs := pairUnit.FindAllStringSubmatch(s, -1)
	if _, list, ok := strings.Cut(s, "单位"); ok { // 单位：金额：万元；人数：人
		pairs = append(pairs, colonUnit.FindAllStringSubmatch(strings.TrimLeft(list, " :：为"), -1)...)
	}
	for _, m := range pairs {
		for i := range cols {
			if cols[i].Unit == "" && notation.Unit(m[2]) && strings.Contains(cols[i].Name, m[1]) {
				cols[i].Unit = narrowUnit(m[2])
			}
		}
	}
}

func narrowUnit(s string) string { return notation.UnitForm(s) }

// measured takes a bracket at the end of the name over a column of bare numbers
// for its unit when it reads like one: 用电（千瓦时）. Where brackets tell columns of
// one name apart they are no units: 户数（甲）, 户数（乙）.
func measured(c Column, i int, names []string, body []gridRow) Column {
	stem, unit, under := bracketOf(c.Name)
	if unit == "" || c.Unit != "" || !notation.Measure(unit) || !numbersIn(body, i, unit) {
		return c
	}
	for _, n := range names {
		if other, inside, _ := bracketOf(notation.Squeeze(n)); other == stem && inside != unit {
			return c
		}
	}
	return Column{Name: stem + under, Unit: narrowUnit(unit)}
}

// bracketOf parts a name from the bracket at its end, or at the end of the name over
// it: that of several columns is that of each, but of a rate.
func bracketOf(name string) (stem, inside, under string) {
	if stem, inside, ok := notation.Bracket(name); ok {
		return stem, inside, ""
	}
	if i := strings.LastIndexByte(name, '/'); i > 0 && !rateForm.MatchString(notation.Fold(name[i+1:])) {
		stem, inside, under = bracketOf(name[:i])
		return stem, inside, under + name[i:]
	}
	return name, "", ""
}

// wholeForm is the unit of a whole table: 单位：万元.
var (
	wholeForm = regexp.MustCompile(`(?:单位\s*[:：为]\s*([^\s:：，,；;、（）()【】〔〕\[\]]{1,8})|(?i:\bunits?):\s*([^\s:,;()\[\]](?:[^:,;()\[\]]{0,18}[^\s:,;()\[\]])?))\s*[）)】〕\]]?\s*$`)
	titleForm = regexp.MustCompile(`[（(]\s*([^（）()]{1,20})\s*[）)]$`) // 收入（万元）
	severalOf = regexp.MustCompile(`单位\s*[:：为]\s*([^（）()【】:：]+?)\s*[）)】]?\s*$`)
	colonUnit = regexp.MustCompile(`([^\s:：，,；;、（）()]+)\s*[:：]\s*([^\s:：，,；;、（）()]{1,8})`)
)

// wholeUnit gives the unit of a whole table to the columns of bare numbers,
// but for rates and for numbers that only count or name the rows. A % is the unit
// of the rates or, where no name says that it is one, of all.
func wholeUnit(cols []Column, s string, body []gridRow) {
	m, said := wholeForm.FindStringSubmatch(s), false
	if m == nil {
		m = titleForm.FindStringSubmatch(s)
	} else if m[1] += m[2]; notation.Measure(m[1]) { // in as many words, so that it may be any
		said = true
	}
	if m == nil || !notation.UnitAlone(m[1]) && !said {
		return
	}
	isRate := func(c Column) bool { return rateForm.MatchString(notation.Fold(c.Name)) }
	rates := notation.Fold(m[1]) == "%"
	all := rates && !slices.ContainsFunc(cols, isRate)
	for i := range cols {
		if wantsUnit(cols[i], i, body) && (all || isRate(cols[i]) == rates) {
			cols[i].Unit = narrowUnit(m[1])
		}
	}
}

var unitLine = regexp.MustCompile(`^[（(【\[]?\s*(?:单位|(?i:units?))\s*[:：][^。，]{1,20}$`)

// UnitLine reports whether a line says the unit of a table and nothing else.
func UnitLine(s string) bool {
	if m := titleForm.FindStringSubmatch(s); m != nil && len(m[0]) == len(s) && notation.UnitAlone(m[1]) {
		return true
	}
	return unitLine.MatchString(s)
}

// UnitsFromNote takes the unit of a table that is said under it.
func (t *Table) UnitsFromNote(note string) {
	if slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Unit != "" || notation.UnitName(c.Name) }) {
		return
	}
	body := make([]gridRow, len(t.Rows))
	for i, r := range t.Rows {
		for _, c := range r.Cells {
			body[i].cells = append(body[i].cells, c.Text)
		}
	}
	if strings.Contains(note, "单位") {
		wholeUnit(t.Columns, strings.TrimRight(note, "。"), body)
	}
}

func wantsUnit(c Column, i int, body []gridRow) bool {
	return c.Unit == "" && !notation.Numbering(c.Name) && bareNumbers(body, i)
}

// dimensions are what the names of columns say about their units.
var dimensions = []struct{ name, unit *regexp.Regexp }{
	{regexp.MustCompile(`金额|经费|收入|支出|拨款|到款|资产|费$|投入|总值|产值`), regexp.MustCompile(`元$`)},
	{regexp.MustCompile(`人数|人次|生数$|师数$`), regexp.MustCompile(`^[万千百]?人次?$`)},
	{rateForm, regexp.MustCompile(`^[%％‰]$`)},
	{regexp.MustCompile(`面积`), regexp.MustCompile(`米$|亩$|公顷$`)},
}

// severalUnits shares out the units of a line such as 单位：万元、人 by what the
// names of the columns say. It returns the columns of which that is not certain.
func severalUnits(cols []Column, s string, body []gridRow) (unsure []int) {
	m := severalOf.FindStringSubmatch(s)
	if m == nil || notation.Unit(m[1]) {
		return nil
	}
	units := strings.FieldsFunc(m[1], func(r rune) bool { return notation.Blank(r) || strings.ContainsRune("、，,；;/和及", r) })
	if len(units) < 2 || slices.ContainsFunc(units, func(u string) bool { return !notation.Unit(u) }) {
		return nil
	}
	for i := range cols {
		if !wantsUnit(cols[i], i, body) {
			continue
		}
		var fit []string
		for _, d := range dimensions {
			for _, u := range units {
				if d.name.MatchString(cols[i].Name) && d.unit.MatchString(u) {
					fit = append(fit, u)
				}
			}
		}
		if len(fit) == 1 {
			cols[i].Unit = narrowUnit(fit[0])
		} else {
			unsure = append(unsure, i)
		}
	}
	return theUnused(cols, units, unsure)
}

// theUnused gives the one unit that no column has to columns of one name, which have none.
func theUnused(cols []Column, units []string, unsure []int) []int {
	left := slices.DeleteFunc(units, func(u string) bool {
		return slices.ContainsFunc(cols, func(c Column) bool { return c.Unit == narrowUnit(u) })
	})
	leaf := func(i int) string { return cols[i].Name[strings.LastIndexByte(cols[i].Name, '/')+1:] }
	if len(left) != 1 || slices.ContainsFunc(unsure, func(i int) bool { return leaf(i) != leaf(unsure[0]) }) {
		return unsure
	}
	for _, i := range unsure {
		cols[i].Unit = narrowUnit(left[0])
	}
	return nil
}

// unitOfTable takes a unit from the name of a column of words: 项目（单位：万元）
// speaks of the other columns.
func unitOfTable(cols []Column, names []string, body []gridRow) string {
	for i, n := range names {
		if i < len(cols) && cols[i].Unit != "" && strings.Contains(n, "单位") && !bareNumbers(body, i) {
			unit := cols[i].Unit
			cols[i].Unit = ""
			return "单位：" + unit
		}
	}
	return ""
}

// rateForm is in the name of a column of rates.
var rateForm = regexp.MustCompile(`率|比例|占比|比重|百分|%|满意度|相关度|增幅`)

// bareNumbers reports whether a column holds numbers without a unit, missing
// values, and at most a few texts. Nothing but years is no amount.
func bareNumbers(body []gridRow, col int) bool { return numbersIn(body, col, "") }

// numbersIn is the same of numbers that may print a unit.
func numbersIn(body []gridRow, col int, unit string) bool {
	unit = notation.Fold(unit)
	numbers, years, texts := 0, 0, 0
	for _, r := range body {
		c := unbracketed(strings.TrimSuffix(notation.Fold(r.cells[col]), unit))
		switch {
		case c == "" || notation.None(c):
		case !notation.Number(c):
			texts++
		case strings.HasSuffix(c, "%"):
			return false
		default:
			numbers++
			if notation.Period(c + "年") {
				years++
			}
		}
	}
	return numbers > texts && (years < numbers || unit != "")
}

// unbracketed is a number in brackets, below zero, without them.
func unbracketed(s string) string {
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		return strings.TrimSuffix(inner, ")")
	}
	return s
}

// rowUnit is the unit of a row of a score card. A stroke in its place can hide
// that the values are printed with a %.
func rowUnit(cells []Cell, unit int) string {
	if !notation.None(cells[unit].Text) {
		return cells[unit].Text
	}
	for _, c := range cells[unit+1:] {
		if s := notation.Fold(c.Text); notation.Number(s) && strings.HasSuffix(s, "%") {
			return "%"
		}
	}
	return cells[unit].Text
}
