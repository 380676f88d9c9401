package draft

import (
	"strconv"
	"strings"

	"charts/internal/regexp"
)

// An idea is a figure as its author would write it.
type idea struct {
	kind          string
	number        string // of the picture in the report that has its title
	title         string
	finding       string // what the data says, above the title
	table         string // or sql
	sql           string
	text          string // a sentence that sql reads as t
	report, where string
	category      string
	series        string
	values        []string
	unit, sort    string
	mark          string
	top           int
	labels        bool
}

// yaml writes the spec.
func (i idea) yaml() []byte {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			b.WriteString(key + ": " + value + "\n")
		}
	}
	line("figure", scalar(i.number))
	if i.finding == "" {
		line("title", scalar(i.title))
	} else {
		line("title", scalar(i.finding))
		line("subtitle", scalar(i.title))
	}
	line("chart", i.kind)
	line("mark", i.mark)
	b.WriteString(i.data())
	line("category", scalar(i.category))
	line("value", list(i.values))
	line("series", scalar(i.series))
	line("unit", scalar(i.unit))
	line("sort", scalar(i.sort))
	if i.top > 0 {
		line("top", "{n: "+strconv.Itoa(i.top)+"}")
	}
	if i.labels {
		line("labels", "true")
	}
	return []byte(b.String())
}

// data writes where the values come from.
func (i idea) data() string {
	var b strings.Builder
	b.WriteString("data:\n")
	if i.report != "" {
		b.WriteString("  report: " + scalar(i.report) + "\n")
	}
	switch {
	case i.sql != "":
		if i.text != "" {
			b.WriteString("  inputs:\n    t: {text: " + strconv.Quote(i.text) + "}\n")
		}
		b.WriteString("  sql: |\n    " + strings.ReplaceAll(i.sql, "\n", "\n    ") + "\n")
	default:
		b.WriteString("  table: " + scalar(i.table) + "\n")
	}
	if i.where != "" {
		b.WriteString("  where: " + scalar(i.where) + "\n")
	}
	return b.String()
}

// list writes one value as it is, several in brackets.
func list(values []string) string {
	if len(values) == 1 {
		return scalar(values[0])
	}
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = scalar(v)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// beside adds to a caption, in its language, what the figure shows of the table.
func beside(caption, chinese, english string) string {
	if languageOf(caption) == "en" {
		return caption + ": " + english
	}
	return caption + "：" + chinese
}

// languageOf is that of the words around a caption.
func languageOf(caption string) string {
	if isChinese(caption) {
		return "zh-CN"
	}
	return "en"
}

// bare is text that YAML reads as text, wherever it stands: letters with marks
// that mean nothing to it, beginning with a Chinese one, or with a year, or with
// a minus before a Chinese one.
var bare = regexp.MustCompile(`^(?:-?\p{Han}|\d{4}(?:-\d{4})? ?\p{Han})[\p{Han}\p{L}\p{N}（）《》“”、，。：；/ ._%()+\\-]*$`)

// scalar writes a text, in quotes where it needs them.
func scalar(s string) string {
	if s == "" || bare.MatchString(s) && !strings.HasSuffix(s, " ") {
		return s
	}
	return strconv.Quote(s)
}

// name writes a name for SQL, in quotes where it needs them.
func name(s string) string {
	if plainName.MatchString(s) {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

var plainName = regexp.MustCompile(`^\p{Han}[\p{Han}0-9]*$`)

// literal writes a text for SQL.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// literals writes texts for IN (…).
func literals(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = literal(s)
	}
	return "(" + strings.Join(quoted, ", ") + ")"
}

// trimNumber takes the -2 off table-6-bar-2, not the -6 off table-6.
func trimNumber(name string) string {
	i := strings.LastIndexByte(name, '-')
	if _, err := strconv.Atoi(name[i+1:]); err != nil {
		return name
	}
	return name[:i]
}
