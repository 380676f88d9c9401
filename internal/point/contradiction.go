package point

import (
	"strconv"

	"charts/internal/audit"
	"charts/internal/message"
)

// Contradictions tells how many numbers of the reports others contradict, and which is
// the first: the findings come in the order in which they matter to the page, and at
// names the place of one.
func Contradictions(found []audit.Finding, lang string, at func(audit.Finding) string) []Point {
	if len(found) == 0 {
		return nil
	}
	in := message.English
	if lang != "en" {
		in = message.Chinese
	}
	first := found[0]
	p := Point{
		ID: "report/contradictions", Tone: Odd, weight: 90,
		Words:   []Word{{"count", strconv.Itoa(len(found)), true}, {"what", first.Message.In(in), false}, {"where", at(first), false}},
		pattern: say(lang, "报告有{count}处前后不一，如{where}：{what}", "The report contradicts itself in {count} places; {where}: {what}"),
	}
	if len(found) == 1 {
		p.pattern = say(lang, "报告前后不一，{where}：{what}", "The report contradicts itself; {where}: {what}")
	}
	for _, place := range first.Places {
		p.Lines = append(p.Lines, place.Quote)
	}
	return []Point{p}
}
