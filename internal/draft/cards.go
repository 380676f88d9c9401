package draft

import (
	"cmp"
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/series"
	"charts/internal/table"
)

// An indicator is a row of a score card.
type indicator struct {
	label, parent, leaf string
	unit                string
	value               float64 // of the last period
}

// cards sees a score card: bars for the rows of one unit, and for the parts of
// one indicator.
func cards(s *profile) []idea {
	periods := s.periods()
	if len(periods) == 0 {
		return nil
	}
	all := s.indicators(periods)
	var ideas []idea
	for _, group := range byParent(all) {
		ideas = append(ideas, s.partsFigures(group, periods, all)...)
	}
	var tops []idea
	for _, group := range byUnit(all) {
		tops = append(tops, s.topFigures(group, periods)...)
	}
	ideas = append(ideas, tops...)
	return ideas[:min(len(ideas), cardFigures)]
}

// periods are the columns on the right of the units, at most the last two; none
// when the table is no score card.
func (s *profile) periods() []int {
	card := slices.ContainsFunc(s.table.Rows, func(r table.Row) bool { return r.Unit != "" })
	if !card {
		return nil
	}
	unit := slices.IndexFunc(s.columns, func(c series.Column) bool { return strings.HasSuffix(c.Name, "单位") })
	var cols []int
	for col := unit + 1; col < len(s.columns); col++ {
		if !s.repeated(col) && s.column(col).isNumeric() {
			cols = append(cols, col)
		}
	}
	return cols[max(0, len(cols)-2):]
}

// indicators are the rows that have a number of one unit for every period.
func (s *profile) indicators(periods []int) []indicator {
	var all []indicator
	for _, r := range s.rows {
		first := r.Cells[periods[0]]
		whole := first.Unit != ""
		for _, col := range periods {
			whole = whole && r.Cells[col].Kind == series.Number && r.Cells[col].Unit == first.Unit
		}
		if whole && r.Label != "" {
			parent, leaf, ok := cutLast(r.Label)
			if !ok {
				parent, leaf = "", r.Label
			}
			all = append(all, indicator{r.Label, parent, leaf, first.Unit, r.Cells[periods[len(periods)-1]].Num})
		}
	}
	return slices.DeleteFunc(all, func(i indicator) bool { // a name that is twice names nothing
		return slices.ContainsFunc(all, func(o indicator) bool { return o != i && o.label == i.label })
	})
}

// byParent are the parts of each indicator that counts in their unit, where
// there are several.
func byParent(all []indicator) [][]indicator {
	return groupBy(all, func(i indicator) string {
		if i.parent == "" {
			return ""
		}
		return i.parent + "\x00" + i.unit
	}, 3)
}

// byUnit are the main indicators of one unit, the largest group first.
func byUnit(all []indicator) [][]indicator {
	gs := groupBy(all, func(i indicator) string {
		if i.parent != "" {
			return ""
		}
		return i.unit
	}, 2)
	slices.SortStableFunc(gs, func(a, b []indicator) int { return cmp.Compare(len(b), len(a)) })
	return gs
}

// groupBy collects what has the same key, in order; no key is none.
func groupBy(all []indicator, key func(indicator) string, least int) [][]indicator {
	var keys []string
	members := map[string][]indicator{}
	for _, i := range all {
		k := key(i)
		if k == "" {
			continue
		}
		if members[k] == nil {
			keys = append(keys, k)
		}
		members[k] = append(members[k], i)
	}
	var gs [][]indicator
	for _, k := range keys {
		if len(members[k]) >= least {
			gs = append(gs, members[k])
		}
	}
	return gs
}

// partsFigures are those of the parts of one indicator.
func (s *profile) partsFigures(group []indicator, periods []int, all []indicator) []idea {
	parent := group[0].parent
	names := s.names(periods)
	shown := "replace(_label, " + literal(parent+"/") + ", '')"
	if strings.HasPrefix(group[0].leaf, "其中：") {
		shown = "replace(" + shown + ", '其中：', '')"
	}
	sql := "SELECT " + shown + " AS 指标"
	for _, n := range names {
		sql += ", " + name(n)
	}
	sql += "\nFROM " + name(s.ref) + "\nWHERE _label IN " + literals(labels(group))
	i := idea{kind: "bar", sql: sql, category: "指标", values: names, unit: group[0].unit, labels: true}
	i.title = s.periodTitle(periods) + lastPart(parent)
	if len(periods) == 2 {
		return twoPeriods(i, len(group))
	}
	sum := 0.0
	for _, part := range group {
		sum += part.value
	}
	k := slices.IndexFunc(all, func(o indicator) bool { return o.label == parent })
	if k >= 0 && all[k].value == sum && len(group) <= maxSlices && allPositive(group) {
		i.kind = "donut"
	}
	return []idea{i}
}

// topFigures are those of main indicators of one unit.
func (s *profile) topFigures(group []indicator, periods []int) []idea {
	column := s.nameColumn(group)
	if column == "" || len(group) < 2 {
		return nil
	}
	names := s.names(periods)
	i := idea{kind: "bar", where: name(column) + " IN " + literals(labels(group)), category: column, values: names, labels: true}
	i.title = s.periodTitle(periods) + s.title + "（" + group[0].unit + "）"
	if len(periods) == 2 {
		return twoPeriods(i, len(group))
	}
	i.sort = "-" + names[0]
	return []idea{i}
}

// twoPeriods is the figure of two periods.
func twoPeriods(i idea, rows int) []idea {
	i.kind = "slope"
	if rows > slopeLimit {
		i.kind = "dumbbell"
	}
	return []idea{i}
}

// nameColumn is the column that holds the names of the main indicators.
func (s *profile) nameColumn(group []indicator) string {
	for _, r := range s.rows {
		if r.Label != group[0].label {
			continue
		}
		for col, c := range s.columns {
			if r.Cells[col].Text == group[0].label && s.once(col, group) {
				return c.Name
			}
		}
	}
	return ""
}

// once reports whether each indicator's name is in just one row.
func (s *profile) once(col int, group []indicator) bool {
	for _, i := range group {
		n := 0
		for _, r := range s.rows {
			if r.Cells[col].Text == i.label {
				n++
			}
		}
		if n != 1 {
			return false
		}
	}
	return true
}

func allPositive(group []indicator) bool {
	return !slices.ContainsFunc(group, func(i indicator) bool { return i.value <= 0 })
}

// periodTitle is the period that a figure shows, or "" when the title says it or
// there are two.
func (s *profile) periodTitle(periods []int) string {
	p := s.columns[periods[0]].Name
	if len(periods) > 1 || !notation.BeginsWithYear(p) {
		return ""
	}
	if rest, ok := strings.CutPrefix(p[len("2023"):], "年"); ok { // with the blank of Chinese type
		return p[:len("2023")] + " 年" + rest
	}
	return p
}

func labels(group []indicator) []string {
	all := make([]string, len(group))
	for i, g := range group {
		all[i] = g.label
	}
	return all
}

// remark is what a form tells those who fill it in: （以下三类均要填写）：.
var remark = regexp.MustCompile(`(?:[（(][^）)]*填[^）)]*[）)])?[：:]?$`)

// lastPart is the name at the end of a path, without 其中： and without remarks.
func lastPart(path string) string {
	s := strings.TrimPrefix(path[strings.LastIndexByte(path, '/')+1:], "其中：")
	return remark.ReplaceAllString(s, "")
}
