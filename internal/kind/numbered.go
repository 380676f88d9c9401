package kind

import (
	"fmt"
	"strings"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/typeset"
)

// shortNames makes the names under a panel shorter that have no room and cannot be
// broken: months by their usual short forms, others by numbers that a note under the
// figure explains. The marks keep their names.
func shortNames(d *builder) {
	numbered := false
	for i := range d.chart.Panels {
		x := &d.chart.Panels[i].X
		if x.Kind != chart.Band || x.Hidden || len(x.Labels) == 0 {
			continue
		}
		limit := nameLimit(d, &d.chart.Panels[i])
		if short, ok := monthNames(x.Labels); ok && !layout.NamesFit(d.faces, x.Labels, limit) {
			x.Labels = short
		}
		if x.Sequence || layout.NamesBreak(d.faces, x.Labels, limit) {
			continue
		}
		if !numbered {
			d.chart.Notes = append(d.chart.Notes, numberedNames(d, x.Labels))
			numbered = true
		}
		x.Labels, x.Sequence = numbers(len(x.Labels)), true // of many not each is written
	}
}

// nameLimit is the room in ems for a name under a band: on paper, or on a phone.
func nameLimit(d *builder, p *chart.Panel) float64 {
	room := paperEms(d)
	if d.onPhone() {
		room = min(room, d.em)
	}
	if p.Y.Kind == chart.Band {
		room -= rowNameEms(d, p.Y.Labels)
	} else {
		room -= axisEms
	}
	if len(d.fig.Reference) > 0 { // their names are at the right
		room -= layout.SideLimit
	}
	return room / float64(len(p.X.Labels)) * 0.94 / tight
}

// numbers are the names 1 to n.
func numbers(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint(i + 1)
	}
	return names
}

// numberedNames explains the numbers.
func numberedNames(d *builder, names []string) string {
	var b strings.Builder
	for i, n := range names {
		if i > 0 {
			b.WriteString(d.say("；", "; "))
		}
		fmt.Fprintf(&b, "%d%s%s", i+1, d.say("：", ":"+typeset.NoBreak), n)
	}
	return typeset.Text(b.String() + d.say("。", "."))
}

// monthNames are English months by their short forms, where all names are months.
func monthNames(names []string) ([]string, bool) {
	const months = " January February March April May June July August September October November December" +
		" Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec "
	short := make([]string, len(names))
	for i, n := range names {
		if len(n) < 3 || !strings.Contains(months, " "+n+" ") {
			return nil, false
		}
		short[i] = n[:3]
	}
	return short, len(names) > 0
}
