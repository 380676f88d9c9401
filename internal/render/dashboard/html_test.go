package dashboard_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

var keep = flag.String("keep", "", "a file that the sample page is written to, for a look")

func TestHTMLIsOneSmallFileAndTheSameEveryTime(t *testing.T) {
	a, err := dashboard.HTML(pagetest.Sample())
	if err != nil {
		t.Fatal(err)
	}
	b, _ := dashboard.HTML(pagetest.Sample())
	if !bytes.Equal(a, b) {
		t.Error("two runs gave two pages")
	}
	if len(a) > 1_600_000 {
		t.Errorf("the page has %d bytes", len(a))
	}
	if *keep != "" {
		if err := os.WriteFile(*keep, a, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCardSaysItsLevel(t *testing.T) {
	page, err := dashboard.HTML(&dashboard.Page{Title: "t", Lang: "zh-CN", Cards: []dashboard.Card{{Title: "升学率", Value: "38.62", Level: dashboard.Poor, Rating: "▲ 差：<40%"}}})
	if err != nil {
		t.Fatal(err)
	}
	if want := `<p class="rating poor">▲ 差：&lt;40%</p>`; !bytes.Contains(page, []byte(want)) {
		t.Errorf("no %s in the page", want)
	}
}
