package dashboard

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
)

var keep = flag.String("keep", "", "a file that the sample page is written to, for a look")

func TestEChartsIsTheVersionThatIsEmbedded(t *testing.T) {
	wanted, err := os.ReadFile("assets/package.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range []string{library, wholeLibrary} {
		if !strings.Contains(string(wanted), `"echarts": "`+ECharts+`"`) || !strings.Contains(script, `="`+ECharts+`"`) {
			t.Errorf("ECharts %s is neither what package.json asks for nor what a script says of itself", ECharts)
		}
	}
}

func TestHTMLIsOneSmallFileAndTheSameEveryTime(t *testing.T) {
	a, err := HTML(samplePage())
	if err != nil {
		t.Fatal(err)
	}
	b, _ := HTML(samplePage())
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
	page, err := HTML(&Page{Title: "t", Lang: "zh-CN", Cards: []Card{{Title: "升学率", Value: "38.62", Level: Poor, Rating: "▲ 差：<40%"}}})
	if err != nil {
		t.Fatal(err)
	}
	if want := `<p class="rating poor">▲ 差：&lt;40%</p>`; !bytes.Contains(page, []byte(want)) {
		t.Errorf("no %s in the page", want)
	}
}
