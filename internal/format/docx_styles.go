package format

import (
	"strconv"

	"charts/internal/regexp"
)

// A style is what matters here of a paragraph style.
type style struct {
	name, base  string
	outline     string // the level of a heading, from 0, or ""
	list, level string // the numbering, or ""
	run         *node  // the properties of its characters
}

// styles holds the styles of a document by their ids.
type styles map[string]style

func readStyles(tree *node) styles {
	s := styles{}
	for n := range tree.all("style") {
		p := n.child("pPr")
		s[n.attr("styleId")] = style{
			name: n.child("name").attr("val"), base: n.child("basedOn").attr("val"),
			outline: p.child("outlineLvl").attr("val"),
			list:    p.find("numPr", "numId").attr("val"), level: p.find("numPr", "ilvl").attr("val"),
			run: n.child("rPr"),
		}
	}
	return s
}

// headingName is the name of a style of headings, in English and Chinese
// versions of the program.
var headingName = regexp.MustCompile(`(?i)^(?:heading|标题)\s*([1-9])$`)

// maxBases is how many styles may be on each other.
const maxBases = 20

// bases yields the style of an id and those that it is on.
func (s styles) bases(id string) []style {
	var all []style
	for st, ok := s[id]; ok && len(all) < maxBases; st, ok = s[st.base] {
		all = append(all, st)
	}
	return all
}

// level is the level of a heading, from 1, or 0: as the paragraph says, or as
// its style does.
func (s styles) level(p *node) int {
	outline := p.find("pPr", "outlineLvl").attr("val")
	for _, st := range s.bases(p.find("pPr", "pStyle").attr("val")) {
		if outline != "" {
			break
		}
		outline = st.outline
		if m := headingName.FindStringSubmatch(st.name); m != nil && outline == "" {
			return int(m[1][0] - '0')
		}
	}
	level, err := strconv.Atoi(outline)
	if err != nil || level < 0 || level > 8 {
		return 0
	}
	return level + 1
}

// look says whether a run of these properties is hidden or struck out, and whether
// it is above or below the line: as it says itself, or as its style does.
func (s styles) look(run *node) (hidden bool, sc *script) {
	all := []*node{run}
	for _, st := range s.bases(run.child("rStyle").attr("val")) {
		all = append(all, st.run)
	}
	value := func(name string) *node {
		for _, n := range all {
			if k := n.child(name); k.name != "" {
				return n
			}
		}
		return &node{}
	}
	switch value("vertAlign").child("vertAlign").attr("val") {
	case "superscript":
		sc = superscript
	case "subscript":
		sc = subscript
	case "":
		sc = shifted(value("position").child("position").attr("val"), value("sz").child("sz").attr("val"))
	}
	return value("vanish").has("vanish") || value("strike").has("strike") || value("dstrike").has("dstrike"), sc
}

// markSize is the size, in half points, up to which characters off the line are
// marks; larger ones were only put to the middle of their row.
const markSize = 14

// shifted is the script of a run of a size that is moved off the line, both in
// half points.
func shifted(position, size string) *script {
	by, _ := strconv.Atoi(position)
	if n, err := strconv.Atoi(size); err != nil || n > markSize {
		return nil
	}
	switch {
	case by > 0:
		return superscript
	case by < 0:
		return subscript
	}
	return nil
}

// list is the numbering of a paragraph and its level there: its own, or that of
// its style.
func (s styles) list(p *node, l *lists) (list string, level int) {
	props := p.find("pPr", "numPr")
	list, depth := props.child("numId").attr("val"), props.child("ilvl").attr("val")
	id := p.find("pPr", "pStyle").attr("val")
	if list == "" {
		for _, st := range s.bases(id) {
			if st.list != "" {
				list, depth = st.list, st.level
				break
			}
		}
		if depth == "" {
			return list, l.levelOf(list, id)
		}
	}
	level, _ = strconv.Atoi(depth)
	return list, min(max(level, 0), listLevels-1)
}
