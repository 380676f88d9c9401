package chart

import "testing"

// The lowest and the highest are the first of equal ones, and what has no value, name or
// text is neither.
func TestExtent(t *testing.T) {
	value := func(name string, base, y float64) Datum { return Datum{Name: name, Base: base, Y: y, Text: "n"} }
	s := Story{Data: []Datum{{Name: "无", Missing: true, Text: "无数据"}, value("甲", 0, 5), value("乙", 2, 4), value("丙", 0, 9), value("丁", 1, 3), value("戊", 0, 9), value("", 0, 99), {Name: "己", Y: -1}}}
	e := s.Extent()
	if e.First.Name != "甲" || e.Last.Name != "戊" || e.Low.Name != "乙" || e.High.Name != "丙" || e.N != 5 || e.Level() {
		t.Errorf("first %s, last %s, low %s, high %s of %d", e.First.Name, e.Last.Name, e.Low.Name, e.High.Name, e.N)
	}
	if e := (Story{Data: []Datum{value("甲", 0, 5), value("乙", 2, 7)}}).Extent(); !e.Level() {
		t.Error("two equal values are not level")
	}
	if e := (Story{}).Extent(); e.N != 0 || e.First != nil || e.Level() {
		t.Errorf("of nothing the extent is %+v", e)
	}
}
