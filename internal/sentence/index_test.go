package sentence

import (
	"fmt"
	"reflect"
	"testing"
)

// The passages of an index hold all places that a pattern fits, in their order.
func TestIndexLosesNoPlace(t *testing.T) {
	var all []Passage
	for i := range 50 {
		all = append(all, NewPassage(fmt.Sprintf("第%d个专业在%d年有学生%d人。", i, 2000+i%7, 100+i), func(int) int { return i + 1 }))
	}
	index := NewIndex(all)
	for _, tt := range []struct {
		text string
		some int // passages
		fits int
	}{
		{"第17个专业在{_}年有学生{人数:人}", 1, 1}, {"个专业在{年}年有学生", 50, 50}, {"在2003年有学生{人数:人}", 7, 7},
		{"{n}人", 50, 50}, {"第99个专业{x}", 0, 0}, {"第{n}个专业在(2000|2001)年有学生", 50, 15}, {"[全部]学生{n}人", 50, 50},
	} {
		pattern, wrong := Parse(tt.text)
		if wrong != nil {
			t.Fatal(tt.text, wrong.Text)
		}
		some := index.For(pattern)
		got, want := pattern.Places(some, All), pattern.Places(all, All)
		if len(some) != tt.some || len(got) != tt.fits || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d places in %d passages, want %d in %d", tt.text, len(got), len(some), tt.fits, tt.some)
		}
	}
}
