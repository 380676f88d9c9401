package word

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	tests := []struct{ text, want string }{
		{"图 34 毕业去向", "图34"},
		{"图34毕业去向", "图34"},
		{"图３４　毕业去向", "图34"},
		{"图 3-2 收入", "图3-2 图3"},
		{"图 3—2 收入", "图3-2 图3"},
		{"图 3.2023 届", "图3-2023 图3"},
		{"图 34 2023 届毕业生", "图34"},
		{"Figure 7. Income", "图7"},
		{"Fig. 7", "图7"},
		{"如图 34 所示", ""},
		{"图书馆 34", ""},
		{"表 6", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(Keys(tt.text), " "); got != tt.want {
			t.Errorf("Keys(%q) = %q; want %q", tt.text, got, tt.want)
		}
	}
}

// A picture like a thread is not looked at: scaled to be compared, it would be of a
// hundred million points.
func TestThreadsAreNotLookedAt(t *testing.T) {
	for height, want := range map[int]bool{3: true, 40: true, 41: false, 120_000: false} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, height))); err != nil {
			t.Fatal(err)
		}
		if _, ok := See(b.Bytes()); ok != want {
			t.Errorf("a picture 1 wide and %d high: %v", height, ok)
		}
	}
}

func TestLooks(t *testing.T) {
	look := func(src []byte) Look {
		l, ok := See(src)
		if !ok {
			t.Fatal("no look")
		}
		return l
	}
	var compressed bytes.Buffer
	jpeg.Encode(&compressed, bars([]int{40, 90, 160}), &jpeg.Options{Quality: 75})
	own := look(picturePNG(t, "", 40, 90, 160))
	tests := []struct {
		name        string
		other       Look
		found, same bool
	}{
		{"itself", own, true, true},
		{"as JPEG", look(compressed.Bytes()), true, true},
		{"another value", look(picturePNG(t, "", 40, 96, 160)), true, false},
		{"another figure", look(picturePNG(t, "", 160, 10, 10, 10, 120)), false, false},
		{"nothing on it", look(picturePNG(t, "")), false, false},
	}
	for _, tt := range tests {
		if x := own.Likeness(tt.other); (x > 0.8) != tt.found {
			t.Errorf("%s: likeness %.2f", tt.name, x)
		}
		if own.Same(tt.other) != tt.same {
			t.Errorf("%s: same is %t", tt.name, !tt.same)
		}
	}
	if _, ok := See([]byte("no picture")); ok {
		t.Error("a text has a look")
	}
}
