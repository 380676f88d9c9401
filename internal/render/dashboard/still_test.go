package dashboard

import (
	"testing"

	"charts/internal/chart"
)

func TestTall(t *testing.T) {
	tests := []struct {
		width, height float64
		want          bool
	}{
		{300, 200, false},
		{300, 750, false},
		{300, 751, true},
	}
	for _, tt := range tests {
		if got := (figureView{Figure: Figure{Narrow: &chart.Chart{Width: tt.width, Height: tt.height}}}).Tall(); got != tt.want {
			t.Errorf("%v × %v is tall: %v; want %v", tt.width, tt.height, got, tt.want)
		}
	}
	if (figureView{}).Tall() {
		t.Error("a figure without a picture for a phone is tall")
	}
}
