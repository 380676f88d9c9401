package word

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/regexp"
)

// captionStart is how a caption begins: 图 34, 图3-2, Figure 7.
var captionStart = regexp.MustCompile(`^(?:图|Figure|Fig\.?) *([0-9]+(?: *[-.] *[0-9]+)*)`)

// Keys are the names that a caption can mean, the longest first: 图 3.2023 届 is
// 图3.2023 or 图3. A text that begins like no caption has none.
func Keys(text string) []string {
	m := captionStart.FindStringSubmatch(strings.TrimSpace(fold.Replace(text)))
	if m == nil {
		return nil
	}
	var keys []string
	for number := strings.NewReplacer(".", "-", " ", "").Replace(m[1]); number != ""; {
		keys = append(keys, "图"+number)
		number = number[:max(strings.LastIndex(number, "-"), 0)]
	}
	return keys
}

// fold makes one of the ways to write a number and a blank.
var fold = strings.NewReplacer(
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"．", ".", "－", "-", "–", "-", "—", "-", "‑", "-", "\u00a0", " ", "\u3000", " ", "\u200b", "", "\t", " ",
)

// mostCaption is the longest text, in runes, that is taken for a caption without
// any other sign of it.
const mostCaption = 80

// rank says how much a paragraph is a caption: 3 by its SEQ field, 2 by its style,
// 1 by its words alone, 0 not at all. Lists of figures are none.
func (p *paragraph) rank() int {
	style := strings.ToLower(p.style)
	switch {
	case len(Keys(p.text)) == 0, p.indexed():
		return 0
	case strings.Contains(p.fields, "SEQ "):
		return 3
	case strings.Contains(style, "caption"), strings.Contains(style, "题注"), strings.Contains(style, "图"):
		return 2
	case utf8.RuneCountInString(p.text) <= mostCaption && !strings.ContainsAny(p.text, "。；;") && !strings.Contains(p.text, "图 目录"):
		return 1
	}
	return 0
}

// indexed reports whether a paragraph is an entry of a list of contents or figures.
func (p *paragraph) indexed() bool {
	style := strings.ToLower(p.style)
	return strings.Contains(p.fields, "PAGEREF") || strings.Contains(p.fields, "TOC ") || strings.HasPrefix(style, "tableoffigures") || strings.HasPrefix(style, "toc")
}

// A place is where a figure goes: a caption with the pictures that are above it and
// what was left for one, or such a gap alone.
type place struct {
	caption  *paragraph // the gap, where there is no caption
	pictures []*picture
	gap      *paragraph // or nil
}

// places finds the captions in the order of the text, and the pictures of each: in
// the caption's own paragraph, else before it. A caption without a number is one by a
// picture or a gap above it, or by its style. A gap that no caption is under
// belongs to the one above it, or is a place by itself.
func places(paragraphs []*paragraph) []place {
	var all []place
	owned := map[*paragraph]bool{}
	for i, p := range paragraphs {
		at := place{caption: p, pictures: p.pictures}
		if len(at.pictures) == 0 && !p.blank() && p.gap == nil {
			at.pictures, at.gap = before(paragraphs[:i], p)
		}
		if p.rank() > 0 || p.entitled(len(at.pictures) > 0 || at.gap != nil) {
			all = append(all, at)
			owned[at.gap] = true
		}
	}
	for i, p := range paragraphs {
		if p.gap == nil || owned[p] {
			continue
		}
		if k := slices.IndexFunc(all, func(at place) bool {
			return i > 0 && at.caption == paragraphs[i-1] && at.gap == nil && len(at.pictures) == 0
		}); k >= 0 {
			all[k].gap = p
			continue
		}
		all = append(all, place{caption: p, gap: p})
	}
	return all
}

// loose are the pictures that stand alone, each as a place without a caption.
func loose(paragraphs []*paragraph) (all []place) {
	for _, p := range paragraphs {
		if len(p.pictures) > 0 && p.rank() == 0 {
			all = append(all, place{caption: p, pictures: p.pictures})
		}
	}
	return all
}

// entitled reports whether a paragraph without a number can be the caption of a
// picture.
func (p *paragraph) entitled(under bool) bool {
	style := strings.ToLower(p.style)
	if p.blank() || p.gap != nil || len(p.pictures) > 0 || utf8.RuneCountInString(p.text) > mostCaption || strings.ContainsAny(p.text, "。；;") ||
		p.indexed() || strings.Contains(style, "heading") || strings.Contains(style, "标题") || strings.HasPrefix(strings.TrimSpace(p.text), "表") {
		return false
	}
	return under || strings.Contains(style, "caption") || strings.Contains(style, "题注") || strings.HasPrefix(strings.TrimSpace(fold.Replace(p.text)), "图")
}

// before are the pictures that a caption is under, or the gap for one: in the
// paragraph before it, past empty ones; in a table in its own cell, else in the cells
// above; under a table in all cells of the last row.
func before(paragraphs []*paragraph, caption *paragraph) ([]*picture, *paragraph) {
	for _, p := range slices.Backward(paragraphs) {
		switch {
		case p.fallback != caption.fallback:
			return nil, nil
		case p.cell == caption.cell:
			if p.gap != nil {
				return nil, p
			}
			if len(p.pictures) > 0 || !p.blank() {
				return p.pictures, nil
			}
		default:
			if t := p.cell.in(caption.cell); t != nil {
				return t.over(t.row, 0, math.MaxInt), nil
			}
			if caption.cell != nil {
				return caption.cell.above(), nil
			}
		}
	}
	return nil, nil
}

// shown are the pictures that a new program shows, without those that repeat one
// of them for old programs.
func shown(pictures []*picture, inFallback bool) []*picture {
	var all []*picture
	for _, p := range pictures {
		if p.fallback == inFallback {
			all = append(all, p)
		}
	}
	return all
}
