package chart

import (
	"math"
	"slices"

	"charts/internal/diag"
)

// Measures of a map in ems.
const (
	mapHeight = 34.0 // at most
	mapSlide  = 21.0 // on a slide
	mapDetail = 0.04 // points that lie closer together become one
)

// regions makes a map: the shapes of the author's file, coloured by value in
// classes. Regions without a value are neutral.
func (d *draft) regions() {
	m, ok := d.oneAxis()
	if !ok {
		return
	}
	lands, ok := d.lands()
	if !ok || !d.known(m, lands) {
		return
	}
	at := map[string]int{}
	for i, c := range m.cats {
		at[c] = i
	}
	steps, gaps := m.classesOf(), ""
	r := Regions{Name: typeset(m.runs[0].name)}
	for _, l := range d.project(lands) {
		datum := Datum{Name: typeset(l.name), Missing: true, Text: d.say("无数据", "no data")}
		if i, ok := at[l.name]; ok {
			datum = m.runs[0].cells[i].Datum
		}
		datum.Color = d.theme.grid
		if datum.Missing {
			gaps = datum.Text
		} else {
			datum.Color = d.classColor(steps.of(datum.Y), steps.count())
		}
		d.regionLabel(&datum, l, at, m)
		r.Data, r.Outlines = append(r.Data, datum), append(r.Outlines, d.parts(l.rings))
	}
	d.chart.Panels = []Panel{{Marks: Marks{r}}}
	d.classLegend(steps, gaps)
}

// lands are the regions of the file that the figure names.
func (d *draft) lands() ([]land, bool) {
	if d.fig.GeoJSON.V == "" {
		_, ok := d.role("geojson", d.fig.GeoJSON)
		return nil, ok
	}
	lands, err := parseShapes(d.opts.Shapes)
	if err != nil {
		p := d.errorAt(d.fig.GeoJSON, "geojson", "%s holds no regions: %s", d.fig.GeoJSON.V, err)
		p.Hint = "it takes a GeoJSON FeatureCollection of Polygon and MultiPolygon, each with properties.name"
		return nil, false
	}
	return lands, true
}

// known reports whether every category is a region of the file.
func (d *draft) known(m matrix, lands []land) bool {
	var names []string
	for _, l := range lands {
		names = append(names, l.name)
	}
	ok := true
	for i, c := range m.cats {
		if slices.Contains(m.cats[:i], c) {
			d.errorAt(d.fig.Category, "twice", "two rows give a value for %s", c).See = d.seeCell(&m.runs[0].cells[i])
			return false
		}
		if slices.Contains(names, c) {
			continue
		}
		p := d.errorAt(d.fig.Category, "unknown-region", "%s has no region %q", d.fig.GeoJSON.V, c)
		p.See = d.seeCell(&m.runs[0].cells[i])
		if near := diag.Nearest(c, names); near != "" {
			p.Hint = "did you mean " + near + "?"
		}
		ok = false
	}
	return ok
}

// project brings regions to ems on a stage of their proportions. Degrees of
// longitude are as short as they are in the middle of the map; coordinates that
// are no degrees are taken as they are.
func (d *draft) project(lands []land) []land {
	lo, hi := bounds(lands)
	squeeze := 1.0
	if lo.X >= -180 && hi.X <= 180 && lo.Y >= -90 && hi.Y <= 90 {
		squeeze = max(0.05, math.Cos((lo.Y+hi.Y)/2*math.Pi/180))
	}
	w, h := max((hi.X-lo.X)*squeeze, 1e-9), max(hi.Y-lo.Y, 1e-9)
	most := mapHeight
	if d.chart.Form == Slide {
		most = mapSlide
	}
	em := min((d.em-0.7)/w, most/h)
	d.stage = stage{w: w * em, h: h * em, keep: true}
	out := make([]land, len(lands))
	for i, l := range lands {
		out[i].name = l.name
		for _, r := range l.rings {
			placed := make(Ring, len(r))
			for k, p := range r {
				placed[k] = Point{float64((p.X-lo.X)*squeeze) * em, float64((hi.Y - p.Y) * em)}
			}
			out[i].rings = append(out[i].rings, thinned(placed))
		}
	}
	return out
}

func bounds(lands []land) (lo, hi Point) {
	lo, hi = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, l := range lands {
		for _, r := range l.rings {
			for _, p := range r {
				lo = Point{min(lo.X, p.X), min(lo.Y, p.Y)}
				hi = Point{max(hi.X, p.X), max(hi.Y, p.Y)}
			}
		}
	}
	return lo, hi
}

// thinned is a ring without the points that nobody can tell from the one before.
func thinned(r Ring) Ring {
	kept := Ring{r[0]}
	for _, p := range r[1:] {
		if last := kept[len(kept)-1]; math.Hypot(p.X-last.X, p.Y-last.Y) >= mapDetail {
			kept = append(kept, p)
		}
	}
	if len(kept) < 3 {
		return r[:3]
	}
	return kept
}

// parts are rings in ems as parts of the area, with four digits.
func (d *draft) parts(rings []Ring) []Ring {
	var out []Ring
	for _, r := range rings {
		var one Ring
		for _, p := range r {
			one = append(one, Point{math.Round(p.X/d.stage.w*1e4) / 1e4, math.Round(p.Y/d.stage.h*1e4) / 1e4})
		}
		out = append(out, one)
	}
	return out
}

// regionLabel puts name and value into a region that has room for them, or the
// name alone.
func (d *draft) regionLabel(datum *Datum, l land, at map[string]int, m matrix) {
	mid := heart(l)
	datum.X, datum.Base = mid.X/d.stage.w, mid.Y/d.stage.h
	if d.unlabelled() {
		return
	}
	label := Label{Place: Center, Color: inkOn(datum.Color), Bold: d.highlighted(l.name)}
	texts := waysToBreak(datum.Name)
	if i, ok := at[l.name]; ok && !datum.Missing {
		var both []string
		for _, name := range texts {
			both = append(both, name+"\n"+m.runs[0].cells[i].short)
		}
		texts = append(both, texts...)
	} else {
		label.Color = d.theme.muted
	}
	for _, text := range texts {
		if l.holds(mid, text) {
			label.Text = text
			datum.Label = label
			return
		}
	}
}
