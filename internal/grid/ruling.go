package grid

import "slices"

// A ruling is the rules that are drawn in a box.
type ruling struct {
	box   Box
	rules []Box
	open  bool // none of them goes down
}

// ruleDown reports whether a rule goes down through a place.
func (rs *ruling) ruleDown(x, y float64) bool {
	return slices.ContainsFunc(rs.rules, func(b Box) bool { return b.down() && isNear(b.X0, x) && b.Y0 <= y && y <= b.Y1 })
}

// ruleAcross reports whether a rule closes the cells at a place. Where no rule is
// drawn down, one that is drawn across a part closes the whole row: columns
// without it do not go on.
func (rs *ruling) ruleAcross(x, y float64) bool {
	return slices.ContainsFunc(rs.rules, func(b Box) bool { return b.across() && isNear(b.Y0, y) && (rs.open || b.X0 <= x && x <= b.X1) })
}

// crossings are the rules that cross most of the region, and those that every
// column has at their height.
func (rs *ruling) crossings(columns int) []Box {
	at := map[float64]int{}
	for _, b := range rs.rules {
		if b.across() {
			at[b.Y0]++
		}
	}
	return slices.DeleteFunc(slices.Clone(rs.rules), func(b Box) bool {
		whole := 10*(b.X1-b.X0) >= 6*(rs.box.X1-rs.box.X0)
		return !b.across() || !whole && (at[b.Y0] < columns || at[b.Y0] < 3)
	})
}
