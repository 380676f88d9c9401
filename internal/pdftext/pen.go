package pdftext

// maxRules is how many rules a page has at most.
const maxRules = 20_000

// thin is how much a rule may lean, in points.
const thin = 1

// A pen follows the paths of a page and keeps their straight lines across and
// down.
type pen struct {
	page      *Page
	start, at [2]float64
	segments  []Rule // of the path so far
}

func (p *pen) move(x, y float64) {
	p.at = [2]float64{x, y}
	p.start = p.at
}

func (p *pen) line(x, y float64) {
	r := Rule{min(p.at[0], x), min(p.at[1], y), max(p.at[0], x), max(p.at[1], y)}
	if len(p.segments) < maxRules && (r.X1-r.X0 < thin || r.Y1-r.Y0 < thin) {
		p.segments = append(p.segments, r)
	}
	p.at = [2]float64{x, y}
}

// curve leads on without a straight line.
func (p *pen) curve(x, y float64) { p.at = [2]float64{x, y} }

func (p *pen) close() { p.line(p.start[0], p.start[1]) }

// paint ends the path; one that is not drawn leaves nothing.
func (p *pen) paint(drawn bool) {
	if drawn && len(p.page.Rules)+len(p.segments) <= maxRules {
		p.page.Rules = append(p.page.Rules, p.segments...)
	}
	p.segments = p.segments[:0]
}
