package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// A preamble is what a program writes over a table that it exports: Title: | …,
// Filters: | …. Every row of it has a key that ends in a colon, or goes on with
// the one above.
func isPreamble(rows []spanRow) bool {
	keys := 0
	for _, r := range rows {
		if slices.ContainsFunc(r.texts(), func(s string) bool { return notation.Number(s) && !notation.BareYear(s) }) {
			return false
		}
		key := strings.TrimFunc(format.Flat(r.cells[0].Text), notation.Blank)
		if isColon := strings.HasSuffix(key, ":") || strings.HasSuffix(key, "："); isColon {
			keys++
		} else if key != "" || keys == 0 {
			return false
		}
	}
	return keys > 1 || keys == 1 && len(rows) == 1
}

// titleKey is the key of the title of the table.
var titleKey = regexp.MustCompile(`(?i)^(?:(?:table )?title|table|name|标题|表名|名称)\s*[:：]$`)

// preamble makes a paragraph of each row, and of the title the last, since it
// names the table below.
func preamble(rows []spanRow) (parts []part) {
	var title []part
	for _, r := range rows {
		texts := r.texts()
		for i := range texts {
			texts[i] = strings.TrimFunc(texts[i], notation.Blank)
		}
		l := r.line
		l.gap = true
		if titleKey.MatchString(texts[0]) {
			l.text = strings.TrimSpace(strings.Join(texts[1:], " "))
			title = append(title, part{lines: []line{l}})
			continue
		}
		l.text = strings.TrimSpace(strings.Join(texts, " "))
		parts = append(parts, part{lines: []line{l}})
	}
	return append(parts, title...)
}
