package grid

import "slices"

// A dealing is a way to deal the lines, and what speaks against it.
type dealing struct {
	cost   float64
	cuts   []int    // after these of the last lines a row begins
	before *dealing // of the lines before
}

// all are the lines after which a row begins.
func (d *dealing) all() (cuts []int) {
	for ; d != nil; d = d.before {
		cuts = append(cuts, d.cuts...)
	}
	slices.Sort(cuts)
	return cuts
}

// maxWrapped is how many lines of a row stand above or below its values.
const maxWrapped = 8

// deal finds the way of least cost where the values stand at one height.
func (w *wrapping) deal(at height) *dealing {
	var open [maxWrapped + 1]*dealing // by how many lines of the next row stand above its values
	w.between(w.first, w.anchors[0], func(down, up int, cost float64, cuts []int) {
		if down == 0 {
			open[up] = &dealing{cost: cost, cuts: cuts}
		}
	})
	for n := range w.anchors {
		var next [maxWrapped + 1]*dealing
		w.between(w.anchors[n]+1, w.end(n), func(down, up int, cost float64, cuts []int) {
			if up > 0 && n == len(w.anchors)-1 {
				return
			}
			for above, before := range open {
				if before == nil {
					continue
				}
				all := cost + before.cost + w.row(at, w.anchors[n], above, down)
				if next[up] == nil || all < next[up].cost {
					next[up] = &dealing{all, cuts, before}
				}
			}
		})
		open = next
	}
	return open[0]
}

// end is the line of the anchor after the n-th.
func (w *wrapping) end(n int) int {
	if n+1 < len(w.anchors) {
		return w.anchors[n+1]
	}
	return w.last
}

// between tries all ways to deal the lines between two anchors: the first to the row
// above, the last to the one below, and those between are rows of their own.
func (w *wrapping) between(from, to int, try func(down, up int, cost float64, cuts []int)) {
	for down := 0; down <= min(to-from, maxWrapped); down++ {
		for up := 0; up <= min(to-from-down, maxWrapped); up++ {
			cost := 0.0
			var cuts []int
			for i := from + down - 1; i < to-up; i++ {
				if i >= from+down {
					cost += w.alone(i)
				}
				if i >= w.first && i+1 < w.last {
					cuts = append(cuts, i)
					cost += w.parted(i)
				}
			}
			try(down, up, cost, cuts)
		}
	}
}
