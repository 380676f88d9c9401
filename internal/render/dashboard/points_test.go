package dashboard_test

import (
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// pointsOf are the key points of a page, one a line.
func pointsOf(page string) string {
	section := regexp.MustCompile(`(?s)<section class="points".*?</section>`).FindString(page)
	text := html.UnescapeString(regexp.MustCompile(`<[^>]+>`).ReplaceAllString(section, ""))
	return strings.NewReplacer("\u2009", " ", "\u00a0", " ").Replace(text)
}

// What an editor would say first of the sample is said first.
func TestCommittedPoints(t *testing.T) {
	page, err := os.ReadFile("../../../out/leadership.html")
	if err != nil {
		t.Skip("no page in out")
	}
	got := pointsOf(string(page))
	for _, want := range []string{
		"2022 年实际支出 5.47 亿元，比实际收入 5.04 亿元多 0.43 亿元",
		"汽车检测与维修技术（3+2）的报到率最低，为 73.28%；59 项中有 29 项低于全校 92.79%",
		"升学率 38.62%，比上年高 1.93 个百分点",
		"报告有 4 处前后不一，如报告第 561 行：毕业生人数在附表/表 1 为 6110，表下的注写的是 6393 人",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the points do not say %q:\n%s", want, got)
		}
	}
}

// Points are text, and lead to their figures.
func TestPoints(t *testing.T) {
	p := pagetest.Sample()
	p.Points = []dashboard.Point{{Spans: []dashboard.Span{{Text: "<i>升学率</i> "}, {Text: "38.62%", Strong: true}}, Figure: "bars", Title: "升学", Verdict: "bad"}}
	page, err := dashboard.HTML(p)
	if err != nil {
		t.Fatal(err)
	}
	if want := "<i>升学率</i> 38.62%"; !strings.Contains(pointsOf(string(page)), want) || strings.Contains(string(page), "<i>升") {
		t.Errorf("%q is not %q as text", pointsOf(string(page)), want)
	}
}
