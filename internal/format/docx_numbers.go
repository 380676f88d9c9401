package format

import (
	"strconv"
	"strings"
)

// listLevels is how many levels a numbering has.
const listLevels = 9

// A listLevel says how one level of a numbering is printed: 第%1章, %1.%2.
type listLevel struct {
	start        int
	format, text string
	style        string // the paragraph style that belongs to it
}

// A list is one numbering with its counts so far, which all lists of the same
// definition share.
type list struct {
	levels *[listLevels]listLevel
	counts *[listLevels]int
}

// lists holds the numberings of a document by their ids.
type lists map[string]list

func readLists(tree *node) lists {
	defined := map[string]list{}
	for n := range tree.all("abstractNum") {
		d := list{&[listLevels]listLevel{}, &[listLevels]int{}}
		for l := range n.all("lvl") {
			if i, err := strconv.Atoi(l.attr("ilvl")); err == nil && i >= 0 && i < listLevels {
				d.levels[i] = readListLevel(l)
			}
		}
		defined[n.attr("abstractNumId")] = d
	}
	all := lists{}
	for n := range tree.all("num") {
		d, ok := defined[n.child("abstractNumId").attr("val")]
		if !ok {
			continue
		}
		if n.find("lvlOverride", "startOverride").name != "" {
			d.counts = &[listLevels]int{}
		}
		all[n.attr("numId")] = d
	}
	return all
}

func readListLevel(n *node) listLevel {
	start, err := strconv.Atoi(n.child("start").attr("val"))
	if err != nil {
		start = 1
	}
	return listLevel{start, n.child("numFmt").attr("val"), n.child("lvlText").attr("val"), n.child("pStyle").attr("val")}
}

// levelOf is the level of a list that belongs to a style.
func (l lists) levelOf(id, style string) int {
	if d, ok := l[id]; ok {
		for i, level := range d.levels {
			if level.style == style && style != "" {
				return i
			}
		}
	}
	return 0
}

// next counts on and returns the number as printed; "" for a bullet.
func (l lists) next(id string, level int) string {
	d, ok := l[id]
	if !ok {
		return ""
	}
	d.counts[level]++
	clear(d.counts[level+1:])
	if f := d.levels[level].format; f == "bullet" || f == "none" {
		return ""
	}
	s := d.levels[level].text
	for i := range level + 1 {
		of := d.levels[i]
		s = strings.ReplaceAll(s, "%"+strconv.Itoa(i+1), formatCount(max(d.counts[i], 1)+of.start-1, of.format))
	}
	return s
}

// formatCount prints a count; formats that headings and captions do not use are
// printed as digits.
func formatCount(n int, format string) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital":
		return chineseCount(n)
	}
	return strconv.Itoa(n)
}

// chineseCount prints 1 to 99 as 一 to 九十九.
func chineseCount(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
