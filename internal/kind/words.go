package kind

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/spec"
)

// words writes the notes, the source line and the alternative text.
func words(d *builder) {
	c := d.chart
	if a := axisStart(d); a != "" {
		c.Notes = append(c.Notes, a)
	}
	if d.data.Sample.Of > 0 {
		c.Notes = append(c.Notes, sampled(d))
	}
	if d.computed && d.all {
		c.Notes = append(c.Notes, d.say("图中数值均由报告的数据算得，报告未印出。", "All values are computed from the report's data, which does not print them."))
	} else if d.computed {
		c.Notes = append(c.Notes, d.say("* 计算值，报告未印出。", "* computed, not printed in the report."))
	}
	c.Notes = append(c.Notes, lacking(d)...)
	c.Notes = append(c.Notes, contested(d)...)
	c.Notes = append(c.Notes, remarks(d)...)
	c.Source = sourceLine(d, citePlace)
	c.Stories = stories(d)
	c.Alt = alt(d)
	traced := sourceLine(d, tablePlace)
	switch {
	case c.Form == chart.Screen:
		c.Source = traced
	case d.fig.Alt.V == "" && len(traced) > len(c.Source): // where nothing can be pointed at
		c.Alt += d.say("", " ") + traced + d.say("。", ".")
	}
	if d.opts.Inset > 0 {
		c.Number, c.Title, c.Subtitle, c.Source = "", "", "", ""
	}
}

// sampled says which of very many rows are drawn.
func sampled(d *builder) string {
	s := d.data.Sample
	said := fmt.Sprintf(d.say("共 %s 行，画出 %s 行：", "%[2]s of %[1]s rows are drawn: "), group(strconv.Itoa(s.Of)), group(strconv.Itoa(len(d.data.Rows))))
	if s.Each == 0 {
		return said + d.say("挨在一起的点只画一个。", "of the dots in one place one.")
	}
	return said + fmt.Sprintf(d.say("每 %s 行中最小和最大的。", "the lowest and the highest of every %s."), group(strconv.Itoa(s.Each)))
}

// remarks are the lines of the author's note; the first says what they are.
func remarks(d *builder) (lines []string) {
	for line := range strings.Lines(d.fig.Note.V) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if len(lines) == 0 {
			line = d.say("注：", "Note: ") + line
		}
		lines = append(lines, line)
	}
	return lines
}

// lacking names the rows that have no value for a sum of the figure.
func lacking(d *builder) []string {
	var names []string
	for _, r := range d.data.Rows {
		for _, name := range r.Lacks {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{d.say("未计入（无数据）：", "Not counted, no data: ") + d.few(names) + d.say("。", ".")}
}

// maxContested is how many contested numbers the notes tell.
const maxContested = 3

// contested tells the numbers of the figure that its report contradicts.
func contested(d *builder) (notes []string) {
	for _, s := range d.chart.Sources {
		if s.Contested != "" && !slices.Contains(notes, s.Contested) {
			notes = append(notes, s.Contested)
		}
	}
	if more := len(notes) - maxContested; more > 0 {
		notes = append(notes[:maxContested], fmt.Sprintf(d.say("另有 %d 处存疑。", "%d more are contested."), more))
	}
	return notes
}

// axisStart says that an axis of lines does not start at zero.
func axisStart(d *builder) string {
	for _, p := range d.chart.Panels {
		if p.Y.Kind == chart.Band && p.X.Kind == chart.Linear && p.X.Min > 0 && len(p.X.Ticks) > 0 {
			return d.say("横轴从 "+p.X.Ticks[0].Label+" 开始。", "The value axis starts at "+p.X.Ticks[0].Label+".")
		}
		if p.Y.Kind == chart.Linear && p.Y.Min > 0 && p.X.Kind == chart.Band && len(p.Y.Ticks) > 0 {
			if len(d.chart.Panels) > 1 && (d.facets == nil || d.facets.free) {
				return d.say("纵轴不都从 0 开始。", "Not all value axes start at 0.")
			}
			return d.say("纵轴从 "+p.Y.Ticks[0].Label+" 开始。", "The value axis starts at "+p.Y.Ticks[0].Label+".")
		}
	}
	return ""
}

// maxPlaces is how many tables a source line names.
const maxPlaces = 3

// A placer says where in a report the values of a table were read.
type placer func(d *builder, report, table string) string

// sourceLine names the report and the places in it, unless the author has written a
// source.
func sourceLine(d *builder, at placer) string {
	head := d.say("来源：", "Source: ")
	if s := d.fig.SourceLine(); s.Set() || s.V != "" {
		if s.V == "" {
			return ""
		}
		return head + s.V
	}
	if s := d.fig.Data.Source; s.V != "" {
		return head + s.V
	}
	var reports []string
	for _, s := range d.chart.Sources {
		if !slices.Contains(reports, s.Report) {
			reports = append(reports, s.Report)
		}
	}
	var parts []string
	for _, r := range reports {
		parts = append(parts, reportPlaces(d, r, at))
	}
	if len(parts) > maxPlaces {
		parts = append(parts[:maxPlaces], d.say("等", "and others"))
	}
	if len(parts) == 0 {
		return ""
	}
	return head + strings.Join(parts, d.say("；", "; "))
}

// reportPlaces names a report with the places in it: 年报，表 6，第 38 页.
func reportPlaces(d *builder, report string, at placer) string {
	var tables []string
	for _, s := range d.chart.Sources {
		if s.Report == report && !slices.Contains(tables, s.Table) {
			tables = append(tables, s.Table)
		}
	}
	out := reportTitle(d, report)
	for i, t := range tables {
		if i == maxPlaces {
			return out + d.say("等", " and others")
		}
		if place := at(d, report, t); place != "" {
			out += d.say("，", ", ") + place
		}
	}
	return out
}

func reportTitle(d *builder, file string) string {
	if name, ok := spec.DatabaseOf(file); ok {
		return name
	}
	if file == spec.Piped {
		return d.say("标准输入", "standard input")
	}
	for _, t := range d.opts.Titles {
		if t.Path == file && t.Title != "" {
			return t.Title
		}
	}
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	return strings.TrimSuffix(name, path.Ext(name))
}

// citePlace is a table as people cite it: by its name and its page. The lines of a text
// are those of a file, and no reader of a report has it.
func citePlace(d *builder, report, table string) string {
	first, last := 0, 0
	for _, s := range d.chart.Sources {
		if page := pageOf(d, s.Place); page > 0 && s.Report == report && s.Table == table {
			if last = max(last, page); first == 0 || page < first {
				first = page
			}
		}
	}
	if message.IsLineLabel(table) {
		table = ""
	}
	pages := message.Pages(first, last).In(message.Language(d.lang()))
	switch {
	case first == 0:
		return table
	case table == "":
		return pages
	}
	return table + d.say("，", ", ") + pages
}

// pageOf is the number of the page that a place is, 0 if it is none.
func pageOf(d *builder, place string) int {
	digits := strings.TrimFunc(place, func(r rune) bool { return !unicode.IsDigit(r) })
	if place == "" || message.Place("page "+digits).In(message.Language(d.lang())) != place {
		return 0
	}
	page, _ := strconv.Atoi(digits)
	return page
}

// tablePlace is a table with the first and the last line that was read.
func tablePlace(d *builder, report, table string) string {
	first, last, place := 0, 0, ""
	for _, s := range d.chart.Sources {
		if s.Report != report || s.Table != table || s.Line == 0 {
			continue
		}
		place = cmp.Or(place, s.Place)
		if first == 0 || s.Line < first {
			first = s.Line
		}
		last = max(last, s.Line)
	}
	lines := message.Lines(first, last).In(message.Language(d.lang()))
	if message.IsLineLabel(table) { // which says less than the lines that were read
		table = ""
	}
	switch {
	case first == 0, place != "" && table != "":
		return table // its lines say nothing to a reader of the file
	case place != "":
		return place
	case table == "":
		return lines
	}
	return fmt.Sprintf(d.say("%s（%s）", "%s (%s)"), table, lines)
}
