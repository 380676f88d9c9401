package word

import "testing"

// One inch, in every unit of VML, is the same length.
func TestFromStyle(t *testing.T) {
	for _, c := range []struct {
		style  string
		cx, cy int64
	}{
		{"width:72pt;height:36pt", 914400, 457200},
		{"width:1in;height:0.5in", 914400, 457200},
		{"width:25.4mm;height:12.7mm", 914400, 457200},
		{"width:2.54cm;height:1.27cm", 914400, 457200},
		{"width:96px;height:48px", 914400, 457200},
		{"width:72;height:36", 914400, 457200},
		{"position:absolute; height : 36pt ; width : 72pt", 914400, 457200},
		{"width:auto;height:50%", 0, 0},
		{"", 0, 0},
	} {
		if cx, cy := fromStyle(c.style); cx != c.cx || cy != c.cy {
			t.Errorf("%q is %d × %d, want %d × %d", c.style, cx, cy, c.cx, c.cy)
		}
	}
}
