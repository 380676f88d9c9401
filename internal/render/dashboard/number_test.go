package dashboard

import (
	"fmt"
	"testing"
)

func TestNumbersStandInTheirText(t *testing.T) {
	rate := Number{Name: "升学率", Text: "38.62%", Source: "来源：表 7", Quotes: []string{"2023 38.62%"}}
	people := Number{Name: "人数", Text: "<2,469>\u2009人", Source: `"`}
	const first, second = `<span class="traced" data-from="part-0-from-0" title="来源：表 7` + "\n" + `2023 38.62%">38.62%</span>`, `<span class="traced" data-from="part-0-from-1" title="&#34;">&lt;2,469&gt;` + "\u2009" + `人</span>`
	for _, tt := range []struct{ src, want, cited string }{
		{"升学率{升学率}。", "<p>升学率" + first + "。</p>\n", "升学率 "},
		{"达到**{升学率}**，{人数}", "<p>达到<strong>" + first + "</strong>，" + second + "</p>\n", "升学率 人数 "},
		{"- {升学率} 与 {升学率}", "<ul>\n<li>" + first + " 与 " + first + "</li>\n</ul>\n", "升学率 "},
		{"[{升学率}](#f)", `<p><a href="#f"><span class="traced">38.62%</span></a></p>` + "\n", "升学率 "},
		{"`{升学率}` \\{升学率} {没有} { 升学率 } {} {升学率", "<p><code>{升学率}</code> {升学率} {没有} { 升学率 } {} {升学率</p>\n", ""},
	} {
		m := &mentions{part: "part-0", numbers: []Number{people, rate}}
		got, err := markdown(tt.src, m)
		cited := ""
		for _, o := range m.origins {
			for _, n := range o.Numbers {
				cited += n.Name + " "
			}
		}
		if err != nil || string(got) != tt.want || cited != tt.cited {
			t.Errorf("markdown(%q) = %q, %v, cites %q; want %q, %q", tt.src, got, err, cited, tt.want, tt.cited)
		}
	}
}

func TestNumbersOfOnePlaceShareIt(t *testing.T) {
	m := &mentions{part: "p", numbers: []Number{
		{Name: "a", Source: "表 7", Quotes: []string{"1 2"}}, {Name: "b", Source: "表 7", Quotes: []string{"1 2"}}, {Name: "c", Source: "表 7", Quotes: []string{"3"}}, {Name: "d"},
	}}
	if _, err := markdown("{b} {a} {c} {a} {d}", m); err != nil || len(m.origins) != 3 || len(m.origins[0].Numbers) != 2 || m.origins[1].ID != "p-from-1" {
		t.Errorf("%d origins, %+v, %v", len(m.origins), m.origins[0], err)
	}
}

func TestMentionsKnowTheirPlaces(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"升学率{升学率}，**{b}**", "[{升学率 9 20} {b 25 28}]"},
		{"> 一\n> {二}", "[{二 8 13}]"},
		{"`{a}` \\{b} {c d}", "[]"},
	} {
		if got := fmt.Sprint(Mentions(tt.src)); got != tt.want {
			t.Errorf("Mentions(%q) = %s, want %s", tt.src, got, tt.want)
		}
	}
}
