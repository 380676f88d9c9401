package pdftext

// maxRules is how many rules a page has at most.
const maxRules = 20_000

const (
	thin = 1 // how much a rule may lean, in points
	hair = 3 // how wide a filled box is at most that is drawn as a rule
)

// A pen follows the paths of a page. What is stroked leaves its straight lines
// across and down; what is only filled is a rule when it is as narrow as one, and
// else a shade, whose sides nobody sees as lines.
type pen struct {
	page      *Page
	start, at [2]float64
	segments  []Rule // of the path so far
	shapes    []shape
}

// A shape is one part of a path.
type shape struct {
	box    Rule
	bent   bool // it has other lines than across and down, and is no box
	curved bool
}

func (p *pen) move(x, y float64) {
	p.at = [2]float64{x, y}
	p.start = p.at
	if len(p.shapes) < maxRules {
		p.shapes = append(p.shapes, shape{box: Rule{x, y, x, y}})
	}
}

// reach makes the shape go on to a place.
func (p *pen) reach(x, y float64, bent bool) {
	if len(p.shapes) == 0 {
		p.move(p.at[0], p.at[1])
	}
	s := &p.shapes[len(p.shapes)-1]
	s.box = Rule{min(s.box.X0, x), min(s.box.Y0, y), max(s.box.X1, x), max(s.box.Y1, y)}
	s.bent = s.bent || bent
	p.at = [2]float64{x, y}
}

func (p *pen) line(x, y float64) {
	r := Rule{min(p.at[0], x), min(p.at[1], y), max(p.at[0], x), max(p.at[1], y)}
	straight := r.X1-r.X0 < thin || r.Y1-r.Y0 < thin
	if len(p.segments) < maxRules && straight {
		p.segments = append(p.segments, r)
	}
	p.reach(x, y, !straight)
}

// curve leads on without a straight line.
func (p *pen) curve(x, y float64) {
	p.reach(x, y, true)
	p.shapes[len(p.shapes)-1].curved = true
}

func (p *pen) close() { p.line(p.start[0], p.start[1]) }

// paint ends the path; one that is not drawn leaves nothing.
func (p *pen) paint(fill, stroke bool) {
	switch {
	case stroke:
		p.rule(p.segments...)
	case fill && p.isFrame():
		b := p.shapes[0].box
		p.rule(Rule{b.X0, b.Y0, b.X1, b.Y0}, Rule{b.X0, b.Y1, b.X1, b.Y1}, Rule{b.X0, b.Y0, b.X0, b.Y1}, Rule{b.X1, b.Y0, b.X1, b.Y1})
	case fill:
		for _, s := range p.shapes {
			p.fill(s)
		}
	}
	p.segments, p.shapes = p.segments[:0], p.shapes[:0]
}

func (p *pen) rule(rules ...Rule) {
	if len(p.page.Rules)+len(rules) <= maxRules {
		p.page.Rules = append(p.page.Rules, rules...)
	}
}

// fill keeps a narrow filled shape as the line along its middle; its ends may be
// cut aslant.
func (p *pen) fill(s shape) {
	b := s.box
	width, height := b.X1-b.X0, b.Y1-b.Y0
	switch {
	case s.curved || width == 0 && height == 0:
	case width <= hair && height <= hair: // a dot of a dotted line, or where two lines meet
		p.rule(b)
	case height <= hair:
		p.rule(Rule{b.X0, (b.Y0 + b.Y1) / 2, b.X1, (b.Y0 + b.Y1) / 2})
	case width <= hair:
		p.rule(Rule{(b.X0 + b.X1) / 2, b.Y0, (b.X0 + b.X1) / 2, b.Y1})
	}
}

// isFrame reports whether the path is a box with a hole that leaves a narrow
// frame of it.
func (p *pen) isFrame() bool {
	if len(p.shapes) != 2 || p.shapes[0].bent || p.shapes[1].bent {
		return false
	}
	a, b := p.shapes[0].box, p.shapes[1].box
	return within(b.X0-a.X0) && within(b.Y0-a.Y0) && within(a.X1-b.X1) && within(a.Y1-b.Y1)
}

func within(d float64) bool { return d > 0 && d <= hair }
