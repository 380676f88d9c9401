package kind

import (
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/geojson"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// Measures of a map in ems.
const (
	mapHeight = 34.0 // at most
	mapSlide  = 21.0 // on a slide
	mapDetail = 0.04 // points that lie closer together become one
)

// regions makes a map: the shapes of the author's file, coloured by value in
// classes. Regions without a value are neutral.
func regions(d *builder) {
	m, ok := oneAxis(d)
	if !ok {
		return
	}
	lands, ok := lands(d)
	if !ok || !known(d, m, lands) {
		return
	}
	at := map[string]int{}
	for i, c := range m.cats {
		at[c] = i
	}
	steps, gaps := classesOf(d, m), ""
	r := chart.Regions{Name: typeset.Text(m.runs[0].name)}
	for _, l := range project(d, lands) {
		datum := chart.Datum{Name: typeset.Text(l.Name), Missing: true, Text: d.say("无数据", "no data")}
		if i, ok := at[l.Name]; ok {
			datum = m.runs[0].cells[i].Datum
		}
		datum.Color = d.theme.Grid
		if datum.Missing {
			gaps = datum.Text
		} else {
			datum.Color = d.theme.Class(steps.of(datum.Y), steps.count())
		}
		regionLabel(d, &datum, l, at, m)
		r.Data, r.Outlines = append(r.Data, datum), append(r.Outlines, outlineParts(d, l.Rings))
	}
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{r}}}
	classLegend(d, steps, gaps)
}

// lands are the regions of the file that the figure names.
func lands(d *builder) ([]geojson.Region, bool) {
	if d.fig.GeoJSON.V == "" {
		_, ok := d.role("geojson", d.fig.GeoJSON)
		return nil, ok
	}
	lands, err := geojson.Parse(d.opts.Shapes)
	if err != nil {
		p := d.errorAt(d.fig.GeoJSON, "geojson", "%s holds no regions: %s", d.fig.GeoJSON.V, err)
		p.Hintf("it takes a GeoJSON FeatureCollection of Polygon and MultiPolygon, each with properties.name")
		return nil, false
	}
	return lands, true
}

// known reports whether every category is a region of the file.
func known(d *builder, m matrix, lands []geojson.Region) bool {
	var names []string
	for _, l := range lands {
		names = append(names, l.Name)
	}
	ok := true
	for i, c := range m.cats {
		if slices.Contains(names, c) {
			continue
		}
		p := d.errorAt(d.fig.Category, "unknown-region", "%s has no region %q", d.fig.GeoJSON.V, c)
		p.See, p.Hint = d.seeCell(&m.runs[0].cells[i]), diag.Meant(c, names)
		ok = false
	}
	return ok
}

// project brings regions to ems on a stage of their proportions. Degrees of
// longitude are as short as they are in the middle of the map; coordinates that
// are no degrees are taken as they are.
func project(d *builder, lands []geojson.Region) []geojson.Region {
	lo, hi := geojson.Bounds(lands)
	squeeze := 1.0
	if lo.X >= -180 && hi.X <= 180 && lo.Y >= -90 && hi.Y <= 90 {
		squeeze = max(0.05, math.Cos((lo.Y+hi.Y)/2*math.Pi/180))
	}
	w, h := max((hi.X-lo.X)*squeeze, 1e-9), max(hi.Y-lo.Y, 1e-9)
	most := mapHeight
	if d.chart.Form == chart.Slide {
		most = mapSlide
	}
	em := min((d.em-0.7)/w, most/h)
	d.stage = chart.Stage{W: w * em, H: h * em, Keep: true}
	out := make([]geojson.Region, len(lands))
	for i, l := range lands {
		out[i].Name = l.Name
		for _, r := range l.Rings {
			placed := make(chart.Ring, len(r))
			for k, p := range r {
				placed[k] = chart.Point{X: (p.X - lo.X) * squeeze * em, Y: (hi.Y - p.Y) * em}
			}
			out[i].Rings = append(out[i].Rings, thinned(placed))
		}
	}
	return out
}

// thinned is a ring without the points that nobody can tell from the one before.
func thinned(r chart.Ring) chart.Ring {
	kept := chart.Ring{r[0]}
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

// outlineParts are rings in ems as parts of the area, with four digits.
func outlineParts(d *builder, rings []chart.Ring) []chart.Ring {
	var out []chart.Ring
	for _, r := range rings {
		var one chart.Ring
		for _, p := range r {
			one = append(one, chart.Point{X: math.Round(p.X/d.stage.W*1e4) / 1e4, Y: math.Round(p.Y/d.stage.H*1e4) / 1e4})
		}
		out = append(out, one)
	}
	return out
}

// regionLabel puts name and value into a region that has room for them, or the
// name alone.
func regionLabel(d *builder, datum *chart.Datum, l geojson.Region, at map[string]int, m matrix) {
	mid := l.NamePoint()
	datum.X, datum.Base = mid.X/d.stage.W, mid.Y/d.stage.H
	if d.unlabelled() {
		return
	}
	label := chart.Label{Place: chart.Center, Color: palette.InkOn(datum.Color), Bold: d.lit.has(l.Name)}
	texts := waysToBreak(d.faces, datum.Name)
	if i, ok := at[l.Name]; ok && !datum.Missing {
		var both []string
		for _, name := range texts {
			both = append(both, name+"\n"+m.runs[0].cells[i].short)
		}
		texts = append(both, texts...)
	} else {
		label.Color = d.theme.Muted
	}
	for _, text := range texts {
		if holds(d.faces, l, mid, text) {
			label.Text = text
			datum.Label = label
			return
		}
	}
}

// holds reports whether a text around a point lies within a region.
func holds(f typeset.Faces, l geojson.Region, mid chart.Point, text string) bool {
	lines := strings.Split(text, "\n")
	return l.Fits(mid, f.Widest(lines, 1, true)/2+0.25, 0.6*float64(len(lines))+0.2)
}
