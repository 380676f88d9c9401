package dashboard

import (
	"reflect"
	"testing"
)

func TestStrip(t *testing.T) {
	for _, tt := range []struct {
		name        string
		peers       *Peers
		others      []float64
		own, median float64
		band        float64
	}{
		{"the own value beyond the others", &Peers{Own: 30, Values: []float64{10, 20}, Median: 15}, []float64{6, 120}, 234, 63, 0},
		{"quartiles are a band", &Peers{Own: 15, Values: []float64{10, 12, 18, 20}, Median: 15, Low: 11.5, High: 18.5}, []float64{6, 51.6, 188.4, 234}, 120, 120, 159.6},
		{"all are equal", &Peers{Own: 5, Values: []float64{5, 5}, Median: 5}, []float64{120, 120}, 120, 120, 0},
	} {
		s := stripOf(tt.peers)
		if !reflect.DeepEqual(s.Others, tt.others) || s.Own != tt.own || s.Median != tt.median || s.Band.W != tt.band || !s.HasOwn {
			t.Errorf("%s: %+v", tt.name, s)
		}
	}
	if s := stripOf(&Peers{Missing: true, Values: []float64{1, 2}}); s.HasOwn {
		t.Error("a missing value has a dot")
	}
	if stripOf(nil) != nil || stripOf(&Peers{Own: 1}) != nil {
		t.Error("a strip without others")
	}
}
