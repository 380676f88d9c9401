package audit

import (
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/regexp"
)

// A partition is a set of words that part a whole, so that nothing is under two.
type partition struct {
	words    []string
	complete bool // the words name all; else some of them can only be too many
	overlaps bool // one thing can be counted under two of them
}

// partitions are those that reports use.
var partitions = slices.Concat(
	partsIn(partition{complete: true}, `男 女 | 省内 省外 | 市内 市外 | 校内 校外 | 国内 国外 | 境内 境外 | 本省 外省 | 本市 外市 | 本地 外地 |
		城镇 农村 | 公办 民办 | 线上 线下 | 应届 往届 | 必修 选修 | 专职 兼职 | 发明 实用新型 外观设计 | 第一产业 第二产业 第三产业 |
		第一季度 第二季度 第三季度 第四季度 | 上半年 下半年`),
	partsIn(partition{}, `文科 理科 | 特等奖 一等奖 二等奖 三等奖 优秀奖 | 金奖 银奖 铜奖 优胜奖 | 金牌 银牌 铜牌 | 副教授 教授 讲师 助教 |
		正高级 副高级 中级 初级 | 高级 中级 初级 | 博士 硕士 学士 本科 专科 大专 中专 | 一年级 二年级 三年级 四年级 |
		大一 大二 大三 大四`),
	partsIn(partition{overlaps: true}, `国家级 省级 校级 | 国家级 市级 校级 | 国家级 省级 市级 | 国家级 省级 | 国家级 市级`),
)

// partsIn are partitions of one kind, parted by strokes.
func partsIn(kind partition, list string) (all []partition) {
	for _, words := range strings.Split(list, "|") {
		kind.words = strings.Fields(words)
		all = append(all, kind)
	}
	return all
}

// rest is the name of a part that takes in all that the others leave out.
var rest = regexp.MustCompile(`^(?:其他|其它|其余|其馀|余下)`)

// partitionOf finds the partition that names make, in any order: each name has a
// word of its own, and of one that names all no word is left.
func partitionOf(names []string) (p partition, ok bool) {
	if len(names) < 2 {
		return p, false
	}
	if slices.ContainsFunc(names, rest.MatchString) {
		return partition{words: names, complete: true}, true
	}
	for _, p := range partitions {
		if named := p.wordsIn(names); named == len(names) && (named == len(p.words) || !p.complete && !p.overlaps) {
			return p, true
		}
	}
	return p, false
}

// wordsIn counts the words that are in a name of their own. Longer words that
// hold a shorter one (副教授, 教授) are looked for first.
func (p partition) wordsIn(names []string) (n int) {
	left := slices.Clone(names)
	byLength := slices.Clone(p.words)
	slices.SortStableFunc(byLength, func(a, b string) int { return len(b) - len(a) })
	for _, w := range byLength {
		if i := slices.IndexFunc(left, func(n string) bool { return strings.Contains(n, w) }); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n
}

// class is the name of a part that follows one with 其中.
var class = regexp.MustCompile(`^[A-Z]类|第[一二三]产业|^(?:国家|省|市|区|校|院)级`)

var partPrefix = regexp.MustCompile(`^其中[:：]?`)

// maxParts is how many rows the parts of one are in.
const maxParts = 200

// partRows are the rows of the parts of a row: those of 其中, and the classes that
// go on with them.
func partRows(s *claim.Sheet, whole int) (rows []int) {
	label := s.Rows[whole].Label
	inside := false
	for i := whole + 1; i < min(len(s.Rows), whole+maxParts); i++ {
		below, ok := strings.CutPrefix(s.Rows[i].Label, label+"/")
		if !ok && s.Rows[i].Label != label || label == "" { // a row in another unit has the name of the one above
			break
		}
		if !ok || strings.Contains(below, "/") {
			continue
		}
		first := partPrefix.MatchString(below)
		inside = inside || first
		if first || inside && class.MatchString(below) {
			rows = append(rows, i)
		}
	}
	return rows
}

// sameCount reports whether two numbers count the same things, so that one can be
// a part of the other.
func sameCount(a, b claim.Number) bool {
	return a.OK() && b.OK() && a.Unit.Dimension == b.Unit.Dimension && !a.Rate()
}

// exceeding holds parts against the whole: 其中 rows of a score card and columns of
// other tables. Parts need not be complete, and may overlap.
func exceeding(s *claim.Sheet) (all []tie) {
	for whole := range s.Rows {
		for _, part := range partRows(s, whole) {
			for _, col := range s.Values() {
				if p, w := s.Cell(part, col), s.Cell(whole, col); sameCount(p.Number, w.Number) {
					all = append(all, atMost(p, w, s.Called(part), s.Called(whole)))
				}
			}
		}
	}
	for part, name := range s.Columns {
		whole := wholeColumn(s, part)
		if !strings.HasPrefix(name, "其中") || whole < 0 {
			continue
		}
		for row := range s.Rows {
			if p, w := s.Cell(row, part), s.Cell(row, whole); sameCount(p.Number, w.Number) {
				all = append(all, atMost(p, w, name+" of "+s.Called(row), s.Columns[whole]))
			}
		}
	}
	return all
}

// wholeColumn is the column that one with 其中 takes its parts from, or -1.
func wholeColumn(s *claim.Sheet, part int) int {
	for col := part - 1; col >= 0; col-- {
		if !strings.Contains(s.Columns[col], "其中") {
			if s.IsCount(col) {
				return col
			}
			return -1
		}
	}
	return -1
}

// atMost holds a part against its whole.
func atMost(p, w claim.Fact, part, whole string) tie {
	if p.Low <= w.High {
		return holding() // what is not too much bears nothing out
	}
	return broken("parts-exceed-whole", []claim.Fact{p, w}, "%s (%s) is more than %s (%s), of which it is a part", part, p.Text, whole, w.Text)
}

// completeParts holds parts that are known to be complete against the whole.
func completeParts(s *claim.Sheet) []tie { return partSums(s, false) }

// levels holds the levels of something against the whole: more than all, they
// overlap, or the whole is wrong.
func levels(s *claim.Sheet) []tie { return partSums(s, true) }

func partSums(s *claim.Sheet, overlapping bool) (all []tie) {
	for whole := range s.Rows {
		rows := partRows(s, whole)
		var names []string
		for _, row := range rows {
			names = append(names, s.Called(row))
		}
		p, ok := partitionOf(names)
		if !ok || p.overlaps != overlapping {
			continue
		}
		for _, col := range s.Values() {
			all = append(all, partSum(s, whole, rows, col, p)...)
		}
	}
	return all
}

func partSum(s *claim.Sheet, whole int, rows []int, col int, p partition) []tie {
	total, t := s.Cell(whole, col), sum{exact: true, total: s.Numbers[whole][col]}
	for _, row := range rows {
		if !sameCount(s.Numbers[row][col], total.Number) {
			return nil
		}
		t.add(s, row, col)
	}
	return p.holds(total, t, s.Called(whole))
}

// holds compares a whole with the sum of the parts of a partition.
func (p partition) holds(whole claim.Fact, t sum, name string) []tie {
	facts := append([]claim.Fact{whole}, t.facts...)
	switch {
	case t.makes(whole.Number) || whole.Qualified:
		return []tie{holding(facts...)}
	case !p.complete && t.value < whole.Value:
		return nil
	}
	broken := broken("parts-not-sum", facts, "%s is %s; its parts add up to %s", name, whole.Text, claim.Format(t.value, t.decimals))
	if p.overlaps {
		broken = broken.as(Doubt)
	}
	return []tie{broken}
}
