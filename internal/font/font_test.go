package font

import (
	"bytes"
	"sync"
	"testing"

	"golang.org/x/image/font/sfnt"
)

var fonts Family // the embedded ones

func TestWidth(t *testing.T) {
	tests := []struct {
		text string
		size float64
		want float64
	}{
		{"", 9, 0},
		{"毕业", 9, 18},
		{"，", 9, 9},
		{"0", 10, 5.55},
		{"1", 10, 5.55},
		{"−", 10, 5.55},
		{"\u2009", 8, 1},
		{"年\u20092023", 8, 8 + 1 + 4*4.44},
		{"𠅤", 10, 10},
	}
	for _, test := range tests {
		if got := fonts.Width(test.text, test.size, false); got < test.want-1e-9 || got > test.want+1e-9 {
			t.Errorf("Width(%q, %v) = %v, want %v", test.text, test.size, got, test.want)
		}
	}
}

func TestMissing(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2023 届毕业生", ""},
		{"赟𠅤囹，（）①⑳℃‰㎡→≥−·…—“”", ""},
		{"中\u2009A\u200A1\u202F2", ""},
		{"𠮷野𠮷", "𠮷"},
		{"a\tb", "\t"},
		{"\U0010FFFF", "\U0010FFFF"},
	}
	for _, test := range tests {
		for _, bold := range []bool{false, true} {
			if got := string(fonts.Missing(test.text, bold)); got != test.want {
				t.Errorf("Missing(%q, %v) = %q, want %q", test.text, bold, got, test.want)
			}
		}
	}
}

// TestHeights holds the constants to what the outlines say.
func TestHeights(t *testing.T) {
	tests := []struct {
		r           rune
		low, height float64
	}{
		{'H', 0, fonts.CapHeight(UnitsPerEm)},
		{'g', -0.25 * UnitsPerEm, 0},
		{'永', -0.25 * UnitsPerEm, Ascent(UnitsPerEm)},
		{'龘', -0.25 * UnitsPerEm, Ascent(UnitsPerEm)},
	}
	for _, test := range tests {
		for _, s := range fonts.Face(test.r, false).Outline(test.r) {
			if s.To.Y < test.low || test.height > 0 && s.To.Y > test.height {
				t.Errorf("%c reaches %v, not within %v and %v", test.r, s.To.Y, test.low, test.height)
			}
		}
	}
}

func TestOutline(t *testing.T) {
	tests := []struct {
		r     rune
		empty bool
	}{{'中', false}, {'0', false}, {' ', true}, {ThinSpace, true}, {'𠮷', true}}
	for _, test := range tests {
		if o := fonts.Face(test.r, true).Outline(test.r); (len(o) == 0) != test.empty {
			t.Errorf("the outline of %q has %d segments", test.r, len(o))
		}
	}
}

func TestTTF(t *testing.T) {
	for _, bold := range []bool{false, true} {
		f, err := sfnt.Parse(TTF(bold))
		if err != nil {
			t.Fatal(err)
		}
		name, err := f.Name(nil, sfnt.NameIDFamily)
		if err != nil || name != Embedded {
			t.Errorf("family %q, %v", name, err)
		}
		if f.UnitsPerEm() != UnitsPerEm {
			t.Errorf("%d units per em", f.UnitsPerEm())
		}
	}
	if bytes.Equal(TTF(false), TTF(true)) {
		t.Error("bold is regular")
	}
}

func TestConcurrent(t *testing.T) {
	const text = "连云港职业技术学院质量年度报告 ABCdef 0123456789"
	want := fonts.Width(text, 9, true)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, r := range text {
				fonts.Face(r, true).Outline(r)
			}
			if got := fonts.Width(text, 9, true); got != want {
				t.Errorf("width %v, then %v", want, got)
			}
		})
	}
	wg.Wait()
}

func BenchmarkWidth(b *testing.B) {
	for b.Loop() {
		fonts.Width("2023 届毕业生毕业去向", 9, false)
	}
}
