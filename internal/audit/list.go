package audit

import (
	"fmt"
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/message"
)

// A List is findings to hand round: a row each, with a column for the answer.
type List struct {
	Title string
	Head  []string
	Rows  [][]string
}

// A Locator says where a line of a report stands, as people say it: page 12.
type Locator func(claim.Place) string

// NewList lists findings in Chinese or in English. A line has its place from the
// locator, and its number where that has none.
func NewList(found []Finding, lang message.Language, locate Locator) List {
	zh := lang == message.Chinese
	l := List{Title: "Numbers to check", Head: []string{"No.", "Severity", "Problem", "Place", "Words", "Other places", "Arithmetic", "Suggestion", "Answer"}}
	if zh {
		l.Title, l.Head = "待核对的数字", []string{"序号", "级别", "问题", "位置", "原文", "另一处", "算式", "建议", "答复"}
	}
	for i, f := range found {
		r := Rules[slices.IndexFunc(Rules, func(r Rule) bool { return r.Name == f.Rule })]
		problem := r.Doc
		if zh {
			problem = r.Chinese
		}
		l.Rows = append(l.Rows, []string{fmt.Sprint(i + 1), severityWord(f.Severity, zh), problem, f.spot(0, zh, locate), words(f.Places[0]),
			f.others(zh, locate), f.Message.In(lang), suggestion(f.Severity, zh), answer(f, zh)})
	}
	return l
}

func severityWord(severity string, zh bool) string {
	if !zh {
		return severity
	}
	return map[string]string{Error: "错误", Conflict: "冲突", Doubt: "存疑"}[severity]
}

func suggestion(severity string, zh bool) string {
	english := map[string]string{Error: "check the numbers and correct the wrong one", Conflict: "check both places and make them agree",
		Doubt: "say how it is defined, where it is meant so"}
	chinese := map[string]string{Error: "核对并改正有误的数字", Conflict: "核对两处并统一", Doubt: "如口径不同，请加以说明"}
	if zh {
		return chinese[severity]
	}
	return english[severity]
}

// answer is what was said of a finding that is accepted.
func answer(f Finding, zh bool) string {
	switch {
	case f.Accepted == nil:
		return ""
	case zh:
		return f.Accepted.Reason + "（" + f.Accepted.By + "）"
	}
	return f.Accepted.Reason + " (" + f.Accepted.By + ")"
}

// words are those of a place, without the breaks of its cells.
func words(p claim.Place) string { return strings.Join(strings.Fields(p.Quote), " ") }

// mostOthers is how many other places a row of the list tells.
const mostOthers = 3

func (f Finding) others(zh bool, locate Locator) string {
	var all []string
	for i := range f.Places {
		if i > 0 && i <= mostOthers {
			all = append(all, f.spot(i, zh, locate)+joinWord(zh)+words(f.Places[i]))
		}
	}
	return strings.Join(all, "\n")
}

func joinWord(zh bool) string {
	if zh {
		return "："
	}
	return ": "
}

// spot names a place of a finding: the page or the line, the section, the table,
// the row and the column of its number.
func (f Finding) spot(i int, zh bool, locate Locator) string {
	p := f.Places[i]
	at := locate(p)
	if at == "" && zh {
		at = fmt.Sprintf("第 %d 行", p.Line)
	} else if at == "" {
		at = fmt.Sprintf("line %d", p.Line)
	}
	k := slices.IndexFunc(f.facts, func(n claim.Fact) bool { return n.Place == p })
	if k < 0 {
		return at
	}
	s := f.facts[k].Spot()
	labels := []struct{ english, chinese, text string }{{"section ", "章节 ", s.Section}, {"", "", s.Table}, {"row ", "行 ", s.Row}, {"column ", "列 ", s.Column}}
	parts := []string{at}
	for _, l := range labels {
		if l.text == "" {
			continue
		}
		if zh {
			parts = append(parts, l.chinese+l.text)
		} else {
			parts = append(parts, l.english+l.text)
		}
	}
	if zh {
		return strings.Join(parts, "，")
	}
	return strings.Join(parts, ", ")
}
